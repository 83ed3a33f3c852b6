"""Text in styled pieces: blocks of lines, lines of spans, each span with a style by name."""

from __future__ import annotations

from typing import Literal

StyleName = Literal[
    "plain", "path", "place", "title", "error", "warning", "info", "failure", "note", "bad", "good"
]
Span = tuple[str, StyleName]
Line = tuple[Span, ...]
Block = list[Line]


def plain(line: Line) -> str:
    """The line without its styles."""
    # a report may have 100,000 lines, most of them of one piece
    return line[0][0] if len(line) == 1 else "".join([text for text, _ in line])
