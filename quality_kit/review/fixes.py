"""The fix that a tool offers for a finding, as a reviewer reads it."""

from __future__ import annotations

from difflib import unified_diff
from typing import NamedTuple

from quality_kit.finding import Finding
from quality_kit.fixer import fixed
from quality_kit.source import SourceFile

#: The two lines above the first hunk of a unified diff.
_HEADER = 2
_HUNK = "@@"


class ShownFix(NamedTuple):
    """A fix in the two ways in which forms show it."""

    #: As in a unified diff with one line around each change, without headers where all changes are together.
    diff: tuple[str, ...] = ()
    #: What stands in place of the finding's lines then; None where the fix is about other lines, too.
    replacement: tuple[str, ...] | None = None


def shown_fix(source: SourceFile | None, finding: Finding) -> ShownFix:
    """The fix of one finding; an empty one where no tool offers any."""
    if source is None or not finding.fix:
        return ShownFix()
    before = [line.rstrip("\r\n") for line in source.lines]
    after = [line.rstrip("\r\n") for line in SourceFile(source.path, _text(source, finding).encode()).lines]
    diff = list(unified_diff(before, after, n=1, lineterm=""))[_HEADER:]
    first, last = finding.location.line, max(finding.location.end_line, finding.location.line)
    is_within = all(first <= edit.line and edit.end_line <= last for edit in finding.fix)
    replacement = after[first - 1 : len(after) - (len(before) - last)] if is_within else None
    hunks = sum(1 for line in diff if line.startswith(_HUNK))
    shown = diff if hunks > 1 else [line for line in diff if not line.startswith(_HUNK)]
    shown = [line for at, line in enumerate(shown) if line.strip() or 0 < at < len(shown) - 1]
    return ShownFix(tuple(shown), tuple(replacement) if replacement is not None else None)


def _text(source: SourceFile, finding: Finding) -> str:
    return fixed(source, [finding.fix])
