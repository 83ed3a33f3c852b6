"""What a function's signature says, read from the tree."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree.names import dotted
from quality_kit.tree.parsed import ParsedFile
from quality_kit.tree.scopes import COMPREHENSIONS
from quality_kit.tree.texts import text_of
from quality_kit.tree.walk import Tree

_STATIC = frozenset(("builtins.staticmethod", "abc.abstractstaticmethod"))
#: How the dotted name of every decorator in ``_STATIC`` ends.
_STATIC_ENDING = "staticmethod"
_TEXTS = (cst.SimpleString, cst.ConcatenatedString)


def parameters(function: cst.FunctionDef) -> Iterator[tuple[str, cst.Param]]:
    """The parameters in source order, each with its name as written: ``limit``, ``*args``, ``**kwargs``."""
    declared = function.params
    for param in (*declared.posonly_params, *declared.params):
        yield param.name.value, param
    if isinstance(declared.star_arg, cst.Param):
        yield f"*{declared.star_arg.name.value}", declared.star_arg
    for param in declared.kwonly_params:
        yield param.name.value, param
    if declared.star_kwarg is not None:
        yield f"**{declared.star_kwarg.name.value}", declared.star_kwarg


def implicit_parameter(file: ParsedFile, function: cst.FunctionDef) -> cst.Param | None:
    """The parameter that Python fills by itself: the first of a method, whatever its name; none if static."""
    declared = function.params
    first = next(iter((*declared.posonly_params, *declared.params)), None)
    if first is None or not is_method(file.tree, function) or _is_static(file, function):
        return None
    return first


def is_method(tree: Tree, function: cst.FunctionDef) -> bool:
    """Whether the function stands in a class body, also below an ``if`` or a ``try`` there."""
    for around in tree.ancestors(function):
        if around.__class__ is cst.ClassDef:
            return True
        if around.__class__ is cst.FunctionDef:
            return False
    return False


def _is_static(file: ParsedFile, function: cst.FunctionDef) -> bool:
    names = (decorator.decorator for decorator in function.decorators)
    likely = (name for name in names if (dotted(name) or "").endswith(_STATIC_ENDING))
    return any(file.names.qualified(name) in _STATIC for name in likely)


def is_stub(function: cst.FunctionDef) -> bool:
    """Whether it only declares what others do: a docstring, ``...``, ``pass``, ``raise NotImplementedError``."""
    return all(map(_is_nothing, _statements(function)))


def docstring_of(function: cst.FunctionDef) -> str | None:
    """What the function says of itself, or None; None also for an escape that Python rejects."""
    first = next(_statements(function), None)
    return text_of(first.value) if isinstance(first, cst.Expr) else None


def own_statements(function: cst.FunctionDef) -> list[cst.CSTNode]:
    """Its statements without the docstring; of a line with semicolons each."""
    first, *others = _statements(function)
    is_docstring = isinstance(first, cst.Expr) and isinstance(first.value, _TEXTS)
    return others if is_docstring else [first, *others]


def _statements(function: cst.FunctionDef) -> Iterator[cst.CSTNode]:
    for line in function.body.body:
        yield from line.body if isinstance(line, cst.SimpleStatementLine) else (line,)


def _is_nothing(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.Expr):
        return isinstance(node.value, (*_TEXTS, cst.Ellipsis))
    if isinstance(node, cst.Raise):
        raised = node.exc.func if isinstance(node.exc, cst.Call) else node.exc
        return dotted(raised) == "NotImplementedError"
    return isinstance(node, cst.Pass)


def enclosing_function(tree: Tree, node: cst.CSTNode) -> cst.FunctionDef | None:
    """The function in whose body the node runs; None at module and class level and in a lambda.

    Defaults, decorators and annotations of a function, defaults of a lambda, and bases and decorators of a
    class run where it is defined.
    """
    scope = tree.scopes.of(node)
    while scope.__class__ in COMPREHENSIONS:
        scope = tree.scopes.of(scope)
    return scope if isinstance(scope, cst.FunctionDef) else None


def enclosing_class(tree: Tree, node: cst.CSTNode) -> cst.ClassDef | None:
    """The class whose method the node stands in, or whose body; None outside classes."""
    return next((scope for scope in tree.scopes.around(node) if isinstance(scope, cst.ClassDef)), None)


def is_async(function: cst.FunctionDef | None) -> bool:
    """Whether it is an ``async def``."""
    return function is not None and function.asynchronous is not None
