"""The fix that a tool offers for a finding, as a reviewer reads it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from itertools import chain
from typing import NamedTuple

from quality_kit.finding import Edit, Finding
from quality_kit.fixer import fixed
from quality_kit.source import SourceFile, lines_of

#: The two lines above the first hunk of a unified diff.
_HEADER = 2
_HUNK = "@@"
#: Lines around a change that are shown.
_AROUND = 1


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
    first = max(min(edit.line for edit in finding.fix) - _AROUND, 1)
    last = max(_last_line(edit) for edit in finding.fix) + _AROUND
    part = source.lines[first - 1 : last]
    moved = tuple(
        edit._replace(line=edit.line - first + 1, end_line=edit.end_line - first + 1) for edit in finding.fix
    )
    before, after = _bare(part), _bare(lines_of(fixed(part, [moved])))
    return ShownFix(_diff(before, after), _replacement(finding, before, after, first))


def _last_line(edit: Edit) -> int:
    """Whole lines end where the next one begins."""
    is_before = edit.end_column == 1 and edit.end_line > edit.line
    return edit.end_line - is_before


def _bare(lines: Iterable[str]) -> list[str]:
    return [line.rstrip("\r\n") for line in lines]


def _diff(before: list[str], after: list[str]) -> tuple[str, ...]:
    diff = list(unified_diff(before, after, n=_AROUND, lineterm=""))[_HEADER:]
    hunks = sum(1 for line in diff if line.startswith(_HUNK))
    shown = diff if hunks > 1 else [line for line in diff if not line.startswith(_HUNK)]
    return tuple(line for at, line in enumerate(shown) if line.strip() or 0 < at < len(shown) - 1)


def _replacement(
    finding: Finding, before: list[str], after: list[str], offset: int
) -> tuple[str, ...] | None:
    """The lines that stand for those of the finding."""
    first = finding.location.line
    last = max(finding.location.end_line, first)
    ends = chain.from_iterable((edit.line, _last_line(edit)) for edit in finding.fix)
    if not all(first <= number <= last for number in ends):
        return None
    behind = len(before) - (last - offset + 1)
    return tuple(after[first - offset : len(after) - behind])
