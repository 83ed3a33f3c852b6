"""Numbers that a text beside them explains: the length of a literal, the width of a column, a record."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Tree, dotted
from quality_kit.tree.texts import text_of

from ._contexts import Context, other_side
from ._names import last_name
from ._values import Number, value_of

STRINGS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString)
_JUSTIFYING = frozenset(("ljust", "rjust", "center"))
#: Calls that read a record of bytes: the format beside it, or the reader, knows where its fields lie.
_UNPACK, _FROM_BYTES = "unpack", "from_bytes"
_STARTS = "startswith"
#: From the bound of a slice to the call that takes its bytes.
_MOST_STEPS = 6


def is_told_by_text(tree: Tree, context: Context, value: Number) -> bool:
    """Whether a bound of a slice, or a step in one, is the length of a literal text or reads a record."""
    holder = context.holder
    bounds = tree.parent(holder) if isinstance(holder, cst.BinaryOperation) else holder
    if not isinstance(bounds, cst.Slice):
        return False
    element = tree.parent(bounds)
    subscript = tree.parent(element) if element is not None else None
    if subscript is None:
        return False
    width, texts = _width(bounds), _texts_compared(tree, subscript)
    if bounds is not holder:
        width, texts = abs(value), [*texts, *_texts_added(tree, subscript)]
    return any(len(text) == width for text in texts) or is_unpacked(tree, subscript)


def is_width(tree: Tree, operation: cst.BinaryOperation) -> bool:
    """Whether a sum or difference fills a line up: ``" " * (20 - len(name))``, ``name.ljust(width + 2)``."""
    around = tree.parent(operation)
    if isinstance(around, cst.BinaryOperation) and isinstance(around.operator, cst.Multiply):
        return isinstance(other_side(around, operation), STRINGS)
    call = tree.parent(around) if isinstance(around, cst.Arg) else None
    return isinstance(call, cst.Call) and last_name(call.func) in _JUSTIFYING


def is_unpacked(tree: Tree, node: cst.CSTNode) -> bool:
    """Whether bytes are handed to a call that unpacks them: ``unpack(">H", data[4:6])``."""
    for _, above in zip(range(_MOST_STEPS), tree.ancestors(node)):
        if isinstance(above, cst.BaseStatement):
            return False
        if isinstance(above, cst.Call):
            name = last_name(above.func).lower()
            if _UNPACK in name or name.endswith(_FROM_BYTES):
                return True
    return False


def _width(bounds: cst.Slice) -> Number:
    """How many places a slice between literals covers."""
    lower, upper = _bound(bounds.lower), _bound(bounds.upper)
    return upper - lower if bounds.upper is not None else abs(lower)


def _bound(bound: cst.BaseExpression | None) -> Number:
    if isinstance(bound, cst.UnaryOperation):
        return -_bound(bound.expression)
    return value_of(bound.value) if isinstance(bound, cst.Integer) else 0


def _texts_compared(tree: Tree, node: cst.CSTNode) -> list[str]:
    """The literal texts that a slice is compared with: ``line[:5] == "data:"``; of several the first."""
    around = tree.parent(node)
    while isinstance(around, cst.Attribute):  # line[:5].lower()
        call = tree.parent(around)
        if not isinstance(call, cst.Call) or call.args:
            return []
        around = tree.parent(call)
    comparison = tree.parent(around) if isinstance(around, cst.ComparisonTarget) else around
    if not isinstance(comparison, cst.Comparison) or len(comparison.comparisons) != 1:
        return []
    return [*_texts_of(comparison.left), *_texts_of(comparison.comparisons[0].comparator)]


def _texts_added(tree: Tree, node: cst.CSTNode) -> list[str]:
    """The literal text that follows what was cut off to make room for it: ``text[: most - 3] + "..."``."""
    around = tree.parent(node)
    if not isinstance(around, cst.BinaryOperation) or not isinstance(around.operator, cst.Add):
        return []
    return _texts_of(other_side(around, node))


def texts_tested_at(tree: Tree, test: cst.CSTNode, start: str | None) -> list[str]:
    """The literal text that part of a test looks for at a place of this name."""
    if isinstance(test, cst.Subscript):
        bounds = test.slice[0].slice
        is_there = start and isinstance(bounds, cst.Slice) and dotted(bounds.lower) == start
        return _texts_compared(tree, test) if is_there else []
    if isinstance(test, cst.Call) and last_name(test.func) == _STARTS and len(test.args) > 1:
        return _texts_of(test.args[0].value) if start and dotted(test.args[1].value) == start else []
    return []


def _texts_of(node: cst.BaseExpression) -> list[str]:
    """The literal text that an expression is, of several in a collection the first; bytes as ASCII."""
    if isinstance(node, (cst.Tuple, cst.Set, cst.List)) and node.elements:
        node = node.elements[0].value
    text = text_of(node)
    return [] if text is None else [text]
