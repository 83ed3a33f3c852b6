"""Counts of a report, for whoever prints them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from quality_kit.finding import Report


class Summary(NamedTuple):
    """How much of what; ``findings`` are the active ones."""

    files: int
    findings: int
    errors: int
    warnings: int
    infos: int
    #: By comments.
    suppressed: int
    failures: int
    seconds: float
    #: Findings in the baseline.
    baseline: int


def summarize(report: Report) -> Summary:
    """The counts of a report."""
    active = report.active
    in_baseline = report.baseline.matched if report.baseline is not None else 0
    by_severity = Counter(finding.severity for finding in active)
    return Summary(
        files=report.files,
        findings=len(active),
        errors=by_severity["error"],
        warnings=by_severity["warning"],
        infos=by_severity["info"],
        suppressed=len(report.findings) - len(active) - in_baseline,
        failures=len(report.failures),
        seconds=round(report.seconds, 3),
        baseline=in_baseline,
    )
