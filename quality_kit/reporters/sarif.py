"""SARIF 2.1.0, as GitHub's code scanning and many viewers read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from quality_kit import __version__
from quality_kit.finding import OWN_SOURCE, Finding, Location, Report
from quality_kit.reporters import View
from quality_kit.reporters._notes import not_checked_lines
from quality_kit.reporters._sarif_rules import LEVELS, descriptors
from quality_kit.reporters._words import failure_text
from quality_kit.writing.safe_text import safe

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: What paths are relative to: the top of the repository, wherever that lies.
_BASE = "%SRCROOT%"
_IN_SOURCE = "comment"


def render(report: Report, view: View) -> str:
    """All findings, the suppressed ones as suppressed."""
    rules = descriptors(report.findings, view.rules)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {"name": OWN_SOURCE, "version": __version__, "rules": rules},
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "the top of the repository"}}},
        "invocations": [_invocation(report, view.prefix)],
        "results": [_result(finding, index, view.prefix) for finding in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(finding: Finding, index: Mapping[str, int], prefix: str) -> dict[str, Any]:
    rule = safe(finding.code)
    return {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "level": LEVELS[finding.severity],
        "message": {"text": safe(finding.message)},
        "locations": [_location(prefix + finding.location.path, _region(finding.location))],
        # The number tells apart what is equal; our fingerprints have told it apart already.
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:1"},
        "suppressions": _suppressions(finding.suppressed_by),
    }


def _location(path: str, region: dict[str, int] | None = None) -> dict[str, Any]:
    uri = quote(path.encode("utf-8", "surrogateescape"))
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": _BASE}}
    return {"physicalLocation": physical if region is None else {**physical, "region": region}}


def _region(location: Location) -> dict[str, int]:
    """One line at most: GitHub shows an alert on a change only if all its lines are part of it."""
    region = {"startLine": location.line, "startColumn": location.column}
    if location.end_line == location.line and location.end_column > location.column:
        region["endColumn"] = location.end_column
    return region


def _suppressions(reason: str | None) -> list[dict[str, str]]:
    if reason is None:
        return []
    kind = "inSource" if reason.partition(":")[0] == _IN_SOURCE else "external"
    return [{"kind": kind, "justification": safe(reason)}]


def _invocation(report: Report, prefix: str) -> dict[str, Any]:
    failures = [
        _notification("error", failure_text(failure), prefix + failure.path if failure.path else None)
        for failure in report.failures
    ]
    passed_over = [_notification("warning", line, None) for line in not_checked_lines(report.not_checked)]
    return {
        "executionSuccessful": not report.failures,
        "toolExecutionNotifications": [*failures, *passed_over],
    }


def _notification(level: str, text: str, path: str | None) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": level, "message": {"text": text}}
    return notification if path is None else {**notification, "locations": [_location(path)]}
