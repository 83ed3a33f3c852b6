"""JSON, a public contract: version 1, described in docs/json.md."""

from __future__ import annotations

import json
from typing import Any

from quality_kit.finding import BaselineEntry, BaselineState, Finding, Report
from quality_kit.reporters import View
from quality_kit.reporters._summary import summarize
from quality_kit.writing.safe_text import valid

VERSION = 1
_FIELDS = json.JSONEncoder(separators=(",\n      ", ": "))


def render(report: Report, view: View) -> str:
    """The report as one JSON document; equal reports give equal bytes, apart from the seconds."""
    document: dict[str, Any] = {
        "version": VERSION,
        **_new_since(report),
        "findings": [],
        "failures": [
            _unfinished(failure.source, failure.reason, failure.path) for failure in report.failures
        ],
        "not_checked": [_unfinished(entry.source, entry.reason, entry.path) for entry in report.not_checked],
        "summary": summarize(report)._asdict(),
    }
    if report.baseline is not None:
        document["baseline"] = _baseline(report.baseline)
    text = json.dumps(document, indent=2) + "\n"
    findings = ",".join(map(_written, report.findings))
    # quotes in texts are escaped, so what is looked for is the key itself
    return text.replace('"findings": []', f'"findings": [{findings}\n  ]', 1) if findings else text


def _written(finding: Finding) -> str:
    """As ``json.dumps`` with indentation writes it, in a third of the time: only without it the encoder is C."""
    sources = ",".join(f"\n        {json.dumps(source)}" for source in finding.sources)
    fields = _FIELDS.encode({**_finding(finding), "sources": None})
    fields = fields.replace('"sources": null', f'"sources": [{sources}\n      ]', 1)
    return f"\n    {{\n      {fields[1:-1]}\n    }}"


def _new_since(report: Report) -> dict[str, Any]:
    since = report.new_since
    return {} if since is None else {"new_since": {"ref": valid(since.ref), "commit": since.commit}}


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


def _baseline(state: BaselineState) -> dict[str, Any]:
    stale = [_entry(entry, entry in state.failing) for entry in state.stale]
    return {"file": valid(state.file), "matched": state.matched, "stale": stale}


def _entry(entry: BaselineEntry, is_failing: bool) -> dict[str, Any]:
    return {
        "path": valid(entry.path),
        "code": entry.code,
        "scope": valid(entry.scope),
        "key": entry.key,
        "fails": is_failing,
    }


def _unfinished(source: str, reason: str, path: str | None) -> dict[str, Any]:
    return {"source": source, "reason": valid(reason), "path": None if path is None else valid(path)}
