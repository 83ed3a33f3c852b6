"""``python -m quality_kit``: the same as the command ``quality-kit``."""

from __future__ import annotations

import os
import sys

if sys.path and sys.path[0] in ("", os.getcwd()) and not sys.flags.safe_path:
    # With -m the working directory comes first on the path: a checked project's own modules would be imported.
    del sys.path[0]

from quality_kit.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
