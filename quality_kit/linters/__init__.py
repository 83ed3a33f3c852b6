"""The standard linters, each in processes of its own, all side by side.

``start`` looks up what is known from earlier runs and starts the tools for the rest; the caller does
its own work meanwhile; ``collect`` waits and reads what they have found. A linter is a module of
this package without an underscore: a further one is one more file.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from quality_kit.cache import Cache
from quality_kit.finding import Failure, Finding, NotChecked, by_place
from quality_kit.linters._adapter import Linter
from quality_kit.linters._configuration import ConfigurationFiles
from quality_kit.linters._interpreters import choose
from quality_kit.linters._memory import digest_of_file
from quality_kit.linters._plan import make_plan
from quality_kit.linters._run import Run
from quality_kit.project import Project

_POLL_INTERVAL = 0.01


class LinterRequest(NamedTuple):
    """What to check, and with what."""

    project: Project
    #: Which linters, e.g. ``("black", "mypy")``.
    names: tuple[str, ...]
    #: ``auto``, or the path of an interpreter.
    python: str
    #: The content digest (``quality_kit.cache.digest``) of every target that can be read.
    digests: Mapping[str, bytes]
    #: Seconds for each start of a linter; most are started once.
    timeout: float


class LinterResults(NamedTuple):
    """What they said about the targets, sorted by place."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    not_checked: tuple[NotChecked, ...]


def available() -> tuple[str, ...]:
    """The names of all linters."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")))


def silent_on_unparsable() -> tuple[str, ...]:
    """Those that say nothing about a file that does not parse: it is up to the caller to tell that."""
    return tuple(name for name in available() if _load(name).silent_on_unparsable)


def across_files() -> tuple[str, ...]:
    """Those whose findings about a file depend on other files."""
    return tuple(name for name in available() if _load(name).scope != "file")


def start(request: LinterRequest, cache: Cache) -> RunningLinters:
    """Start the linters that have something to do; there are no threads, so the caller may fork."""
    configurations = ConfigurationFiles(request.project.root)
    running = RunningLinters(request.project, cache)
    try:
        for name in request.names:
            linter = _load(name)
            python = choose(request.python, request.project.root, name)
            plan = make_plan(linter, python, request.project, request.digests, configurations, cache)
            running.add(Run(linter, python, request.project, plan, request.timeout))
    except BaseException:  # an interrupt: nobody else knows of those that run already
        running.stop()
        raise
    return running


class RunningLinters:
    """The started linters; either ``collect`` or ``stop`` ends them."""

    def __init__(self, project: Project, cache: Cache) -> None:
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
        found = (finding for run in self._runs for finding in run.findings)
        return LinterResults(
            findings=tuple(
                sorted((finding for finding in found if finding.location.path in targets), key=by_place)
            ),
            failures=tuple(failure for run in self._runs for failure in run.failures),
            not_checked=tuple(passed for run in self._runs for passed in run.not_checked),
        )


def _load(name: str) -> Linter:
    return cast(Linter, importlib.import_module(f"{__name__}.{name}").LINTER)


def _remembering(function: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
    answers: dict[str, bytes | None] = {}

    def remembered(path: str) -> bytes | None:
        if path not in answers:
            answers[path] = function(path)
        return answers[path]

    return remembered
