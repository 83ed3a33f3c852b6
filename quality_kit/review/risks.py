"""Where to look first."""

from __future__ import annotations

from quality_kit.review.evidence import Evidence
from quality_kit.review.model import FileRisk


def risks(evidence: Evidence) -> tuple[FileRisk, ...]:
    """The changed files by risk."""
    return ()
