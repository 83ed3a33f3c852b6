"""The files that a linter talks about, found again under whatever path it prints."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quality_kit.logical_lines import LogicalLines
from quality_kit.source import UndecodableError, decode


class Sources:
    """The project's files by the paths that tools print: relative, with ``./``, absolute, resolved."""

    def __init__(self, root: Path, files: Iterable[str]) -> None:
        self._root = root
        self._files = frozenset(files)
        self._resolved: dict[str, str] | None = None

    def find(self, printed: str) -> str | None:
        """The project's path; None for a file that was not handed over."""
        if printed in self._files:
            return printed
        absolute = os.path.normpath(os.path.join(self._root, printed))
        path = os.path.relpath(absolute, self._root).replace(os.sep, "/")
        return path if path in self._files else self._by_real_path(absolute)

    def logical_lines(self, path: str) -> LogicalLines:
        """The statements of a file; none when it cannot be read any more."""
        try:
            return LogicalLines(decode((self._root / path).read_bytes()))
        except (OSError, UndecodableError):
            return LogicalLines("")

    def _by_real_path(self, absolute: str) -> str | None:
        if self._resolved is None:
            self._resolved = {os.path.realpath(self._root / path): path for path in self._files}
        return self._resolved.get(os.path.realpath(absolute))
