"""Records: texts that a function splits, and sequences whose items it reads by place."""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst

from quality_kit.tree import subtree

from ._factors import TWO
from ._names import last_name
from ._values import Number, value_of

#: No record that is read by place has more fields.
_LARGEST_RECORD = 12
#: A length of three is asked for before the item at 2, or the item at 1 of a record whose last is not needed.
_SLACK = 2
_SPLITS = frozenset(("split", "rsplit", "splitlines", "partition", "groups", "findall"))
_LEN = "len"
#: ``num_parts >= 3`` before ``parts[2]``.
_COUNTS = ("num_", "n_")


class _Record(NamedTuple):
    """What a function does with a name."""

    #: The largest place that it reads; -1 for none.
    largest: int
    #: Whether it comes out of a split, or is taken apart into names.
    is_split: bool
    #: The name whose length it holds: ``size = len(parts)``; empty for none.
    measured: str = ""


class Records:
    """The records of functions; each function is read once."""

    def __init__(self) -> None:
        self._known: dict[int, dict[str, _Record]] = {}

    def has_length(self, function: cst.FunctionDef, comparison: cst.Comparison, value: Number) -> bool:
        """Whether a length asks for the shape of a record: ``len(parts) < 3`` before ``parts[2]``."""
        if value > _LARGEST_RECORD:
            return False
        sides = (comparison.left, *(each.comparator for each in comparison.comparisons[:2]))
        return any(self._is_record(function, side, value) for side in sides)

    def _is_record(self, function: cst.FunctionDef, side: cst.BaseExpression, value: Number) -> bool:
        held = self._of(function).get(side.value) if isinstance(side, cst.Name) else None
        if held is not None and held.measured:
            return value == TWO or self._has_places(function, held.measured, value)
        if isinstance(side, cst.Name) and side.value.startswith(_COUNTS):
            counted = self._of(function).get(side.value.partition("_")[2])
            return counted is not None and counted.largest >= value - _SLACK
        if not isinstance(side, cst.Call) or not _measures(side):
            return False
        measured = side.args[0].value
        if isinstance(measured, cst.Call):
            return last_name(measured.func) in _SPLITS
        return self._has_places(function, last_name(measured), value)

    def _has_places(self, function: cst.FunctionDef, name: str, value: Number) -> bool:
        record = self._of(function).get(name)
        return record is not None and (record.is_split or record.largest >= value - _SLACK)

    def _of(self, function: cst.FunctionDef) -> dict[str, _Record]:
        if id(function) not in self._known:
            found: dict[str, _Record] = {}
            for node in subtree(function):
                _read(node, found)
            self._known[id(function)] = found
        return self._known[id(function)]


def is_numbered(node: cst.Subscript) -> bool:
    """Whether an item is read at a literal place: ``row[2]``."""
    place = node.slice[0].slice
    return len(node.slice) == 1 and isinstance(place, cst.Index) and isinstance(place.value, cst.Integer)


def _place(node: cst.Subscript) -> int:
    """The place of an item, or how many items are cut off: ``row[2]``, ``row[:-2]``, ``row[1:]``."""
    place = node.slice[0].slice
    if isinstance(place, cst.Index):
        return _number(place.value)
    if not isinstance(place, cst.Slice):
        return -1
    return max(_number(place.lower), _number(place.upper) if _counts_from_end(place.upper) else -1)


def _counts_from_end(bound: cst.BaseExpression | None) -> bool:
    return isinstance(bound, cst.UnaryOperation) and isinstance(bound.operator, cst.Minus)


def _number(node: cst.BaseExpression | None) -> int:
    """The absolute value of a whole number; -1 for anything else."""
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        node = node.expression
    value = value_of(node.value) if isinstance(node, cst.Integer) else -1
    return value if isinstance(value, int) else -1  # too long to be read


def _read(node: cst.CSTNode, found: dict[str, _Record]) -> None:
    if isinstance(node, cst.Subscript) and len(node.slice) == 1:
        name, index = last_name(node.value), _place(node)
        before = found.get(name, _Record(-1, False))
        found[name] = before._replace(largest=max(before.largest, index))
    elif isinstance(node, cst.Assign) and len(node.targets) == 1:
        target, value = node.targets[0].target, node.value
        if isinstance(target, (cst.Tuple, cst.List)) and isinstance(value, cst.Name):
            found[value.value] = found.get(value.value, _Record(-1, False))._replace(is_split=True)
        elif (
            isinstance(target, cst.Name) and isinstance(value, cst.Call) and last_name(value.func) in _SPLITS
        ):
            found[target.value] = found.get(target.value, _Record(-1, False))._replace(is_split=True)
        elif isinstance(target, cst.Name) and isinstance(value, cst.Call) and _measures(value):
            of = last_name(value.args[0].value)
            found[target.value] = found.get(target.value, _Record(-1, False))._replace(measured=of)


def _measures(call: cst.Call) -> bool:
    return last_name(call.func) == _LEN and len(call.args) == 1
