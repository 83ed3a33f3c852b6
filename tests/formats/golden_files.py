"""What the formats make of the small report: ``python -m tests.formats.golden_files`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from quality_kit.reporters import render
from tests.formats.reports import SMALL, small_view

#: The formats whose bytes are fixed here; text, JSON and the page have tests of their own kind.
NAMES = ("github", "gitlab", "junit", "markdown", "rdjson", "sarif")
FOLDER = Path(__file__).parent / "golden"


def rendered(name: str) -> str:
    """The small report of a project in a folder of its repository."""
    return render(name, SMALL, small_view(prefix="backend/"))


def path(name: str) -> Path:
    """The file of a format."""
    return FOLDER / f"{name}.txt"


def main() -> None:
    """Write a file for each format."""
    for name in NAMES:
        path(name).write_text(rendered(name), encoding="utf-8")


if __name__ == "__main__":
    main()
