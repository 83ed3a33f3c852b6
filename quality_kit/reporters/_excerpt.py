"""The source line of a finding with a caret under it, as wide as the terminal at most."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from quality_kit.finding import Finding
from quality_kit.reporters import SourceLine
from quality_kit.writing.safe_text import safe
from quality_kit.writing.spans import Line

_TAB = "    "
#: Columns of code that are shown on the narrowest terminal.
_LEAST = 20
_CUT = "..."


def excerpt(finding: Finding, width: int, source_line: SourceLine) -> Iterator[Line]:
    """Two lines, or none where the file has no text at the finding's place."""
    location = finding.location
    line = source_line(location.path, location.line)
    if not line.strip():
        return
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    before, marked = _shown(line[:start]).lstrip(), _shown(line[start : max(end, start + 1)])
    after = _shown(line[max(end, start + 1) :])
    number = f"{location.line:>8} | "
    room = max(width - len(number) - 1, _LEAST)
    if cell_len(before + marked) > room:
        before = _end(before, room // 2)
    yield (number, "place"), (_beginning(before + marked + after, room), "plain")
    carets = max(1, min(cell_len(marked), room - cell_len(before)))
    yield (" " * (len(number) + cell_len(before)), "plain"), ("^" * carets, finding.severity)


def _shown(text: str) -> str:
    return safe(text.replace("\t", _TAB))


def _beginning(text: str, room: int) -> str:
    """As much of a text as fits; wide characters take two columns."""
    return text if cell_len(text) <= room else set_cell_size(text[:room], room).rstrip()


def _end(text: str, room: int) -> str:
    """The end of a text that is too long."""
    if cell_len(text) <= room:
        return text
    text = text[len(_CUT) - room :]
    while cell_len(text) > room - len(_CUT):
        text = text[1:]
    return _CUT + text
