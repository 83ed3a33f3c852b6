"""Runs a command as a whole process and takes its time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROUNDS = 3
_KIB_PER_MIB = 1024
#: Characters of a failed command's words.
_SHOWN = 2000


class Measured(NamedTuple):
    """Medians over the rounds."""

    seconds: float
    #: Of the largest process.
    peak_mib: float


def measure(
    command: Sequence[str], cwd: Path, before_each: Callable[[], None] = lambda: None, rounds: int = ROUNDS
) -> Measured:
    """The medians of several runs; what the command prints is written to a file, as in a build.

    Args:
        command: The command; exit codes 0 and 1 both mean that it did its work.
        cwd: Where it runs.
        before_each: Brings back the state to measure from, e.g. empties a cache.
        rounds: How many runs.

    Raises:
        RuntimeError: The command failed.
    """
    seconds, peaks = [], []
    for _ in range(rounds):
        before_each()
        spent, peak = _once(command, cwd)
        seconds.append(spent)
        peaks.append(peak)
    return Measured(statistics.median(seconds), statistics.median(peaks))


def _once(command: Sequence[str], cwd: Path) -> tuple[float, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with open(os.devnull, "wb") as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdout=output, stderr=subprocess.PIPE, env=environment)
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        spent = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode()[-_SHOWN:]}")
    return spent, usage.ru_maxrss / _KIB_PER_MIB
