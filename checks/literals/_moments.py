"""Parts of a moment as text: ``created_at[:10]`` is the day, ``stamp[:19]`` leaves out what is less than a second."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Tree

from ._arguments import words_of
from ._names import last_name
from ._values import Number

#: Where the day, the minute and the second end in ``2025-01-31T12:30:45.123``, and the year and the month.
_ENDS = frozenset((4, 7, 10, 16, 19))
#: What gives such a text, and what reads one.
_WRITERS, _READERS = frozenset(("isoformat", "utcnow", "now")), frozenset(("strptime", "fromisoformat"))
_MOMENTS = frozenset(("at", "date", "time", "datetime", "timestamp", "stamp", "day", "iso"))
#: ``orders_by_day`` are orders.
_GROUPED = frozenset(("by", "per"))
_TEXT = "str"


def is_part_of_moment(tree: Tree, bounds: cst.CSTNode, value: Number) -> bool:
    """Whether the bound of a slice cuts a date or a time where one of its parts ends."""
    if value not in _ENDS or not isinstance(bounds, cst.Slice) or bounds.lower is not None:
        return False
    element = tree.parent(bounds)
    subscript = tree.parent(element) if element is not None else None
    if not isinstance(subscript, cst.Subscript):
        return False
    cut = subscript.value
    if isinstance(cut, cst.Call) and last_name(cut.func) == _TEXT and len(cut.args) == 1:
        cut = cut.args[0].value
    words = words_of(last_name(cut))
    is_moment = bool(words) and words[-1] in _MOMENTS and _GROUPED.isdisjoint(words)
    if last_name(cut) in _WRITERS or is_moment:
        return True
    argument = tree.parent(subscript)
    call = tree.parent(argument) if isinstance(argument, cst.Arg) else None
    return isinstance(call, cst.Call) and last_name(call.func) in _READERS
