"""Uses of an object by functions that only hand on the object, what they are given, or a default."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile, Tree
from quality_kit.tree.functions import enclosing_function, own_statements, parameters

_DISPLAYS = (cst.Element, cst.DictElement, cst.List, cst.Tuple, cst.Dict)
_TAKING = (cst.Assign, cst.AnnAssign, cst.Arg, cst.Return, cst.NamedExpr)


def is_handed_on(file: ParsedFile, name: cst.Name) -> bool:
    """Whether what is asked of the object is the caller's own.

    A function of one line gives the object out (``return [cache.store, disk.store]``) or passes it its own
    parameters; ``headers = headers or client.headers()`` stands in for a parameter that nobody gave.
    """
    tree = file.tree
    given = _asked(tree, name, with_calls=False)
    if isinstance(tree.parent(given), (cst.Element, cst.DictElement)):
        return _is_given_out(tree, name, given)
    top = _asked(tree, name, with_calls=True)
    around = tree.parent(top)
    if isinstance(around, cst.BooleanOperation):
        return around.right is top and _is_default(file, around)
    if not isinstance(around, (cst.Return, cst.Expr)):
        return False
    function = _function_of_one_line(tree, name, around)
    return function is not None and _passes_on(function, top)


def _asked(tree: Tree, name: cst.Name, with_calls: bool) -> cst.CSTNode:
    """The whole of ``await client.orders.find(1)``, of which the name is the beginning, or ``client.orders``."""
    top: cst.CSTNode = name
    while True:
        around = tree.parent(top)
        is_begun = isinstance(around, cst.Attribute) and around.value is top
        is_called = isinstance(around, cst.Call) and around.func is top
        if not (is_begun or (with_calls and (is_called or isinstance(around, cst.Await)))):
            return top
        top = around  # type: ignore[assignment]


def _is_given_out(tree: Tree, name: cst.Name, given: cst.CSTNode) -> bool:
    around = tree.parent(given)
    while isinstance(around, _DISPLAYS):
        around = tree.parent(around)
    return isinstance(around, cst.Return) and _function_of_one_line(tree, name, around) is not None


def _is_default(file: ParsedFile, choice: cst.BooleanOperation) -> bool:
    left = choice.left
    if not isinstance(choice.operator, cst.Or) or not isinstance(left, cst.Name):
        return False
    is_parameter = any(isinstance(each.node, cst.Param) for each in file.names.bindings(left))
    return is_parameter and isinstance(file.tree.parent(choice), _TAKING)


def _function_of_one_line(tree: Tree, name: cst.Name, statement: cst.CSTNode) -> cst.FunctionDef | None:
    """The undecorated function at module level that does nothing else, its docstring apart."""
    function = enclosing_function(tree, name)
    if function is None or function.decorators or not isinstance(tree.parent(function), cst.Module):
        return None
    return function if own_statements(function) == [statement] else None


def _passes_on(function: cst.FunctionDef, asked: cst.CSTNode) -> bool:
    call = asked.expression if isinstance(asked, cst.Await) else asked
    own = {param.name.value for _, param in parameters(function)}
    if not isinstance(call, cst.Call):
        return False
    return any(isinstance(arg.value, cst.Name) and arg.value.value in own for arg in call.args)
