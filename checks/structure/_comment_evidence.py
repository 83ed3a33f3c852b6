"""Which statements nobody writes but as code; prose, formulas and names of things parse, too."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterable

import libcst as cst

from quality_kit.tree.names import dotted
from quality_kit.tree.walk import subtree

_BUILTINS = frozenset(dir(builtins))
#: Calls that stand for themselves; of the other builtins a result is wanted.
_EFFECTS = frozenset(("print", "pprint", "pp", "breakpoint", "exit", "setattr", "delattr", "exec"))
_SELF = ("self", "cls")
_TYPES = frozenset(("int", "str", "bool", "float", "bytes", "dict", "list", "set", "tuple", "object"))
_COLLECTIONS = (cst.List, cst.Dict, cst.Set, cst.Tuple)
_STRINGS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString)
_NUMBERS = (cst.Integer, cst.Float)
_COMPREHENSIONS = (cst.ListComp, cst.DictComp, cst.SetComp, cst.GeneratorExp)
_CONSTANTS = ("True", "False", "None")


def is_code(statements: Iterable[cst.CSTNode]) -> bool:
    """Whether one of the statements can only be meant as code."""
    return any(_is_strong(statement) for statement in statements)


def is_remark(node: cst.CSTNode) -> bool:
    """Whether it has no effect as a statement (a name, a comparison, a lone annotation) or is a remark in brackets."""
    if not isinstance(node, cst.SimpleStatementLine):
        return False
    first = node.body[0]
    if isinstance(first, cst.AnnAssign):
        return first.value is None
    if not isinstance(first, cst.Expr):
        return False
    return bool(first.value.lpar) or not isinstance(first.value, (cst.Call, cst.Await, cst.Yield))


def bare_calls(statements: Iterable[cst.CSTNode]) -> list[str]:
    """What the statements call by a plain name; such a call may be code or the signature in a heading."""
    lines = [node for node in statements if isinstance(node, cst.SimpleStatementLine)]
    values = [small.value for line in lines for small in line.body if isinstance(small, cst.Expr)]
    calls = [value for value in values if isinstance(value, cst.Call) and not _is_sketch(value)]
    return [call.func.value for call in calls if isinstance(call.func, cst.Name) and call.args]


def _is_strong(node: cst.CSTNode) -> bool:
    """One statement, or a clause of one."""
    if isinstance(node, (cst.SimpleStatementLine, cst.SimpleStatementSuite)):
        return any(map(_is_strong_small, node.body))
    if isinstance(node, cst.FunctionDef) or (isinstance(node, cst.ClassDef) and node.bases):
        return True
    return _has_strong_head(node) or any(map(_is_strong, _inside(node)))


def _inside(node: cst.CSTNode) -> list[cst.CSTNode]:
    body = getattr(node, "body", None)
    statements = body.body if isinstance(body, cst.IndentedBlock) else [body]
    clauses = [getattr(node, "orelse", None), getattr(node, "finalbody", None)]
    more = [*getattr(node, "handlers", ()), *getattr(node, "cases", ()), *clauses]
    return [each for each in (*statements, *more) if each is not None]


def _has_strong_head(node: cst.CSTNode) -> bool:
    if isinstance(node, (cst.If, cst.While)):
        return _is_condition(node.test)
    if isinstance(node, cst.For):
        return isinstance(node.iter, cst.Call) or isinstance(node.target, cst.Tuple)
    if isinstance(node, cst.With):
        return all(isinstance(item.item, cst.Call) for item in node.items)
    return False


def _is_condition(test: cst.BaseExpression) -> bool:
    if isinstance(test, cst.UnaryOperation):
        return _is_condition(test.expression)
    if isinstance(test, cst.BooleanOperation):
        return _is_condition(test.left) or _is_condition(test.right)
    if isinstance(test, cst.Comparison):
        sides = (test.left, *(each.comparator for each in test.comparisons))
        return any(not isinstance(side, cst.Name) or side.value in _CONSTANTS for side in sides)
    return isinstance(test, (cst.Call, cst.Attribute, cst.Subscript, cst.Await)) and not _is_sketch(test)


def _is_strong_small(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.Import):
        return any(_is_import(alias) for alias in node.names)
    if isinstance(node, cst.ImportFrom):
        return True
    if isinstance(node, cst.Assign):
        return _is_assignment(node)
    if isinstance(node, cst.AugAssign):
        return dotted(node.target) not in _BUILTINS
    if isinstance(node, cst.AnnAssign):
        is_field = isinstance(node.target, cst.Name) and not node.target.value[0].isupper()
        return is_field and node.value is not None and _is_type(node.annotation.annotation)
    if isinstance(node, cst.Expr):
        return _is_effect(node.value)
    if isinstance(node, cst.Return):
        return node.value is not None and _is_result(node.value)
    if isinstance(node, cst.Raise):
        return isinstance(node.exc, cst.Call)
    if isinstance(node, cst.Assert):
        return not isinstance(node.test, cst.Name)
    if isinstance(node, cst.Del):
        return not isinstance(node.target, (cst.Name, cst.Tuple))
    return False


def _is_import(alias: cst.ImportAlias) -> bool:
    name = dotted(alias.name) or ""
    return "." in name or alias.asname is not None or name in sys.stdlib_module_names


def _is_type(annotation: cst.BaseExpression) -> bool:
    if isinstance(annotation, (cst.Subscript, cst.BinaryOperation, cst.Attribute)):
        return True
    if not isinstance(annotation, cst.Name):
        return False
    name = annotation.value
    return name in _TYPES or (name[0].isupper() and not name.isupper())


def _is_assignment(node: cst.Assign) -> bool:
    if _is_sketch(node.value):
        return False
    for each in node.targets:
        if isinstance(each.target, (cst.Attribute, cst.Subscript)):
            return dotted(each.target.value) not in _BUILTINS
    value = node.value.expression if isinstance(node.value, cst.Await) else node.value
    if isinstance(value, cst.Name):
        return value.value in _CONSTANTS
    if isinstance(value, (cst.List, cst.Set, cst.Tuple)) and value.elements:
        return not all(isinstance(element.value, cst.Name) for element in value.elements)
    kinds = (cst.Call, cst.Attribute, cst.Subscript, cst.Lambda, cst.IfExp, cst.BooleanOperation)
    return isinstance(value, (*kinds, *_STRINGS, *_NUMBERS, *_COLLECTIONS, *_COMPREHENSIONS))


def _is_result(value: cst.BaseExpression) -> bool:
    kinds = (
        cst.Call,
        cst.Await,
        cst.Attribute,
        cst.Subscript,
        cst.IfExp,
        cst.Comparison,
        cst.FormattedString,
    )
    return isinstance(value, (*kinds, *_COLLECTIONS, *_COMPREHENSIONS)) and not _is_sketch(value)


def _is_effect(value: cst.BaseExpression) -> bool:
    if isinstance(value, cst.Await):
        return isinstance(value.expression, cst.Call) and not _is_sketch(value)
    if isinstance(value, cst.Yield):
        return isinstance(value.value, cst.Call)
    return isinstance(value, cst.Call) and not _is_sketch(value) and _is_call(value)


def _is_call(call: cst.Call) -> bool:
    """Whether it is more than a name with a signature, as headings and descriptions have it."""
    name = dotted(call.func)
    if name is None:
        return True
    if "." not in name:
        is_value = name[0].isupper() or name in _BUILTINS
        return name in _EFFECTS or (not is_value and any(map(_is_speaking, call.args)))
    first = name.partition(".")[0]
    if first in _SELF or any(map(_is_speaking, call.args)):
        return True
    described = any(dotted(arg.value) in _BUILTINS for arg in call.args)
    return not (first[0].isupper() or first in _BUILTINS or described)


def _is_speaking(arg: cst.Arg) -> bool:
    return arg.keyword is not None or not isinstance(arg.value, (cst.Name, cst.Subscript))


def _is_sketch(value: cst.CSTNode) -> bool:
    """Whether dots stand for what is left out: then it is a description."""
    return any(isinstance(each, cst.Ellipsis) for each in subtree(value))
