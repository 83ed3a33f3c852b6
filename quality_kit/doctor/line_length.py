"""Line lengths of black, isort and flake8 that cannot all be obeyed."""

from __future__ import annotations

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.doctor._flake8_codes import is_on
from quality_kit.doctor._write import line
from quality_kit.neighbours.settings import number, settings_of

#: What black, and isort with black's profile, do by default; and flake8.
_BLACK, _FLAKE8 = 88, 79
_TOO_LONG = "E501"


def check(site: Site) -> list[Diagnosis]:
    """isort must break lines where black does; flake8 may not ask for shorter ones."""
    if not site.runs("black"):
        return []
    black = settings_of("black", site.documents)
    length = number(black.values.get("line_length"), _BLACK)
    return [*_isort(site, length), *_flake8(site, length)]


def _isort(site: Site, black: int) -> list[Diagnosis]:
    settings = settings_of("isort", site.documents)
    length = number(settings.values.get("line_length"), _BLACK)
    if not site.runs("isort") or length == black:
        return []
    what = f"isort breaks lines at {length} characters, black at {black}: each undoes the other's work"
    return [Diagnosis("error", what, settings.place, line(settings, "line_length", black))]


def _flake8(site: Site, black: int) -> list[Diagnosis]:
    settings = settings_of("flake8", site.documents)
    length = number(settings.values.get("max_line_length"), _FLAKE8)
    if not site.runs("flake8") or length >= black or not is_on(_TOO_LONG, settings.values):
        return []
    what = f"flake8 allows {length} characters a line, black writes up to {black}"
    return [Diagnosis("error", what, settings.place, line(settings, "max-line-length", black))]
