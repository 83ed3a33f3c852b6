"""Rules x files -> findings and facts, with as little work as the cache allows.

Results are looked up by content before LibCST is imported; what is missing is checked, and kept. The
facts of all files of the tree then go through the project rules, whose conclusions are kept too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from quality_kit.cache import Cache
from quality_kit.catalogue import Catalogue
from quality_kit.config import Config
from quality_kit.engine.project_rules import (
    Concluded,
    ProjectWork,
    active_rules,
    is_on_somewhere,
    run_project_rules,
)
from quality_kit.engine.results import Results, sections
from quality_kit.engine.task import Task
from quality_kit.engine.tree_memory import Tree, remember, remembered
from quality_kit.engine.wire import DamagedError, Outcome, Packed, unpack
from quality_kit.finding import Fact, Failure, Finding
from quality_kit.request import Wanted
from quality_kit.source import SourceFile, UndecodableError
from quality_kit.suppression import Suppression, read_plain_suppressions

#: Called with the number of files done and to do.
Progress = Callable[[int, int], None]


class EngineRequest(NamedTuple):
    """What the rules are to look at."""

    #: The content of each Python file of the tree by path, sorted by path.
    contents: Mapping[str, bytes]
    #: Of each path in ``contents``.
    digests: Mapping[str, bytes]
    #: The paths that are reported on.
    targets: tuple[str, ...]
    #: The content of the other files that project rules read, by path.
    inputs: Mapping[str, bytes]
    config: Config
    catalogue: Catalogue
    #: Worker processes, 0 for one a processor.
    jobs: int = 0
    #: Whether project rules run; without them only the targets are looked at.
    project_rules: bool = True
    #: The paths of all files that are not Python, sorted, when an active rule asks for them.
    others: tuple[str, ...] = ()
    wanted: Wanted | None = None


class EngineResults(NamedTuple):
    """What the rules found in the targets."""

    findings: tuple[Finding, ...]
    #: By path; files without any are left out.
    suppressions: Mapping[str, tuple[Suppression, ...]]
    failures: tuple[Failure, ...]
    statistics: tuple[tuple[str, int], ...]
    #: What was wanted beside, by path.
    facts: Mapping[str, list[Fact]] = {}


def run_rules(request: EngineRequest, cache: Cache, progress: Progress) -> EngineResults:
    """Check the files that the cache does not know, conclude the project rules, and put all together.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    try:
        return _run(request, cache, progress)
    except DamagedError:  # somebody meddled with the cache: a cold run
        cache.throw_away()
        return _run(request, cache, progress)


def _run(request: EngineRequest, cache: Cache, progress: Progress) -> EngineResults:
    rules = active_rules(request.catalogue, request.config) if request.project_rules else []
    collectors = tuple(dict.fromkeys(key for rule in rules for key in rule.collectors))
    where = sections(repr(request.config.for_rules()), request.catalogue.digest, collectors, request.wanted)
    results = Results(where, cache, request.digests, request.targets, request.wanted)
    reported = frozenset((*request.targets, *request.inputs))
    tree = Tree(request.digests, request.inputs, request.config, request.catalogue.digest, request.others)
    concluded = remembered(tree, cache, reported) if rules else []
    if concluded is None:
        results.load_facts()
    missing = {path: request.contents[path] for path in _missing(request, results, concluded is None)}
    on = (rule for rule in request.catalogue.rules if is_on_somewhere(rule, request.config))
    modules = frozenset(rule.module for rule in on if rule.kind == "file" or concluded is None)
    keys = frozenset(collectors if concluded is None else ())
    task = Task(request.config, modules, keys, request.wanted)
    _check(missing, task, request.jobs, results, progress)
    outcomes = {path: unpack(path, results.reports[path]) for path in request.targets}
    # Project rules conclude from the facts of other files too: what failed there counts here.
    elsewhere = [failure for path in missing if path not in outcomes for failure in results.failures(path)]
    if concluded is None:
        concluded = _conclude(request, results, cache)
        if results.are_lasting:
            remember(tree, concluded, cache)
    together = _together(outcomes, concluded, reported)
    suppressions = {**together.suppressions, **_suppressions_of_inputs(together.findings, request.inputs)}
    return together._replace(
        failures=(*together.failures, *elsewhere), suppressions=suppressions, facts=results.wanted_facts()
    )


def _suppressions_of_inputs(
    findings: Iterable[Finding], inputs: Mapping[str, bytes]
) -> dict[str, tuple[Suppression, ...]]:
    """The comments of those files that are no Python and in which a project rule has found something."""
    found: dict[str, tuple[Suppression, ...]] = {}
    for path in sorted({finding.location.path for finding in findings}.intersection(inputs)):
        try:
            found[path] = tuple(read_plain_suppressions(SourceFile(path, inputs[path])))
        except UndecodableError:  # what cannot be read silences nothing
            continue
    return {path: each for path, each in found.items() if each}


def _conclude(request: EngineRequest, results: Results, cache: Cache) -> list[Concluded]:
    work = ProjectWork(
        request.contents,
        request.digests,
        request.inputs,
        request.config,
        request.catalogue,
        results.facts,
        request.others,
    )
    concluded = run_project_rules(work, cache)
    results.forget_gone_files()
    return concluded


def _missing(request: EngineRequest, results: Results, needs_facts: bool) -> list[str]:
    """Files to check: the targets that have no report, and all of which facts are wanted and not there."""
    targets = set(request.targets)
    looked_at = request.contents if needs_facts else request.targets
    return [path for path in looked_at if not results.has(path, reported=path in targets)]


def _check(
    contents: Mapping[str, bytes], task: Task, jobs: int, results: Results, progress: Progress
) -> None:
    if contents:
        from quality_kit.engine.pool import (  # brings LibCST: only when there is something to parse
            check_files,
        )

        results.add(_counted(check_files(contents, task, jobs), len(contents), progress))


def _counted(checked: Iterator[Packed], total: int, progress: Progress) -> Iterator[Packed]:
    for done, result in enumerate(checked, start=1):
        yield result
        progress(done, total)


def _together(
    outcomes: Mapping[str, Outcome], concluded: Iterable[Concluded], reported: frozenset[str]
) -> EngineResults:
    findings = [finding for outcome in outcomes.values() for finding in outcome.findings]
    failures = [failure for outcome in outcomes.values() for failure in outcome.failures]
    statistics: Counter[str] = Counter()
    for conclusion in concluded:
        findings += [finding for finding in conclusion.findings if finding.location.path in reported]
        failures += conclusion.failures
        statistics.update(dict(conclusion.statistics))
    suppressions = {path: outcome.suppressions for path, outcome in outcomes.items() if outcome.suppressions}
    return EngineResults(tuple(findings), suppressions, tuple(failures), tuple(sorted(statistics.items())))
