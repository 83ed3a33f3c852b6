"""Pieces of the HTML page: elements, escaped text, one finding."""

from __future__ import annotations

from quality_kit.finding import Finding
from quality_kit.reporters import SourceLine
from quality_kit.reporters._words import place, title
from quality_kit.writing.html_text import tag, text
from quality_kit.writing.markdown_text import markup

_TAB = "    "
#: Characters of a source line that are shown before, in and after the finding.
_BEFORE, _MARKED, _AFTER = 100, 200, 100
_CUT = "…"


def finding_item(finding: Finding, source_line: SourceLine) -> str:
    """An active finding with its source line."""
    location = finding.location
    line = source_line(location.path, location.line)
    heading = "".join(
        (
            tag("span", finding.severity, cls="severity"),
            tag(
                "span",
                tag("span", f"{text(location.path)}:", cls="file") + f"{location.line}:{location.column}",
                cls="place",
            ),
            tag("span", text(title(finding)), cls="rule"),
            tag("span", markup(finding.message), cls="message"),
        )
    )
    shown = tag("pre", tag("code", _marked(finding, line))) if line.strip() else ""
    attributes = {"data_severity": finding.severity, "data_rule": title(finding), "data_path": location.path}
    return tag("li", tag("p", heading) + shown, cls=f"finding {finding.severity}", **attributes)


def suppressed_item(finding: Finding) -> str:
    """A suppressed finding with the reason."""
    parts = (
        tag("span", text(place(finding)), cls="place"),
        tag("span", text(title(finding)), cls="rule"),
        tag("span", markup(finding.message), cls="message"),
        tag("span", text(finding.suppressed_by or ""), cls="reason"),
    )
    return tag("li", tag("p", "".join(parts)))


def _marked(finding: Finding, line: str) -> str:
    """The part of the line around the finding, as long as a page can bear."""
    location = finding.location
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    end = min(max(end, start + 1), start + _MARKED)
    first = max(0, start - _BEFORE)
    before = line[first:start]
    before = f"{_CUT}{before}" if first else before.lstrip()
    after = line[end : end + _AFTER] + (_CUT if end + _AFTER < len(line) else "")
    return _code(before) + tag("mark", _code(line[start:end])) + _code(after)


def _code(part: str) -> str:
    return text(part.replace("\t", _TAB))
