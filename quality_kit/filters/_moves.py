"""Which entries of the baseline belong to which findings, also when files were renamed or moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from quality_kit.baseline import Identity
from quality_kit.finding import BaselineEntry, Finding
from quality_kit.fingerprint import key_of_file

#: What it is about and how often, without the path.
_Content = tuple[str, str]

#: A content that more pairs of files than this have in common says nothing about which was renamed to which.
_TELLING_PAIRS = 50


class _Moves(NamedTuple):
    """The entries and the findings (by number) of one content that have no partner at their path."""

    entries: list[BaselineEntry]
    numbers: list[int]


def paired(
    findings: Sequence[Finding],
    entries: Mapping[Identity, BaselineEntry],
    is_there: Callable[[str], bool],
    judges: Callable[[str, str], bool],
) -> dict[int, BaselineEntry]:
    """The entry of each finding that has one, by the finding's number.

    No entry is used twice, but by findings of one file that are equal: they were recorded in one line.
    A finding about the project is looked up wherever its entry stands. Entries that are gone from where
    they were go to findings of the same content at other paths that have no entry of their own.

    Args:
        findings: Those that can be in a baseline.
        entries: What it holds, by what that is about.
        is_there: Whether a path is in the tree.
        judges: Whether the run has completely checked a path for a code.
    """
    free = dict(entries)
    pairs: dict[int, BaselineEntry] = {}
    waiting: list[int] = []
    for number, finding in enumerate(findings):
        identity = (finding.location.path, finding.code, finding.key)
        entry = entries.get(identity)
        if entry is None:
            waiting.append(number)
        else:
            pairs[number] = entry
            free.pop(identity, None)
    if waiting and free:
        pairs |= _about_the_project(findings, waiting, free)
        left = _gone(free.values(), is_there, judges)
        pairs |= _moved(_groups(findings, waiting, left), findings, is_there)
    return pairs


def _about_the_project(
    findings: Sequence[Finding], waiting: list[int], free: dict[Identity, BaselineEntry]
) -> dict[int, BaselineEntry]:
    """Takes the findings without a place out of those that wait, and their entries out of the free ones."""
    placeless = [number for number in waiting if findings[number].is_placeless]
    if not placeless:
        return {}
    waiting[:] = [number for number in waiting if not findings[number].is_placeless]
    anywhere: defaultdict[_Content, list[BaselineEntry]] = defaultdict(list)
    for entry in free.values():
        anywhere[_content(entry)].append(entry)
    pairs = {}
    for number in placeless:
        if equal := anywhere.get(_content(findings[number])):
            pairs[number] = entry = equal.pop(0)
            del free[entry.path, entry.code, entry.key]
    return pairs


def _gone(
    free: Iterable[BaselineEntry], is_there: Callable[[str], bool], judges: Callable[[str, str], bool]
) -> list[BaselineEntry]:
    """The entries whose file is gone, or whose finding is."""
    there = {path: is_there(path) for path in {entry.path for entry in free}}
    return [entry for entry in free if not there[entry.path] or judges(entry.code, entry.path)]


def _content(what: Finding | BaselineEntry) -> _Content:
    return what.code, what.key


def _groups(
    findings: Sequence[Finding], waiting: Iterable[int], left: Iterable[BaselineEntry]
) -> list[_Moves]:
    groups: defaultdict[_Content, _Moves] = defaultdict(lambda: _Moves([], []))
    for entry in left:
        groups[_content(entry)].entries.append(entry)
    for number in waiting:
        if (group := groups.get(_content(findings[number]))) is not None:
            group.numbers.append(number)
    return [group for group in groups.values() if group.numbers]


def _moved(
    groups: Sequence[_Moves], findings: Sequence[Finding], is_there: Callable[[str], bool]
) -> dict[int, BaselineEntry]:
    """First between the files that have most in common; what is then left, in the order of the names.

    What is said of a whole file only follows it: its statements have moved too, or its path is gone.
    """
    partners = _partners(_evidence(groups, findings))
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
        left = [entry for entry in free.values() if not _is_about_file(entry) or not is_there(entry.path)]
        pairs |= dict(zip(waiting, sorted(left, key=lambda entry: _from_the_end(entry.path))))
    return pairs


def _evidence(groups: Sequence[_Moves], findings: Sequence[Finding]) -> Counter[tuple[str, str]]:
    """How much each old and new path have in common; nearly every file has something said of it as a whole."""
    evidence: Counter[tuple[str, str]] = Counter()
    for group in groups:
        if len(group.entries) * len(group.numbers) <= _TELLING_PAIRS and not _is_about_file(group.entries[0]):
            evidence.update(
                (entry.path, findings[number].location.path)
                for entry in group.entries
                for number in group.numbers
            )
    return evidence


def _is_about_file(entry: BaselineEntry) -> bool:
    return entry.key == key_of_file(entry.code)


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
