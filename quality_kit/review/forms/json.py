"""JSON for programs: a public contract, documented in docs/review.md."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from quality_kit.finding import Failure, Finding, NotChecked
from quality_kit.reporters import View
from quality_kit.review.forms._words import verdict
from quality_kit.review.model import Review
from quality_kit.writing.safe_text import valid

_VERSION = 1


def render(review: Review, view: View) -> str:
    """One object; equal reviews give equal bytes."""
    return json.dumps(_valid(_document(review)), indent=2, ensure_ascii=False) + "\n"


def _valid(value: Any) -> Any:
    """Texts with escapes for bytes of names that are no UTF-8: strict parsers refuse them."""
    if isinstance(value, str):
        return valid(value)
    if isinstance(value, dict):
        return {name: _valid(item) for name, item in value.items()}
    return [_valid(item) for item in value] if isinstance(value, (list, tuple)) else value


def _document(review: Review) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "verdict": verdict(review),
        "passed": not review.gate.failed and not review.gate.is_broken,
        "failed_conditions": review.gate.failed,
        "base": {"ref": review.base, "commit": review.base_commit},
        "head": {"ref": review.head, "commit": review.head_commit},
        "change": {"files": review.files, "added": review.added, "removed": review.removed},
        "debt": review.debt._asdict(),
        "new": [
            {
                **_finding(problem.finding),
                "source": problem.source.strip(),
                "why": problem.why,
                "gating": problem.is_gating,
                "fix": problem.fix,
            }
            for problem in review.problems
        ],
        "fixed": [_finding(finding) for finding in review.fixed],
        "baseline": {"file": review.baseline_file, "stale": [entry._asdict() for entry in review.stale]},
        "drift": [{**_plain(drift), "red": drift.is_red} for drift in review.drift],
        "guide": review.guide,
        "checklist": [_plain(item) for item in review.checklist],
        "look_first": [_plain(risk) for risk in review.risks],
        "contracts": [_plain(change) for change in review.contracts],
        "tests": {
            **_plain(review.tests),
            "coverage": [_plain(covered) for covered in review.tests.coverage],
        },
        "old": [_finding(finding) for finding in review.old],
        "failures": [_said(failure) for failure in review.failures],
        "not_checked": [_said(entry) for entry in review.not_checked],
        "versions": dict(review.versions),
    }


def _plain(value: Any) -> Mapping[str, Any]:
    """Names without ``is_``: in JSON ``looser`` says it."""
    return {name.removeprefix("is_"): item for name, item in value._asdict().items()}


def _said(entry: Failure | NotChecked) -> Mapping[str, Any]:
    return entry._asdict()


def _finding(finding: Finding) -> Mapping[str, Any]:
    location = finding.location
    return {
        **location._asdict(),
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "severity": finding.severity,
        "sources": finding.sources,
        "fingerprint": finding.fingerprint,
        "scope": finding.scope,
    }
