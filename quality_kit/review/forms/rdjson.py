"""rdjson for reviewdog: the new problems, and what is red, where a reviewer sees them."""

from __future__ import annotations

import json
from typing import Any

from quality_kit.finding import Report
from quality_kit.reporters import View
from quality_kit.reporters import render as render_report
from quality_kit.review.model import Drift, Review
from quality_kit.writing.safe_text import safe, valid


def render(review: Review, view: View) -> str:
    """The same shape as that of a check, with the drift behind the findings."""
    findings = tuple(problem.finding for problem in review.problems if problem.is_gating)
    lines = {
        (each.finding.location.path, each.finding.location.line): each.source for each in review.problems
    }
    view = view._replace(source_line=lambda path, line: lines.get((path, line), ""))
    report = Report("", findings, review.failures, review.not_checked, review.files, 0.0)
    document = json.loads(render_report("rdjson", report, view))
    document["diagnostics"] += [_drift(each) for each in review.drift if each.is_red and each.line]
    return json.dumps(document, indent=2) + "\n"


def _drift(drift: Drift) -> dict[str, Any]:
    return {
        "message": safe(f"{drift.what}: say why"),
        "location": {"path": valid(drift.path), "range": {"start": {"line": drift.line}}},
        "severity": "WARNING",
        "code": {"value": f"drift:{drift.kind}"},
    }
