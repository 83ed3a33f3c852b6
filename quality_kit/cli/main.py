"""The entry point ``quality-kit``."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

#: Ended by Ctrl-C; ``exit_codes`` is not imported yet when it may happen.
_INTERRUPTED = 130
#: Seconds until a lost Ctrl-C comes again, when the code that lost it has returned.
_SOON = 0.02


def main() -> None:
    """Run the command line and exit."""
    try:
        if os.name == "posix":
            sys.unraisablehook = _unraisable
        from quality_kit.cli.app import run  # not above: Ctrl-C must not show a traceback of imports
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
