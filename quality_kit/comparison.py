"""The way of the data where a tree is compared with another one: both go through the pipeline."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

from quality_kit.cache import BASE, Cache
from quality_kit.changes import with_same_contents
from quality_kit.engine.run import Progress
from quality_kit.filters.new_code import Past, is_old, without_old
from quality_kit.finding import Comparison, Fact, Failure, Report
from quality_kit.linters import file_by_file
from quality_kit.pipeline import Checked, Linted, check_tree
from quality_kit.request import BaseTree, CheckRequest


class Compared(NamedTuple):
    """What was found in a tree and in the one that it is compared with."""

    #: Of the checked tree; what the base has too is marked.
    head: Report
    #: Of the base, under the configuration of the checked tree and without its linters for whole trees.
    base: Report
    #: From old paths to new ones.
    renames: Mapping[str, str]
    #: What was wanted beside, by path.
    head_facts: Mapping[str, list[Fact]] = {}
    base_facts: Mapping[str, list[Fact]] = {}


def check(request: CheckRequest, cache: Cache, progress: Progress) -> Report:
    """Run the rules and the linters over the project, and over its base where it has one.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    if request.base is not None:
        return compare(request, request.base, cache, progress).head
    began = time.monotonic()
    checked = check_tree(request, _limited(request), cache, progress)
    return checked.report._replace(seconds=time.monotonic() - began)


def compare(request: CheckRequest, tree: BaseTree, cache: Cache, progress: Progress) -> Compared:
    """Check the project and the tree that it is compared with.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    began = time.monotonic()
    head = check_tree(request, _limited(request), cache, progress)
    compared = _compared(request, tree, head, cache, progress)
    seconds = time.monotonic() - began
    return compared._replace(head=compared.head._replace(seconds=seconds))


def _limited(request: CheckRequest) -> Linted:
    return Linted(only=request.linted)


def _compared(
    request: CheckRequest, tree: BaseTree, head: Checked, cache: Cache, progress: Progress
) -> Compared:
    """The reports, what the base has too marked; the base runs through the same stations."""
    renames = tree.base.renames
    asked = _asked_of_base(request, tree)
    with closing(cache.about(BASE)) as base_cache:
        base = check_tree(asked, _linted_in_base(request, head, renames), base_cache, progress)
    renames = with_same_contents(renames, base.digests, head.digests)
    before = {renames.get(path, path): digest for path, digest in base.digests.items()}
    unchanged = (path for path, digest in head.digests.items() if before.get(path) == digest)
    past = Past(
        tree.base.ref, base.report.findings, renames, frozenset(unchanged), frozenset(request.linters)
    )
    findings = without_old(head.report.findings, past)
    told = _of_base(base.report.failures, head.report.failures, tree.base.ref)
    report = head.report._replace(
        findings=tuple(findings),
        failures=(*head.report.failures, *told),
        new_since=Comparison(
            tree.base.ref,
            tree.base.commit,
            sum(map(is_old, findings)),
            tuple(name for name in request.linters if name not in asked.linters),
        ),
    )
    return Compared(report, base.report, renames, head.facts, base.facts)


def _asked_of_base(request: CheckRequest, tree: BaseTree) -> CheckRequest:
    """Linters for whole trees look at the head only, and what is wrong with files there is told of the head."""
    wanted = request.wanted._replace(paths=request.wanted.base_paths) if request.wanted is not None else None
    return request._replace(
        project=tree.project,
        others=tree.others,
        linters=tuple(name for name in request.linters if name in file_by_file()),
        base=None,
        baseline=None,
        wanted=wanted,
        foreign=(),
    )


def _linted_in_base(request: CheckRequest, head: Checked, renames: Mapping[str, str]) -> Linted:
    """What the head has too was looked at there, under the head's configuration."""
    now = {old: head.digests[new] for old, new in renames.items() if new in head.digests}
    if request.linted is None:
        return Linted({**head.digests, **now}, request.project, None)
    before = {new: old for old, new in renames.items()}
    only = frozenset(before.get(path, path) for path in request.linted)
    return Linted({**head.digests, **now}, request.project, only)


def _of_base(failures: Iterable[Failure], told: Sequence[Failure], ref: str) -> Iterator[Failure]:
    """What failed there makes it unknown what is new; what is about no file and was told is told once."""
    for failure in failures:
        if failure.path is not None or failure not in told:
            yield failure._replace(reason=f"on the files as they are in {ref}: {failure.reason}")
