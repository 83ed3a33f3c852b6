"""One linter at work: its batches one after the other, each in a process of its own."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from quality_kit.cache import Cache
from quality_kit.finding import Failure, Finding, NotChecked
from quality_kit.linters._adapter import Linter, Output, Reading, Task
from quality_kit.linters._memory import remember, remember_whole
from quality_kit.linters._plan import Batch, Plan, as_argument
from quality_kit.linters._process import Process
from quality_kit.linters._sources import Sources
from quality_kit.linters._words import shortened
from quality_kit.project import Project

_MISSING = "No module named"


class Run:
    """Started on construction; ``advance`` until it is done."""

    def __init__(
        self, linter: Linter, python: str, home: Path, project: Project, plan: Plan, timeout: float
    ) -> None:
        self.findings: list[Finding] = [*plan.recalled]
        self.failures: list[Failure] = []
        self.not_checked: list[NotChecked] = [*plan.not_checked]
        self._linter, self._python, self._home, self._project = linter, python, home, project
        self._sources = Sources(project.root, project.files)
        self._waiting = list(plan.batches)
        self._timeout = timeout
        self._deadline = 0.0
        self._answers: list[tuple[Batch, list[Finding]]] = []
        self._current: tuple[Batch, Process, tempfile.TemporaryDirectory[str]] | None = None
        self._start_next()

    @property
    def name(self) -> str:
        """The linter's name."""
        return self._linter.name

    def advance(self) -> bool:
        """Take up what has ended and start what is next; whether something still runs."""
        if self._current is None:
            return False
        batch, process, scratch = self._current
        if process.is_running():
            if time.monotonic() >= self._deadline:
                self.stop()
                self._fail(
                    f"it was stopped after {self._timeout:g} seconds: give it fewer files or more time"
                )
        else:
            self._take(batch, process.output())
            self._current = None
            scratch.cleanup()
            self._start_next()
        return self._current is not None

    def stop(self) -> None:
        """End it and what it has started; what was not started never will be."""
        self._waiting.clear()
        if self._current is not None:
            _, process, scratch = self._current
            self._current = None
            process.stop()
            scratch.cleanup()

    def remember(self, cache: Cache, now: Callable[[str], bytes | None]) -> None:
        """Keep the answers about files with which the tool had no trouble.

        ``now`` gives the digest of a file as it is after the run: what somebody saved while the
        tool was reading must not be taken for an answer about what was there before.
        """
        for batch, findings in self._answers:
            if batch.section is None:
                continue
            same = {path: content for path, content in batch.contents.items() if now(path) == content}
            if not batch.is_whole:
                kept = [finding for finding in findings if finding.location.path in same]
                remember(cache, batch.section, same, kept)
            elif len(same) == len(batch.contents):
                remember_whole(cache, batch.section, same, findings)

    def _start_next(self) -> None:
        while self._waiting and self._current is None:
            batch = self._waiting.pop(0)
            if batch.files:
                self._start(batch)
            else:
                self._answers.append((batch, []))

    def _start(self, batch: Batch) -> None:
        scratch = tempfile.TemporaryDirectory(prefix="quality-kit-")
        try:
            files = tuple(as_argument(path) for path in batch.files)
            root = self._project.root
            task = Task(root, root / batch.folder, files, Path(scratch.name), self._home)
            arguments = [*self._linter.options(task), "--", *files]
            process = Process(self._python, self._linter.name, arguments, task.root, task.scratch)
            self._deadline = time.monotonic() + self._timeout
        except OSError as error:
            scratch.cleanup()
            self._fail(f"it cannot be started with {self._python}: {error.strerror}")
            self._waiting.clear()
        else:
            self._current = batch, process, scratch

    def _take(self, batch: Batch, output: Output) -> None:
        reading = self._read(output)
        self.findings += reading.findings
        self.failures += reading.failures
        self.not_checked += reading.not_checked
        troubled = {failure.path for failure in reading.failures}
        troubled |= {passed.path for passed in reading.not_checked}
        if not troubled or (None not in troubled and not batch.is_whole):
            sound = {path: content for path, content in batch.contents.items() if path not in troubled}
            self._answers.append((batch._replace(contents=sound), [*reading.findings]))

    def _read(self, output: Output) -> Reading:
        if output.code in self._linter.exit_codes:
            return self._linter.parse(output, self._sources)
        reason = shortened(output.stderr or output.stdout) or f"it ended with exit code {output.code}"
        if _MISSING in reason.splitlines()[-1]:
            reason += f"\n({self._python} lacks it: install {self._linter.name} there, or set linter-python)"
        return Reading(failures=(Failure(self._linter.name, reason),))

    def _fail(self, reason: str) -> None:
        self.failures.append(Failure(self._linter.name, reason))
