"""Findings that were there before, in the functions that the change touches: folded, for the willing."""

from __future__ import annotations

from collections.abc import Iterable

from quality_kit.filters.new_code import is_old
from quality_kit.finding import IN_BASELINE, Finding, by_place
from quality_kit.review.evidence import Evidence
from quality_kit.review.scopes import touched_scopes


def touched_but_old(evidence: Evidence, kept: Iterable[Finding]) -> tuple[Finding, ...]:
    """Old findings that count for the gate and stand in a touched function, and those in edited statements."""
    scopes = {file.path: set(touched_scopes(evidence.change, file)) for file in evidence.change.python}
    around = (
        finding
        for finding in evidence.compared.head.findings
        if (finding.suppressed_by == IN_BASELINE or is_old(finding))
        and finding.scope
        and finding.scope in scopes.get(finding.location.path, ())
        and evidence.gates(finding)
    )
    return tuple(sorted((*around, *filter(evidence.gates, kept)), key=by_place))
