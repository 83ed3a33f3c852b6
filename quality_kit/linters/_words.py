"""A tool's own words, shortened to what a reader needs."""

from __future__ import annotations

import re

from quality_kit.finding import Failure
from quality_kit.linters._adapter import Output

_MAX_LINES = 12
_MAX_LINE_LENGTH = 300

#: The frames of a traceback; what follows is the exception.
_FRAMES = re.compile(
    r"Traceback \(most recent call last\):.*\n[ \t]+File \"[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.DOTALL
)


def shortened(text: str) -> str:
    """Some lines of it: of a traceback the exception, no blank lines, none endless."""
    lines = [line.rstrip() for line in _FRAMES.sub("", text).splitlines() if line.strip()]
    cut = [line if len(line) <= _MAX_LINE_LENGTH else f"{line[:_MAX_LINE_LENGTH]} ..." for line in lines]
    return "\n".join(cut if len(cut) <= _MAX_LINES else [*cut[:_MAX_LINES], "..."])


def unexplained(tool: str, output: Output) -> tuple[Failure, ...]:
    """The failure of a tool that claims to have found something, and shows nothing."""
    if output.code == 0:
        return ()
    return (
        Failure(tool, shortened(output.stderr or output.stdout) or f"it ended with exit code {output.code}"),
    )
