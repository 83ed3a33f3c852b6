"""Which names of the tree frameworks use, for a linter that takes them for dead.

Only the files that are asked for are parsed, and those where their classes' bases lie; what a file says
is kept by its content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from quality_kit.cache import Cache, Entry
from quality_kit.frameworks.names import FrameworkNames
from quality_kit.modules import Modules

_LOCAL = ":"
_MOST_BASES = 40

#: What a file says as it comes out of the cache: ``frameworks.uses.FileUses`` in lists.
_Says = tuple[list[Any], list[Any], Mapping[str, str]]
_NOTHING: _Says = ([], [], {})


class Tree(NamedTuple):
    """The files of the tree, and how they call each other."""

    contents: Mapping[str, bytes]
    digests: Mapping[str, bytes]
    modules: Modules
    #: The digest of our own code.
    version: bytes


def framework_names(paths: Iterable[str], tree: Tree, cache: Cache) -> FrameworkNames:
    """The names in these files that frameworks use."""
    reader = _Reader(tree, cache)
    found = {path: frozenset(reader.used(path)) for path in paths}
    reader.keep()
    return FrameworkNames(found, frozenset(reader.fields))


class _Reader:
    def __init__(self, tree: Tree, cache: Cache) -> None:
        self._tree, self._cache = tree, cache
        self._section = f"framework-uses:{tree.version.hex()}"
        self._known: dict[str, _Says] = {}
        self._fresh: dict[str, Entry] = {}
        self.fields: set[str] = set()

    def keep(self) -> None:
        """Store what was read in this run."""
        self._cache.store(self._section, self._fresh)

    def used(self, path: str) -> Iterator[tuple[str, int, int]]:
        """The names of one file, with their lines."""
        used, classes, _ = self._says(path)
        yield from ((name, first, last) for first, last, name in used)
        for each in classes:
            yield from self._of_class(path, each)

    def _of_class(self, path: str, definition: list[Any]) -> Iterator[tuple[str, int, int]]:
        from quality_kit.frameworks.bases import base

        name, first, last, _, is_data, members = definition
        outside, above = self._ancestry(path, definition)
        bases = [base(each) for each in outside]
        if any(each.finds_classes for each in bases):
            yield name, first, last
        overridden = {member[2] for ancestor in above for member in ancestor[5] if member[3] == "method"}
        for line, last_line, member, kind, method in members:
            called = method or member
            if kind == "field":
                is_used = is_data or any(each.reads_fields for each in bases)
                self.fields.update((member,) if is_used else ())
            elif kind == "attribute":
                is_used = any(each.reads_attributes for each in bases)
            else:
                is_used = any(each.calls(called) for each in bases) or (
                    kind == "parameter" and called in overridden
                )
            if is_used:
                yield member, line, last_line

    def _ancestry(self, path: str, definition: list[Any]) -> tuple[set[str], list[list[Any]]]:
        """The dotted names of the outside bases of a class, and its ancestors in this tree."""
        outside: set[str] = set()
        above: list[list[Any]] = []
        pending = [(path, reference) for reference in definition[3]]
        seen: set[tuple[str, str]] = set()
        while pending and len(seen) < _MOST_BASES:
            step = pending.pop()
            if step in seen:
                continue
            seen.add(step)
            found = self._find(*step)
            if isinstance(found, str):
                outside.add(found)
            elif found is not None:
                above.append(found[1])
                pending += [(found[0], reference) for reference in found[1][3]]
        return outside, above

    def _find(self, path: str, reference: str) -> tuple[str, list[Any]] | str | None:
        """The class of this tree with its file, or the dotted name of a foreign one."""
        for _ in range(_MOST_BASES):
            name = reference.removeprefix(_LOCAL)
            _, classes, names = self._says(path)
            if reference.startswith(_LOCAL) or "." not in name:
                local = next((each for each in classes if each[0] == name), None)
                if local is not None:
                    return path, local
                if name not in names or names[name] == reference:
                    return name or None
                reference = names[name]
                continue
            dotted = self._tree.modules.absolute(path, reference)
            place = self._tree.modules.split(dotted, path) if self._tree.modules.is_own(dotted) else None
            if place is None or not place[1]:
                return dotted
            path, reference = place[0], f"{_LOCAL}{place[1]}"
        return None

    def _says(self, path: str) -> _Says:
        if path not in self._known:
            self._known[path] = self._stored(path) or self._read(path)
        return self._known[path]

    def _stored(self, path: str) -> _Says | None:
        entry = self._cache.fetch_one(self._section, path)
        if entry is None or entry.digest != self._tree.digests.get(path):
            return None
        try:
            used, classes, names = json.loads(entry.payload)
        except (ValueError, TypeError):  # damaged: read it again
            return None
        return used, classes, names

    def _read(self, path: str) -> _Says:
        data = self._tree.contents.get(path)
        if data is None:
            return _NOTHING
        text = _text_of(path, data)
        self._fresh[path] = Entry(self._tree.digests[path], text)
        used, classes, names = json.loads(text)
        return used, classes, names


def _text_of(path: str, data: bytes) -> str:
    """What the file says, as JSON; nothing for a file that cannot be parsed, or not here."""
    from quality_kit import lean_libcst  # noqa: F401  before anything that imports LibCST
    from quality_kit.engine.suspects import is_suspect
    from quality_kit.frameworks.uses import file_uses
    from quality_kit.source import SourceFile, UndecodableError
    from quality_kit.tree import UnparsableError, parse

    source = SourceFile(path, data)
    try:
        return json.dumps(file_uses(parse(source)) if not is_suspect(source) else _NOTHING)
    except (UnparsableError, UndecodableError, RecursionError, MemoryError):
        return json.dumps(_NOTHING)
