"""Which entries of the baseline belong to which findings, also when files were renamed or moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quality_kit.finding import BaselineEntry, Finding

#: What it is about and how often, without the path.
_Content = tuple[str, str]

#: A content that more pairs of files than this have in common says nothing about which was renamed to which.
_TELLING_PAIRS = 50


class _Moves(NamedTuple):
    """The entries and the findings (by number) of one content that have no partner at their path."""

    entries: list[BaselineEntry]
    numbers: list[int]


def paired(
    findings: Sequence[Finding], entries: Iterable[BaselineEntry], is_there: Callable[[str], bool]
) -> dict[int, BaselineEntry]:
    """The entry of each finding that has one, by the finding's number; no entry is used twice.

    A finding about the project is looked up wherever its entry stands. Entries of files that are gone
    go to findings of the same content at other paths that have no entry of their own.
    """
    entries = list(entries)
    exact = {(entry.path, entry.code, entry.key): entry for entry in entries}
    anywhere = {(entry.code, entry.key): entry for entry in reversed(entries)}
    pairs: dict[int, BaselineEntry] = {}
    for number, finding in enumerate(findings):
        at_path = exact.get((finding.location.path, finding.code, finding.key))
        entry = anywhere.get(_content(finding)) if finding.is_placeless else at_path
        if entry is not None:
            pairs[number] = entry
    claimed = set(pairs.values())
    gone = {path for path in {entry.path for entry in entries} if not is_there(path)}
    left = [entry for entry in entries if entry.path in gone and entry not in claimed]
    if left:
        pairs |= _moved(_groups(findings, pairs, left), findings)
    return pairs


def _content(what: Finding | BaselineEntry) -> _Content:
    return what.code, what.key


def _groups(
    findings: Sequence[Finding], pairs: dict[int, BaselineEntry], left: Iterable[BaselineEntry]
) -> list[_Moves]:
    groups: defaultdict[_Content, _Moves] = defaultdict(lambda: _Moves([], []))
    for entry in left:
        groups[_content(entry)].entries.append(entry)
    for number, finding in enumerate(findings):
        if number not in pairs and not finding.is_placeless and _content(finding) in groups:
            groups[_content(finding)].numbers.append(number)
    return [group for group in groups.values() if group.numbers]


def _moved(groups: Sequence[_Moves], findings: Sequence[Finding]) -> dict[int, BaselineEntry]:
    """First between the files that have most in common; what is then left, in the order of the names."""
    evidence: Counter[tuple[str, str]] = Counter()
    for group in groups:
        if len(group.entries) * len(group.numbers) <= _TELLING_PAIRS:
            evidence.update(
                (entry.path, findings[number].location.path)
                for entry in group.entries
                for number in group.numbers
            )
    partners = _partners(evidence)
    pairs: dict[int, BaselineEntry] = {}
    for group in groups:
        free = {entry.path: entry for entry in group.entries}
        waiting = []
        for number in group.numbers:
            entry = free.pop(partners.get(findings[number].location.path, ""), None)
            if entry is not None:
                pairs[number] = entry
            else:
                waiting.append(number)
        waiting.sort(key=lambda number: _from_the_end(findings[number].location.path))
        pairs |= dict(zip(waiting, sorted(free.values(), key=lambda entry: _from_the_end(entry.path))))
    return pairs


def _partners(evidence: Counter[tuple[str, str]]) -> dict[str, str]:
    """For each new path the old one that it most likely had; no old path twice."""
    partners: dict[str, str] = {}
    taken = set()
    for (old, new), _ in sorted(
        evidence.items(), key=lambda item: (-item[1], not _same_name(*item[0]), item[0])
    ):
        if new not in partners and old not in taken:
            partners[new] = old
            taken.add(old)
    return partners


def _same_name(old: str, new: str) -> bool:
    return old.rpartition("/")[2] == new.rpartition("/")[2]


def _from_the_end(path: str) -> list[str]:
    return path.split("/")[::-1]
