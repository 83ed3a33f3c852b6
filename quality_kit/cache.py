"""Results of earlier runs, found again by the content they were made from.

One table of JSON texts in a sqlite file. A row is an answer to "what did ``section`` say about
``key`` when its content was ``digest``"; the section's name holds all else the answer depends on
(rules, options, tool versions). A cache folder is not trusted with more than data: nothing in it is
ever executed. A cache that cannot be read or written is a cold run, never an error.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

_SCHEMA = """
create table if not exists entries (
    section text not null, key blob not null, digest blob not null, payload text not null,
    primary key (section, key)
) without rowid;
create table if not exists sections (name text primary key, used integer not null) without rowid;
"""

#: The types of columns are no more than a wish to sqlite.
_HAS_RIGHT_TYPES = "typeof(key) = 'blob' and typeof(digest) = 'blob' and typeof(payload) = 'text'"

#: A section that nothing was written to during this many later writes is thrown away.
_KEPT_WRITES = 500

_MARK_AS_USED = """
insert or replace into sections values (?, (select coalesce(max(used), 0) + 1 from sections))
"""
_FORGET_UNUSED = """
delete from entries where section in
    (select name from sections where used <= (select max(used) from sections) - ?)
"""
_FORGET_UNUSED_NAMES = "delete from sections where used <= (select max(used) from sections) - ?"

#: How long a run waits for another one that is writing, in seconds.
_BUSY_SECONDS = 5.0

#: Result codes of sqlite that say nothing against the content; extended codes have them in the low byte.
_NOT_NOW = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))
_NOT_ALLOWED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY)
_PASSING_ERRORS = frozenset((*_NOT_NOW, *_NOT_ALLOWED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR))
_PRIMARY_CODE = 0xFF

FILE_NAME = "results.sqlite"
_IGNORE_ALL = "# Made by quality-kit: results of earlier runs. Safe to delete.\n*\n"


class Entry(NamedTuple):
    """One stored answer."""

    digest: bytes
    payload: str


def digest(*parts: bytes) -> bytes:
    """A key for content: 16 bytes that differ when any part differs."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.digest()


#: The tree that a cache is about: a section holds one answer for a key, so that trees that are checked in
#: turn (a work tree and the commit it is compared with) would push each other's answers out.
Tree = Literal["", "base", "staged"]
WORK_TREE: Tree = ""
BASE: Tree = "base"
STAGED: Tree = "staged"
_TREES: tuple[Tree, ...] = (WORK_TREE, BASE, STAGED)


