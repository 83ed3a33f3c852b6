"""An isort that formats imports otherwise than black."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.doctor._write import line
from quality_kit.neighbours.settings import settings_of

#: What the profile stands for; teams wrote it out before there were profiles.
_SAME_AS_PROFILE: Mapping[str, tuple[str, ...]] = {
    "multi_line_output": ("3", "vertical_hanging_indent"),
    "include_trailing_comma": ("true", "1", "yes", "on"),
}


def check(site: Site) -> list[Diagnosis]:
    """isort has the profile ``black``, or the settings that make it up."""
    settings = settings_of("isort", site.documents)
    profile = settings.values.get("profile")
    if not site.runs("black", "isort") or profile == "black" or _is_written_out(settings.values):
        return []
    described = f"profile {profile!r}" if profile else "no profile"
    what = (
        f"isort has {described}: it wraps imports in another way than black, and each undoes the other's work"
    )
    return [Diagnosis("error", what, settings.place, line(settings, "profile", "black"))]


def _is_written_out(values: Mapping[str, Any]) -> bool:
    return all(str(values.get(key)).lower() in wanted for key, wanted in _SAME_AS_PROFILE.items())
