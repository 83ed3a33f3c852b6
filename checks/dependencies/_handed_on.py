"""Uses of an object by functions that only hand on the object, what it answers, or a default of it."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Tree
from quality_kit.tree.functions import enclosing_function

_DISPLAYS = (cst.Element, cst.DictElement, cst.List, cst.Tuple, cst.Dict)
_TAKING = (cst.Assign, cst.AnnAssign, cst.Arg, cst.Return, cst.NamedExpr)


def is_handed_on(tree: Tree, name: cst.Name) -> bool:
    """Whether what is asked of the object is the caller's own.

    ``return [cache.store, disk.store]`` gives it out, ``headers = headers or client.headers()`` stands in
    for what nobody handed in, and a function of one line passes its parameters to the object.
    """
    top = _asked(tree, name)
    around = tree.parent(top)
    if isinstance(around, (cst.Element, cst.DictElement)):
        return _is_returned(tree, around)
    if isinstance(around, cst.BooleanOperation):
        is_default = isinstance(around.operator, cst.Or) and around.right is top
        return is_default and isinstance(around.left, cst.Name) and isinstance(tree.parent(around), _TAKING)
    return isinstance(around, (cst.Return, cst.Expr)) and _is_all(tree, name, around)


def _asked(tree: Tree, name: cst.Name) -> cst.CSTNode:
    """The whole of ``await client.orders.find(1)``, of which the name is the beginning."""
    top: cst.CSTNode = name
    while True:
        around = tree.parent(top)
        is_begun = isinstance(around, cst.Attribute) and around.value is top
        is_called = isinstance(around, cst.Call) and around.func is top
        if not (is_begun or is_called or isinstance(around, cst.Await)):
            return top
        top = around  # type: ignore[assignment]


def _is_returned(tree: Tree, element: cst.CSTNode) -> bool:
    around: cst.CSTNode | None = element
    while isinstance(around, _DISPLAYS):
        around = tree.parent(around)
    return isinstance(around, cst.Return)


def _is_all(tree: Tree, name: cst.Name, statement: cst.CSTNode) -> bool:
    """Whether the statement is all that an undecorated function with parameters does, its docstring apart."""
    function = enclosing_function(tree, name)
    if function is None or function.decorators or not isinstance(tree.parent(function), cst.Module):
        return False
    if not (function.params.params or function.params.kwonly_params):
        return False
    lines = function.body.body
    first = 1 if function.get_docstring() is not None else 0
    return len(lines) == first + 1 and tree.parent(statement) is lines[first]
