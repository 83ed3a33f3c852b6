"""The functions and classes that a change touches."""

from __future__ import annotations

from quality_kit.review.change import Change
from quality_kit.review.diff import FileChange


def touched_scopes(change: Change, file: FileChange) -> tuple[str, ...]:
    """The innermost functions and classes with new or changed lines, as ``Class.method``, in source order.

    Where lines only went, what stands around the place is touched. The text is enough for it: files that
    do not parse have scopes, too.
    """
    known = change.head.scopes
    if file.path not in known:
        known[file.path] = _touched(change, file)
    return known[file.path]


def _touched(change: Change, file: FileChange) -> tuple[str, ...]:
    source = change.head.source(file.path) if file.status != "deleted" else None
    if source is None:
        return ()
    new = file.new_lines()
    written = (line for line in sorted(file.touched_lines()) if line not in new or source.line(line).strip())
    scopes = (source.logical_lines.scope_at(line) for line in written)
    return tuple(dict.fromkeys(scope for scope in scopes if scope))
