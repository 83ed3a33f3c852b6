"""The way of the data of a review: both trees checked, then one section after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quality_kit.cache import Cache
from quality_kit.comparison import Compared, compare
from quality_kit.config import Config
from quality_kit.engine.run import Progress
from quality_kit.finding import NotChecked
from quality_kit.guides import Guide
from quality_kit.request import BaseTree, CheckRequest
from quality_kit.review.change import Change
from quality_kit.review.checklist import checklist
from quality_kit.review.contracts import contract_changes
from quality_kit.review.drift import policy_drift
from quality_kit.review.evidence import Evidence
from quality_kit.review.file_diffs import file_diffs
from quality_kit.review.gate import judged
from quality_kit.review.model import Gate, Review
from quality_kit.review.old import touched_but_old
from quality_kit.review.outlining import with_outlines
from quality_kit.review.problems import debt, new_problems, outcome
from quality_kit.review.risks import risks
from quality_kit.review.tests_of_change import tests_of_change


class ReviewRequest(NamedTuple):
    """A review, with all decisions made."""

    #: With the rules of the checklist switched on, and linters that look at the changed files only.
    check: CheckRequest
    base: BaseTree
    change: Change
    #: As the project has it.
    project_config: Config
    #: What is reviewed, as people call it, and its full id (empty for a work tree, an index, a patch).
    head: str
    head_commit: str
    guide: Guide
    fail_on: tuple[str, ...]
    baseline_file: str
    #: Linters that look at whole trees, which a review leaves to ``check``.
    left_out: tuple[str, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()


def review(request: ReviewRequest, cache: Cache, progress: Progress) -> Review:
    """Check both trees and say what the change did.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    compared = compare(request.check, request.base, cache, progress)
    change, failures = with_outlines(request.change, compared, request.check, cache)
    evidence = _evidence(request, change, compared)
    head, became = compared.head, outcome(evidence)
    problems, contracts = new_problems(evidence, became.new), contract_changes(evidence)
    tests = tests_of_change(evidence)
    made = Review(
        base=request.base.base.ref,
        head=request.head,
        base_commit=request.base.base.commit,
        head_commit=request.head_commit,
        files=len(change.files),
        added=sum(file.added for file in change.files),
        removed=sum(file.removed for file in change.files),
        gate=Gate((), False),
        debt=debt(evidence),
        problems=problems,
        fixed=became.fixed,
        stale=head.baseline.stale if head.baseline is not None else (),
        baseline_file=request.baseline_file,
        drift=policy_drift(evidence),
        guide=request.guide.name,
        checklist=checklist(evidence, request.guide, became.new),
        risks=risks(evidence, problems, contracts, tests),
        contracts=contracts,
        tests=tests,
        old=touched_but_old(evidence, became.kept),
        diff=file_diffs(change),
        failures=(*head.failures, *failures),
        not_checked=(*head.not_checked, *_left_out(request.left_out)),
        versions=request.versions,
    )
    return judged(made, request.fail_on)


def _evidence(request: ReviewRequest, change: Change, compared: Compared) -> Evidence:
    check = request.check
    linters = frozenset(check.linters)
    return Evidence(change, compared, check.config, request.project_config, check.catalogue, linters)


def _left_out(linters: Sequence[str]) -> tuple[NotChecked, ...]:
    reason = "it looks at whole trees; `quality-kit check` runs it, or name it with --linters"
    return tuple(NotChecked(linter, reason) for linter in linters)
