"""What the rules say about one file; apart from the rules: reading it from the cache needs no LibCST."""

from __future__ import annotations

from typing import NamedTuple

from quality_kit.finding import Fact, Failure, Finding
from quality_kit.suppression import Suppression


class FileResult(NamedTuple):
    """What the rules say about one file."""

    findings: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...] = ()
    #: By collector key.
    facts: dict[str, list[Fact]] = {}
    failures: tuple[Failure, ...] = ()
    #: Whether the same content has the same result another time.
    is_lasting: bool = True
