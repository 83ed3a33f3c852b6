"""Reads source lines for reporters that show them or count their bytes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from quality_kit import files
from quality_kit.reporters import SourceLine
from quality_kit.source import SourceFile, UndecodableError


def line_reader(root: Path, texts: Mapping[str, bytes]) -> SourceLine:
    """Gives lines of the files below the root; ``texts`` holds the content of those that come from elsewhere."""

    @lru_cache(maxsize=1)  # reports are sorted by file
    def lines(path: str) -> SourceFile:
        try:
            content = texts[path] if path in texts else files.read(str(root / path))
        except OSError:
            content = None
        return SourceFile(path, content or b"")

    def line(path: str, number: int) -> str:
        try:
            return lines(path).line(number)
        except UndecodableError:
            return ""

    return line
