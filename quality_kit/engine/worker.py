"""The process that reads files: ``python -P -m quality_kit.engine.worker 0``, started by ``child``.

Questions come pickled on standard input (first the task, then lists of files), each is
answered with a line of JSON on standard output. It ends when no more questions can come, so it
cannot outlive a parent that was killed.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, BinaryIO

from quality_kit.engine.check_file import check_file
from quality_kit.engine.ruleset import RuleSet, build
from quality_kit.engine.suspects import is_suspect
from quality_kit.engine.task import Task
from quality_kit.engine.wire import Packed, pack
from quality_kit.registry import RegistryError
from quality_kit.source import SourceFile

_MEGABYTE = 1024 * 1024
#: Tried one after another; the default of 8 MB (0) is what the parser runs out of.
_STACK_BYTES = (512 * _MEGABYTE, 64 * _MEGABYTE, 0)
_MEMORY_BYTES = 2048 * _MEGABYTE


def main() -> None:
    """Answer until the questions end; the argument is the processor time for suspects, 0 to leave them out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent alone answers Ctrl-C
    gc.disable()  # trees have no cycles; looking for them costs an eighth of the time
    answers = _taken_stdout()
    seconds = int(sys.argv[1])
    if seconds:
        _set_limits(seconds)
    _with_large_stack(lambda: _serve(sys.stdin.buffer, answers, suspects_too=bool(seconds)))


def _with_large_stack(work: Callable[[], None]) -> None:
    for size in _STACK_BYTES:
        threading.stack_size(size)
        thread = threading.Thread(target=work)
        with suppress(RuntimeError):  # there is no room for so large a stack
            thread.start()
            thread.join()
            return


def _taken_stdout() -> IO[str]:
    """Standard output for the answers alone: what a rule prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _set_limits(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    limits = {
        resource.RLIMIT_AS: _MEMORY_BYTES,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,
    }
    for kind, limit in limits.items():
        _, most = resource.getrlimit(kind)
        with suppress(ValueError, OSError):  # not all systems know all limits
            resource.setrlimit(kind, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))


def _serve(questions: BinaryIO, answers: IO[str], suspects_too: bool) -> None:
    with suppress(EOFError, pickle.UnpicklingError, BrokenPipeError):  # the parent is gone
        try:
            task: Task = pickle.load(questions)
            ruleset = build(*task)
        except RegistryError as error:
            _answer(answers, str(error))
            return
        _answer(answers, "")
        while True:
            files: list[tuple[str, bytes]] = pickle.load(questions)
            _answer(
                answers,
                [packed for path, data in files if (packed := checked(path, data, ruleset, suspects_too))],
            )
            gc.collect(0)


def _answer(answers: IO[str], answer: object) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def checked(path: str, data: bytes, ruleset: RuleSet, suspects_too: bool = False) -> Packed | None:
    """The packed result of a file; None for one that only a process of its own should read."""
    source = SourceFile(path, data)
    if not suspects_too and is_suspect(source):
        return None
    return pack(path, check_file(source, ruleset))


if __name__ == "__main__":
    main()
