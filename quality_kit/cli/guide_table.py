"""What ``quality-kit guide coverage`` writes: a guide's statements, who enforces them, what was found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from quality_kit.cli.guide_page import filled, owner_text
from quality_kit.config import Known
from quality_kit.guides import EVIDENCE, Guide
from quality_kit.guides.coverage import Enforcer, Row

_VERSION = 1
_INDENT = "      "
_STATES = {
    "enforced": "enforced",
    "off": "off in this project",
    "planned": "planned",
    "people": "left to reviewers",
}


class Covered(NamedTuple):
    """A guide with a row for each of its statements."""

    guide: Guide
    rows: tuple[Row, ...]


def as_lines(guides: Sequence[Covered], known: Known) -> Iterator[str]:
    """For people."""
    for number, covered in enumerate(guides):
        yield from ("",) if number else ()
        yield from _lines(covered, known)


def as_json(guides: Sequence[Covered]) -> str:
    """For machines."""
    document = {"version": _VERSION, "guides": [_as_data(covered) for covered in guides]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _lines(covered: Covered, known: Known) -> Iterator[str]:
    yield from (f"{covered.guide.name}: {covered.guide.title}", "")
    for row in covered.rows:
        yield from filled(row.statement.text, f"{row.statement.id:<6}", _INDENT)
        for line in _owners(row, known):
            yield from filled(line, f"{_INDENT}- ", f"{_INDENT}  ")
    yield from ("", _summary(covered.rows))


def _owners(row: Row, known: Known) -> Iterator[str]:
    for enforcer in row.enforcers:
        yield f"{owner_text(enforcer.selector, known)}{_result(enforcer)}"
    if row.statement.question:
        yield f"a reviewer answers: {row.statement.question}"
    if row.suppressed:
        yield f"{row.suppressed} suppressed"


def _result(enforcer: Enforcer) -> str:
    if enforcer.kind in ("planned", "review"):
        return ""
    return f": {_counted(enforcer.findings)}" if enforcer.is_on else ": off in this project"


def _counted(number: int) -> str:
    return f"{number} finding{'' if number == 1 else 's'}"


def _summary(rows: Sequence[Row]) -> str:
    states = Counter(row.state for row in rows)
    parts = ", ".join(f"{states[state]} {words}" for state, words in _STATES.items() if states[state])
    return f"{len(rows)} statements: {parts}"


def _as_data(covered: Covered) -> dict[str, Any]:
    return {
        "name": covered.guide.name,
        "title": covered.guide.title,
        "statements": [_row(row) for row in covered.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    statement = row.statement
    return {
        "id": statement.id,
        "text": statement.text,
        "section": statement.section,
        "severity": statement.severity,
        "state": row.state,
        "enforced_by": [
            {"code": each.selector, "kind": each.kind, "on": each.is_on, "findings": each.findings}
            for each in row.enforcers
        ],
        "question": statement.question or None,
        "evidence": EVIDENCE[statement.evidence] if statement.evidence else None,
        "findings": row.findings,
        "suppressed": row.suppressed,
    }
