"""The door for pre-commit: ``quality-kit-pre-commit FILES``, ``python -m quality_kit.hooks.pre_commit FILES``.

A commit waits for it, so it starts lean: what it does lies in ``staged``, imported when Ctrl-C is taken
care of; neither typer nor rich, nor LibCST where the cache knows all.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__" and sys.path[0] in ("", os.getcwd()) and not sys.flags.safe_path:
    # With -m the working directory comes first on the path: a checked project's own modules would be imported.
    del sys.path[0]

from quality_kit.hall.start import start  # noqa: E402


def main() -> None:
    """Check the files that the command line names, and exit with 0, 1 or 2."""
    start("quality_kit.hooks.staged")


if __name__ == "__main__":
    main()
