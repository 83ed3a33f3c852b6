"""What a test gives back at its end."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree.walk import subtree

_GIVEN = (cst.Call, cst.SimpleString, cst.FormattedString, cst.Dict, cst.List, cst.Integer)


def hands_on(function: cst.FunctionDef) -> bool:
    """Whether it ends by giving somebody else what a call gives, or a value as it is written there.

    ``return result == 5`` and ``return [result == 5]`` are forgotten asserts.
    """
    value = _returned(function)
    return isinstance(value, _GIVEN) and not is_compared(value)


def returns_comparison(function: cst.FunctionDef) -> bool:
    """Whether it ends by giving back a comparison, which no runner of tests looks at."""
    return is_compared(_returned(function))


def is_compared(value: cst.BaseExpression | None) -> bool:
    """Whether it is a comparison, or is made of some: with ``and``, ``not``, in a list or a dictionary."""
    if isinstance(value, cst.BooleanOperation):
        return is_compared(value.left) or is_compared(value.right)
    if isinstance(value, (cst.List, cst.Tuple, cst.Dict)):
        return any(isinstance(each, cst.Comparison) for each in subtree(value))
    return isinstance(value, cst.Comparison) or (
        isinstance(value, cst.UnaryOperation) and isinstance(value.operator, cst.Not)
    )


def _returned(function: cst.FunctionDef) -> cst.BaseExpression | None:
    line = function.body.body[-1] if function.body.body else None
    last = line.body[-1] if isinstance(line, cst.SimpleStatementLine) else None
    value = last.value if isinstance(last, cst.Return) else None
    return value.expression if isinstance(value, cst.Await) else value
