"""Contract changes: what others rely on, and what the change did to it; one kind of contract a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quality_kit.review.contracts.dependencies import dependencies
from quality_kit.review.contracts.environment import environment
from quality_kit.review.contracts.routes import route_changes
from quality_kit.review.contracts.signatures import signatures
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange

#: In the order of the page.
_DETECTORS: Sequence[Callable[[Evidence], Iterable[ContractChange]]] = (
    route_changes,
    signatures,
    environment,
    dependencies,
)


def contract_changes(evidence: Evidence) -> tuple[ContractChange, ...]:
    """All of them, by kind; what may break callers first."""
    found: list[ContractChange] = []
    for detector in _DETECTORS:
        found += sorted(
            detector(evidence), key=lambda each: (not each.is_breaking, each.path, each.line, each.name)
        )
    return tuple(found)
