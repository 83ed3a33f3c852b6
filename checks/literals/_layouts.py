"""Texts and records of a fixed layout, which a function takes apart at literal places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import libcst as cst

from quality_kit.tree import subtree

from ._names import last_name
from ._values import value_of

#: So many places of one text make a layout: ``text[:4]``, ``text[5:7]``, ``text[8:10]``.
_FEWEST_PLACES = 3


class Layouts:
    """Which names a function or module reads at which literal places; each is read once."""

    def __init__(self) -> None:
        self._known: dict[int, Mapping[str, frozenset[int]]] = {}

    def has_field(self, around: cst.CSTNode, subscript: cst.Subscript) -> bool:
        """Whether a slice takes a field out of a fixed layout: one of several that the function takes.

        A head (``text[:80]``) is a field only where another one begins at its end.
        """
        places = self._places(around).get(last_name(subscript.value), frozenset())
        bounds = subscript.slice[0].slice
        if len(places) < _FEWEST_PLACES or not isinstance(bounds, cst.Slice):
            return False
        if _literal(bounds.lower):
            return True
        return bounds.upper is not None and _literal(bounds.upper) in places

    def _places(self, around: cst.CSTNode) -> Mapping[str, frozenset[int]]:
        if id(around) not in self._known:
            found: defaultdict[str, set[int]] = defaultdict(set)
            for name, place in _read(around):
                found[name].add(place)
            self._known[id(around)] = {name: frozenset(places) for name, places in found.items()}
        return self._known[id(around)]


def _read(around: cst.CSTNode) -> Iterator[tuple[str, int]]:
    """Where each name is read: the index of an item, the begin of a part."""
    for node in subtree(around):
        if isinstance(node, cst.Subscript) and len(node.slice) == 1:
            place = node.slice[0].slice
            if isinstance(place, cst.Index):
                yield from _at(node, place.value)
            elif place.lower is None:
                yield last_name(node.value), 0
            else:
                yield from _at(node, place.lower)


def _at(node: cst.Subscript, place: cst.BaseExpression) -> Iterator[tuple[str, int]]:
    if isinstance(place, cst.Integer):
        yield last_name(node.value), int(value_of(place.value))


def _literal(bound: cst.BaseExpression | None) -> int:
    return int(value_of(bound.value)) if isinstance(bound, cst.Integer) else 0
