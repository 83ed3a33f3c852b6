"""The entry point ``quality-kit``, and how every door starts."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

#: Ended by Ctrl-C; ``exit_codes`` is not imported yet when it may happen.
_INTERRUPTED = 130
#: Seconds until a lost Ctrl-C comes again, when the code that lost it has returned.
_SOON = 0.02
#: Objects between two searches for cycles: findings are tuples without any, and there may be 100,000.
_GARBAGE = 200_000


def main() -> None:
    """Run the command line and exit."""
    start("quality_kit.cli.app")


def start(door: str) -> None:
    """Import a door and call its ``run``: not at the top, because Ctrl-C must not show a traceback of imports."""
    try:
        if os.name == "posix":
            sys.unraisablehook = _unraisable
        gc.set_threshold(_GARBAGE)
        run = importlib.import_module(door).run
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    run()


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
