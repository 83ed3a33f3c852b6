"""Gives findings the severity that the project configured for their code or their linter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quality_kit.config.selection import FLAKE8, NOT_MEANT, strength
from quality_kit.finding import OWN_SOURCE, Finding, Severity
from quality_kit.own_findings import UNPARSABLE_FILE


def with_severities(findings: Iterable[Finding], severities: Mapping[str, Severity]) -> list[Finding]:
    """The findings, where the longest selector that fits one of its codes decides.

    Of a finding with several codes the first that a selector fits counts: its own comes first.
    """
    if not severities:
        return list(findings)
    return [_with_severity(finding, severities) for finding in findings]


def _with_severity(finding: Finding, severities: Mapping[str, Severity]) -> Finding:
    if finding.code == UNPARSABLE_FILE:
        return finding  # what was not checked is never less than an error
    for code in dict.fromkeys((finding.code, *finding.aliases)):
        tool = _tool(code, finding)
        best = max(severities, key=lambda selector: strength(selector, code, tool))
        if strength(best, code, tool) != NOT_MEANT:
            return finding._replace(severity=severities[best])
    return finding


def _tool(code: str, finding: Finding) -> str | None:
    """The linter whose code it is, None for a rule."""
    tool, colon, _ = code.partition(":")
    if colon:
        return tool
    return None if finding.sources[0] == OWN_SOURCE else FLAKE8
