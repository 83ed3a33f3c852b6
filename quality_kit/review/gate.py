"""Whether a change passes, and why not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from quality_kit.config.keys import REVIEW_CONDITIONS
from quality_kit.review.model import Gate, Review

_Test = Callable[[Review], bool]


def judged(review: Review, fail_on: Collection[str]) -> Review:
    """The review with its gate."""
    failed = tuple(word for word in REVIEW_CONDITIONS if word in fail_on and _TESTS[word](review))
    return review._replace(gate=Gate(failed, bool(review.failures)))


def _has_new(severity: str) -> _Test:
    return lambda review: any(
        problem.is_gating and problem.finding.severity == severity for problem in review.problems
    )


def _has_red(*kinds: str) -> _Test:
    return lambda review: any(drift.is_red and drift.kind in kinds for drift in review.drift)


_TESTS: Mapping[str, _Test] = {
    "new-error": _has_new("error"),
    "new-warning": _has_new("warning"),
    "unexplained-suppression": _has_red("suppression"),
    "loosened-policy": _has_red("configuration", "typing", "test", "hook"),
    "baseline-growth": lambda review: any(
        drift.kind == "baseline" and drift.is_looser for drift in review.drift
    ),
    "debt-growth": lambda review: review.debt.after > review.debt.before,
    "checklist": lambda review: any(item.verdict == "fail" for item in review.checklist),
    "contract-change": lambda review: any(change.is_breaking for change in review.contracts),
    "untested-change": lambda review: bool(review.tests.without_tests),
}
