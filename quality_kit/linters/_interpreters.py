"""Which Python runs a linter, and what is installed for it, without starting it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from quality_kit import git
from quality_kit.cache import digest

#: The value of ``linter-python`` that means: the project's environment if it has the tool, else our own.
AUTO = "auto"

_ENVIRONMENTS = (".venv", "venv")
_ENVIRONMENT_FILE = "pyvenv.cfg"
_SHARES_PACKAGES = re.compile(r"include-system-site-packages\s*=\s*true", re.IGNORECASE)

#: Variables that change what a linter finds.
_TELLING_VARIABLES = ("HOME", "PYTHONPATH", "XDG_CONFIG_HOME", "PYFLAKES_BUILTINS", "PYFLAKES_DOCTEST")


class Committed(NamedTuple):
    """A Python that git tracks, or of which it tracks the packages: code from elsewhere, which is not run."""

    #: What to take out of git: an environment or a program, relative to the root where it lies below.
    name: str
    python: str


def choose(python: str, root: Path, tool: str) -> str:
    """The interpreter that runs a tool; a given one is taken even if it lacks the tool, but not a committed one."""
    if python != AUTO:
        return sys.executable if committed(python, root) else _named(python, root)
    own = project_interpreter(root)
    return own if own is not None and _has(own, tool) else sys.executable


def project_interpreter(root: Path) -> str | None:
    """The Python of the project's virtual environment in its root; what somebody has committed is none."""
    return next((python for name, python in _environments(root) if not _is_tracked(root / name)), None)


def committed(python: str, root: Path) -> tuple[Committed, ...]:
    """Those that a value of ``linter-python`` means and that are not run."""
    if python == AUTO:
        return tuple(Committed(*each) for each in _environments(root) if _is_tracked(root / each[0]))
    named = _named(python, root)
    if named == sys.executable:  # it runs this code
        return ()
    found = next((path for path in _parts_below_repository(named, root) if _is_tracked(path)), None)
    return () if found is None else (Committed(_shown(found, root), named),)


def has_tool(python: str, tools: Iterable[str]) -> bool:
    """Whether one of the tools is installed for an interpreter."""
    return any(_has(python, tool) for tool in tools)


def _environments(root: Path) -> list[tuple[str, str]]:
    candidates = ((name, root / name / "bin" / "python") for name in _ENVIRONMENTS)
    return [(name, str(python)) for name, python in candidates if python.exists()]


def _named(python: str, root: Path) -> str:
    if "/" in python:
        return os.path.normpath(os.path.join(root, os.path.expanduser(python)))
    return shutil.which(python) or python


def _parts_below_repository(python: str, root: Path) -> list[Path]:
    """The environment and the program, as they are called without links, where they lie in the repository."""
    top = _top(root)
    program = Path(os.path.realpath(os.path.dirname(python)), os.path.basename(python))
    environment = program.parent.parent
    parts = [environment] if (environment / _ENVIRONMENT_FILE).is_file() else []
    return [path for path in (*parts, program, Path(os.path.realpath(python))) if top in path.parents]


@cache
def _top(root: Path) -> Path | None:
    answer = git.ask(root, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(answer.rstrip(b"\n"))) if answer else None


def _shown(path: Path, root: Path) -> str:
    return os.path.relpath(path, os.path.realpath(root)).replace(os.sep, "/")


@cache
def _is_tracked(path: Path) -> bool:
    """Whether git, or that of a submodule, tracks a file or anything in a folder; some disks know no case."""
    return bool(git.ask(path.parent, "--icase-pathspecs", "ls-files", "-z", "--", path.name))


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
        return bool(_SHARES_PACKAGES.search((Path(python).parent.parent / _ENVIRONMENT_FILE).read_text()))
    except (OSError, UnicodeDecodeError):
        return False
