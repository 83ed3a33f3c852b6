"""JSON, a public contract: version 1, described in docs/json.md."""

from __future__ import annotations

import json
from typing import Any

from quality_kit.finding import Finding, Report
from quality_kit.reporters import View
from quality_kit.reporters._safe_text import valid
from quality_kit.reporters._summary import summarize

VERSION = 1


def render(report: Report, view: View) -> str:
    """The report as one JSON document; equal reports give equal bytes, apart from the seconds."""
    document = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in report.findings],
        "failures": [
            _unfinished(failure.source, failure.reason, failure.path) for failure in report.failures
        ],
        "not_checked": [_unfinished(entry.source, entry.reason, entry.path) for entry in report.not_checked],
        "summary": summarize(report)._asdict(),
    }
    return json.dumps(document, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    path, line, column, end_line, end_column = finding.location
    return {
        "path": valid(path),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "code": finding.code,
        "name": finding.name,
        "message": valid(finding.message),
        "severity": finding.severity,
        "sources": list(finding.sources),
        "fixable": finding.fixable,
        "suppressed_by": None if finding.suppressed_by is None else valid(finding.suppressed_by),
        "fingerprint": finding.fingerprint,
        "scope": valid(finding.scope),
    }


def _unfinished(source: str, reason: str, path: str | None) -> dict[str, Any]:
    return {"source": source, "reason": valid(reason), "path": None if path is None else valid(path)}
