"""Trees and contents from git's own store: reading them touches neither the work tree nor the index."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from quality_kit import git
from quality_kit.files import UsageError
from quality_kit.project import Snapshot

_REGULAR_MODES = frozenset((b"100644", b"100755"))
_NEITHER_OURS_NOR_THEIRS = b"0"
#: No honest repository has them; a file of such a name must not be written anywhere.
_UNSAFE_NAMES = frozenset(("", ".", "..", ".git"))


def commit_tree(root: Path, commit: str) -> Snapshot:
    """The part of a commit's tree that lies below the root.

    Raises:
        UsageError: Git lacks the tree.
    """
    rows = _rows(root, "ls-tree", "-r", "-z", commit)
    blobs = {}
    for row in rows:
        about, _, name = row.partition(b"\t")
        mode, _, blob = about.split(b" ", 2)
        if mode in _REGULAR_MODES:
            blobs[os.fsdecode(name)] = blob.decode()
    return _snapshot(root, blobs)


def index_tree(root: Path) -> Snapshot:
    """What the next commit would hold below the root.

    Raises:
        UsageError: A merge has left files undecided.
    """
    rows = _rows(root, "ls-files", "--stage", "-z", index=index_file(root))
    blobs = {}
    for row in rows:
        about, _, name = row.partition(b"\t")
        mode, blob, stage = about.split(b" ")
        if stage != _NEITHER_OURS_NOR_THEIRS:
            raise UsageError(f"{os.fsdecode(name)} has merge conflicts: resolve them, then `git add` it")
        if mode in _REGULAR_MODES:
            blobs[os.fsdecode(name)] = blob.decode()
    return _snapshot(root, blobs)


def _rows(root: Path, *arguments: str, index: str | None = None) -> Iterator[bytes]:
    found = git.ask(root, *arguments, index=index)
    if found is None:
        command = " ".join(("git", *arguments))
        raise UsageError(f"git cannot list the files of {root}: see what `{command}` says there")
    return (row for row in found.split(b"\0") if row)


def _snapshot(root: Path, blobs: dict[str, str]) -> Snapshot:
    prefix = git.ask(root, "rev-parse", "--show-prefix") or b""
    safe = {path: blob for path, blob in blobs.items() if _UNSAFE_NAMES.isdisjoint(path.split("/"))}
    return Snapshot(safe, os.fsdecode(prefix.rstrip(b"\n")))


def index_file(root: Path) -> str | None:
    """The index that a hook is about, None for the usual one.

    While ``git commit FILE`` runs, the next commit stands in an index of its own beside the usual one.
    """
    named = os.environ.get("GIT_INDEX_FILE")
    folder = git.ask(root, "rev-parse", "--absolute-git-dir")
    if not named or folder is None:
        return None
    index = os.path.realpath(named)
    return index if os.path.dirname(index) == os.path.realpath(folder.rstrip(b"\n").decode()) else None


class Blobs:
    """Reads objects, by one git process that starts when the first is wanted."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git: subprocess.Popen[bytes] | None = None

    def read(self, blob: str) -> bytes:
        """The content of an object.

        Raises:
            UsageError: The repository lacks it, as partial clones do while they are offline.
        """
        if self._git is None:
            self._git = self._started()
        requests, answers = self._git.stdin, self._git.stdout
        assert requests is not None and answers is not None
        try:
            requests.write(f"{blob}\n".encode())
            requests.flush()
        except BrokenPipeError:
            raise self._missing(blob) from None
        header = answers.readline().split()
        if len(header) < 3 or header[1] != b"blob":
            raise self._missing(blob)
        data = answers.read(int(header[2]))
        answers.read(1)
        return data

    def close(self) -> None:
        """End git."""
        if self._git is not None:
            self._git.communicate()
            self._git = None

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["git", "cat-file", "--batch"],
            cwd=self._root,
            env=git.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _missing(self, blob: str) -> UsageError:
        return UsageError(
            f"git lacks the object {blob}: see `git fsck`, or `git fetch --refetch` what is missing"
        )
