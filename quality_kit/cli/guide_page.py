"""What ``quality-kit guide show`` writes about a guide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from quality_kit.config import Known
from quality_kit.guides import EVIDENCE, Deviation, Guide, Item, Statement, kind_of
from quality_kit.guides.planned import CATALOGUE

_WIDTH = 100
_INDENT = "      "


def guide_page(guide: Guide, known: Known) -> Iterator[str]:
    """The lines of the page."""
    yield f"{guide.name}: {guide.title}"
    yield from filled(guide.summary, "")
    for section, statements in groupby(guide.statements, key=lambda each: each.section):
        yield from ("", section)
        for statement in statements:
            yield from _statement(statement, known)
    if guide.checklist:
        yield from ("", "Checklist of a review")
        for number, item in enumerate(guide.checklist, start=1):
            yield from _entry(f"{number}", item.text, item, known)
    if guide.exceptions:
        yield from ("", "Exceptions")
        for exception in guide.exceptions:
            yield from _exception(exception)


def owner_text(selector: str, known: Known) -> str:
    """An owner with its name and, where it is not built yet, that word."""
    kind = kind_of(selector, known)
    if kind == "planned":
        return f"{selector} {CATALOGUE[selector]} (planned)"
    if kind == "review":
        return "quality-kit review"
    rule = known.catalogue.find(selector)
    return f"{selector} {rule.name}" if rule is not None else selector


def _statement(statement: Statement, known: Known) -> Iterator[str]:
    weight = f" ({statement.severity})" if statement.severity else ""
    yield from _entry(statement.id, f"{statement.text}{weight}", statement, known)


def _entry(label: str, text: str, owned: Statement | Item, known: Known) -> Iterator[str]:
    yield from filled(text, f"{label:<6}", _INDENT)
    if owned.enforced_by:
        owners = ", ".join(owner_text(owner, known) for owner in owned.enforced_by)
        yield from filled(f"enforced by {owners}", _INDENT)
    if owned.question:
        yield from filled(f"a reviewer answers: {owned.question}", _INDENT)
    if owned.evidence:
        yield from filled(f"evidence: {EVIDENCE[owned.evidence]}", _INDENT)


def _exception(exception: Deviation) -> Iterator[str]:
    about = f" ({', '.join(exception.statements)})" if exception.statements else ""
    yield from filled(f"{exception.topic}{about}: {exception.decision}", "  ")
    yield from filled(f"because {exception.reason}", _INDENT)


def filled(text: str, indent: str, further: str | None = None) -> list[str]:
    """Lines of a readable width; ``further`` stands before all but the first, where that differs."""
    after = indent if further is None else further
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=after, break_on_hyphens=False)
