"""What the change brought and what it mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from quality_kit.filters.new_code import Past, is_old, without_old
from quality_kit.finding import FILE_START, IN_BASELINE, OWN_SOURCE, SEVERITIES, Finding, by_place
from quality_kit.review.evidence import Evidence
from quality_kit.review.fixes import shown_fix
from quality_kit.review.model import Debt, Problem
from quality_kit.review.reasons import why


class Outcome(NamedTuple):
    """What became of the findings of both trees."""

    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    #: As in the head: the statement was edited, the problem is the same.
    kept: tuple[Finding, ...]


def outcome(evidence: Evidence) -> Outcome:
    """What is new and what is gone, without what only looks so because its statement was edited."""
    gone = _gone(evidence)
    left = Counter(map(_same, gone))
    new, kept = [], []
    for finding in evidence.new:
        if left[_same(finding)] > 0:
            left[_same(finding)] -= 1
            kept.append(finding)
        else:
            new.append(finding)
    still_there = Counter(map(_same, kept))
    fixed = []
    for finding in gone:
        if still_there[_same(finding)] > 0:
            still_there[_same(finding)] -= 1
        else:
            fixed.append(finding)
    return Outcome(tuple(new), tuple(each for each in fixed if evidence.gates(each)), tuple(kept))


def _same(finding: Finding) -> tuple[str, str, str, str]:
    """What two findings about one problem have in common, before and after their statement was edited."""
    return finding.location.path, finding.code, finding.scope, finding.message


def new_problems(evidence: Evidence, new: Iterable[Finding]) -> tuple[Problem, ...]:
    """The new findings, by file, the file with the worst of them first."""
    problems = [_problem(evidence, finding) for finding in new]
    by_file = [
        list(group) for _, group in groupby(problems, key=lambda problem: problem.finding.location.path)
    ]
    return tuple(problem for file in sorted(by_file, key=_badness) for problem in file)


def _gone(evidence: Evidence) -> list[Finding]:
    """What stood in the base and is gone from the head; a finding that a comment silences is not gone."""
    compared = evidence.compared
    still_there = [_bare(finding) for finding in compared.head.findings]
    past = Past("the head", still_there, {}, frozenset(), frozenset())
    before = [_in_head(evidence, finding) for finding in compared.base.active]
    return sorted(
        (finding for finding in without_old(before, past) if finding.suppressed_by is None), key=by_place
    )


def debt(evidence: Evidence) -> Debt:
    """The number of our rules' findings in both trees."""
    return Debt(
        _number(evidence, evidence.compared.base.findings), _number(evidence, evidence.compared.head.findings)
    )


def _number(evidence: Evidence, findings: Iterable[Finding]) -> int:
    # Whether a finding counts for the gate depends on its rule and its file; both are few beside the findings.
    alike: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        if OWN_SOURCE in each.sources and _counts(each):
            alike.setdefault((each.location.path, each.code), []).append(each)
    return sum(len(some) for some in alike.values() if evidence.gates(some[0]))


def _counts(finding: Finding) -> bool:
    return finding.suppressed_by in (None, IN_BASELINE) or is_old(finding)


def _in_head(evidence: Evidence, finding: Finding) -> Finding:
    path = evidence.compared.renames.get(finding.location.path)
    finding = finding if finding.measure is None else finding._replace(measure=None)
    return finding if path is None else finding._replace(location=finding.location._replace(path=path))


def _bare(finding: Finding) -> Finding:
    """As if nothing silenced it, whatever its size."""
    is_bare = finding.suppressed_by is None and finding.measure is None
    return finding if is_bare else finding._replace(suppressed_by=None, measure=None)


def _problem(evidence: Evidence, finding: Finding) -> Problem:
    source = evidence.change.head.source(finding.location.path)
    line = source.line(finding.location.line) if source is not None and not _is_about_file(finding) else ""
    fix = shown_fix(source, finding)
    reason, is_gating = why(evidence.catalogue, finding), evidence.gates(finding)
    return Problem(finding, line, reason, is_gating, fix.diff, fix.replacement)


def _is_about_file(finding: Finding) -> bool:
    """Then the line it stands on says nothing: the first one, or the one where a limit is met."""
    is_at_start = OWN_SOURCE in finding.sources and finding.location.place == FILE_START
    return is_at_start or finding.measure is not None


def _badness(problems: list[Problem]) -> tuple[bool, int, int, str]:
    """Files whose findings count come first, then those with the worst and the most of them."""
    counting = [problem for problem in problems if problem.is_gating]
    worst = min(SEVERITIES.index(problem.finding.severity) for problem in counting or problems)
    same = sum(1 for each in counting or problems if SEVERITIES.index(each.finding.severity) == worst)
    return not counting, worst, -same, problems[0].finding.location.path
