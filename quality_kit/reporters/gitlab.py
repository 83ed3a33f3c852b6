"""GitLab's Code Quality report: a list of problems that a merge request shows beside its changes."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from quality_kit.finding import OWN_SOURCE, Finding, Report, Severity
from quality_kit.reporters import View
from quality_kit.reporters._notes import not_checked_lines
from quality_kit.reporters._words import failure_text
from quality_kit.writing.safe_text import safe, valid

_SEVERITIES: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}
#: What is about the whole run stands here: GitLab wants a path.
_PROJECT = "."
_DIGEST_BYTES = 8


def render(report: Report, view: View) -> str:
    """The active findings, and what could not be checked as problems of its own."""
    found = [
        *(_about_run(failure_text(failure), "blocker", failure.path, view) for failure in report.failures),
        *(_about_run(line, "info", None, view) for line in not_checked_lines(report.not_checked)),
        *(_finding(finding, view) for finding in report.active),
    ]
    return json.dumps(_told_apart(found), indent=2) + "\n"


def _finding(finding: Finding, view: View) -> dict[str, Any]:
    path, line, _, end_line, _ = finding.location
    return {
        "description": f"{safe(finding.code)}: {safe(finding.message)}",
        "check_name": safe(finding.code),
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": view.prefix + valid(path), "lines": {"begin": line, "end": end_line}},
    }


def _about_run(text: str, severity: str, path: str | None, view: View) -> dict[str, Any]:
    return {
        "description": text,
        "check_name": OWN_SOURCE,
        "fingerprint": hashlib.blake2b(text.encode(), digest_size=_DIGEST_BYTES).hexdigest(),
        "severity": severity,
        "location": {"path": view.prefix + valid(path) if path else _PROJECT, "lines": {"begin": 1}},
    }


def _told_apart(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """GitLab shows one of several problems with the same fingerprint, so none may be there twice."""
    seen: Counter[str] = Counter()
    for problem in problems:
        fingerprint = problem["fingerprint"]
        seen[fingerprint] += 1
        if seen[fingerprint] > 1:
            problem["fingerprint"] = f"{fingerprint}-{seen[fingerprint]}"
    return problems
