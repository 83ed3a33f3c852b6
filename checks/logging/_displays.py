"""Prints of what no log could hold: gaps, rulers, tables, lines of other programs, a line over and over."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.tree import last_name, subtree
from quality_kit.tree.texts import text_of

#: A line of dashes, or a frame.
_RULER = re.compile(r"([-=*#_~+])\1{4,}|[\u2500-\u257f]")
_FILL = re.compile(r"[-=*#_~+.\u2500-\u257f]{1,3}")
#: Back to the start of the line, as the text or as its end.
_RETURN = re.compile(r"(?:[rbuf]*['\"]+)?\\r(?!\\n)", re.IGNORECASE)
_TABLES = frozenset(("tabulate", "PrettyTable"))
_LINE, _PRINT = "line", "print"
#: What gives the same line, without its end or as text.
_TRIMMING = frozenset(("strip", "rstrip", "lstrip", "decode", "removesuffix", "expandtabs"))
_MOST_NODES = 200


def is_display(call: cst.Call) -> bool:
    """Whether it prints what no log holds: gaps, tables, lines of another program, a line over and over."""
    return is_gap(call) or is_forwarded(call) or _is_table(call) or _returns(call)


def _is_table(call: cst.Call) -> bool:
    made = call.args[0].value if call.args else None
    return isinstance(made, cst.Call) and last_name(made.func) in _TABLES


def _returns(call: cst.Call) -> bool:
    """Whether it goes back to the start of the line: ``print(f"\\r{done} of {total}")``."""
    texts = (each.value for each in call.args)
    firsts = (
        each.parts[0] if isinstance(each, cst.FormattedString) and each.parts else each for each in texts
    )
    return any(
        _RETURN.match(each.value)
        for each in firsts
        if isinstance(each, (cst.SimpleString, cst.FormattedStringText))
    )


def is_gap(call: cst.Call) -> bool:
    """Whether it prints nothing but an empty line or a ruler."""
    value = call.args[0].value if len(call.args) == 1 else None
    if value is None:
        return _is_empty(call)
    text = text_of(value)
    return _is_line(value) if text is None else not any(map(str.isalnum, text))


def _is_empty(call: cst.Call) -> bool:
    texts = [each.value for each in call.args if each.keyword is None]
    if not isinstance(call.func, cst.Name) or call.func.value != _PRINT:  # print_state() prints something
        return False
    return not texts or (len(texts) == 1 and text_of(texts[0]) == "")


def is_forwarded(call: cst.Call) -> bool:
    """Whether it hands on a line that another program wrote: ``print(line.rstrip())``."""
    value = call.args[0].value if len(call.args) == 1 else None
    while isinstance(value, cst.Call) and isinstance(value.func, cst.Attribute):
        if value.func.attr.value not in _TRIMMING:
            return False
        value = value.func.value
    return isinstance(value, cst.Name) and value.value == _LINE


def is_ruler(call: cst.Call) -> bool:
    return bool(call.args) and rules(call.args[0].value)


def rules(text: cst.BaseExpression) -> bool:
    """Whether a text is a line: ``"-" * 40``, ``"======"``, ``"└──"``."""
    for node, _ in zip((text, *subtree(text)), range(_MOST_NODES)):
        if _is_line(node):
            return True
        if isinstance(node, (cst.SimpleString, cst.FormattedStringText)) and _RULER.search(node.value):
            return True
    return False


def _is_line(node: cst.CSTNode) -> bool:
    if not isinstance(node, cst.BinaryOperation) or not isinstance(node.operator, cst.Multiply):
        return False
    return any(_FILL.fullmatch(text_of(side) or "") for side in (node.left, node.right))
