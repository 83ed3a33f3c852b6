"""Colours for a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import ColorSystem
from rich.style import Style

from quality_kit.writing.spans import Line, StyleName

_STYLES: Mapping[StyleName, Style] = {
    "plain": Style.null(),
    "path": Style(bold=True),
    "place": Style(dim=True),
    "title": Style(bold=True),
    "error": Style(color="red", bold=True),
    "warning": Style(color="yellow"),
    "info": Style(color="cyan"),
    "failure": Style(color="red", bold=True),
    "note": Style(color="yellow"),
    "bad": Style(bold=True),
    "good": Style(color="green", bold=True),
}


def painted(line: Line) -> str:
    """The line with the escape sequences of its styles."""
    return "".join(_STYLES[style].render(text, color_system=ColorSystem.STANDARD) for text, style in line)
