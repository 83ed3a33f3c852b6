"""A bar on standard error, when a run takes long and somebody can see it."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

#: A run that is done sooner shows no bar.
_BAR_AFTER_SECONDS = 1.0


class ProgressBar:
    """Counts files; ``close`` takes it away."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("CI")
        self._bar: Bar | None = None
        self._task: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Show how many files are done of how many."""
        if not self._shown or time.monotonic() - self._began < _BAR_AFTER_SECONDS:
            return
        if self._bar is None:
            self._bar = self._start(total)
        self._bar.update(self._task, completed=done)
        if done == total:
            self.close()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar, self._shown = None, False

    def _start(self, total: int) -> Bar:
        from rich.console import Console  # only for a terminal
        from rich.progress import Progress as Bar

        bar = Bar(console=Console(stderr=True), transient=True)
        self._task = bar.add_task("checking", total=total)
        bar.start()
        return bar
