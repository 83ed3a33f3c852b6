"""Texts that are built from values."""

from __future__ import annotations

from typing import Literal

import libcst as cst

from quality_kit.tree import last_name
from quality_kit.tree.walk import subtree

Kind = Literal["f-string", "`%`", "`.format()`", "concatenation"]

_CONSTANTS = (cst.SimpleString, cst.Integer, cst.Float)
_LITERALS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString)


def interpolation(message: cst.BaseExpression) -> Kind | None:
    """How values get into the text; None for a constant, and for what need not be a text."""
    if isinstance(message, (cst.FormattedString, cst.ConcatenatedString)):
        return "f-string" if _has_fields(message) else None
    if isinstance(message, cst.BinaryOperation):
        return _of_operation(message)
    if isinstance(message, cst.IfExp):
        return interpolation(message.body) or interpolation(message.orelse)
    if isinstance(message, cst.Call) and last_name(message.func) == "format" and message.args:
        is_literal = isinstance(message.func, cst.Attribute) and isinstance(message.func.value, _LITERALS)
        return "`.format()`" if is_literal else None
    return None


def _of_operation(message: cst.BinaryOperation) -> Kind | None:
    if isinstance(message.operator, cst.Modulo):
        return "`%`" if isinstance(message.left, _LITERALS) else None
    if not isinstance(message.operator, cst.Add) or is_constant(message):
        return None
    return "concatenation" if any(isinstance(part, _LITERALS) for part in _terms(message)) else None


def _terms(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    """The parts of a sum, and what a part in turn is made of by ``%``, from left to right."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, (cst.Add, cst.Modulo)):
        return [*_terms(node.left), *_terms(node.right)]
    return [node]


def is_constant(node: cst.BaseExpression) -> bool:
    """Whether the expression is the same every time it is reached, as far as literals tell."""
    if isinstance(node, (cst.FormattedString, cst.ConcatenatedString)):
        return not _has_fields(node)
    if isinstance(node, cst.BinaryOperation):
        return is_constant(node.left) and is_constant(node.right)
    return isinstance(node, _CONSTANTS)


def _has_fields(text: cst.FormattedString | cst.ConcatenatedString) -> bool:
    fields = (node for node in subtree(text) if isinstance(node, cst.FormattedStringExpression))
    return any(not is_constant(field.expression) for field in fields)
