"""What code does with a value that may be None: goes on, gives up, or does not ask."""

from __future__ import annotations

from typing import Literal, NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile, dotted

#: ``gives up``: a missing value is answered with an exception or the program's end.
Answer = Literal["goes on", "gives up"]

_ENDS = frozenset(("exit", "_exit", "abort", "fail"))
_TRUTHS = frozenset(("bool", "any", "all"))
_CARRIERS = (cst.Arg, cst.Element, cst.GeneratorExp, cst.List, cst.Tuple)


class _Step(NamedTuple):
    """The expression that is made of another one."""

    node: cst.CSTNode
    #: Whether it asks if the value is there.
    asks: bool
    #: Whether it is true for a missing value.
    negates: bool = False


def answer(file: ParsedFile, node: cst.CSTNode, is_negative: bool = False) -> Answer | None:
    """How the place where an expression stands deals with None; None when it does not ask.

    It asks by ``... or default``, a comparison, a test, or as a branch beside another one.

    Args:
        file: The file of the expression.
        node: The expression.
        is_negative: Whether the expression is true when the value is missing.
    """
    asks = False
    while step := _step(file, node):
        if not asks and _has_default(step.node):
            return "goes on"
        node, asks, is_negative = step.node, asks or step.asks, is_negative != step.negates
    return _tested(node, file.tree.parent(node), is_negative) or ("goes on" if asks else None)


def gives_up(body: cst.BaseSuite) -> bool:
    """Whether the block itself, not only a branch in it, raises or ends the program."""
    lines = [line.body if isinstance(line, cst.SimpleStatementLine) else [line] for line in body.body]
    return any(_ends(statement) for line in lines for statement in line)


def _step(file: ParsedFile, node: cst.CSTNode) -> _Step | None:
    parent = file.tree.parent(node)
    if isinstance(parent, cst.NamedExpr):
        return _Step(parent, asks=False)
    if isinstance(parent, cst.BooleanOperation):
        return _Step(parent, asks=parent.left is node)
    if isinstance(parent, cst.UnaryOperation) and isinstance(parent.operator, cst.Not):
        return _Step(parent, asks=True, negates=True)
    if isinstance(parent, cst.Comparison) and _bears_none(parent, node):
        return _Step(parent, asks=True, negates=isinstance(parent.comparisons[0].operator, cst.Is))
    truth = _truth_around(file, parent)
    return _Step(truth, asks=True) if truth is not None else None


def _has_default(node: cst.CSTNode) -> bool:
    """``... or default`` and a comparison with a value."""
    if isinstance(node, cst.Comparison):
        return not isinstance(node.comparisons[0].operator, (cst.Is, cst.IsNot))
    return isinstance(node, cst.BooleanOperation) and isinstance(node.operator, cst.Or)


def _bears_none(comparison: cst.Comparison, node: cst.CSTNode) -> bool:
    """What is searched in, or compared by ``<``, must be there."""
    operator = comparison.comparisons[0].operator
    if isinstance(operator, (cst.In, cst.NotIn)):
        return comparison.left is node
    return isinstance(operator, (cst.Equal, cst.NotEqual, cst.Is, cst.IsNot))


def _truth_around(file: ParsedFile, node: cst.CSTNode | None) -> cst.CSTNode | None:
    """``bool(...)``, ``any(... for ...)`` or ``all([...])`` around an argument."""
    while isinstance(node, _CARRIERS):
        node = file.tree.parent(node)
    return node if isinstance(node, cst.Call) and dotted(node.func) in _TRUTHS else None


def _tested(node: cst.CSTNode, parent: cst.CSTNode | None, is_negative: bool) -> Answer | None:
    """What a statement or a conditional does with the node if that is its test, or a branch of it."""
    if isinstance(parent, (cst.If, cst.While)) and parent.test is node:
        missing = parent.body if is_negative else getattr(parent.orelse, "body", None)
        return "gives up" if isinstance(missing, cst.BaseSuite) and gives_up(missing) else "goes on"
    if isinstance(parent, cst.Assert) and parent.test is node:
        return "goes on" if is_negative else "gives up"
    if isinstance(parent, cst.CompIf):  # [name for name in NEEDED if not os.getenv(name)]
        return "gives up" if is_negative else "goes on"
    return "goes on" if isinstance(parent, cst.IfExp) and _has_other_branch(node, parent) else None


def _has_other_branch(node: cst.CSTNode, choice: cst.IfExp) -> bool:
    """None as the other branch, or what is taken when it is there: ``x if x else os.getenv("X")``."""
    if choice.test is node:
        return True
    other = dotted(choice.orelse if choice.body is node else choice.body)
    tested = choice.test.left if isinstance(choice.test, cst.Comparison) else choice.test
    return other is not None and other in ("None", dotted(tested))


def _ends(statement: cst.CSTNode) -> bool:
    if isinstance(statement, cst.Expr) and isinstance(statement.value, cst.Call):
        return (dotted(statement.value.func) or "").rpartition(".")[2] in _ENDS
    return isinstance(statement, cst.Raise)
