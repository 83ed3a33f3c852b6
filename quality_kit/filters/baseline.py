"""Marks the findings that the baseline holds, and tells which of its entries are stale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from quality_kit.baseline import Baseline, can_be_recorded, render
from quality_kit.filters._moves import paired
from quality_kit.finding import IN_BASELINE, BaselineEntry, BaselineState, Finding


class _Kept(NamedTuple):
    """An entry, and as what it is to stay; None when it is stale."""

    entry: BaselineEntry
    after: BaselineEntry | None


def with_baseline(
    findings: Iterable[Finding],
    baseline: Baseline,
    is_there: Callable[[str], bool],
    judges: Callable[[str, str], bool],
) -> tuple[list[Finding], BaselineState]:
    """The findings in their order, those in the baseline marked, and what is to be said of the baseline.

    Args:
        findings: All of them, comments already applied.
        baseline: What was recorded.
        is_there: Whether a path is in the tree.
        judges: Whether the run has completely checked a path for a code.
    """
    result = list(findings)
    open_numbers = [number for number, finding in enumerate(result) if can_be_recorded(finding)]
    pairs = paired([result[number] for number in open_numbers], baseline.entries, is_there, judges)
    claimed: dict[BaselineEntry, Finding] = {}
    for position, entry in pairs.items():
        number = open_numbers[position]
        claimed[entry] = result[number]
        result[number] = _marked(result[number], entry)
    matched = sum(finding.suppressed_by == IN_BASELINE for finding in result)
    return result, _state(baseline, matched, [_kept(e, claimed, is_there, judges) for e in baseline.entries])


def _marked(finding: Finding, entry: BaselineEntry) -> Finding:
    """Suppressed, unless it has grown."""
    if finding.measure is None or entry.ceiling is None or finding.measure <= entry.ceiling:
        return finding._replace(suppressed_by=IN_BASELINE)
    grown = f"{finding.message} (in the baseline with {entry.ceiling}, grown to {finding.measure})"
    return finding._replace(message=grown)


def _kept(
    entry: BaselineEntry,
    claimed: Mapping[BaselineEntry, Finding],
    is_there: Callable[[str], bool],
    judges: Callable[[str, str], bool],
) -> _Kept:
    finding = claimed.get(entry)
    if finding is None:
        return _Kept(entry, None if judges(entry.code, entry.path) else entry)
    stays = finding.is_placeless and is_there(entry.path)
    path = entry.path if stays else finding.location.path
    measures = [size for size in (entry.ceiling, finding.measure) if size is not None]
    ceiling = None if finding.measure is None else min(measures)
    return _Kept(entry, entry._replace(path=path, ceiling=ceiling))


def _state(baseline: Baseline, matched: int, kept: Iterable[_Kept]) -> BaselineState:
    kept = list(kept)
    staying = [(entry, after) for entry, after in kept if after is not None]
    return BaselineState(
        file=baseline.name,
        matched=matched,
        stale=tuple(entry for entry, after in kept if after is None),
        shrunk=tuple(after for _, after in staying),
        moved=sum(entry.path != after.path for entry, after in staying),
        lowered=sum(entry.ceiling != after.ceiling for entry, after in staying),
        is_tidy=baseline.text == render(baseline.entries),
    )
