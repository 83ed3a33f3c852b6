"""mypy: its errors as ``mypy:CODE``, its notes as infos; it remembers by itself what it has checked.

A note that belongs to an error comes as the error's hint. A file that it cannot parse stops it: that
file's errors are findings, and that nothing else was checked is told. Whatever it writes to
standard error is a failure, whatever its exit code: with a setting that it does not know it is 0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from quality_kit.finding import Failure, Finding, Location, NotChecked, Severity
from quality_kit.linters._adapter import Configuration, Linter, Output, Reading, finding
from quality_kit.linters._mypy_options import CONFIGURATION_FILES, excluder, options
from quality_kit.linters._sources import Sources
from quality_kit.linters._words import shortened, unexplained

_NAME = "mypy"

#: The exit code after an error that kept it from checking the rest.
_STOPPED = 2
_SYNTAX = "syntax"

#: Written to standard error as text: the bytes of a file are not in the encoding that it declares.
_UNDECODABLE = re.compile(r"^(?P<path>.+?): error: (?P<message>Cannot decode file: .*)$", re.MULTILINE)
_LOG_LINE = re.compile(r"^(?:LOG|TRACE):.*\n?", re.MULTILINE)

#: About the way it works, on standard output: no business of the checked code.
_ADVICE = "Warning: "

_Row = dict[str, Any]


def _parse(output: Output, sources: Sources) -> Reading:
    rows, others = _rows(output.stdout)
    rows += [_undecodable(found) for found in _UNDECODABLE.finditer(output.stderr)]
    # An error without a place is about the tree (two modules of one name): it has checked nothing.
    homeless = [row for row in rows if row["line"] < 1 and output.code == _STOPPED]
    placed = [row for row in rows if row not in homeless]
    failures = [Failure(_NAME, _message(row), sources.find(row["file"])) for row in homeless]
    complaints = _LOG_LINE.sub("", _UNDECODABLE.sub("", output.stderr)) + "\n".join(others)
    if complaints.strip():
        failures.append(Failure(_NAME, shortened(_plain(complaints))))
    if not rows and not failures:
        failures += unexplained(_NAME, output)
    blockers = placed if output.code == _STOPPED else []
    return Reading(tuple(_findings(placed, sources)), tuple(failures), _not_checked(blockers))


def _rows(text: str) -> tuple[list[_Row], list[str]]:
    """Its errors, one JSON object a line, and the lines that are none."""
    rows, others = list[_Row](), list[str]()
    for line in filter(str.strip, text.split("\n")):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if isinstance(row, dict) and "message" in row:
            rows.append(row)
        elif not line.startswith(_ADVICE):
            others.append(line)
    return rows, others


def _undecodable(found: re.Match[str]) -> _Row:
    return {"file": found["path"], "line": 1, "column": 0, "message": found["message"], "code": _SYNTAX}


def _findings(rows: list[_Row], sources: Sources) -> Iterator[Finding]:
    for row in rows:
        if path := sources.find(row["file"]):
            code = f"mypy:{row.get('code') or 'misc'}"
            noted = row.get("severity") == "note"
            severity: Severity = "info" if noted else "error"
            yield finding(_NAME, _location(path, row), code, _message(row), severity=severity)


def _location(path: str, row: _Row) -> Location:
    """Its columns count from 0, but those of syntax errors from 1; ends are exclusive; -1 is unknown."""
    shift = 0 if row.get("code") == _SYNTAX else 1
    line, column = max(row["line"], 1), max(row["column"] + shift, 1)
    end_line, end_column = row.get("end_line", -1), row.get("end_column", -1) + shift
    if (end_line, end_column) <= (line, column):
        end_line, end_column = line, column
    return Location(path, line, column, end_line, end_column)


def _message(row: _Row) -> str:
    return "\n".join(filter(None, (row["message"], row.get("hint"))))


def _plain(text: str) -> str:
    """Errors about the configuration are JSON, too, on standard error."""
    rows, others = _rows(text)
    return "\n".join([f"{row['file']}: {_message(row)}" for row in rows] + others)


def _not_checked(blockers: list[_Row]) -> tuple[NotChecked, ...]:
    if not blockers:
        return ()
    row = blockers[0]
    place = f"{row['file']}:{row['line']}"
    return (NotChecked(_NAME, f"it stopped at {place} and checked no types: {row['message']}"),)


LINTER = Linter(
    name=_NAME,
    scope="targets",
    exit_codes=frozenset({0, 1, _STOPPED}),
    options=lambda task: options(task.root, task.home),
    parse=_parse,
    excluder=lambda root, _folder: excluder(root),
    configuration=Configuration({name: b"" for name in CONFIGURATION_FILES}, upwards="in repository"),
)
