"""Marks the findings that the baseline holds, and tells which of its entries are stale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from quality_kit.baseline import Baseline, can_be_recorded
from quality_kit.filters._moves import paired
from quality_kit.finding import IN_BASELINE, BaselineEntry, BaselineState, Finding, suppressed, told_as_grown


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
    pairs = paired([result[number] for number in open_numbers], baseline.by_identity, is_there, judges)
    claimed: dict[int, Finding] = {}
    for position, entry in pairs.items():
        number = open_numbers[position]
        claimed[id(entry)] = max(claimed.get(id(entry), result[number]), result[number], key=_size)
        result[number] = _marked(result[number], entry)
    matched = sum(finding.suppressed_by == IN_BASELINE for finding in result)
    after = [_after(entry, claimed.get(id(entry)), is_there, judges) for entry in baseline.entries]
    return result, _state(baseline, matched, after)


def _size(finding: Finding) -> int:
    return finding.measure or 0


def _marked(finding: Finding, entry: BaselineEntry) -> Finding:
    """Suppressed, unless it has grown."""
    if finding.measure is None or entry.ceiling is None or finding.measure <= entry.ceiling:
        return suppressed(finding, IN_BASELINE)
    return told_as_grown(finding, f"in the baseline with {entry.ceiling}")


def _after(
    entry: BaselineEntry,
    finding: Finding | None,
    is_there: Callable[[str], bool],
    judges: Callable[[str, str], bool],
) -> BaselineEntry | None:
    """As what an entry is to stay; None when it is stale."""
    if finding is None:
        return None if judges(entry.code, entry.path) else entry
    path, measure, ceiling = finding.location.path, finding.measure, entry.ceiling
    if path != entry.path and finding.is_placeless and is_there(entry.path):
        path = entry.path
    if measure is None or (ceiling is not None and ceiling < measure):
        measure = ceiling if measure is not None else None
    return entry if path == entry.path and measure == ceiling else entry._replace(path=path, ceiling=measure)


def _state(baseline: Baseline, matched: int, after: Sequence[BaselineEntry | None]) -> BaselineState:
    staying = [(entry, kept) for entry, kept in zip(baseline.entries, after) if kept is not None]
    changed = [(entry, kept) for entry, kept in staying if kept is not entry]
    return BaselineState(
        file=baseline.name,
        matched=matched,
        stale=tuple(entry for entry, kept in zip(baseline.entries, after) if kept is None),
        shrunk=tuple(kept for _, kept in staying),
        moved=sum(entry.path != kept.path for entry, kept in changed),
        lowered=sum(entry.ceiling != kept.ceiling for entry, kept in changed),
        is_tidy=baseline.is_tidy,
    )
