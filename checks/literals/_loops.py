"""Loops over a range of numbers: attempts, places in something, or neither."""

from __future__ import annotations

from collections.abc import Collection

import libcst as cst

from quality_kit.tree import Tree, subtree

from ._arguments import words_of
from ._names import last_name

#: Calls that count.
RANGES = frozenset(("range", "xrange", "trange"))
_PLACES = frozenset(("axis", "dim", "channel", "column", "row"))
_THROWN_AWAY = "_"
#: Of a loop so much is searched.
_MOST_NODES = 500


def counts_places(tree: Tree, call: cst.CSTNode | None) -> bool:
    """Whether a loop counts the places of something: ``for axis in range(3): box[axis]``."""
    loop = tree.parent(call) if isinstance(call, cst.Call) and last_name(call.func) in RANGES else None
    if isinstance(loop, cst.For):
        where: cst.CSTNode | None = loop.body
    else:
        where = tree.parent(loop) if isinstance(loop, cst.CompFor) else None
    if where is None or not isinstance(loop, (cst.For, cst.CompFor)):
        return False
    counter = last_name(loop.target)
    if counter in _PLACES:
        return True
    return any(
        isinstance(node, cst.SubscriptElement) and any(_is_name(each, counter) for each in subtree(node))
        for node, _ in zip(subtree(where), range(_MOST_NODES))
    )


def _is_name(node: cst.CSTNode, name: str) -> bool:
    return isinstance(node, cst.Name) and node.value == name


def tries(tree: Tree, call: cst.Call, decided: Collection[str]) -> bool:
    """Whether a loop does something again: it counts for nobody, is named so, or catches errors."""
    loop = tree.parent(call)
    if not isinstance(loop, (cst.For, cst.CompFor)) or loop.iter is not call:
        return False
    counter = last_name(loop.target)
    if not counter.strip(_THROWN_AWAY) or any(word in decided for word in words_of(counter)):
        return True
    return isinstance(loop, cst.For) and any(
        isinstance(node, cst.Try) for node, _ in zip(subtree(loop.body), range(_MOST_NODES))
    )
