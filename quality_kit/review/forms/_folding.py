"""What is told one by one and what is only counted: many of one kind must not drown the one that matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from quality_kit.finding import Finding
from quality_kit.review.model import ContractChange, Drift, Problem, Review

#: Problems that are told one by one: of a file, of those of a file that fail nothing, of the page.
_OF_FILE, _OF_INFO, _OF_PAGE = 8, 2, 60
#: And of one code: the fourth says nothing that the three above it did not say.
_OF_CODE_IN_FILE, _OF_CODE = 3, 12
#: Contract changes of one kind that break nobody and are told one by one.
_OF_CONTRACTS = 10
#: Lines and names that are told of what is only counted.
_LINES, _NAMES = 6, 60


class FileProblems(NamedTuple):
    """The new problems of one file."""

    path: str
    shown: tuple[Problem, ...]
    #: What is only counted: ``4 QK101 (lines 3, 9, 12, 40)``.
    rest: tuple[str, ...]


def by_file(review: Review) -> Iterator[FileProblems]:
    """The files in their order; in each those problems come first whose code is rare in the change."""
    usual = Counter(problem.finding.code for problem in review.problems)
    told: Counter[str] = Counter()
    for path, group in groupby(review.problems, key=lambda problem: problem.finding.location.path):
        problems = list(group)
        chosen = _chosen(sorted(problems, key=lambda each: usual[each.finding.code]), told)
        told.update(each.finding.code for each in chosen)
        known = set(map(id, chosen))
        shown = tuple(each for each in problems if id(each) in known)
        rest = [each.finding for each in problems if id(each) not in known]
        yield FileProblems(path, shown, tuple(_counted(rest)))


def _chosen(problems: Iterable[Problem], told: Counter[str]) -> list[Problem]:
    """Those of a file for which there is room, on the page and beside others of their kind."""
    chosen: list[Problem] = []
    here: Counter[str] = Counter()
    kinds: Counter[bool] = Counter()
    for each in problems:
        code = each.finding.code
        is_usual = here[code] >= _OF_CODE_IN_FILE or told[code] + here[code] >= _OF_CODE
        is_full = kinds[each.is_gating] >= (_OF_FILE if each.is_gating else _OF_INFO)
        if not is_usual and not is_full and told.total() + len(chosen) < _OF_PAGE:
            chosen.append(each)
            here[code] += 1
            kinds[each.is_gating] += 1
    return chosen


def _counted(findings: Iterable[Finding]) -> Iterator[str]:
    lines: dict[str, list[int]] = {}
    for each in findings:
        lines.setdefault(each.code, []).append(each.location.line)
    for code, places in sorted(lines.items()):
        named = ", ".join(map(str, dict.fromkeys(places[:_LINES])))
        noun = "line" if len(places) == 1 else "lines"
        yield f"{len(places)} {code} ({noun} {named}{' ...' if len(places) > _LINES else ''})"


def codes(findings: Iterable[Finding]) -> str:
    """``22 QK101, 3 QK402``."""
    return counts(Counter(each.code for each in findings).items())


def counts(pairs: Iterable[tuple[str, int]]) -> str:
    """``22 QK101, 3 QK402``."""
    return ", ".join(f"{number} {code}" for code, number in sorted(pairs))


class Drifts(NamedTuple):
    """Drifts that say the same of one file."""

    drift: Drift
    #: In the file; none for a whole file.
    lines: tuple[int, ...]
    number: int

    @property
    def where(self) -> str:
        """``app/x.py:3, 9, 12 ...``."""
        named = ", ".join(map(str, self.lines[:_LINES]))
        more = " ..." if len(self.lines) > _LINES else ""
        return f"{self.drift.path}:{named}{more}" if named else self.drift.path

    @property
    def what(self) -> str:
        """``noqa: E402 removed, 28 times``."""
        return self.drift.what + (f", {self.number} times" if self.number > 1 else "")


def together(drifts: Sequence[Drift]) -> list[Drifts]:
    """In their order; why something stricter was milder before is told of single ones only."""
    found: dict[tuple[object, ...], list[Drift]] = {}
    for each in drifts:
        reason = each.reason if each.is_looser else ""
        key = (each.kind, each.is_looser, each.is_red, each.path, each.what, reason)
        found.setdefault(key, []).append(each)
    return [_drifts(same) for same in found.values()]


def _drifts(same: Sequence[Drift]) -> Drifts:
    first = same[0] if len(same) == 1 or same[0].is_looser else same[0]._replace(reason="")
    return Drifts(first, tuple(each.line for each in same if each.line), len(same))


class Contracts(NamedTuple):
    """Contract changes as a page tells them."""

    shown: tuple[ContractChange, ...]
    #: ``added settings: A, B, C``, for what is too much to be told one by one.
    rest: tuple[str, ...]
    #: Signatures that changed and break no file that did not.
    quiet: int


def contracts(changes: Iterable[ContractChange]) -> Contracts:
    """What breaks callers always, of all else the first of each kind."""
    shown: list[ContractChange] = []
    more: dict[tuple[str, str], list[str]] = {}
    quiet = 0
    seen: Counter[tuple[str, str]] = Counter()
    for each in changes:
        kind = each.change, each.kind
        seen[kind] += not each.is_breaking
        if each.kind == "signature" and not each.is_breaking:
            quiet += 1
        elif each.is_breaking or seen[kind] <= _OF_CONTRACTS:
            shown.append(each)
        else:
            more.setdefault(kind, []).append(each.name)
    rest = (f"{change} {kind}s, {len(names)} more: {_list(names)}" for (change, kind), names in more.items())
    return Contracts(tuple(shown), tuple(rest), quiet)


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMES]) + (" ..." if len(names) > _NAMES else "")


def untested(review: Review) -> list[str]:
    """A line for each changed module whose tests did not change; one for all where no test changed."""
    tests = review.tests
    if tests.is_silent:
        return [f"{len(tests.without_tests)} modules changed, and no test"]
    return [f"{path} changed, its tests did not" for path in tests.without_tests]
