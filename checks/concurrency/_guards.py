"""Whether an error that a statement raises is handled on its way out of a function."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree, dotted

#: What a server or a broker raises when the other side is gone, and what is above it.
_DISCONNECTS = (
    "WebSocketDisconnect",
    "ConnectionClosed",
    "ConnectionClosedOK",
    "ConnectionClosedError",
    "WebSocketException",
    "Exception",
    "BaseException",
)


def is_guarded(tree: Tree, node: cst.CSTNode, function: cst.FunctionDef) -> bool:
    """Whether between the node and the function something handles a disconnection, or cleans up after it.

    That is a ``try`` that catches it or has a ``finally``, and every ``with``: its exit may do either.
    """
    child = node
    for around in tree.ancestors(node):
        if around is function:
            return False
        if isinstance(around, cst.With) and child is around.body:
            return True
        if isinstance(around, (cst.Try, cst.TryStar)) and child is around.body and _cleans_up(around):
            return True
        child = around
    return False


def _cleans_up(statement: cst.Try | cst.TryStar) -> bool:
    return statement.finalbody is not None or any(
        name is None or name.rpartition(".")[2] in _DISCONNECTS
        for handler in statement.handlers
        for name in _caught(handler.type)
    )


def _caught(kind: cst.BaseExpression | None) -> Iterator[str | None]:
    """The names of the exceptions; None for what catches all, and for what is no name."""
    if isinstance(kind, cst.Tuple):
        for element in kind.elements:
            yield dotted(element.value)
    else:
        yield dotted(kind)
