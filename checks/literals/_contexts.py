"""Where a number stands, and whether that place counts as logic.

Most numbers stand in data (an element of a list, a value of a dictionary, a plain assignment), so the
class of the parent decides first, and nothing here climbs further than a few levels.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import libcst as cst

from quality_kit.tree import Tree

from ._names import last_name

Kind = Literal[
    "comparison",
    "arithmetic",
    "shift or mask",
    "argument",
    "keyword",
    "slice",
    "return",
    "assignment",
    "pattern",
]


class Operand(NamedTuple):
    """One side of a binary operation."""

    operation: cst.BinaryOperation
    side: cst.CSTNode


class Context(NamedTuple):
    """The place of a number in logic."""

    kind: Kind
    #: The largest expression that is nothing but this number: with a sign, a conversion, a fallback.
    expression: cst.CSTNode
    #: What holds that expression: ``Arg``, ``ComparisonTarget``, ``BinaryOperation`` ...
    holder: cst.CSTNode
    #: Operations between literals inside that expression: ``5 * 60`` is one number.
    constants: tuple[Operand, ...] = ()


_KINDS: dict[type[cst.CSTNode], Kind] = {
    cst.Comparison: "comparison",
    cst.ComparisonTarget: "comparison",
    cst.BinaryOperation: "arithmetic",
    cst.AugAssign: "assignment",
    cst.Slice: "slice",
    cst.Return: "return",
    cst.Yield: "return",
    cst.Lambda: "return",
    cst.MatchValue: "pattern",
    #: Of a tuple, list or set that something is compared with.
    cst.Element: "comparison",
}
_MASKS = (
    *(cst.BitAnd, cst.BitOr, cst.BitXor, cst.LeftShift, cst.RightShift),
    *(cst.BitAndAssign, cst.BitOrAssign, cst.BitXorAssign, cst.LeftShiftAssign, cst.RightShiftAssign),
)
_Classes = frozenset[type[cst.CSTNode]]
_COLLECTIONS: _Classes = frozenset((cst.Tuple, cst.List, cst.Set))
_COMPARISONS: _Classes = frozenset((cst.Comparison, cst.ComparisonTarget))
_TRANSPARENT: _Classes = frozenset((cst.UnaryOperation, cst.IfExp, cst.BooleanOperation))
#: Below a node of another class a number is never in logic.
_LOGIC: _Classes = frozenset((*_KINDS, *_TRANSPARENT, cst.Arg))
_CONVERSIONS = frozenset(("int", "float", "Decimal", "str", "abs"))
#: A number is looked for through this many signs, fallbacks, conversions and literal operations.
_MOST_STEPS = 8
#: An operand made of more literals than this deep is not looked into.
_MOST_LITERAL_DEPTH = 4


def may_be_logic(tree: Tree, expression: cst.CSTNode) -> bool:
    """Whether ``context_of`` is worth asking: a quick answer for the numbers of long tables."""
    holder = tree.parent(expression)
    if holder is None or holder.__class__ is not cst.Element:
        return holder.__class__ in _LOGIC
    collection = tree.parent(holder)
    if collection is None or collection.__class__ not in _COLLECTIONS:
        return False
    return tree.parent(collection).__class__ in _COMPARISONS


def context_of(tree: Tree, number: cst.CSTNode) -> Context | None:
    """The place of a number; None when it is no logic: data, a declaration, the value of a plain name."""
    expression, constants = number, []
    for _ in range(_MOST_STEPS):
        holder = tree.parent(expression)
        if holder is None or not may_be_logic(tree, expression):
            return None
        if isinstance(holder, cst.BinaryOperation) and is_literal(other_side(holder, expression)):
            constants.append(Operand(holder, expression))
            expression = holder
        elif _is_transparent(holder, expression):
            expression = holder
        else:
            return _context(tree, expression, holder, tuple(constants))
    return None


def other_side(operation: cst.BinaryOperation, side: cst.CSTNode) -> cst.BaseExpression:
    """The operand beside the given one."""
    return operation.right if operation.left is side else operation.left


def is_literal(node: cst.CSTNode, depth: int = 0) -> bool:
    """Whether an expression is made of number literals only."""
    if isinstance(node, (cst.Integer, cst.Float)):
        return True
    if depth == _MOST_LITERAL_DEPTH:
        return False
    if isinstance(node, cst.UnaryOperation):
        return is_literal(node.expression, depth + 1)
    if isinstance(node, cst.BinaryOperation):
        return is_literal(node.right, depth + 1) and is_literal(node.left, depth + 1)
    return False


def comparison_of(tree: Tree, context: Context) -> cst.Comparison | None:
    """The comparison that a number is part of, also as a member of a literal tuple, list or set."""
    node: cst.CSTNode | None = context.holder
    while node is not None and not isinstance(node, cst.Comparison):
        node = tree.parent(node)
    return node


def _is_transparent(holder: cst.CSTNode, child: cst.CSTNode) -> bool:
    """Whether the holder only passes the number on."""
    if holder.__class__ not in _TRANSPARENT:
        return False
    if isinstance(holder, cst.IfExp):
        return child is not holder.test
    return not (isinstance(holder, cst.UnaryOperation) and isinstance(holder.operator, cst.Not))


def _context(
    tree: Tree, expression: cst.CSTNode, holder: cst.CSTNode, constants: tuple[Operand, ...]
) -> Context | None:
    if isinstance(holder, cst.Arg):
        return _argument(tree, expression, holder, constants)
    kind = _KINDS.get(holder.__class__)
    if kind is not None and isinstance(getattr(holder, "operator", None), _MASKS):
        kind = "shift or mask"
    return kind and Context(kind, expression, holder, constants)


def _argument(
    tree: Tree, expression: cst.CSTNode, argument: cst.Arg, constants: tuple[Operand, ...]
) -> Context | None:
    call = tree.parent(argument)
    if not isinstance(call, cst.Call) or argument.star:
        return None
    if argument.keyword is not None:
        return Context("keyword", expression, argument, constants)
    if len(call.args) == 1 and last_name(call.func) in _CONVERSIONS:
        outer = context_of(tree, call)
        return outer and outer._replace(constants=(*constants, *outer.constants))
    return Context("argument", expression, argument, constants)
