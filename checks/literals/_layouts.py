"""Texts and records of a fixed layout, which a function takes apart at literal places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import subtree

from ._names import last_name
from ._values import value_of

#: So many fields of one text make a layout: ``text[0:4]``, ``text[5:7]``, ``text[8:10]``.
_FEWEST_FIELDS = 3
_FEWEST_SHIFTS, _FEWEST_BYTES = 3, 2
_AUGMENTED_SHIFTS = (cst.LeftShiftAssign, cst.RightShiftAssign)
_BYTE = 255
_UNPACK = "unpack"


class _Field(NamedTuple):
    """Where a part begins, and where it ends."""

    begin: int
    end: int


class Layouts:
    """Which names a function or module reads at which literal places; each is read once."""

    def __init__(self) -> None:
        self._known: dict[int, Mapping[str, frozenset[_Field]]] = {}
        self._packed: dict[int, bool] = {}
        self._read: dict[int, bool] = {}

    def has_field(self, around: cst.CSTNode, subscript: cst.Subscript) -> bool:
        """Whether a slice takes a field out of a fixed layout: one of several that the function takes.

        A head (``text[:80]``) or a tail is one only where another field begins or ends there.
        """
        fields = self._fields(around).get(last_name(subscript.value), frozenset())
        bounds = subscript.slice[0].slice
        if not _is_layout(fields) or not isinstance(bounds, cst.Slice):
            return False
        lower, upper = _literal(bounds.lower), _literal(bounds.upper)
        if lower is None:
            return any(_meet(upper, field.begin) for field in fields)
        return bounds.upper is not None or any(_meet(field.end, lower) for field in fields)

    def is_packed(self, around: cst.CSTNode) -> bool:
        """Whether a function puts numbers together out of bits: three shifts, or two and two bytes that it keeps."""
        if id(around) not in self._packed:
            nodes = [*subtree(around)]
            shifts, bytes_kept = sum(map(_is_shift, nodes)), sum(map(_keeps_byte, nodes))
            self._packed[id(around)] = shifts >= _FEWEST_SHIFTS or min(shifts, bytes_kept) >= _FEWEST_BYTES
        return self._packed[id(around)]

    def is_read(self, around: cst.CSTNode) -> bool:
        """Whether a function unpacks records of bytes."""
        if id(around) not in self._read:
            calls = (node for node in subtree(around) if isinstance(node, cst.Call))
            self._read[id(around)] = any(_UNPACK in last_name(call.func) for call in calls)
        return self._read[id(around)]

    def _fields(self, around: cst.CSTNode) -> Mapping[str, frozenset[_Field]]:
        if id(around) not in self._known:
            found: defaultdict[str, set[_Field]] = defaultdict(set)
            for node in subtree(around):
                field = _field(node) if isinstance(node, cst.Subscript) else None
                if isinstance(node, cst.Subscript) and field is not None:
                    found[last_name(node.value)].add(field)
            self._known[id(around)] = {name: frozenset(fields) for name, fields in found.items()}
        return self._known[id(around)]


def _is_layout(fields: frozenset[_Field]) -> bool:
    """Whether there are several parts, or two neighbours out of the middle: ``data[4:8]``, ``data[8:12]``."""
    if len(fields) >= _FEWEST_FIELDS:
        return True
    inner = [field for field in fields if field.begin > 0]
    return any(_meet(one.end, other.begin) for one in inner for other in inner)


def _field(node: cst.Subscript) -> _Field | None:
    """The part between literal places that is read there; a single item is none: every list has items."""
    place = node.slice[0].slice
    if not isinstance(place, cst.Slice) or len(node.slice) > 1:
        return None
    begin, end = _literal(place.lower), _literal(place.upper)
    return _Field(begin, end) if begin is not None and end is not None else None


def _meet(end: int | None, begin: int) -> bool:
    """Whether a field begins where another one ends, or after one separator."""
    return end is not None and begin - end in (0, 1)


def _literal(bound: cst.BaseExpression | None) -> int | None:
    value = value_of(bound.value) if isinstance(bound, cst.Integer) else None
    return value if isinstance(value, int) else None


def _is_shift(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.AugAssign):
        return isinstance(node.operator, _AUGMENTED_SHIFTS) and isinstance(node.value, cst.Integer)
    return (
        isinstance(node, cst.BinaryOperation)
        and isinstance(node.operator, (cst.LeftShift, cst.RightShift))
        and isinstance(node.right, cst.Integer)
    )


def _keeps_byte(node: cst.CSTNode) -> bool:
    return (
        isinstance(node, cst.BinaryOperation)
        and isinstance(node.operator, cst.BitAnd)
        and isinstance(node.right, cst.Integer)
        and value_of(node.right.value) == _BYTE
    )
