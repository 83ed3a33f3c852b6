"""Text for people: findings grouped by file, then what could not be checked, then one line of summary."""

from __future__ import annotations

from quality_kit.finding import Report
from quality_kit.reporters import View
from quality_kit.reporters._layout import blocks
from quality_kit.writing.safe_text import no_command
from quality_kit.writing.spans import plain


def render(report: Report, view: View) -> str:
    """The report as text; on a terminal with colours and the source line under each finding."""
    shown = plain
    if view.terminal is not None and view.terminal.colour:
        from quality_kit.writing.paint import painted as shown  # brings rich: only for a terminal
    lines: list[str] = []
    for block in blocks(report, view):
        lines += [""] if lines else []
        lines += [no_command(shown(line)) for line in block]
    return "".join(f"{line}\n" for line in lines)
