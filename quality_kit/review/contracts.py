"""What others rely on and what the change did to it."""

from __future__ import annotations

from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange


def contract_changes(evidence: Evidence) -> tuple[ContractChange, ...]:
    """Routes, public signatures, settings, dependencies."""
    return ()
