"""The text of the diff, with some lines of context, for forms that show it."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.review.change import Change
from quality_kit.review.diff import FileChange, Hunk
from quality_kit.review.model import DiffLine, FileDiff

_CONTEXT = 3
#: More of one file, and of all files together, nobody reads on a page.
_MOST_OF_A_FILE = 1_500
_MOST = 12_000


def file_diffs(change: Change) -> tuple[FileDiff, ...]:
    """The changed files in the order of their paths."""
    room = _MOST
    found = []
    for file in change.files:
        lines = tuple(_lines(change, file)) if file.kind == "text" else ()
        kept = lines[: min(_MOST_OF_A_FILE, room)]
        room -= len(kept)
        cut = len(lines) - len(kept)
        found.append(FileDiff(file.path, file.before or "", file.status, file.added, file.removed, kept, cut))
    return tuple(found)


def _lines(change: Change, file: FileChange) -> Iterator[DiffLine]:
    old = change.base.source(file.before)
    new = change.head.source(file.path) if file.status != "deleted" else None
    if (old is None and file.before is not None) or (new is None and file.status != "deleted"):
        return
    shown_new = shown_old = 0
    hunks = file.hunks
    for number, hunk in enumerate(hunks):
        first_old, first_new = _starts(hunk)
        context = min(_CONTEXT, first_new - 1 - shown_new)
        if first_new - 1 - shown_new > context and (shown_new or first_new - context > 1):
            yield DiffLine("@", first_old - context, first_new - context, "")
        for back in range(context, 0, -1):
            yield DiffLine(" ", first_old - back, first_new - back, new.line(first_new - back) if new else "")
        for line in range(first_old, first_old + hunk.old_lines):
            yield DiffLine("-", line, 0, old.line(line) if old else "")
        for line in range(first_new, first_new + hunk.new_lines):
            yield DiffLine("+", 0, line, new.line(line) if new else "")
        shown_old, shown_new = first_old + hunk.old_lines - 1, first_new + hunk.new_lines - 1
        until = _starts(hunks[number + 1])[1] - 1 if number + 1 < len(hunks) else len(new.lines) if new else 0
        for _ in range(min(_CONTEXT, until - shown_new)):
            shown_old, shown_new = shown_old + 1, shown_new + 1
            yield DiffLine(" ", shown_old, shown_new, new.line(shown_new) if new else "")


def _starts(hunk: Hunk) -> tuple[int, int]:
    """The first lines; of a side without lines git names the one before."""
    old = hunk.old_start if hunk.old_lines else hunk.old_start + 1
    return old, hunk.new_start if hunk.new_lines else hunk.new_start + 1
