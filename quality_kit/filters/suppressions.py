"""Marks what comments silence, and reports the comments that silence nothing because of a mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from quality_kit.config.selection import OWN_PREFIX
from quality_kit.finding import OWN_SOURCE, Finding, Location
from quality_kit.own_findings import MALFORMED_SUPPRESSION, OWN_FINDINGS, UNCHECKED_FILE, UNKNOWN_SUPPRESSION
from quality_kit.suppression import ALL, Suppression

_OUR_CODES = "QK"
_COMMENT = "comment"

Suppressions = Mapping[str, Sequence[Suppression]]


def with_suppressions(findings: Iterable[Finding], suppressions: Suppressions) -> list[Finding]:
    """The findings, those that a comment silences marked with its kind and reason."""
    if not suppressions:
        return list(findings)
    return [_marked(finding, suppressions.get(finding.location.path, ())) for finding in findings]


def _marked(finding: Finding, suppressions: Sequence[Suppression]) -> Finding:
    if finding.suppressed_by is not None or not _can_be_suppressed(finding.code):
        return finding
    for suppression in suppressions:
        if _silences(suppression, finding):
            reason = suppression.reason or "no reason given"
            return finding._replace(suppressed_by=f"{suppression.kind}: {reason}")
    return finding


def _silences(suppression: Suppression, finding: Finding) -> bool:
    """By any of its codes, or by the name of any tool that reported it."""
    if not suppression.covers(finding.location.line):
        return False
    codes = (finding.code, *finding.aliases)
    return any(map(suppression.names, codes)) or not set(finding.sources).isdisjoint(suppression.codes)


def _can_be_suppressed(code: str) -> bool:
    return not code.startswith(OWN_PREFIX) or code == UNCHECKED_FILE


def mistakes(suppressions: Suppressions, is_known: Callable[[str], bool]) -> Iterator[Finding]:
    """Findings about suppressions that are malformed or name codes that do not exist."""
    for path, found in suppressions.items():
        for suppression in found:
            if suppression.malformed:
                yield _finding(MALFORMED_SUPPRESSION, path, suppression, reason=suppression.malformed)
            for code in _ours(suppression):
                if not is_known(code):
                    yield _finding(UNKNOWN_SUPPRESSION, path, suppression, unknown=code)


def _ours(suppression: Suppression) -> Iterator[str]:
    """The codes that we have to know; in a noqa the others are those of flake8 and its plugins."""
    for code in suppression.codes:
        if code != ALL and (suppression.kind == _COMMENT or code.startswith(_OUR_CODES)):
            yield code


def _finding(code: str, path: str, suppression: Suppression, **values: str) -> Finding:
    info = next(rule for rule in OWN_FINDINGS if rule.code == code)
    where = Location(path, suppression.line, 1, suppression.line, 1)
    message = info.message.format(**values)
    return Finding(where, code, info.name, message, info.severity, (OWN_SOURCE,))
