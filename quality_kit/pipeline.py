"""The way of the data, from paths to a report. A newcomer starts here.

files -> rules and linters side by side -> one list of findings -> stations that mark -> report.
Printing and the exit code are the caller's business.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, closing
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quality_kit.cache import Cache
from quality_kit.config import Config, Known, is_known_selector
from quality_kit.engine.framework_uses import Tree as SourceTree
from quality_kit.engine.framework_uses import framework_names
from quality_kit.engine.run import EngineRequest, EngineResults, Progress, run_rules
from quality_kit.filters.baseline import with_baseline
from quality_kit.filters.checked import Checked as WhatWasChecked
from quality_kit.filters.checked import what_was_checked
from quality_kit.filters.framework_names import concerned, without_framework_names
from quality_kit.filters.selected import joinable, without_ignored
from quality_kit.filters.severities import with_severities
from quality_kit.filters.suppression_mistakes import Terms, forbidden, mistakes
from quality_kit.filters.suppressions import Suppressions, in_force, with_suppressions
from quality_kit.filters.unused_suppressions import unused
from quality_kit.finding import (
    BaselineState,
    Fact,
    Failure,
    Finding,
    NotChecked,
    Report,
    by_place,
)
from quality_kit.linters import (
    LinterRequest,
    LinterResults,
    across_files,
    available,
    start,
)
from quality_kit.modules import Modules
from quality_kit.own_findings import UNPARSABLE_FILE
from quality_kit.project import Project
from quality_kit.reading import Contents, others_for_rules, read, with_all_keys
from quality_kit.request import CheckRequest
from quality_kit.same_problem import merge
from quality_kit.unfinished import foreign_links, left_out_rules, silent_linters, stopped, unlinted

if TYPE_CHECKING:
    from quality_kit.linters import RunningLinters

#: How long one linter may take, in seconds.
LINTER_SECONDS = 900.0


class Linted(NamedTuple):
    """What the linters look at, where that is less than the whole tree as it is."""

    #: By path the digest of a content that they need not look at.
    settled: Mapping[str, bytes] = {}
    #: The tree whose configuration counts, None for the checked one.
    configured_by: Project | None = None
    #: The only paths that they look at, None for all.
    only: frozenset[str] | None = None

    @property
    def is_part(self) -> bool:
        """Whether there may be nothing to look at."""
        return bool(self.settled) or self.only is not None

    def among(self, paths: Iterable[str], digests: Mapping[str, bytes]) -> tuple[str, ...]:
        """The paths that they look at."""
        wanted = paths if self.only is None else filter(self.only.__contains__, paths)
        return tuple(path for path in wanted if self.settled.get(path) != digests[path])


class Checked(NamedTuple):
    """A report about a tree, the digests of its Python files, and the facts that were wanted beside."""

    report: Report
    digests: Mapping[str, bytes]
    facts: Mapping[str, list[Fact]]


def check_tree(request: CheckRequest, linted: Linted, cache: Cache, progress: Progress) -> Checked:
    """Run the rules and the linters over one tree.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    contents = read(request, cache)
    targets = tuple(path for path in request.project.targets if path in contents.python)
    project = request.project._replace(files=tuple(contents.python), targets=targets)
    with closing(contents.python), ExitStack() as copies:
        running = _start_linters(request, linted, project, contents, cache, copies)
        try:
            rules = _run_rules(request, project, contents, cache, _advancing(progress, running))
            linters = running.collect() if running is not None else LinterResults((), (), ())
        except BaseException:
            if running is not None:
                running.stop()
            raise
        linters, spared = _without_framework_names(request, contents, linters, cache)
        findings = _stations(request, contents, rules, linters)
        failures = (*rules.failures, *linters.failures, *stopped(findings, linters))
        not_checked = (
            *linters.not_checked,
            *silent_linters(findings, request.linters, linters),
            *left_out_rules(request),
            *foreign_links(request, contents.foreign),
        )
        troubles: list[Failure | NotChecked] = [*failures, *not_checked, *unlinted(request, targets)]
        findings, baseline = _judged(request, project, contents, rules, findings, troubles)
    report = Report(
        root=str(project.root),
        findings=tuple(sorted(findings, key=by_place)),
        failures=failures,
        not_checked=not_checked,
        files=len(targets),
        seconds=0.0,
        statistics=tuple(sorted((*rules.statistics, *spared))),
        baseline=baseline,
    )
    return Checked(report, contents.digests, rules.facts)


def _without_framework_names(
    request: CheckRequest, contents: Contents, linters: LinterResults, cache: Cache
) -> tuple[LinterResults, list[tuple[str, int]]]:
    """The results less what only frameworks use, and how many findings that were; before anything marks them."""
    paths = [path for path in concerned(linters.findings) if path in contents.digests]
    if not paths:
        return linters, []
    modules = Modules(tuple(contents.python), request.config.source_roots)
    tree = SourceTree(contents.python, contents.digests, modules, request.catalogue.digest)
    kept = without_framework_names(linters.findings, framework_names(paths, tree, cache))
    left_out = len(linters.findings) - len(kept)
    counted = [("vulture: names that only frameworks use", left_out)] if left_out else []
    return linters._replace(findings=tuple(kept)), counted


