"""The entry point ``quality-kit``."""

from __future__ import annotations

from quality_kit.hall.start import start


def main() -> None:
    """Run the command line and exit."""
    start("quality_kit.cli.app")
