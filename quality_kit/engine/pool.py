"""Runs the rules on many files, in this process or in several.

With several, each of some threads has a worker process and feeds it with heaps of files, the biggest
first, so that none is left alone with one at the end.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing, contextmanager

from quality_kit.engine.child import Files
from quality_kit.engine.ruleset import build
from quality_kit.engine.task import Task
from quality_kit.engine.wire import Packed
from quality_kit.engine.worker import checked
from quality_kit.engine.workers import Workers

#: Below this many bytes of source starting processes costs more than it saves.
_SERIAL_BYTES = 250_000
_HEAP_BYTES = 120_000


def check_files(contents: Mapping[str, bytes], task: Task, jobs: int) -> Iterator[Packed]:
    """The result of every file, in the order of completion; ``jobs`` 0 is one for each processor.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    jobs = jobs or _processors()
    with closing(Workers(task)) as workers:
        if jobs == 1 or sum(map(len, contents.values())) < _SERIAL_BYTES:
            yield from _serially(contents, task, workers)
        else:
            yield from _in_processes(_heaps(contents), jobs, workers)


def _processors() -> int:
    """Those that this process may use, which in a container can be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _serially(contents: Mapping[str, bytes], task: Task, workers: Workers) -> Iterator[Packed]:
    ruleset = build(*task)
    with _no_garbage_collection():
        for path, data in contents.items():
            yield checked(path, data, ruleset) or workers.check_alone(path, data)


def _in_processes(heaps: list[Files], jobs: int, workers: Workers) -> Iterator[Packed]:
    with ThreadPoolExecutor(jobs) as threads:
        try:
            for future in as_completed([threads.submit(workers.check, heap) for heap in heaps]):
                yield from future.result()
        finally:  # after Ctrl-C nobody wants the answers any more
            threads.shutdown(wait=False, cancel_futures=True)
            workers.close()


def _heaps(contents: Mapping[str, bytes]) -> list[Files]:
    """Files in heaps of similar weight, the heaviest first."""
    heaps: list[Files] = []
    room = 0
    for path, data in sorted(contents.items(), key=lambda item: -len(item[1])):
        if len(data) > room:
            heaps.append([])
            room = _HEAP_BYTES
        heaps[-1].append((path, data))
        room -= len(data)
    return heaps


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
