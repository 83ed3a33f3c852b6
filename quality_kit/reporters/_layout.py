"""What stands where in a text report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from quality_kit.finding import Finding, Report
from quality_kit.reporters import View
from quality_kit.reporters._notes import (
    baseline_lines,
    comparison_lines,
    failure_lines,
    not_checked_lines,
    stale_lines,
    summary_line,
)
from quality_kit.reporters._words import title
from quality_kit.writing.safe_text import safe
from quality_kit.writing.spans import Block, Line, StyleName

#: A report with more findings ends with a table of them by rule.
MANY_FINDINGS = 200


def blocks(report: Report, view: View) -> Iterator[Block]:
    """The parts of the report, to be set apart by empty lines."""
    active = report.active
    if view.statistics:
        lines = [*_table(active), *(f"{count:>7}  {safe(what)}" for what, count in report.statistics)]
        yield from _block(lines, "plain")
    else:
        yield from _files(active, view)
        if len(active) > MANY_FINDINGS and not view.quiet:
            yield from _block(_table(active), "plain")
    notes: Block = [((line, "failure"),) for line in failure_lines(report)]
    notes += [((line, "note"),) for line in baseline_lines(report)]
    if not view.quiet:
        more = (*not_checked_lines(report.not_checked), *stale_lines(report), *comparison_lines(report))
        notes += [((line, "note"),) for line in more]
        notes.append(((summary_line(report), "bad" if _is_bad(report) else "good"),))
    if notes:
        yield notes


def _is_bad(report: Report) -> bool:
    is_stale = report.baseline is not None and bool(report.baseline.failing)
    return bool(report.active or report.failures or is_stale)


def _block(lines: Sequence[str], style: StyleName) -> Iterator[Block]:
    if lines:
        yield [((line, style),) for line in lines]


def _files(findings: Sequence[Finding], view: View) -> Iterator[Block]:
    heading = _unstyled_heading if view.terminal is None else _heading
    for path, group in groupby(findings, key=lambda finding: finding.location.path):
        block: Block = [((safe(path), "path"),)]
        for finding in group:
            block.append(heading(finding))
            if view.terminal is not None:
                from quality_kit.reporters._excerpt import excerpt  # brings rich: only for a terminal

                block += excerpt(finding, view.terminal.width, view.source_line)
        yield block


def _heading(finding: Finding) -> Line:
    where = f"{finding.location.line}:{finding.location.column}"
    return (
        (f"  {where:<9} ", "place"),
        (f"{finding.severity:<8} ", finding.severity),
        (title(finding), "title"),
        (f"  {safe(finding.message)}", "plain"),
    )


def _unstyled_heading(finding: Finding) -> Line:
    """The same words in one piece: a pipe has no use for more, and may get a hundred thousand of them."""
    _, line, column, _, _ = finding.location
    where = f"{line}:{column}"
    text = f"  {where:<9} {finding.severity:<8} {title(finding)}  {safe(finding.message)}"
    return ((text, "plain"),)


def _table(findings: Sequence[Finding]) -> list[str]:
    """The number of findings by code, the most first."""
    counts = Counter(map(title, findings))
    return [
        f"{count:>7}  {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
