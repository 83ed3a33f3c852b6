"""The entry point ``quality-kit``, and how every door starts."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from types import FrameType

#: Ended by Ctrl-C; ``exit_codes`` is not imported yet when it may happen.
_INTERRUPTED = 130
#: Seconds until a lost Ctrl-C comes again, when the code that lost it has returned.
_SOON = 0.02
#: Objects between two searches for cycles: findings are tuples without any, and there may be 100,000.
_GARBAGE = 200_000


def main() -> None:
    """Run the command line and exit."""
    start("quality_kit.cli.short_way" if sys.argv[1:2] == ["check"] else "quality_kit.cli.app")


def start(door: str) -> None:
    """Import a door and call its ``run``: not at the top, because Ctrl-C must not show a traceback of imports."""
    ended_by: list[int] = []
    try:
        if os.name == "posix":
            sys.unraisablehook = _unraisable
            _tidy_up_before_the_end(ended_by)
        gc.set_threshold(_GARBAGE)
        importlib.import_module(door).run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    finally:
        if ended_by:
            _die_of(ended_by[0])


def _tidy_up_before_the_end(ended_by: list[int]) -> None:
    """Let a polite order to end stop the run as Ctrl-C does, so that linters do not outlive it."""
    import signal

    def end(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough, and must not disturb the tidying
        ended_by.append(number)
        raise KeyboardInterrupt

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # ``nohup`` wants to survive
            signal.signal(number, end)


def _die_of(number: int) -> None:
    """Tell whoever waits which signal it was."""
    import signal

    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _unraisable(lost: UnraisableHookArgs) -> None:
    """Python drops what is raised in a finalizer; a Ctrl-C that hits one (imports have many) must count."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        import signal
        import threading

        main_thread = threading.main_thread().ident
        again = threading.Timer(_SOON, signal.pthread_kill, (main_thread, signal.SIGINT))
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(lost)
