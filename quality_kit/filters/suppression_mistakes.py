"""Reports the comments that do not do what their author thinks: found before any comment applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from quality_kit.filters.suppressions import Suppressions, is_forbidden, is_forbidden_code, silencing
from quality_kit.finding import OWN_SOURCE, Finding, Location
from quality_kit.own_findings import (
    EXPIRED_SUPPRESSION,
    FORBIDDEN_SUPPRESSION,
    MALFORMED_SUPPRESSION,
    OWN_FINDINGS,
    UNEXPLAINED_SUPPRESSION,
    UNKNOWN_SUPPRESSION,
)
from quality_kit.suppression import ALL, Suppression

_OUR_CODES = "QK"
_COMMENT = "comment"


class Terms(NamedTuple):
    """What a project demands of suppressions."""

    today: date
    requires_reason: bool
    #: Selectors of what no comment may silence.
    never: tuple[str, ...]
    #: The codes of all rules.
    rule_codes: tuple[str, ...]
    is_known: Callable[[str], bool]


def mistakes(suppressions: Suppressions, terms: Terms) -> Iterator[Finding]:
    """Findings about suppressions that are malformed, unknown, over or unexplained."""
    for path, found in suppressions.items():
        for suppression in found:
            yield from _mistakes(path, suppression, terms)


def _mistakes(path: str, suppression: Suppression, terms: Terms) -> Iterator[Finding]:
    ours = [*our_codes(suppression, terms.rule_codes)]
    codes = ", ".join(ours)
    if suppression.malformed:
        yield about(MALFORMED_SUPPRESSION, path, suppression, reason=suppression.malformed)
    for code in ours:
        if not terms.is_known(code):
            yield about(UNKNOWN_SUPPRESSION, path, suppression, unknown=code)
    if suppression.is_expired(terms.today):
        yield about(EXPIRED_SUPPRESSION, path, suppression, codes=codes, until=suppression.until)
    elif ours and terms.requires_reason and not suppression.reason and not suppression.is_bare:
        mark = "--" if suppression.kind == _COMMENT else "the code"
        yield about(UNEXPLAINED_SUPPRESSION, path, suppression, codes=codes, mark=mark)


def forbidden(findings: Iterable[Finding], suppressions: Suppressions, terms: Terms) -> Iterator[Finding]:
    """Findings about suppressions of what must not be suppressed.

    That is a code that they name, or a finding that they would silence by naming its family.
    """
    if terms.never:
        # A bare noqa is read as two suppressions, which may hit the same finding.
        yield from dict.fromkeys(_forbidden(findings, suppressions, terms))


def _forbidden(findings: Iterable[Finding], suppressions: Suppressions, terms: Terms) -> Iterator[Finding]:
    kept: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.location.path in suppressions and is_forbidden(finding, terms.never):
            kept.setdefault(finding.location.path, []).append(finding)
    for path, found in suppressions.items():
        for suppression in found:
            named = [code for code in suppression.codes if _is_forbidden_by_name(code, suppression, terms)]
            hit = [one.code for one in kept.get(path, ()) if _by_family(suppression, one, named)]
            if codes := dict.fromkeys((*named, *sorted(hit))):
                yield about(FORBIDDEN_SUPPRESSION, path, suppression, codes=", ".join(codes))


def _is_forbidden_by_name(code: str, suppression: Suppression, terms: Terms) -> bool:
    return not suppression.is_bare and is_forbidden_code(code, terms.never, terms.rule_codes)


def _by_family(suppression: Suppression, finding: Finding, named: list[str]) -> bool:
    return any(code not in named for code in silencing(suppression, finding))


def our_codes(suppression: Suppression, rule_codes: tuple[str, ...]) -> Iterator[str]:
    """The codes that we have to know; in a noqa the others are those of flake8 and its plugins."""
    for code in dict.fromkeys(suppression.codes):
        if code != ALL and (
            suppression.kind == _COMMENT or code.startswith(_OUR_CODES) or code in rule_codes
        ):
            yield code


def about(code: str, path: str, suppression: Suppression, **values: str) -> Finding:
    """A finding of the tool about one suppression, with the values of its message's fields."""
    info = next(rule for rule in OWN_FINDINGS if rule.code == code)
    line = suppression.line
    where = Location(path, line, suppression.column, line, suppression.end_column)
    message = info.message.format(**values)
    return Finding(where, code, info.name, message, info.severity, (OWN_SOURCE,), info.fixable)
