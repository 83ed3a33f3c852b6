"""What a machine can lay beside a question that only a person can answer, by the guides' words for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from quality_kit.review.evidence import Evidence
from quality_kit.review.retry_loops import retry_loops
from quality_kit.review.tests_of_change import modules_without_tests

_GATHERERS: Mapping[str, Callable[[Evidence], Iterable[str]]] = {
    "retry-loops": retry_loops,
    "changed-code-without-tests": modules_without_tests,
}


def gather(evidence: Evidence, kind: str) -> tuple[str, ...]:
    """Places of the change, with a few words; nothing for a kind that nobody gathers."""
    gatherer = _GATHERERS.get(kind)
    return tuple(gatherer(evidence)) if gatherer is not None else ()
