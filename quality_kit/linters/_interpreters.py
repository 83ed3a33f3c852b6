"""Which Python runs a linter, and what is installed for it, without starting it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from quality_kit import git
from quality_kit.cache import digest

#: The value of ``linter-python`` that means: the project's environment if it has the tool, else our own.
AUTO = "auto"

_ENVIRONMENTS = (".venv", "venv")
_SHARES_PACKAGES = re.compile(r"include-system-site-packages\s*=\s*true", re.IGNORECASE)

#: Variables that change what a linter finds.
_TELLING_VARIABLES = ("HOME", "PYTHONPATH", "XDG_CONFIG_HOME", "PYFLAKES_BUILTINS", "PYFLAKES_DOCTEST")


def choose(python: str, root: Path, tool: str) -> str:
    """The interpreter that runs a tool; a given one is taken even if it lacks the tool."""
    if python != AUTO:
        return (
            os.path.join(root, os.path.expanduser(python))
            if "/" in python
            else shutil.which(python) or python
        )
    own = project_interpreter(root)
    return own if own is not None and _has(own, tool) else sys.executable


def project_interpreter(root: Path) -> str | None:
    """The Python of the project's virtual environment in its root; what somebody has committed is none."""
    return next((python for name, python in _environments(root) if not _is_tracked(root, name)), None)


def committed_environments(root: Path) -> tuple[tuple[str, str], ...]:
    """Name and Python of each virtual environment in the root that git tracks: code from elsewhere."""
    return tuple((name, python) for name, python in _environments(root) if _is_tracked(root, name))


def has_tool(python: str, tools: Iterable[str]) -> bool:
    """Whether one of the tools is installed for an interpreter."""
    return any(_has(python, tool) for tool in tools)


def _environments(root: Path) -> list[tuple[str, str]]:
    candidates = ((name, root / name / "bin" / "python") for name in _ENVIRONMENTS)
    return [(name, str(python)) for name, python in candidates if python.exists()]


@cache
def _is_tracked(root: Path, name: str) -> bool:
    return bool(git.ask(root, "ls-files", "-z", "--", name))


def installed(python: str, tool: str) -> bytes | None:
    """A digest of the interpreter and of all that is installed for it.

    All distributions, not only the tool: plugins, and the libraries that they work with. None if
    it cannot be known without starting the interpreter.
    """
    if not _has(python, tool) or _shares_packages(python):
        return None
    try:
        binary = os.stat(python)
    except OSError:
        return None
    version = f"{os.path.realpath(python)} {binary.st_size} {binary.st_mtime_ns}"
    variables = [f"{name}={os.environ.get(name)}" for name in _TELLING_VARIABLES]
    return digest(
        *(text.encode(errors="surrogateescape") for text in [version, *variables, *_distributions(python)])
    )


def _has(python: str, tool: str) -> bool:
    return any(name.startswith(f"{tool}-") for name in _distributions(python))


def _distributions(python: str) -> list[str]:
    """The names of the ``*.dist-info`` folders: name and version of each distribution."""
    return sorted(name for folder in _package_folders(python) for name in _names_in(folder))


def _names_in(folder: str | Path) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.endswith(".dist-info")]
    except OSError:
        return []


def _package_folders(python: str) -> list[str] | list[Path]:
    if python == sys.executable:
        return [folder for folder in sys.path if folder]
    return sorted(Path(python).parent.parent.glob("lib/python3*/site-packages"))


def _shares_packages(python: str) -> bool:
    """Whether a virtual environment takes in the packages of the Python that it was made from."""
    if python == sys.executable:
        return False
    try:
        return bool(_SHARES_PACKAGES.search((Path(python).parent.parent / "pyvenv.cfg").read_text()))
    except (OSError, UnicodeDecodeError):
        return False