def _advancing(progress: Progress, running: RunningLinters | None) -> Progress:
    """Linters that need several starts get the next one while the rules are at work."""
    if running is None:
        return progress

    def report(done: int, total: int) -> None:
        progress(done, total)
        running.advance()

    return report


def _stations(
    request: CheckRequest, contents: Contents, rules: EngineResults, linters: LinterResults
) -> list[Finding]:
    """From raw findings to the list that is reported; the order of the stations matters."""
    # Linters' codes that are off never were findings; rules that are off did not run.
    findings = joinable(linters.findings, request.config)
    # One problem is one finding before anything marks it: a suppression of any of its codes silences it.
    findings = [*contents.unreadable, *_merged(rules.findings, findings, request.config)]
    # Mistakes in comments are found before comments apply, so that none can silence them.
    terms = _terms(request)
    comments = in_force(rules.suppressions, terms.today)
    findings += [*mistakes(rules.suppressions, terms), *forbidden(findings, comments, terms)]
    findings = with_severities(findings, request.config.severities)
    findings = with_all_keys(findings, contents)
    return with_suppressions(findings, comments, terms.never)


def _terms(request: CheckRequest) -> Terms:
    config, known = request.config, Known(request.catalogue, available())
    return Terms(
        date.today(),
        config.require_reason,
        config.never_suppress,
        request.catalogue.codes,
        lambda code: is_known_selector(code, known),
    )


def _judged(
    request: CheckRequest,
    project: Project,
    contents: Contents,
    rules: EngineResults,
    findings: list[Finding],
    troubles: Sequence[Failure | NotChecked],
) -> tuple[list[Finding], BaselineState | None]:
    """The stations that have to know what was completely checked; most runs need neither."""
    if not rules.suppressions and request.baseline is None:
        return findings, None
    checked = what_was_checked(
        project,
        request.config,
        request.catalogue,
        request.project_rules,
        request.linters,
        across_files(request.linters),
        findings,
        troubles,
        contents.inputs,
    )
    findings = [*findings, *_unused(request, contents, rules.suppressions, findings, checked)]
    return _held_against_baseline(request, project, findings, checked)


def _unused(
    request: CheckRequest,
    contents: Contents,
    suppressions: Suppressions,
    findings: Sequence[Finding],
    checked: WhatWasChecked,
) -> list[Finding]:
    """After comments have applied; no comment can silence these."""
    comments = in_force(suppressions, date.today())
    found = unused(findings, comments, request.catalogue, request.config, checked.judges, contents.source)
    return with_all_keys(with_severities(found, request.config.severities), contents)


def _held_against_baseline(
    request: CheckRequest, project: Project, findings: list[Finding], checked: WhatWasChecked
) -> tuple[list[Finding], BaselineState | None]:
    """After the comments, which win: a finding that one silences needs no entry any more."""
    if request.baseline is None:
        return findings, None
    listed = frozenset((*request.project.files, *request.others))
    return with_baseline(
        findings,
        request.baseline,
        lambda path: path in listed or os.path.lexists(project.absolute(path)),
        checked.judges_everywhere,
    )


def _merged(rules: Iterable[Finding], linters: Sequence[Finding], config: Config) -> list[Finding]:
    """Only a file that does not parse is a problem that rules and linters report alike."""
    if not linters:
        return list(rules)
    shared = [finding for finding in rules if finding.code == UNPARSABLE_FILE]
    own = [finding for finding in rules if finding.code != UNPARSABLE_FILE]
    return [*own, *without_ignored(merge([*shared, *linters]), config)]


def _start_linters(
    request: CheckRequest,
    linted: Linted,
    project: Project,
    contents: Contents,
    cache: Cache,
    copies: ExitStack,
) -> RunningLinters | None:
    targets = linted.among(project.targets, contents.digests)
    if not request.linters or (linted.is_part and not targets):
        return None
    seen = project._replace(targets=targets)
    if seen.snapshot is not None:
        from quality_kit.checkout import on_disk  # most runs need no copy

        seen = copies.enter_context(on_disk(seen, linted.configured_by, contents.python))
    digests = {path: contents.digests[path] for path in targets}
    python = request.config.linter_python
    asked = LinterRequest(seen, request.linters, python, digests, LINTER_SECONDS, home=project.root)
    return start(asked, cache)


def _run_rules(
    request: CheckRequest, project: Project, contents: Contents, cache: Cache, progress: Progress
) -> EngineResults:
    engine = EngineRequest(
        contents.python,
        contents.digests,
        project.targets,
        contents.inputs,
        request.config,
        request.catalogue,
        request.config.jobs,
        request.project_rules,
        others_for_rules(request),
        request.wanted,
    )
    return run_rules(engine, cache, progress)
