"""A mypy that nobody has configured."""

from __future__ import annotations

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.neighbours.settings import settings_of

_WHAT = (
    "mypy has no settings: it skips the bodies of functions without annotations, "
    "and imports that it cannot find are ignored"
)


def check(site: Site) -> list[Diagnosis]:
    """mypy has settings of its own."""
    settings = settings_of("mypy", site.documents)
    if not site.runs("mypy") or settings.path is not None:
        return []
    return [Diagnosis("warning", _WHAT, settings.place, "check_untyped_defs = true")]
