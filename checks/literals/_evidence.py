"""How much speaks for a policy: numbers that are large or broken speak for themselves, small whole ones do not."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.finding import Severity
from quality_kit.tree import Tree, subtree

from ._arguments import words_of
from ._comparisons import is_exact, is_length
from ._contexts import Context, comparison_of, is_literal, other_side
from ._factors import TWO
from ._large import fills_low_bits, severity_of_large, sides
from ._loops import RANGES, counts_places, tries
from ._magic_number_options import Lists
from ._names import last_name, names_inside, subject_name
from ._values import Number

#: Whole numbers up to here count things, places and fields as often as they set a policy.
_LARGEST_SMALL = 9
#: Words in names of what a product decides: how often, how much, from when on.
_DECIDED = frozenset("""
    max min maximum minimum tries attempt retry retries wait sleep poll quota limit cap budget price fee
    cost discount rate tax score points weight size count age quantity amount total days hours weeks months
    years stock rating cooldown page pages capacity tolerance boost jitter margin threshold factor ratio
    multiplier batch workers concurrency
    """.split())
#: The last words of names of codes, which stand for something else: ``order.state == 2``.
_CODES = frozenset("""
    status state type kind mode code errno rc returncode level role phase stage priority flag category action
    format
    """.split())
#: Calls that pass time.
_PASSING = frozenset(
    ("sleep", "wait", "wait_for", "retry", "uniform", "call_later", "after", "limit", "settimeout")
)
_CLAMPS = frozenset(("min", "max"))
_SHIFTS = (cst.LeftShift, cst.RightShift, cst.LeftShiftAssign, cst.RightShiftAssign)
_HALF = 0.5
_SEEKS = frozenset(("seek", "lseek"))
_ZERO = "0"
#: So much of a formula is searched for a power.
_MOST_NODES = 100


def severity_by_evidence(
    tree: Tree, context: Context, value: Number, function: cst.FunctionDef | None, lists: Lists
) -> Severity | None:
    """An error, or what a small whole number is: a warning where little speaks for a policy, None where nothing.

    Args:
        tree: The tree of the file.
        context: Where the number stands; not a keyword, which names it.
        value: The number.
        function: The function around.
        lists: The options.
    """
    if context.kind == "shift or mask":
        operator = getattr(context.holder, "operator", None)
        return None if fills_low_bits(value) and not isinstance(operator, _SHIFTS) else "error"
    if value == _HALF and _is_factor(context.holder):
        return "error" if is_decided(tree, context, function, lists) else "warning"
    if not _is_small(value) or context.constants:
        return severity_of_large(tree, context, value)
    if is_decided(tree, context, function, lists):
        return "error"
    if context.kind == "comparison":
        return _of_comparison(tree, context, value)
    if context.kind == "argument":
        return _of_argument(tree, context, value)
    if context.kind == "arithmetic":
        return _of_arithmetic(tree, context, value)
    if context.kind == "return" and value == TWO:
        return "warning"
    if context.kind == "slice":
        return None if _is_field(context.holder) else "warning"
    return "error"


def _is_factor(holder: cst.CSTNode) -> bool:
    """Whether a half is taken: ``width * 0.5`` is another form of ``width / 2``."""
    operator = getattr(holder, "operator", None)
    return isinstance(operator, (cst.Multiply, cst.MultiplyAssign))


def _is_small(value: Number) -> bool:
    return TWO <= abs(value) <= _LARGEST_SMALL and value == int(value)


def _of_argument(tree: Tree, context: Context, value: Number) -> Severity | None:
    if value == TWO:
        return "warning" if _is_whence(tree, context) else None
    return None if counts_places(tree, tree.parent(context.holder)) else "warning"


def _is_whence(tree: Tree, context: Context) -> bool:
    """``seek(0, 2)``, for which there is a name."""
    call = tree.parent(context.holder)
    return isinstance(call, cst.Call) and last_name(call.func) in _SEEKS


def _is_field(bounds: cst.CSTNode) -> bool:
    """Whether a slice takes something out of the middle: ``row[5:9]``, ``tag[1:-3]``."""
    if not isinstance(bounds, cst.Slice) or bounds.lower is None or bounds.upper is None:
        return False
    begins_within = not (isinstance(bounds.lower, cst.Integer) and bounds.lower.value == _ZERO)
    return begins_within and is_literal(bounds.lower) and is_literal(bounds.upper)


def _of_comparison(tree: Tree, context: Context, value: Number) -> Severity | None:
    comparison = comparison_of(tree, context)
    if comparison is None:
        return "error"
    is_same = is_exact(comparison)
    others = list(sides(comparison, context))
    is_counted = any(isinstance(each, cst.BinaryOperation) or is_length(each) for each in others)
    if value == TWO:
        return "error" if is_same and any(map(_is_code, others)) else None
    return "warning" if is_same and is_counted else "error"


def _of_arithmetic(tree: Tree, context: Context, value: Number) -> Severity | None:
    holder = context.holder
    if not isinstance(holder, cst.BinaryOperation):
        return "error"
    if isinstance(other_side(holder, context.expression), (cst.List, cst.Tuple)):
        return None
    if not isinstance(holder.operator, (cst.Add, cst.Subtract)):
        return "warning" if _is_in_formula(tree, holder) else "error"
    return None if value == TWO else "warning"


def _is_in_formula(tree: Tree, operation: cst.BinaryOperation) -> bool:
    """Whether a factor is the coefficient of a formula: ``4 * a * c - b**2``."""
    top: cst.BinaryOperation = operation
    for around in tree.ancestors(operation):
        if not isinstance(around, cst.BinaryOperation):
            break
        top = around
    nodes = zip((top, *subtree(top)), range(_MOST_NODES))
    return any(_is_power(node) for node, _ in nodes)


def _is_power(node: cst.CSTNode) -> bool:
    """``b**2``; that of ``5 * 2**attempt`` is a policy."""
    is_power = isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Power)
    return is_power and isinstance(node.right, (cst.Integer, cst.Float))  # type: ignore[attr-defined]


def _is_code(node: cst.BaseExpression) -> bool:
    words = words_of(subject_name(node))
    return bool(words) and words[-1] in _CODES


def is_decided(tree: Tree, context: Context, function: cst.FunctionDef | None, lists: Lists) -> bool:
    """Whether a name beside the number is one of what a product decides."""
    words = {word for name in _names(tree, context, function) for word in words_of(name)}
    return not words.isdisjoint(_DECIDED | lists.policies)


def _names(tree: Tree, context: Context, function: cst.FunctionDef | None) -> Iterator[str]:
    holder = context.holder
    if context.kind == "comparison":
        comparison = comparison_of(tree, context)
        for side in sides(comparison, context) if comparison is not None else ():
            yield from () if is_length(side) else (*names_inside(side), subject_name(side))
    elif isinstance(holder, cst.BinaryOperation):
        yield from names_inside(other_side(holder, context.expression))
        yield from _targets(tree, holder)
    elif isinstance(holder, cst.AugAssign):
        yield last_name(holder.target)
    elif isinstance(holder, cst.Arg):
        yield from _names_of_call(tree, holder)
    elif context.kind == "return" and function is not None:
        yield function.name.value


def _targets(tree: Tree, operation: cst.CSTNode) -> Iterator[str]:
    """The names that the sum is given: ``delay = base + 3``."""
    around = tree.parent(operation)
    if isinstance(around, cst.Assign):
        yield from (last_name(each.target) for each in around.targets)
    elif isinstance(around, (cst.AnnAssign, cst.AugAssign)):
        yield last_name(around.target)
    elif isinstance(around, cst.Arg) and around.keyword is not None:
        yield around.keyword.value


def _names_of_call(tree: Tree, argument: cst.Arg) -> Iterator[str]:
    call = tree.parent(argument)
    if not isinstance(call, cst.Call):
        return
    called = last_name(call.func)
    yield "" if called in _CLAMPS else called
    yield from _targets(tree, call)
    for other in call.args if called in _CLAMPS else ():
        yield from () if other is argument else names_inside(other.value)
    if called in _PASSING or (called in RANGES and tries(tree, call, _DECIDED)):
        yield "retry"
