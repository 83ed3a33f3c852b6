"""The parent's hold on a worker process: questions, answers, time limits, and its end."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

from quality_kit.engine.task import Task
from quality_kit.engine.wire import Packed
from quality_kit.registry import RegistryError

Files = list[tuple[str, bytes]]

#: Exit codes of processes that a signal ended; Windows has no such signals.
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
_KILLED = -getattr(signal, "SIGKILL", 0) or None


class GoneError(Exception):
    """The worker has ended without an answer."""

    def __init__(self, was_late: bool, is_lasting: bool) -> None:
        super().__init__(was_late, is_lasting)
        self.was_late = was_late
        #: Whether the same question would end it another time too.
        self.is_lasting = is_lasting


class Child:
    """A worker process; it runs from construction to ``close``."""

    def __init__(self, task: Task, suspect_seconds: int = 0) -> None:
        """Start it; with ``suspect_seconds`` of processor time it reads suspects too, and nothing else."""
        self._task = task
        self._is_late = False
        self._is_ready = False
        # -P keeps the checked project's modules out of the imports. In a process group of its own it
        # does not see the terminal's Ctrl-C. What a parser says when it dies helps nobody.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "quality_kit.engine.worker", str(suspect_seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if suspect_seconds or sys.stderr is None else None,
            process_group=0 if os.name == "posix" else None,
        )

    def check(self, files: Files, seconds: float) -> list[Packed]:
        """The results of the files, but those of suspects; a late worker is ended.

        Raises:
            GoneError: The worker has died, or was late.
            RegistryError: It cannot use a rule file or a pack.
        """
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True  # Ctrl-C can come before ``cancel`` is due: the run must not wait for it
        try:
            timer.start()
            self._prepare()
            return [Packed(*row) for row in self._ask(files)]
        finally:
            timer.cancel()

    def close(self) -> None:
        """End the worker; also while another thread waits for its answer."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _prepare(self) -> None:
        if not self._is_ready:
            mistake = self._ask(self._task)
            if mistake:
                raise RegistryError(mistake)
            self._is_ready = True

    def _ask(self, question: object) -> Any:
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.write(pickle.dumps(question))
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except (OSError, ValueError):  # the other end is closed, or this one by ``close``
            answer = b""
        if not answer.endswith(b"\n"):
            raise self._gone()
        return json.loads(answer)

    def _end_late(self) -> None:
        self._is_late = True
        self._process.kill()

    def _gone(self) -> GoneError:
        """Limits of its own end it each time; a busy machine or somebody else's signal need not."""
        code = self._process.wait()
        return GoneError(self._is_late or code == _OUT_OF_TIME, not self._is_late and code != _KILLED)
