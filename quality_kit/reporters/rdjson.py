"""reviewdog's JSON: columns count the bytes of the line in UTF-8."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from quality_kit.finding import OWN_SOURCE, Edit, Finding, Location, Report, Severity
from quality_kit.reporters import SourceLine, View
from quality_kit.reporters._notes import not_checked_lines
from quality_kit.reporters._words import failure_text
from quality_kit.writing.safe_text import safe, valid

_SEVERITIES: Mapping[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
#: What is about the whole run stands here: a diagnostic needs a path.
_PROJECT = "."


def render(report: Report, view: View) -> str:
    """The active findings as diagnostics, and what could not be checked as some more.

    Paths are relative to the project's root, which is where reviewdog has to be started.
    """
    document = {
        "source": {"name": OWN_SOURCE},
        "severity": "ERROR" if report.failures else "UNKNOWN_SEVERITY",
        "diagnostics": [
            *(_about_run(failure_text(failure), "ERROR", failure.path) for failure in report.failures),
            *(_about_run(line, "INFO", None) for line in not_checked_lines(report.not_checked)),
            *(_finding(finding, view.source_line) for finding in report.active),
        ],
    }
    return json.dumps(document, indent=2) + "\n"


def _finding(finding: Finding, source_line: SourceLine) -> dict[str, Any]:
    shown = _diagnostic(finding, source_line)
    if len(finding.fix) == 1:  # several edits belong together, and several suggestions can be taken singly
        shown["suggestions"] = [_suggestion(finding.location.path, finding.fix[0], source_line)]
    return shown


def _suggestion(path: str, edit: Edit, source_line: SourceLine) -> dict[str, Any]:
    """Both ends are named: an empty range is where the text goes in."""
    start = _position(path, edit.line, edit.column, source_line)
    end = _position(path, edit.end_line, edit.end_column, source_line)
    return {"range": {"start": start, "end": end}, "text": valid(edit.text)}


def _diagnostic(finding: Finding, source_line: SourceLine) -> dict[str, Any]:
    return {
        "message": safe(finding.message),
        "location": {"path": valid(finding.location.path), "range": _range(finding.location, source_line)},
        "severity": _SEVERITIES[finding.severity],
        "source": {"name": ", ".join(finding.sources)},
        "code": {"value": safe(finding.code)},
    }


def _range(location: Location, source_line: SourceLine) -> dict[str, Any]:
    start = _position(location.path, location.line, location.column, source_line)
    end = _position(location.path, location.end_line, location.end_column, source_line)
    return {"start": start} if start == end else {"start": start, "end": end}


def _position(path: str, line: int, column: int, source_line: SourceLine) -> dict[str, int]:
    """A tool may name a column beyond the line's end: there a character is a byte."""
    before = source_line(path, line)[: column - 1]
    missing = column - 1 - len(before)
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + missing + 1}


def _about_run(text: str, severity: str, path: str | None) -> dict[str, Any]:
    return {
        "message": text,
        "location": {"path": valid(path) if path else _PROJECT},
        "severity": severity,
        "source": {"name": OWN_SOURCE},
    }
