"""Entries that the baseline gained or lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quality_kit.baseline import DEFAULT_FILE, Baseline
from quality_kit.files import UsageError
from quality_kit.finding import BaselineEntry
from quality_kit.review.change import Side
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift


def baseline_entries(evidence: Evidence) -> Iterator[Drift]:
    """How many entries came and went, by code, and ceilings that were raised."""
    name = evidence.project_config.baseline or DEFAULT_FILE
    if not any(name in (file.path, file.before) for file in evidence.change.files):
        return
    before, now = _entries(evidence.change.base, name), _entries(evidence.change.head, name)
    if before is None or now is None:
        return
    renames = evidence.change.renames
    known = {(renames.get(each.path, each.path), each.code, each.key): each for each in before}
    added = [each for each in now if (each.path, each.code, each.key) not in known]
    left = {(each.path, each.code, each.key) for each in now}
    gone = [each for key, each in known.items() if key not in left]
    yield from _counted(name, added, "added to", is_looser=True)
    yield from _counted(name, gone, "removed from", is_looser=False)
    for each in now:
        old = known.get((each.path, each.code, each.key))
        if (
            old is not None
            and old.ceiling is not None
            and each.ceiling is not None
            and each.ceiling > old.ceiling
        ):
            what = f"{each.code}: ceiling of {each.path} raised from {old.ceiling} to {each.ceiling}"
            yield Drift("baseline", True, name, 0, what)


def _entries(side: Side, name: str) -> Sequence[BaselineEntry] | None:
    """None for a file that is damaged: the check itself says so."""
    try:
        return Baseline(name, side.text(name)).entries
    except UsageError:
        return None


def _counted(name: str, entries: Sequence[BaselineEntry], what: str, is_looser: bool) -> Iterator[Drift]:
    for code, number in sorted(Counter(each.code for each in entries).items()):
        noun = "entry" if number == 1 else "entries"
        yield Drift("baseline", is_looser, name, 0, f"{number} {code} {noun} {what} the baseline")
