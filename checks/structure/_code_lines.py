"""Which physical lines of a file are code: neither blank nor comment nor docstring."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from quality_kit.tree import ParsedFile

_TRIPLE_QUOTES = ('"""', "'''")


def code_lines(file: ParsedFile) -> list[int]:
    """The numbers of the lines that hold code, from 1."""
    quoted = _lines_of(file, _long_strings(file), after_the_first=True)
    docstrings = _lines_of(file, _strings_alone(file))
    numbers = (
        number
        for line in file.source.logical_lines.lines
        for number in range(line.first, line.last + 1)
        if number not in docstrings
    )
    return [number for number in numbers if _is_code(file.source.line(number), number in quoted)]


def _is_code(line: str, quoted: bool) -> bool:
    text = line.strip()
    return bool(text) and (quoted or text[0] != "#")


def _strings_alone(file: ParsedFile) -> list[cst.BaseExpression]:
    """Docstrings, and strings that stand below an attribute to describe it."""
    return [node.value for node in file.tree.of(cst.Expr) if isinstance(node.value, cst.BaseString)]


def _long_strings(file: ParsedFile) -> list[cst.BaseExpression]:
    """Strings whose further lines may look like comments."""
    plain = [node for node in file.tree.of(cst.SimpleString) if "\n" in node.value or "\r" in node.value]
    return [
        *plain,
        *(node for node in file.tree.of(cst.FormattedString) if node.start.endswith(_TRIPLE_QUOTES)),
    ]


def _lines_of(file: ParsedFile, nodes: Iterable[cst.CSTNode], after_the_first: bool = False) -> set[int]:
    places = file.places(nodes).values()
    return {number for place in places for number in range(place.line + after_the_first, place.end_line + 1)}
