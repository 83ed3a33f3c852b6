"""Texts that were made of slices: of all values in them only a part is shown."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree.texts import text_of

from ._exposed_values import exposed


def is_cut(value: cst.BaseExpression | None) -> bool:
    """Whether of all values in it only a part is shown."""
    if isinstance(value, cst.IfExp):
        return is_cut(value.body) and (is_cut(value.orelse) or not list(exposed(value.orelse)))
    if isinstance(value, cst.FormattedString):
        fields = [part.expression for part in value.parts if isinstance(part, cst.FormattedStringExpression)]
        return bool(fields) and all(map(_is_slice, fields))
    if isinstance(value, cst.BinaryOperation):
        terms = list(_terms(value))
        cut = {id(term) for term in terms if is_cut(term)}
        return bool(cut) and all(id(term) in cut or text_of(term) is not None for term in terms)
    return _is_slice(value)


def _terms(value: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """What operators put together: of ``a + b + c`` all three."""
    waiting = [value]
    while waiting:
        term = waiting.pop()
        if isinstance(term, cst.BinaryOperation):
            waiting += (term.left, term.right)
        else:
            yield term


def _is_slice(value: cst.BaseExpression | None) -> bool:
    """``key[:4]``, but not ``header[7:]``, which is all that matters of it."""
    part = value.slice[0].slice if isinstance(value, cst.Subscript) else None
    return isinstance(part, cst.Slice) and (part.lower is None or isinstance(part.lower, cst.UnaryOperation))
