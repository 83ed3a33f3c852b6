"""Markdown for people: the summary of a CI step, a comment, a wiki page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from quality_kit.finding import Finding, Report
from quality_kit.reporters import View
from quality_kit.reporters._notes import not_checked_lines, summary_line
from quality_kit.reporters._words import failure_text, place, title, worst_first
from quality_kit.writing.markdown_text import markdown

#: Kept free for the line that says how much was cut, in bytes.
_LAST_LINE = 100


class _Row(NamedTuple):
    """A line of the page and how many findings it shows."""

    text: str
    findings: int = 0


def render(report: Report, view: View) -> str:
    """Counts by rule and all findings, the worst first; what does not fit into the view's room is counted."""
    rows = [*_head(report), *_rules(report.active), *_findings(report.active)]
    kept = rows if view.room is None else _fitting(rows, view.room - _LAST_LINE)
    lines = [row.text for row in kept]
    if len(kept) < len(rows):
        cut = sum(row.findings for row in rows[len(kept) :])
        lines += ["", f"This page is full: {cut} more findings are not shown."]
    return "".join(f"{line}\n" for line in lines)


def _fitting(rows: list[_Row], room: int) -> list[_Row]:
    for number, row in enumerate(rows):
        room -= len(row.text.encode()) + 1
        if room < 0:
            return rows[:number]
    return rows


def _head(report: Report) -> Iterator[_Row]:
    yield from (_Row("## quality-kit"), _Row(""), _Row(markdown(summary_line(report))))
    notes = [f"- **{_lines(failure_text(failure))}**" for failure in report.failures]
    notes += [f"- {markdown(line)}" for line in not_checked_lines(report.not_checked)]
    if notes:
        yield _Row("")
        yield from map(_Row, notes)


def _lines(text: str) -> str:
    return "<br>".join(map(markdown, text.splitlines()))


def _rules(active: list[Finding]) -> Iterator[_Row]:
    counts = Counter(title(finding) for finding in active)
    if counts:
        yield from (_Row(""), _Row("| findings | rule |"), _Row("|---:|---|"))
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield _Row(f"| {count} | {markdown(name)} |")


def _findings(active: list[Finding]) -> Iterator[_Row]:
    if active:
        yield from (_Row(""), _Row("| place | severity | rule | finding |"), _Row("|---|---|---|---|"))
    for finding in worst_first(active):
        cells = (markdown(place(finding)), finding.severity, markdown(title(finding)))
        yield _Row(f"| {' | '.join((*cells, markdown(finding.message)))} |", findings=1)
