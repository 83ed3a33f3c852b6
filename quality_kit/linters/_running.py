"""The linters of a run while they run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from quality_kit.cache import Cache
from quality_kit.finding import OWN_SOURCE, Failure, by_place
from quality_kit.linters import LinterRequest, LinterResults
from quality_kit.linters._adapter import Linter
from quality_kit.linters._configuration import ConfigurationFiles
from quality_kit.linters._interpreters import AUTO, choose, committed, has_tool
from quality_kit.linters._memory import digest_of_file
from quality_kit.linters._plan import make_plan
from quality_kit.linters._run import Run
from quality_kit.project import Project

_POLL_INTERVAL = 0.01


class RunningLinters:
    """The started linters; either ``collect`` or ``stop`` ends them."""

    def __init__(
        self, names: Sequence[str], project: Project, cache: Cache, failures: tuple[Failure, ...] = ()
    ) -> None:
        self._names = names
        self._failures = failures
        self._runs: list[Run] = []
        self._project = project
        self._cache = cache

    def add(self, run: Run) -> None:
        """Take in one more."""
        self._runs.append(run)

    def advance(self) -> bool:
        """Start what comes next where something has ended; whether anything still runs.

        A linter with several configurations in the tree is started once for each, one after the
        other. Whoever works long before ``collect`` may call this now and then.
        """
        return any([run.advance() for run in self._runs])

    def collect(self) -> LinterResults:
        """Wait for all of them, at most until each one's time is over."""
        try:
            while self.advance():
                time.sleep(_POLL_INTERVAL)
        finally:
            self.stop()
        now = _remembering(lambda path: digest_of_file(self._project.absolute(path)))
        for run in self._runs:
            run.remember(self._cache, now)
        return self._results()

    def stop(self) -> None:
        """End what still runs and all that it has started."""
        for run in self._runs:
            run.stop()

    def _results(self) -> LinterResults:
        targets = frozenset(self._project.targets)
        # As they were asked for, in whatever order they were started.
        runs = sorted(self._runs, key=lambda run: self._names.index(run.name))
        found = (finding for run in runs for finding in run.findings)
        return LinterResults(
            findings=tuple(
                sorted((finding for finding in found if finding.location.path in targets), key=by_place)
            ),
            failures=(*self._failures, *(failure for run in runs for failure in run.failures)),
            not_checked=tuple(passed for run in runs for passed in run.not_checked),
        )


def started(request: LinterRequest, linters: Iterable[Linter], cache: Cache) -> RunningLinters:
    """The linters, started; those of which all is known do not run."""
    configurations = ConfigurationFiles(request.project.root)
    home = request.home or request.project.root
    linters = list(linters)
    names = [linter.name for linter in linters]
    refused = tuple(_refusals(request.python, home, names))
    running = RunningLinters(names, request.project, cache, refused)
    try:
        # What has to see all files keeps one core busy for long: it begins before what shares its work out.
        for linter in sorted(linters, key=lambda linter: linter.scope == "file"):
            python = choose(request.python, home, linter.name)
            plan = make_plan(linter, python, request.project, request.digests, configurations, cache)
            running.add(Run(linter, python, home, request.project, plan, request.timeout))
    except BaseException:  # an interrupt: nobody else knows of those that run already
        running.stop()
        raise
    return running


def _refusals(setting: str, home: Path, tools: Sequence[str]) -> Iterator[Failure]:
    """The linters of an environment that came with the code would be that code's word about itself."""
    for name, python in committed(setting, home):
        if setting != AUTO or has_tool(python, tools):
            reason = (
                f"{name} is committed to git, so its linters are not run: take it out with "
                f"`git rm -r --cached {name}`, or name a Python that you trust as linter-python"
            )
            yield Failure(OWN_SOURCE, reason)


def _remembering(function: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
    answers: dict[str, bytes | None] = {}

    def remembered(path: str) -> bytes | None:
        if path not in answers:
            answers[path] = function(path)
        return answers[path]

    return remembered
