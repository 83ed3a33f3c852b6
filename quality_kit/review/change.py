"""The two trees of a review, what differs between them, and the texts of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quality_kit.outlines.model import Outline
from quality_kit.review.diff import FileChange
from quality_kit.source import SourceFile, UndecodableError

#: Gives for each of some words the paths of the head's Python files that hold it.
Search = Callable[[Sequence[str]], Mapping[str, Sequence[str]]]
#: Gives the bytes of a file of a tree by path; None where the tree has no such file.
Read = Callable[[str], bytes | None]
_EMPTY = Outline()


class Side:
    """One of the two trees: its texts, read when somebody asks, at most once, and the outlines of changed files."""

    def __init__(self, read: Read, outlines: Mapping[str, Outline] | None = None) -> None:
        self._read = read
        self._sources: dict[str, SourceFile | None] = {}
        self._outlines = outlines or {}
        #: The functions that a change touches by path, as far as somebody has asked: several sections do.
        self.scopes: dict[str, tuple[str, ...]] = {}

    def with_outlines(self, outlines: Mapping[str, Outline]) -> Side:
        """The same tree, with these outlines by path."""
        return Side(self._read, outlines)

    def data(self, path: str | None) -> bytes | None:
        """The bytes of the file; None where there is none."""
        return None if path is None else self._read(path)

    def source(self, path: str | None) -> SourceFile | None:
        """The file as text; None where there is none, or where it is no text."""
        if path is None:
            return None
        if path not in self._sources:
            self._sources[path] = self._decoded(path)
        return self._sources[path]

    def text(self, path: str | None) -> str:
        """The text of the file; empty where there is none."""
        found = self.source(path)
        return found.text if found is not None else ""

    def outline(self, path: str | None) -> Outline:
        """The outline of a changed file; an empty one where there is no file, or none that parses."""
        return self._outlines.get(path or "", _EMPTY)

    def outlines(self, paths: Iterable[str | None]) -> Iterator[tuple[str, Outline]]:
        """The outlines of these files, in their order, with their paths."""
        return ((path, self.outline(path)) for path in paths if path is not None)

    def _decoded(self, path: str) -> SourceFile | None:
        data = self._read(path)
        source = SourceFile(path, data) if data is not None else None
        try:
            return source if source is None or source.text is not None else None
        except UndecodableError:
            return None


class Change(NamedTuple):
    """What differs between the base and the head."""

    files: tuple[FileChange, ...]
    base: Side
    head: Side
    #: Looks at the whole tree.
    search: Search

    def mentions(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """For each of the words the files that hold it and did not change."""
        changed = {file.path for file in self.files}
        found = self.search(words) if words else {}
        kept = {word: tuple(path for path in paths if path not in changed) for word, paths in found.items()}
        return {word: paths for word, paths in kept.items() if paths}

    @property
    def python(self) -> tuple[FileChange, ...]:
        """The Python files among them that hold text."""
        return tuple(each for each in self.files if each.is_python)

    @property
    def renames(self) -> Mapping[str, str]:
        """Of files that have another name now: from the old path to the new one."""
        return {each.before: each.path for each in self.files if each.before not in (None, each.path)}
