"""The review for a terminal: sections in the order in which a reviewer reads, nothing that is empty."""

from __future__ import annotations

from quality_kit.reporters import View
from quality_kit.review.forms._text_sections import sections
from quality_kit.review.model import Review
from quality_kit.writing.safe_text import no_command
from quality_kit.writing.spans import Line, plain

_EMPTY: Line = ()


def render(review: Review, view: View) -> str:
    """The review as text; on a terminal with colours."""
    shown = plain
    if view.terminal is not None and view.terminal.colour:
        from quality_kit.writing.paint import painted as shown  # brings rich: only for a terminal
    lines: list[Line] = []
    for title, block in sections(review):
        if block:
            lines += [_EMPTY] if lines else []
            lines += [((title, "title"),), *block] if title else block
    return "".join(f"{no_command(shown(line))}\n" for line in lines)
