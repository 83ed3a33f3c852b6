"""How the project's dependencies are installed into an environment that our linters find."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from quality_kit.neighbours.documents import Documents

_REQUIREMENTS = (
    "requirements.txt",
    "requirements-dev.txt",
    "dev-requirements.txt",
    "requirements/base.txt",
    "requirements/dev.txt",
)
_DEVELOPMENT = "dev"


def manager(documents: Documents) -> str:
    """The program that manages the environment: ``uv``, ``poetry`` or ``pip``."""
    locks = {"uv": "uv.lock", "poetry": "poetry.lock"}
    return next((name for name, lock in locks.items() if (documents.root / lock).is_file()), "pip")


def commands(documents: Documents, environment: str | None) -> tuple[str, ...]:
    """The commands, run in the project's root; none where the project has nothing to install.

    Args:
        documents: The project.
        environment: The folder of its virtual environment; None: there is none yet.
    """
    by_manager = {
        "uv": ("uv sync",),
        "poetry": ("poetry config virtualenvs.in-project true --local", "poetry install"),
        "pip": tuple(_with_pip(documents, environment)),
    }
    return by_manager[manager(documents)]


def _with_pip(documents: Documents, environment: str | None) -> Iterator[str]:
    arguments = " ".join(_what_to_install(documents))
    if arguments:
        if environment is None:
            yield "python3 -m venv .venv"
        yield f"{environment or '.venv'}/bin/python -m pip install {arguments}"


def _what_to_install(documents: Documents) -> Iterator[str]:
    files = [f"-r {name}" for name in _REQUIREMENTS if (documents.root / name).is_file()]
    if files:
        yield from files
        return
    content: Any = documents.toml(documents.root / "pyproject.toml")
    project = content.get("project")
    if isinstance(project, dict):
        extra = _DEVELOPMENT in (project.get("optional-dependencies") or {})
        yield f"--editable {json.dumps(f'.[{_DEVELOPMENT}]') if extra else '.'}"
        if _DEVELOPMENT in (content.get("dependency-groups") or {}):
            yield f"--group {_DEVELOPMENT}"
