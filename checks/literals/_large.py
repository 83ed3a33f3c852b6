"""Large and broken numbers: policies by themselves, but for ends of types, coefficients and masks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import libcst as cst

from quality_kit.finding import Severity
from quality_kit.tree import Tree

from ._arguments import words_of
from ._comparisons import is_exact, is_length
from ._contexts import Context, comparison_of
from ._factors import TWO
from ._names import subject_name
from ._values import INTEGER_ENDS, Number

_NEXT_UNITS: Mapping[str, int] = {"hours": 24, "minutes": 60, "seconds": 60}
#: A policy has no more decimals: a price, a rate, a share.
_MOST_DECIMALS = 3
_LARGEST_BYTE = 255
#: Longer chains are read this far.
_MOST_OPERANDS = 8


def severity_of_large(tree: Tree, context: Context, value: Number) -> Severity:
    """How bad a large or broken number is.

    The end of an integer type is a limit of the type, and 255 the whitest white, unless it bounds a length.
    """
    if context.kind in ("arithmetic", "assignment") and _is_coefficient(value):
        return "warning"
    comparison = comparison_of(tree, context) if context.kind == "comparison" else None
    if comparison is not None and any(_is_whole_unit(side, value) for side in sides(comparison, context)):
        return "warning"
    is_end = value in INTEGER_ENDS or -value - 1 in INTEGER_ENDS
    if comparison is None or not is_end or any(map(is_length, sides(comparison, context))):
        return "error"
    return "warning" if is_exact(comparison) or abs(value) > _LARGEST_BYTE else "error"


def fills_low_bits(value: Number) -> bool:
    """Whether a mask keeps so many low bits and nothing else: ``& 0x3F``."""
    return isinstance(value, int) and value > TWO and value & (value + 1) == 0


def sides(comparison: cst.Comparison, context: Context) -> Iterator[cst.BaseExpression]:
    """What a number is compared with, without literal collections."""
    for side in (comparison.left, *(each.comparator for each in comparison.comparisons[:_MOST_OPERANDS])):
        is_own = side is context.expression or isinstance(side, (cst.Tuple, cst.List, cst.Set))
        if not is_own:
            yield side


def _is_whole_unit(side: cst.BaseExpression, value: Number) -> bool:
    """Whether the next unit begins there, ``minutes >= 60``: a rule about a day or the end of a field."""
    words = words_of(subject_name(side))
    return bool(words) and _NEXT_UNITS.get(words[-1]) == value


def _is_coefficient(value: Number) -> bool:
    """Whether a number is so exact that nobody decided it: 0.7152 of a formula."""
    return isinstance(value, float) and value != round(value, _MOST_DECIMALS)
