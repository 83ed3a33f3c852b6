"""The tree that is checked: where it is, which files it has, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Project(NamedTuple):
    """One tree of files, known by paths relative to its root (strings with slashes)."""

    #: Absolute.
    root: Path
    #: All Python files of the tree, sorted; also those that this run does not report on.
    files: tuple[str, ...]
    #: The files this run reports on, sorted.
    targets: tuple[str, ...]
    #: The path whose content comes from standard input, and that content.
    stdin: tuple[str, bytes] | None = None

    def absolute(self, path: str) -> str:
        """The path as the operating system wants it."""
        return f"{self.root}{os.sep}{path}"
