"""Where to look first: the changed files by what may go wrong in them, not by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.layer_crossings import crossings
from quality_kit.review.layers import layer_of
from quality_kit.review.model import ContractChange, FileRisk, Problem, Tests
from quality_kit.review.scopes import touched_scopes

_Of = TypeVar("_Of")
#: What a change in the layer may cost, whatever it is.
_LAYERS: Mapping[str, int] = {
    "migration": 40,
    "security": 40,
    "settings": 25,
    "middleware": 25,
    "repository": 20,
    "service": 20,
    "job": 20,
    "entry point": 20,
    "route": 15,
    "model": 15,
    "test": -30,
}
_OF_PROBLEM = {"error": 10, "warning": 4, "info": 1}
_MOST_FOR_PROBLEMS = 40
_BLOCKING = "QK801"
_SIZE_RULE = "QK601"
_SIZE_OPTION = "max-lines"
_OF_BLOCKING_CALL = 20
_OF_CROSSING = 20
_OF_BREAKING = 25
_OF_MISSING_TESTS = 10
_OF_GROWTH = 20
#: A point for so many changed lines, up to so many points.
_LINES_A_POINT = 10
_MOST_FOR_LINES = 40
#: Contracts that are named.
_MOST_NAMED = 3


def risks(
    evidence: Evidence, problems: Sequence[Problem], contracts: Sequence[ContractChange], tests: Tests
) -> tuple[FileRisk, ...]:
    """The changed files that hold text, the riskiest first; equal ones by path."""
    # By file once: there may be thousands of all three.
    problems_at = _by_path((each.finding.location.path, each) for each in problems)
    contracts_at = _by_path((each.path, each) for each in contracts)
    found = [
        _risk(evidence, file, problems_at.get(file.path, ()), contracts_at.get(file.path, ()), tests)
        for file in evidence.change.files
        if file.kind == "text" and (file.is_python or layer_of(file.path, evidence.config))
    ]
    return tuple(sorted(found, key=lambda risk: (-risk.score, risk.path)))


def _by_path(some: Iterable[tuple[str, _Of]]) -> Mapping[str, Sequence[_Of]]:
    found: dict[str, list[_Of]] = {}
    for path, each in some:
        found.setdefault(path, []).append(each)
    return found


def _risk(
    evidence: Evidence,
    file: FileChange,
    problems: Sequence[Problem],
    contracts: Sequence[ContractChange],
    tests: Tests,
) -> FileRisk:
    layer = layer_of(file.path, evidence.config)
    before, after = _size(evidence, file)
    limit = _limit(evidence, file.path)
    reasons = list(_reasons(evidence, file, problems, contracts, tests))
    if limit and before <= limit < after:
        reasons.append((_OF_GROWTH, f"beyond the limit of {limit} lines now"))
    lines = min((file.added + file.removed) // _LINES_A_POINT, _MOST_FOR_LINES)
    score = _LAYERS.get(layer, 0) + lines + sum(points for points, _ in reasons)
    ordered = sorted(reasons, key=lambda reason: -reason[0])
    return FileRisk(
        file.path,
        score,
        layer,
        file.added,
        file.removed,
        touched_scopes(evidence.change, file),
        before,
        after,
        limit,
        tuple(text for _, text in ordered if text),
    )


def _reasons(
    evidence: Evidence,
    file: FileChange,
    problems: Sequence[Problem],
    contracts: Sequence[ContractChange],
    tests: Tests,
) -> Iterator[tuple[int, str]]:
    """What weighs how much, in words; of the problems and contracts of this file."""
    for call in dict.fromkeys(each.source.strip() for each in problems if each.finding.code == _BLOCKING):
        yield _OF_BLOCKING_CALL, f"blocking call added: {call}"
    counting = [problem.finding for problem in problems if problem.is_gating]
    if counting:
        points = min(sum(_OF_PROBLEM[each.severity] for each in counting), _MOST_FOR_PROBLEMS)
        counts = Counter(each.code for each in counting)
        yield points, "new: " + ", ".join(f"{number} {code}" for code, number in sorted(counts.items()))
    for what in crossings(evidence, file):
        yield _OF_CROSSING, what
    breaking = [each for each in contracts if each.is_breaking]
    if breaking:
        named = ", ".join(f"{each.kind} {each.name} {each.change}" for each in breaking[:_MOST_NAMED])
        yield _OF_BREAKING, f"callers may break: {named}" + (" ..." if len(breaking) > _MOST_NAMED else "")
    if file.path in tests.without_tests:
        yield _OF_MISSING_TESTS, "" if tests.is_silent else "no test changed with it"


def _size(evidence: Evidence, file: FileChange) -> tuple[int, int]:
    before, after = evidence.change.base.source(file.before), None
    if file.status != "deleted":
        after = evidence.change.head.source(file.path)
    return (len(before.lines) if before is not None else 0), (len(after.lines) if after is not None else 0)


def _limit(evidence: Evidence, path: str) -> int:
    """That of service files, where the rule about them holds for the file."""
    rule = evidence.catalogue.find(_SIZE_RULE)
    option = rule.option(_SIZE_OPTION) if rule is not None else None
    if rule is None or option is None or layer_of(path, evidence.config) != "service":
        return 0
    settings = evidence.config.for_path(path)
    return int(settings.values(rule.code).get(_SIZE_OPTION, option.default))
