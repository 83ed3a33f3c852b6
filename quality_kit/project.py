"""The tree that is checked: where it is, which files it has, and what they are called."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Snapshot(NamedTuple):
    """A tree as git keeps it: that of a commit, or the index. Links and submodules are no part of it."""

    #: The object id of each regular file, by path relative to the project's root.
    blobs: Mapping[str, str]
    #: The root's path below the top of the repository, with a slash at its end; empty for the top.
    prefix: str = ""


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
    #: Where the contents come from when they do not come from the work tree.
    snapshot: Snapshot | None = None

    def absolute(self, path: str) -> str:
        """The path as the operating system wants it."""
        return f"{self.root}{os.sep}{path}"
