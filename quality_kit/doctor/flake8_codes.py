"""Codes of flake8 that complain about what black writes."""

from __future__ import annotations

from collections.abc import Mapping

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.doctor._flake8_codes import is_on
from quality_kit.doctor._write import line
from quality_kit.finding import Severity
from quality_kit.neighbours.settings import settings_of, words

#: What black writes, and the code that complains about it.
_AGAINST_BLACK: Mapping[str, str] = {
    "E203": "white space before the colon of a slice",
    "E701": "class A: ... on one line",
    "E704": "def f(): ... on one line",
    "W503": "line breaks before operators",
}

#: Sooner or later every project has a slice with white space; the others are rarer.
_COMMON = ("E203", "W503")


def check(site: Site) -> list[Diagnosis]:
    """One diagnosis for all such codes: they stand in one setting."""
    if not site.runs("black", "flake8"):
        return []
    settings = settings_of("flake8", site.documents)
    codes = [code for code in _AGAINST_BLACK if is_on(code, settings.values)]
    if not codes:
        return []
    complaints = ", ".join(f"{code} ({_AGAINST_BLACK[code]})" for code in codes)
    ignored = [code for code in words(settings.values.get("extend_ignore")) if code not in codes]
    mend = line(settings, "extend-ignore", [*ignored, *codes])
    severity: Severity = "error" if any(code in _COMMON for code in codes) else "warning"
    return [Diagnosis(severity, f"flake8 forbids what black writes: {complaints}", settings.place, mend)]
