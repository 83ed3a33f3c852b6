"""Source roots that do not exist: imports would silently lead nowhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from quality_kit.config.load import Table
from quality_kit.config.problems import Problem, nearest

_KEY = "source-roots"


def missing_roots(root: Path, tables: Sequence[Table]) -> list[Problem]:
    """A mistake for each source root in the file of the project's root that is no folder there.

    A file that it extends, a guide or a file from elsewhere may speak of several projects.
    """
    own = [table for table in tables[-1:] if Path(table.file).parent == root]
    named = [(table.file, each) for table in own for each in _strings(table.values.get(_KEY))]
    return [
        Problem(_KEY, f"there is no folder {each!r}{_nearest(root, each)}", file)
        for file, each in named
        if not (root / each).is_dir()
    ]


def _strings(value: object) -> list[str]:
    """What is no list of strings is a mistake that others tell."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _nearest(root: Path, missing: str) -> str:
    above, slash, _ = missing.rstrip("/").rpartition("/")
    try:
        beside = [entry.name for entry in os.scandir(root / above) if entry.is_dir()]
    except (OSError, ValueError):  # a NUL in it is no name at all
        return ""
    return nearest(missing.rstrip("/"), sorted(f"{above}{slash}{name}" for name in beside if name[0] != "."))
