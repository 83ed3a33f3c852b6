"""Which statement is enforced by what, and what was found here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quality_kit.config import Config, Known
from quality_kit.config.selection import FLAKE8, NOT_MEANT, strength, tool_of
from quality_kit.finding import Finding
from quality_kit.guides.model import Guide, Statement
from quality_kit.guides.owners import OwnerKind, kind_of


class Enforcer(NamedTuple):
    """One of those that answer for a statement."""

    selector: str
    kind: OwnerKind
    #: Whether it was at work; what is planned is not.
    is_on: bool
    #: Its findings that count.
    findings: int


class Row(NamedTuple):
    """One statement."""

    statement: Statement
    enforcers: tuple[Enforcer, ...]
    #: Findings that count and that any of the enforcers made.
    findings: int
    #: The same that comments or the baseline silence.
    suppressed: int

    @property
    def state(self) -> str:
        """``enforced`` by something that ran, ``off``, ``planned``, or left to ``people``."""
        if any(each.is_on and each.kind != "review" for each in self.enforcers):
            return "enforced"
        kinds = {each.kind for each in self.enforcers}
        if kinds & {"rule", "linter"}:
            return "off"
        return "planned" if "planned" in kinds else "people"


class Ran(NamedTuple):
    """A run that is looked at."""

    config: Config
    known: Known
    linters: Sequence[str]
    findings: Sequence[Finding]


def coverage(guide: Guide, ran: Ran) -> tuple[Row, ...]:
    """A row for each statement of the guide."""
    return tuple(_row(statement, ran) for statement in guide.statements)


def _row(statement: Statement, ran: Ran) -> Row:
    enforcers = [(selector, kind_of(selector, ran.known)) for selector in statement.enforced_by]
    working = [selector for selector, kind in enforcers if kind in ("rule", "linter")]
    active = [finding for finding in ran.findings if finding.suppressed_by is None]
    silenced = [finding for finding in ran.findings if finding.suppressed_by is not None]
    return Row(
        statement,
        tuple(
            Enforcer(each, kind, _is_on(each, kind, ran), _count(active, [each], ran))
            for each, kind in enforcers
        ),
        _count(active, working, ran),
        _count(silenced, working, ran),
    )


def _count(findings: Iterable[Finding], selectors: Sequence[str], ran: Ran) -> int:
    return sum(any(_is_of(finding, each, ran) for each in selectors) for finding in findings)


def _is_of(finding: Finding, selector: str, ran: Ran) -> bool:
    """Whether the selector means the finding: one of its codes, or a tool that reported it."""
    if selector in finding.sources:
        return True
    codes = (finding.code, *finding.aliases)
    return any(strength(selector, code, _tool(code, ran)) != NOT_MEANT for code in codes)


def _tool(code: str, ran: Ran) -> str | None:
    tool, colon, _ = code.partition(":")
    if colon:
        return tool
    return None if ran.known.catalogue.find(code) else FLAKE8


def _is_on(selector: str, kind: OwnerKind, ran: Ran) -> bool:
    if kind in ("planned", "review"):
        return kind == "review"
    if kind == "linter":
        return tool_of(selector, ran.known.catalogue.codes) in ran.linters
    rules = [rule for rule in ran.known.catalogue.rules if rule.code.startswith(selector)]
    return any(
        selection.has(rule.code, None, rule.default)
        for selection in ran.config.selections()
        for rule in rules
    )
