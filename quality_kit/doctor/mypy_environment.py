"""A mypy that cannot see what the project is built on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.neighbours.documents import Documents
from quality_kit.neighbours.requirements import run_time_dependencies
from quality_kit.neighbours.settings import settings_of

_NAMED = 3


def check(site: Site) -> list[Diagnosis]:
    """The interpreter in which mypy looks imports up has the project's dependencies."""
    if not site.runs("mypy"):
        return []
    needed = run_time_dependencies(site.documents)
    python = _import_python(site, settings_of("mypy", site.documents).values)
    packages = site.packages_of(python)
    missing = [name for name in needed if packages is not None and name not in packages]
    if not missing:
        return []
    named = ", ".join(missing[:_NAMED]) + (" ..." if len(missing) > _NAMED else "")
    what = (
        f"mypy looks imports up where {len(missing)} of the project's {len(needed)} dependencies "
        f"are not installed ({named}): their types count as Any, or as errors"
    )
    return [Diagnosis("error", what, python, " && ".join(_commands(site)))]


def _import_python(site: Site, values: Mapping[str, Any]) -> str:
    """As mypy is started: its own setting, else the project's environment, else where it is installed."""
    configured = values.get("python_executable")
    if isinstance(configured, str):
        return os.path.join(site.documents.root, os.path.expanduser(configured))
    return site.project_python or site.tools["mypy"].python


def _commands(site: Site) -> Iterator[str]:
    root = site.documents.root
    if (root / "uv.lock").is_file():
        yield "uv sync"
    elif (root / "poetry.lock").is_file():
        yield from ("poetry config virtualenvs.in-project true --local", "poetry install")
    else:
        if site.project_python is None:
            yield "python3 -m venv .venv"
        folder = ".venv" if site.project_python is None else os.path.relpath(site.project_python, root)
        python = folder if site.project_python else f"{folder}/bin/python"
        yield f"{python} -m pip install {_what_to_install(site.documents)}"


def _what_to_install(documents: Documents) -> str:
    file = documents.root / "requirements.txt"
    return "-r requirements.txt" if file.is_file() else "--editable ."
