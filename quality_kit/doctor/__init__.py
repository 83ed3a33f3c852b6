"""What is wrong around the code: tools that contradict each other, are missing, or see too little.

A check is a module of this package without an underscore, with one function ``check``: a further one
is one more file.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import cast

from quality_kit.doctor._diagnosis import Check, Diagnosis, Site
from quality_kit.doctor._site import look_around
from quality_kit.finding import SEVERITIES

__all__ = ["Diagnosis", "Site", "examine", "look_around"]


def examine(site: Site) -> tuple[Diagnosis, ...]:
    """All that is wrong, the worst first; checks speak in the order of their names.

    Raises:
        quality_kit.files.UsageError: A file that a check must read cannot be read or parsed.
    """
    found = [diagnosis for check in _checks() for diagnosis in check(site)]
    return tuple(sorted(found, key=lambda diagnosis: SEVERITIES.index(diagnosis.severity)))


def _checks() -> list[Check]:
    names = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    return [cast(Check, importlib.import_module(f"{__name__}.{name}").check) for name in names]
