"""The door for CI: ``python -m quality_kit.hooks.ci [review] [OPTIONS]``.

Finds out where it runs, and adds to ``quality-kit check`` (or ``review``) what makes sense there: the formats
that the platform shows, and the revision that a change is compared with. What is given on the command line wins.
How lies in ``platforms``, imported when Ctrl-C is taken care of.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__" and sys.path[0] in ("", os.getcwd()) and not sys.flags.safe_path:
    # With -m the working directory comes first on the path: a checked project's own modules would be imported.
    del sys.path[0]

from quality_kit.hall.start import start  # noqa: E402


def main() -> None:
    """Run ``quality-kit check`` or ``review`` as fits the platform, and exit with its code."""
    start("quality_kit.hooks.platforms")


if __name__ == "__main__":
    main()
