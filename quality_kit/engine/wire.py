"""File results as JSON texts: what crosses process borders and what the cache keeps.

A first and a later run, one process and several all read the same texts, so they cannot differ.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from quality_kit.engine.file_result import FileResult
from quality_kit.finding import Edit, Fact, Failure, Finding, Location, Place
from quality_kit.suppression import Suppression

#: What reading a text raises that is not what was stored.
_WRONG_DATA = (ValueError, TypeError, IndexError, RecursionError)

_new = tuple.__new__


class Packed(NamedTuple):
    """A file result in texts: what is reported, and the facts by collector key."""

    path: str
    report: str
    facts: dict[str, str]
    #: Whether a later run may take it over.
    is_lasting: bool


class Outcome(NamedTuple):
    """The reported part of a file result."""

    findings: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...]
    failures: tuple[Failure, ...]


def pack(path: str, result: FileResult) -> Packed:
    """A file result as texts."""
    report = [[_finding_row(finding) for finding in result.findings], result.suppressions, result.failures]
    facts = {key: _dump(value) for key, value in result.facts.items()}
    return Packed(path, _dump(report), facts, result.is_lasting and not result.failures)


class DamagedError(Exception):
    """A stored text is not what was stored."""


def unpack(path: str, report: str) -> Outcome:
    """The reported part of a file result.

    Raises:
        DamagedError: The text is damaged.
    """
    try:
        findings, suppressions, failures = json.loads(report)
        return Outcome(
            tuple([_finding(path, row) for row in findings]),
            tuple(_suppression(*row) for row in suppressions),
            tuple(Failure(*row) for row in failures),
        )
    except _WRONG_DATA as error:
        raise DamagedError(path) from error


def unpack_facts(facts: str) -> list[Fact]:
    """The facts of one collector about one file.

    Raises:
        DamagedError: The text is damaged.
    """
    try:
        rows = json.loads(facts)
        if isinstance(rows, list):
            return [Fact(data, _place(*place)) for data, place in rows]
    except _WRONG_DATA as error:
        raise DamagedError(facts) from error
    raise DamagedError(facts)


def _place(line: int, column: int, end_line: int, end_column: int) -> Place:
    return _new(Place, (line, column, end_line, end_column))


def pack_findings(findings: tuple[Finding, ...]) -> list[Any]:
    """Findings of several files as plain data."""
    return [[finding.location.path, *_finding_row(finding)] for finding in findings]


def unpack_findings(rows: list[Any]) -> tuple[Finding, ...]:
    """The findings that ``pack_findings`` wrote."""
    return tuple([_finding(row[0], row[1:]) for row in rows])


def _dump(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _finding_row(finding: Finding) -> list[Any]:
    return [finding.location.place, *finding[1:]]


def _finding(path: str, row: Sequence[Any]) -> Finding:
    """Written out, without the named tuples' own constructors: a run may read a hundred thousand."""
    (
        place,
        code,
        name,
        text,
        severity,
        sources,
        fixable,
        scope,
        key,
        reason,
        aliases,
        measure,
        is_placeless,
        fix,
    ) = row
    line, column, end_line, end_column = place
    location = _new(Location, (path, line, column, end_line, end_column))
    edits = tuple([Edit(*edit) for edit in fix]) if fix else ()
    marks = (fixable, scope, key, reason, tuple(aliases), measure, is_placeless, edits)
    return _new(Finding, (location, code, name, text, severity, tuple(sources), *marks))


def _suppression(*values: Any) -> Suppression:
    line, first, last, codes, *rest = values
    return Suppression(line, first, last, tuple(codes), *rest)
