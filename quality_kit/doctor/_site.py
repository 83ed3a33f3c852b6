"""Looks around: which tools there are, in which versions, and where they come from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quality_kit.doctor._diagnosis import Site, Tool
from quality_kit.linters import available, interpreter_for, project_interpreter
from quality_kit.neighbours.documents import Documents
from quality_kit.neighbours.requirements import normalized

#: Seconds; an interpreter lists what is installed for it in a tenth of one.
_TIME_LIMIT = 20
_LIST = """
import importlib.metadata, json
print(json.dumps([(one.metadata["Name"], one.version) for one in importlib.metadata.distributions()]))
"""


def look_around(
    root: Path, linters: tuple[str, ...], linter_python: str, cache_file: Path, others: tuple[str, ...]
) -> Site:
    """A project as the checks see it.

    Args:
        root: The project's root.
        linters: Those that a run would start.
        linter_python: The setting of that name.
        cache_file: Where the results of earlier runs are.
        others: The files that are no Python.
    """
    return Site(
        documents=Documents(root),
        linters=linters,
        tools={name: _tool(name, root, linter_python) for name in available()},
        packages_of=packages_of,
        linter_python=linter_python,
        project_python=project_interpreter(root),
        cache=cache_file,
        others=others,
    )


@cache
def packages_of(python: str) -> Mapping[str, str] | None:
    """What is installed for an interpreter, asked from itself: nobody else knows all of its folders."""
    try:
        done = subprocess.run(
            [python, "-c", _LIST], cwd=os.sep, capture_output=True, timeout=_TIME_LIMIT, check=True
        )
        return {normalized(name): version for name, version in json.loads(done.stdout) if name and version}
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _tool(name: str, root: Path, linter_python: str) -> Tool:
    python = interpreter_for(linter_python, root, name)
    version = (packages_of(python) or {}).get(name)
    return Tool(name, version, python, _origin(python, root))


def _origin(python: str, root: Path) -> str:
    if python == sys.executable:
        return "beside quality-kit"
    if python == project_interpreter(root):
        return f"the project's {Path(python).relative_to(root).parts[0]}"
    return "linter-python"
