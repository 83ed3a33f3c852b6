"""The entry point ``quality-kit``."""

from __future__ import annotations

import sys

from quality_kit.hall.start import start


def main() -> None:
    """Run the command line and exit."""
    start("quality_kit.cli.short_way" if sys.argv[1:2] == ["check"] else "quality_kit.cli.app")
