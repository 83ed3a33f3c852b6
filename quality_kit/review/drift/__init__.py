"""Policy drift: what makes the checks milder or stricter without a finding; one detector a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quality_kit.review.drift.any_types import any_types
from quality_kit.review.drift.baseline import baseline_entries
from quality_kit.review.drift.configuration import configuration
from quality_kit.review.drift.hooks import hooks
from quality_kit.review.drift.suppressions import suppressions
from quality_kit.review.drift.tests import skipped_tests
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift

_Detector = Callable[[Evidence], Iterable[Drift]]
#: In the order of the page.
_DETECTORS: Sequence[_Detector] = (
    suppressions,
    baseline_entries,
    configuration,
    hooks,
    skipped_tests,
    any_types,
)


def policy_drift(evidence: Evidence) -> tuple[Drift, ...]:
    """All of it: what nobody explains first, then what is milder, then what is stricter."""
    found = [drift for detector in _DETECTORS for drift in sorted(detector(evidence), key=_place)]
    return tuple(sorted(found, key=lambda drift: (not drift.is_red, not drift.is_looser)))


def _place(drift: Drift) -> tuple[str, int, str]:
    return drift.path, drift.line, drift.what