class Cache:
    """Stored answers; with no folder, or a broken one, it knows nothing and keeps nothing.

    What it keeps is kept for one tree; what is the same in another one is found there.
    """

    def __init__(self, folder: Path | None, tree: Tree = WORK_TREE) -> None:
        self._folder = folder
        self._path = None if folder is None else folder / FILE_NAME
        self._connection = None if self._path is None else _open(self._path)
        self._tree = tree

    def about(self, tree: Tree) -> Cache:
        """Another use of the same file, for another tree; it is closed by itself."""
        return Cache(self._folder, tree)

    def fetch(self, section: str) -> dict[str, Entry]:
        """All answers of a section by key (for files: the path)."""
        return self._fetch(_section(section, self._tree), None)

    def current(
        self, section: str, digests: Mapping[str, bytes], some: Collection[str] | None = None
    ) -> dict[str, str]:
        """The answers by key about contents that have these digests, also those that other trees have.

        With ``some`` only the answers about these keys: for few of many that is faster.
        """
        found: dict[str, str] = {}
        for tree in reversed(_seen_from(self._tree)):
            for key, entry in self._fetch(_section(section, tree), some).items():
                if digests.get(key) == entry.digest:
                    found[key] = entry.payload
        return found

    def fetch_one(self, section: str, key: str) -> Entry | None:
        """The answer about one key; about another tree where there is none about this one."""
        found = (self._fetch_one(_section(section, tree), key) for tree in _seen_from(self._tree))
        return next(filter(None, found), None)

    def keys(self, section: str) -> list[str]:
        """What a section has answers about."""
        query = "select key from entries where section = ? and typeof(key) = 'blob'"
        return [os.fsdecode(key) for (key,) in self._query(query, (_section(section, self._tree),))]

    def _fetch(self, section: str, some: Collection[str] | None) -> dict[str, Entry]:
        if some is not None:
            found = ((key, self._fetch_one(section, key)) for key in some)
            return {key: entry for key, entry in found if entry is not None}
        query = f"select key, digest, payload from entries where section = ? and {_HAS_RIGHT_TYPES}"
        rows = self._query(query, (section,))
        return {os.fsdecode(key): Entry(digest, payload) for key, digest, payload in rows}

    def _fetch_one(self, section: str, key: str) -> Entry | None:
        query = f"select digest, payload from entries where section = ? and key = ? and {_HAS_RIGHT_TYPES}"
        rows = self._query(query, (section, os.fsencode(key)))
        return Entry(*rows[0]) if rows else None

    def store(self, section: str, entries: Mapping[str, Entry]) -> None:
        """Put answers in the place of older ones with the same key."""
        section = _section(section, self._tree)
        rows = [(section, os.fsencode(key), entry.digest, entry.payload) for key, entry in entries.items()]
        if rows:
            self._write("insert or replace into entries values (?, ?, ?, ?)", rows)
            self._write(_MARK_AS_USED, [(section,)])
            self._write(_FORGET_UNUSED, [(_KEPT_WRITES,)])
            self._write(_FORGET_UNUSED_NAMES, [(_KEPT_WRITES,)])

    def discard(self, section: str, keys: Iterable[str]) -> None:
        """Forget answers about files that are gone."""
        rows = [(_section(section, self._tree), os.fsencode(key)) for key in keys]
        if rows:
            self._write("delete from entries where section = ? and key = ?", rows)

    def close(self) -> None:
        """End the use of the file; later calls know nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def path(self) -> Path | None:
        """The file behind it, None when nothing is kept."""
        return self._path

    def _query(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.executemany(statement, rows)
        except sqlite3.Error as error:  # the next run is colder, this one is right
            self._give_up(error)

    def _give_up(self, error: sqlite3.Error) -> None:
        if _is_damage(error):
            self.throw_away()

    def throw_away(self) -> None:
        """Delete the file: it is damaged. The run goes on without a cache, the next one makes a new file."""
        self.close()
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink()


def _section(name: str, tree: Tree) -> str:
    return f"{name}:{tree}" if tree else name


def _seen_from(tree: Tree) -> tuple[Tree, ...]:
    """Whose answers count, its own first; a run on the work tree, by far the most frequent, needs no others."""
    return (tree, *(other for other in _TREES if other != tree)) if tree else (tree,)


def _open(path: Path) -> sqlite3.Connection | None:
    try:
        _make_folder(path.parent)
    except OSError:
        if not os.path.exists(path):
            return None
    with contextlib.suppress(sqlite3.Error, OSError):
        try:
            return _connect(path)
        except sqlite3.Error as error:
            if _is_damage(error):
                path.unlink()
                return _connect(path)
            if _result_code(error) in _NOT_NOW:
                return None  # somebody is writing: what is read meanwhile need not fit together
            return _connect_read_only(path)
    return None


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether only a new file helps: not when it is read-only or locked for too long, or the disk is full."""
    return _result_code(error) not in _PASSING_ERRORS


def _result_code(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & _PRIMARY_CODE


def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORE_ALL, encoding="utf-8")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS)
    try:
        # What is lost in a power cut is only work that can be done again.
        connection.execute("pragma synchronous = off")
        connection.executescript(_SCHEMA)
        connection.execute("select used from sections limit 1").fetchall()
        connection.execute("select digest, payload from entries limit 1").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute("select digest, payload from entries limit 1").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
