"""The places where a file reads variables from ``os``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile

from ._environment import Environment
from ._optional import answer_to_none, breaks_on_none, is_answered, is_caught, stands_in

_BY_NAME = frozenset(("get", "pop", "setdefault", "__getitem__"))
_NAME_ARGUMENTS = ("key", "varname")
_DEFAULT_ARGUMENTS = ("default", "value")


class Read(NamedTuple):
    """One place that asks for a variable."""

    #: The whole expression.
    node: cst.CSTNode
    #: What names the variable; None when it is not written as an expression of its own.
    name: cst.BaseExpression
    #: What stands for a missing variable, when the read says so.
    default: cst.BaseExpression | None
    #: Whether the code goes on without the variable.
    is_optional: bool
    #: Whether ``name`` is a container of names.
    is_each: bool = False
    #: Whether the read only asks if the variable is set.
    is_question: bool = False
    #: Whether None, for a missing variable, is handed on to code that is not known here.
    is_handed_on: bool = False
    #: Whether a missing variable raises here: ``os.environ["X"]``, unguarded.
    is_bare: bool = False


def os_reads(file: ParsedFile) -> Iterator[Read]:
    """Reads through ``os.environ`` and ``os.getenv``; writes, deletions and copies are none."""
    environment = Environment(file)
    if environment.is_mentioned:
        yield from _calls(file, environment)
        yield from _subscripts(file, environment)
        yield from _questions(file, environment)


def _calls(file: ParsedFile, environment: Environment) -> Iterator[Read]:
    for call in file.tree.of(cst.Call):
        if _is_read(call, file, environment):
            name, default = argument(call, 0, _NAME_ARGUMENTS), argument(call, 1, _DEFAULT_ARGUMENTS)
            if name is not None:
                yield _called(file, call, name, default)
        elif len(call.args) > 1 and environment.is_getter(call.args[0].value):
            yield from _handed_on(file, call)


def _called(
    file: ParsedFile, call: cst.Call, name: cst.BaseExpression, default: cst.BaseExpression | None
) -> Read:
    """A call that raises for a missing variable needs it; None is a need only where it is refused."""
    func = call.func
    if default is not None:
        return Read(call, name, default, is_optional=True)
    if isinstance(func, cst.Attribute) and func.attr.value in ("pop", "__getitem__"):
        return Read(call, name, None, is_caught(file, call))
    answer = answer_to_none(file, call) or ("gives up" if breaks_on_none(file, call) else None)
    is_needed = answer == "gives up" and not stands_in(file, call)
    return Read(call, name, None, not is_needed, is_handed_on=not is_needed and answer != "goes on")


def _is_read(call: cst.Call, file: ParsedFile, environment: Environment) -> bool:
    func = call.func
    if func.__class__ is cst.Attribute and func.attr.value in _BY_NAME:
        method, owner = func.attr.value, func.value
        return environment.is_mapping(owner) and not _is_deletion(method, call, file)
    return environment.is_getter(func)


def _is_deletion(method: str, call: cst.Call, file: ParsedFile) -> bool:
    """``os.environ.pop(name, None)`` on a line of its own wants nothing but the variable gone."""
    return method == "pop" and isinstance(file.tree.parent(call), cst.Expr)


def _handed_on(file: ParsedFile, call: cst.Call) -> Iterator[Read]:
    """``partial(os.getenv, "X")`` and ``map(os.getenv, ("X", "Y"))``."""
    func = file.names.qualified(call.func)
    if func == "functools.partial":
        rest = call.args[2].value if len(call.args) > 2 else None
        yield Read(call, call.args[1].value, rest, rest is not None)
    elif func in ("builtins.map", "builtins.filter"):
        yield Read(call, call.args[1].value, None, is_optional=True, is_each=True)


def _subscripts(file: ParsedFile, environment: Environment) -> Iterator[Read]:
    for node in file.tree.of(cst.Subscript):
        index = node.slice[0].slice
        if isinstance(index, cst.Index) and environment.is_mapping(node.value) and not is_written(file, node):
            caught = is_caught(file, node)
            yield Read(node, index.value, None, caught, is_bare=not caught)


def is_written(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the expression is the target of an assignment, a deletion or a loop."""
    parent = file.tree.parent(node)
    while isinstance(parent, (cst.Element, cst.StarredElement, cst.Tuple, cst.List)):
        node, parent = parent, file.tree.parent(parent)
    if isinstance(parent, (cst.AssignTarget, cst.AugAssign, cst.AnnAssign, cst.For)):
        return parent.target is node
    return isinstance(parent, (cst.Del, cst.AsName))


def _questions(file: ParsedFile, environment: Environment) -> Iterator[Read]:
    for comparison in file.tree.of(cst.Comparison):
        first = comparison.comparisons[0]
        if len(comparison.comparisons) > 1 or not isinstance(first.operator, (cst.In, cst.NotIn)):
            continue
        if environment.is_mapping(_without_keys(first.comparator)):
            asks = isinstance(first.operator, cst.In)
            yield Read(comparison, comparison.left, None, is_answered(file, comparison), is_question=asks)


def _without_keys(node: cst.BaseExpression) -> cst.BaseExpression:
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute) and node.func.attr.value == "keys":
        return node.func.value
    return node


def argument(call: cst.Call, position: int, names: tuple[str, ...]) -> cst.BaseExpression | None:
    """The argument given by one of these names or at this position; None when it is not given."""
    for index, arg in enumerate(call.args):
        if arg.star:
            return None
        if arg.keyword.value in names if arg.keyword is not None else index == position:
            return arg.value
    return None
