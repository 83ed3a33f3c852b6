"""The worker processes of a run, as many as there are threads that ask.

Whatever a worker gives no answer about, because it looks dangerous or because the worker died, is read
once more in a process of its own.
"""

from __future__ import annotations

from concurrent.futures import CancelledError
from queue import Empty, SimpleQueue
from threading import Lock

from quality_kit.engine.check_file import unchecked
from quality_kit.engine.child import Child, Files, GoneError
from quality_kit.engine.task import Task
from quality_kit.engine.wire import Packed, pack
from quality_kit.source import SourceFile

#: How long a worker may take for a heap of files that should take it a second.
_HEAP_SECONDS = 120.0
#: How much processor time, in seconds, a suspect may take.
_SUSPECT_SECONDS = 10
#: How many times as long it may take by the clock: the machine may be busy.
_PATIENCE = 6.0


class Workers:
    """Processes are started when they are needed, and run until ``close``."""

    def __init__(self, task: Task, suspect_seconds: int = _SUSPECT_SECONDS) -> None:
        self._task = task
        self._suspect_seconds = suspect_seconds
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._running: set[Child] = set()
        self._is_closed = False
        self._lock = Lock()

    def check(self, files: Files) -> list[Packed]:
        """The results of the files.

        Raises:
            CancelledError: The run was given up in the meantime.
            quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
        """
        answers = {packed.path: packed for packed in self._answers(files)}
        return [answers.get(path) or self.check_alone(path, data) for path, data in files]

    def check_alone(self, path: str, data: bytes) -> Packed:
        """The result of a file that is read in a process of its own; a limit hit is a finding.

        Raises:
            CancelledError: The run was given up in the meantime.
            quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
        """
        child = self._start(self._suspect_seconds)
        try:
            return child.check([(path, data)], self._suspect_seconds * _PATIENCE)[0]
        except GoneError as gone:
            late = f"reading it takes longer than {self._suspect_seconds} seconds"
            reason = late if gone.was_late else "reading it brings down the process that does it"
            advice = f"{reason}; exclude it if it is generated"
            return pack(path, unchecked(SourceFile(path, data), advice, gone.is_lasting))
        finally:
            self._end(child)

    def close(self) -> None:
        """End all processes; threads that wait for answers wait no longer."""
        with self._lock:
            self._is_closed = True
            for child in self._running:
                child.close()

    def _answers(self, files: Files) -> list[Packed]:
        try:
            child = self._idle.get_nowait()
        except Empty:
            child = self._start()
        try:
            answers = child.check(files, _HEAP_SECONDS)
        except GoneError:
            self._end(child)
            return []
        self._idle.put(child)
        return answers

    def _start(self, suspect_seconds: int = 0) -> Child:
        with self._lock:
            if self._is_closed:
                raise CancelledError
            child = Child(self._task, suspect_seconds)
            self._running.add(child)
            return child

    def _end(self, child: Child) -> None:
        with self._lock:
            self._running.discard(child)
        child.close()
