"""The place of a node whose text stands only once in its statement: it can be found like any text.

That spares turning the statement back into code for most nodes that are reported: names of functions,
names, calls and strings.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import libcst as cst
from libcst._nodes.internal import CodegenState

from quality_kit.finding import Place

_NEWLINE = re.compile(r"\r\n?|\n")
_DEFINITION = re.compile(r"(?:async[ \t]+)?(?:def|class)[ \t]+")
#: Nodes whose place is exactly that of their text, without white space around it.
_PLAIN: frozenset[type[cst.CSTNode]] = frozenset(
    (cst.Name, cst.Attribute, cst.Call, cst.Subscript, cst.SimpleString, cst.FormattedString)
    + (cst.ConcatenatedString, cst.Integer, cst.Float)
)
_TOKENS: frozenset[type[cst.CSTNode]] = frozenset((cst.Name, cst.SimpleString, cst.Integer, cst.Float))


class Span(NamedTuple):
    """A statement line, or the header of a compound statement, in the text; offsets as in the text."""

    start: int
    end: int
    #: The physical line of the start, from 1.
    line: int
    #: What stands before it on that line.
    indent: str


def place_of_name(text: str, header: Span, name: cst.Name) -> Place | None:
    """The place of the name that the ``def`` or ``class`` line defines; None where it is not found."""
    before = _DEFINITION.match(text, header.start, header.end)
    if before is None or not text.startswith(name.value, before.end()):
        return None
    return _place(text, header, before.end(), len(name.value))


def place_of(text: str, span: Span, node: cst.CSTNode, module: cst.Module) -> Place | None:
    """The place of a node in the span; None where that takes more than a look at the text."""
    if node.__class__ not in _PLAIN or node.lpar:  # type: ignore[attr-defined]
        return None
    wanted = _text_of(node, span, module)
    at = text.find(wanted, span.start, span.end)
    if at < 0 or text.find(wanted, at + 1, span.end) >= 0:
        return None
    return _place(text, span, at, len(wanted))


def _text_of(node: cst.CSTNode, span: Span, module: cst.Module) -> str:
    if node.__class__ in _TOKENS:
        return node.value  # type: ignore[attr-defined, no-any-return]
    state = CodegenState(default_indent=module.default_indent, default_newline=module.default_newline)
    if span.indent:
        state.increase_indent(span.indent)
    node._codegen(state)
    return "".join(state.tokens)


def _place(text: str, span: Span, at: int, length: int) -> Place:
    line, column = _line_and_column(text, span, at)
    end_line, end_column = _line_and_column(text, span, at + length)
    return Place(line, column, end_line, end_column)


def _line_and_column(text: str, span: Span, at: int) -> tuple[int, int]:
    line, begin = span.line, span.start - len(span.indent)
    for found in _NEWLINE.finditer(text, span.start, at):
        line, begin = line + 1, found.end()
    return line, at - begin + 1
