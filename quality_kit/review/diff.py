"""Which files and lines differ between two trees, as git tells it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from quality_kit import git
from quality_kit.files import UsageError

Status = Literal["added", "modified", "deleted", "renamed"]
FileKind = Literal["text", "binary", "submodule", "link"]

_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_FILE = b"diff --git "
_BINARY = (b"Binary files ", b"GIT binary patch")
_KINDS: dict[bytes, FileKind] = {b"160000": "submodule", b"120000": "link"}
_OPTIONS = (
    "--relative",
    "--find-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--submodule=short",
)
#: How raw lines call what we call otherwise; a copy is a new file.
_STATUSES: dict[str, Status] = {"A": "added", "C": "added", "D": "deleted", "R": "renamed"}
_UNMERGED = "U"
_NO_MODE = b"000000"
#: Patches of a file that becomes a link.
_OF_A_CHANGED_TYPE = 2


class Hunk(NamedTuple):
    """Lines that were replaced by others, from 1; where a number of lines is 0 the place is behind the start."""

    old_start: int
    old_lines: int
    new_start: int
    new_lines: int


class FileChange(NamedTuple):
    """One file that differs."""

    #: In the head; of a deleted file in the base.
    path: str
    #: In the base; None for a new file.
    before: str | None
    status: Status
    kind: FileKind
    hunks: tuple[Hunk, ...] = ()

    @property
    def added(self) -> int:
        """How many lines of the head are not in the base."""
        return sum(hunk.new_lines for hunk in self.hunks)

    @property
    def removed(self) -> int:
        """How many lines of the base are not in the head."""
        return sum(hunk.old_lines for hunk in self.hunks)

    @property
    def is_python(self) -> bool:
        """Whether it is a Python file that holds text."""
        return self.kind == "text" and self.path.endswith((".py", ".pyi"))

    def new_lines(self) -> frozenset[int]:
        """The numbers of the lines that are new or changed, in the head."""
        return frozenset(
            line for hunk in self.hunks for line in range(hunk.new_start, hunk.new_start + hunk.new_lines)
        )

    def touched_lines(self) -> frozenset[int]:
        """The new and changed lines of the head, and those behind which lines are gone."""
        gone = (max(hunk.new_start, 1) for hunk in self.hunks if not hunk.new_lines)
        return self.new_lines().union(gone)

    def old_lines(self) -> frozenset[int]:
        """The numbers of the lines that are gone or changed, in the base."""
        return frozenset(
            line for hunk in self.hunks for line in range(hunk.old_start, hunk.old_start + hunk.old_lines)
        )


class _Raw(NamedTuple):
    """A line of ``git diff --raw``."""

    old_mode: bytes
    new_mode: bytes
    letter: str
    before: str
    path: str


def diff(root: Path, sides: Sequence[str], index: str | None = None) -> tuple[FileChange, ...]:
    """The files below the root that differ, by path.

    Args:
        root: Paths are relative to it.
        sides: What ``git diff`` compares: ``(base,)`` for the work tree, ``("--cached", base)``, ``(base, head)``.
        index: The file of another index than the repository's own.

    Raises:
        UsageError: Git cannot compare them.
    """
    raw = _raw(_ask(root, ("--raw", "-z", "--no-abbrev"), sides, index))
    patches = _patches(_ask(root, ("--patch", "--unified=0"), sides, index))
    # Of what a merge has left undecided git compares the file that lies there; where none does, there is nothing.
    decided = (entry for entry in raw if entry.letter != _UNMERGED)
    changes = [
        _change(entry, [next(patches, []) for _ in range(_number_of_patches(entry))]) for entry in decided
    ]
    return tuple(sorted(changes))


def untracked(root: Path) -> tuple[str, ...]:
    """The files that git would add, by path; links and folders of other repositories are none."""
    listed = git.ask(root, "ls-files", "-z", "--others", "--exclude-standard") or b""
    names = (os.fsdecode(name) for name in listed.split(b"\0") if name)
    return tuple(sorted(name for name in names if (root / name).is_file() and not (root / name).is_symlink()))


def new_file(path: str, data: bytes) -> FileChange:
    """The change that a new file is."""
    if b"\0" in data:
        return FileChange(path, None, "added", "binary")
    lines = data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
    return FileChange(path, None, "added", "text", (Hunk(0, 0, 1, lines),) if lines else ())


def _ask(root: Path, options: Sequence[str], sides: Sequence[str], index: str | None) -> bytes:
    given = ("-c", "diff.autoRefreshIndex=false", "-c", "core.quotePath=true", "diff")
    found = git.ask(root, *given, *_OPTIONS, *options, *sides, "--", index=index)
    if found is None:
        raise UsageError(f"git cannot compare: see what `git diff {' '.join(sides)}` says in {root}")
    return found


def _raw(output: bytes) -> Iterator[_Raw]:
    fields = iter(output.split(b"\0"))
    for about in fields:
        if about:
            old_mode, new_mode, _, _, status = about.lstrip(b":").split(b" ")
            letter = status[:1].decode()
            before = os.fsdecode(next(fields))
            path = os.fsdecode(next(fields)) if letter in "RC" else before
            yield _Raw(old_mode, new_mode, letter, before, path)


def _patches(output: bytes) -> Iterator[list[bytes]]:
    """The lines of each file's patch that say something of it; contents begin with a sign."""
    patch: list[bytes] | None = None
    for line in output.split(b"\n"):
        if line.startswith(_FILE):
            if patch is not None:
                yield patch
            patch = []
        elif patch is not None and line.startswith((b"@@ ", *_BINARY)):
            patch.append(line)
    if patch is not None:
        yield patch


def _number_of_patches(entry: _Raw) -> int:
    """Where a file becomes a link, git shows one that goes and one that comes."""
    return _OF_A_CHANGED_TYPE if entry.letter == "T" else 1


def _change(entry: _Raw, patches: list[list[bytes]]) -> FileChange:
    lines = [line for patch in patches for line in patch]
    kind = _kind(entry, lines)
    hunks = tuple(_hunk(line) for line in lines if line.startswith(b"@@ ")) if kind == "text" else ()
    status = _STATUSES.get(entry.letter, "modified")
    before = None if status == "added" else entry.before
    return FileChange(entry.path, before, status, kind, hunks)


def _kind(entry: _Raw, lines: list[bytes]) -> FileKind:
    mode = entry.old_mode if entry.new_mode == _NO_MODE else entry.new_mode
    if mode in _KINDS:
        return _KINDS[mode]
    return "binary" if any(line.startswith(_BINARY) for line in lines) else "text"


def _hunk(line: bytes) -> Hunk:
    found = _HUNK.match(line)
    assert found is not None, line
    numbers = [1 if number is None else int(number) for number in found.groups()]
    return Hunk(*numbers)
