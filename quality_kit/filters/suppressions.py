"""Marks what comments silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from quality_kit.config.selection import FLAKE8, NOT_MEANT, OWN_PREFIX, strength, tool_of
from quality_kit.finding import OWN_SOURCE, Finding
from quality_kit.own_findings import UNCHECKED_FILE
from quality_kit.suppression import Suppression, means

#: By path.
Suppressions = Mapping[str, Sequence[Suppression]]


def in_force(suppressions: Suppressions, today: date) -> dict[str, list[Suppression]]:
    """Those that silence what they name: they can be read, and their last day is not over."""
    return {
        path: [one for one in found if not one.malformed and not one.is_expired(today)]
        for path, found in suppressions.items()
    }


def with_suppressions(
    findings: Iterable[Finding], suppressions: Suppressions, never: Sequence[str] = ()
) -> list[Finding]:
    """The findings, those that a comment silences marked with its kind and reason.

    Args:
        findings: Raw, or marked by others.
        suppressions: Those in force.
        never: Selectors of what no comment may silence.
    """
    if not suppressions:
        return list(findings)
    return [
        (
            _marked(finding, suppressions[finding.location.path], never)
            if finding.location.path in suppressions
            else finding
        )
        for finding in findings
    ]


def _marked(finding: Finding, suppressions: Sequence[Suppression], never: Sequence[str]) -> Finding:
    if finding.suppressed_by is not None:
        return finding
    for suppression in suppressions:
        if any(silencing(suppression, finding)) and not is_forbidden(finding, never):
            reason = suppression.reason or "no reason given"
            return finding._replace(suppressed_by=f"{suppression.kind}: {reason}")
    return finding


def silencing(suppression: Suppression, finding: Finding) -> Iterator[str]:
    """The codes of a suppression that mean the finding: by any of its codes, or by a tool that reported it."""
    if suppression.covers(finding.location.line) and can_be_suppressed(finding.code):
        codes = (finding.code, *finding.aliases)
        for own in suppression.codes:
            if own in finding.sources or any(means(own, code) for code in codes):
                yield own


def can_be_suppressed(code: str) -> bool:
    """Whether a comment may silence the code at all: not what the tool says about its own work."""
    return not code.startswith(OWN_PREFIX) or code == UNCHECKED_FILE


def is_forbidden(finding: Finding, never: Sequence[str]) -> bool:
    """Whether the project lets no comment silence the finding, by any of its codes."""
    codes = dict.fromkeys((finding.code, *finding.aliases))
    return any(_means(selector, code, _tool(code, finding)) for selector in never for code in codes)


def is_forbidden_code(code: str, never: Sequence[str], rule_codes: tuple[str, ...]) -> bool:
    """Whether all that a suppression's code means is forbidden."""
    return any(_means(selector, code, tool_of(code, rule_codes)) for selector in never)


def _means(selector: str, code: str, tool: str | None) -> bool:
    return strength(selector, code, tool) != NOT_MEANT


def _tool(code: str, finding: Finding) -> str | None:
    """The linter whose code it is, None for a rule."""
    tool, colon, _ = code.partition(":")
    if colon:
        return tool
    return None if finding.sources[0] == OWN_SOURCE else FLAKE8
