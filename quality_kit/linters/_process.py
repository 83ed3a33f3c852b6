"""One running linter: a child process with its own group, its output in files."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from quality_kit.linters._adapter import Output

_LAUNCHER = Path(__file__).with_name("_launch.py")

#: Colours would spoil the output, and in a GitHub job black writes step outputs of its own.
_DROPPED_VARIABLES = ("FORCE_COLOR", "MYPY_FORCE_COLOR", "CLICOLOR_FORCE", "PYTHONDEVMODE", "GITHUB_OUTPUT")

_SET_VARIABLES = {
    "NO_COLOR": "1",
    "PYTHONIOENCODING": "utf-8:backslashreplace",
    # For what the tools start themselves.
    "PYTHONSAFEPATH": "1",
    # Parsing a doubtful literal makes Python warn, in the very shape in which vulture tells of
    # syntax errors; isort's own warnings are of another kind.
    "PYTHONWARNINGS": "ignore::SyntaxWarning,ignore::DeprecationWarning",
}

#: The exit code of an interpreter that is none: its silence must not pass for a clean run.
_NOT_STARTED = 71
#: How long a stopped linter may take to end by itself, in seconds.
_GRACE = 0.5
_POLL_INTERVAL = 0.01


class Process:
    """Started on construction.

    Raises:
        OSError: The interpreter cannot be started.
    """

    def __init__(self, python: str, tool: str, arguments: Sequence[str], root: Path, scratch: Path) -> None:
        listed = scratch / "arguments"
        listed.write_text("\0".join(arguments), encoding="utf-8")
        self._python, self._taken = python, scratch / "arguments.taken"
        self._out, self._err = scratch / "stdout", scratch / "stderr"
        with self._out.open("ab") as out, self._err.open("ab") as err:  # black's workers write side by side
            self._child = subprocess.Popen(
                [python, str(_LAUNCHER), tool, str(listed)],
                cwd=root,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    def is_running(self) -> bool:
        """Whether it has not ended by itself yet."""
        return self._child.poll() is None

    def output(self) -> Output:
        """What it has left, once it has ended."""
        code, out, err = self._child.wait(), _text(self._out), _text(self._err)
        if not err.strip() and not self._taken.exists():
            return Output(_NOT_STARTED, "", f"{self._python} never started it: is that a Python?")
        return Output(code, out, err)

    def stop(self) -> None:
        """End it with all that it has started: politely, then by force."""
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + _GRACE
        while self.is_running() and time.monotonic() < deadline:
            time.sleep(_POLL_INTERVAL)
        self._signal(signal.SIGKILL)
        self._child.wait()

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._child.pid, number)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED_VARIABLES}
    return {**kept, **_SET_VARIABLES}


def _text(path: Path) -> str:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
