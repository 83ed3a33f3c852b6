"""An .editorconfig that tells editors another line length than black's."""

from __future__ import annotations

import configparser
import re
from collections.abc import Mapping

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.neighbours.settings import number, settings_of

_FILE, _KEY = ".editorconfig", "max_line_length"
_BLACK = 88
#: Sections that surely are about every Python file.
_PYTHON = re.compile(r"\*|\*\.py|\*\.\{(\w+,\s*)*py(,\s*\w+)*\}")
_LENGTH = re.compile("[0-9]{1,9}")


def check(site: Site) -> list[Diagnosis]:
    """Where people wrap by hand, black unwraps."""
    file = site.documents.root / _FILE
    if not site.runs("black") or not file.is_file():
        return []
    black = number(settings_of("black", site.documents).values.get("line_length"), _BLACK)
    section, length = _told(_sections(site.documents.text(file) or ""))
    if length in (None, black):
        return []
    what = f"editors are told {length} characters a line, black writes up to {black}"
    return [Diagnosis("warning", what, f"{_FILE} [{section}]", f"{_KEY} = {black}")]


def _sections(text: str) -> Mapping[str, Mapping[str, str | None]]:
    """An ini file, but for the lines above the first section; of one that cannot be read nothing is said."""
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        parser.read_string(f"[ ]\n{text}")
    except configparser.Error:
        return {}
    return {name: dict(parser[name]) for name in parser.sections()}


def _told(sections: Mapping[str, Mapping[str, str | None]]) -> tuple[str, int | None]:
    """The last section that speaks of it wins; ``off`` is no length, nor is a key without a value."""
    told = [
        (name, values[_KEY])
        for name, values in sections.items()
        if _PYTHON.fullmatch(name) and _KEY in values
    ]
    name, text = told[-1] if told else ("", None)
    return name, int(text) if text and _LENGTH.fullmatch(text) else None
