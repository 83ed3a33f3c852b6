"""A mypy that cannot see what the project is built on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.neighbours.installation import commands
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
    return [Diagnosis("error", what, python, " && ".join(_mend(site)))]


def _import_python(site: Site, values: Mapping[str, Any]) -> str:
    """As mypy is started: its own setting, else the project's environment, else where it is installed."""
    configured = values.get("python_executable")
    if isinstance(configured, str):
        return os.path.join(site.documents.root, os.path.expanduser(configured))
    return site.project_python or site.tools["mypy"].python


def _mend(site: Site) -> tuple[str, ...]:
    root, python = site.documents.root, site.project_python
    environment = None if python is None else Path(python).relative_to(root).parts[0]
    return commands(site.documents, environment)
