"""What mypy is told beside the project's own configuration, and which files that configuration excludes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quality_kit.linters._interpreters import project_interpreter
from quality_kit.linters._tables import folders_above, nearest

#: In the order in which mypy looks for them.
CONFIGURATION_FILES = ("mypy.ini", ".mypy.ini", "pyproject.toml", "setup.cfg")

_CACHE = ".mypy_cache"

#: The shape of the output belongs to us, and a check installs nothing. That a section of the
#: configuration fits none of the targets (``strict`` makes mypy tell) is no news.
_ALWAYS = [
    "--output=json",
    "--no-error-summary",
    "--hide-error-context",
    "--no-pretty",
    "--no-warn-unused-configs",
    "--no-install-types",
    "--interactive",
]


def options(root: Path, home: Path) -> list[str]:
    """Imports are looked up in the environment at home; without configuration unknown ones are ignored."""
    table = _table(root)
    chosen = [*_ALWAYS]
    if table is None:
        chosen.append("--ignore-missing-imports")
    if root != home and "cache_dir" not in (table or {}):  # what it remembers must outlive the copy
        chosen.append(f"--cache-dir={home / _CACHE}")
    python = project_interpreter(home)
    if python is not None and "python_executable" not in (table or {}):
        chosen.append(f"--python-executable={python}")
    return chosen


def excluder(root: Path) -> Callable[[str], bool]:
    """``exclude``, which mypy obeys only when it walks the tree itself: each folder on the way is searched.

    As in ``mypy .`` an excluded file that another one imports is checked nevertheless. ``files``
    and ``packages`` do not count: what is checked is our caller's choice, as on mypy's command line.
    """
    value = (_table(root) or {}).get("exclude") or []
    patterns = [str(pattern).strip() for pattern in ([value] if isinstance(value, str) else value)]
    valid = [pattern for pattern in patterns if _is_valid(pattern)]
    return lambda path: any(
        re.search(pattern, part)
        for pattern in valid
        for part in [*(f"{folder}/" for folder in folders_above(path)), path]
    )


def _table(root: Path) -> dict[str, Any] | None:
    """The project's configuration of mypy; None: it has none. A file of mypy's own counts without a table."""
    found = nearest(root, "mypy", CONFIGURATION_FILES, within_repository=True)
    if found is not None:
        return found[1]
    return {} if any((root / name).exists() for name in CONFIGURATION_FILES[:2]) else None


def _is_valid(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return bool(pattern)
