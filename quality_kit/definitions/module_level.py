"""What a module executes itself: its statements outside functions and classes, and when they run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import libcst as cst

from quality_kit.tree.names import dotted
from quality_kit.tree.walk import Tree

#: At every import, only as the main program, or only in the eyes of a type checker.
When = Literal["import", "main", "typing"]

_MAIN = ("'__main__'", '"__main__"')
_INNER = (cst.FunctionDef, cst.ClassDef, cst.Lambda)
#: The clauses of compound statements that hold statements, after the body.
_CLAUSES = ("orelse", "finalbody")


class Statement(NamedTuple):
    """A small statement, a definition, or the head of a compound statement."""

    node: cst.CSTNode
    when: When


def statements(module: cst.Module) -> Sequence[Statement]:
    """The statements at module level in source order, those inside if, try, with, for ... too."""
    return _statements(module)


@lru_cache(maxsize=1)  # the collectors of a file ask one after another
def _statements(module: cst.Module) -> Sequence[Statement]:
    return tuple(_in_block(module.body, "import"))


def when_runs(tree: Tree, node: cst.CSTNode) -> When | None:
    """When an expression or statement runs by itself; None inside a function, class or lambda."""
    when: When = "import"
    child = node
    for around in tree.ancestors(node):
        if isinstance(around, _INNER):
            return None
        if around.__class__ is cst.If and child is around.body:
            when = _narrowed(when, around.test)
        child = around
    return when


def _in_block(body: Sequence[Any], when: When) -> Iterator[Statement]:
    for node in body:
        kind = node.__class__
        if kind is cst.SimpleStatementLine:
            for small in node.body:
                yield Statement(small, when)
        elif kind is cst.FunctionDef or kind is cst.ClassDef:
            yield Statement(node, when)
        else:
            yield from _in_compound(node, when)


def _in_compound(node: Any, when: When) -> Iterator[Statement]:
    """A compound statement, or a clause of one."""
    yield Statement(node, when)
    parts: list[Any] = []
    if node.__class__ is cst.Match:
        parts += node.cases
    else:
        narrowed = _narrowed(when, node.test) if node.__class__ is cst.If else when
        yield from _in_suite(node.body, narrowed)
        parts += getattr(node, "handlers", ())
        parts += (getattr(node, name, None) for name in _CLAUSES)
    for part in parts:
        if part is not None:
            yield from _in_compound(part, when)


def _in_suite(suite: cst.BaseSuite, when: When) -> Iterator[Statement]:
    if isinstance(suite, cst.SimpleStatementSuite):
        for small in suite.body:
            yield Statement(small, when)
    else:
        yield from _in_block(suite.body, when)


def _narrowed(when: When, test: cst.BaseExpression) -> When:
    """When the body of an ``if`` runs."""
    if when != "import":
        return when
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        return _narrowed(_narrowed(when, test.left), test.right)
    if _is_main_guard(test):
        return "main"
    return "typing" if (dotted(test) or "").rpartition(".")[2] == "TYPE_CHECKING" else when


def _is_main_guard(test: cst.BaseExpression) -> bool:
    if not isinstance(test, cst.Comparison) or len(test.comparisons) != 1:
        return False
    compared = test.comparisons[0]
    sides = (test.left, compared.comparator)
    named = any(isinstance(side, cst.Name) and side.value == "__name__" for side in sides)
    main = any(isinstance(side, cst.SimpleString) and side.value in _MAIN for side in sides)
    return named and main and isinstance(compared.operator, cst.Equal)
