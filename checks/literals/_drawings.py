"""Coordinates, sizes and colours: numbers of a picture, which no name would explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree, dotted

from ._contexts import Context, is_literal
from ._names import last_name

#: A call with so many bare numbers takes a place, a shape or a colour.
_FEWEST_COORDINATES = 3
_MOST_ARGUMENTS = 16
#: What follows from a number in these calls is behaviour, wherever they stand.
_BEHAVING = frozenset(
    (
        *("range", "arange", "linspace", "min", "max", "clip", "sum", "pow"),
        *("sleep", "wait", "wait_for", "read", "recv", "get", "post", "request"),
        *("randint", "randrange", "uniform", "sample", "choices", "gauss", "Timeout", "Retry"),
    )
)
_POLICY = re.compile("threshold|timeout|limit|retr", re.IGNORECASE)
_LIBRARIES = frozenset(
    (
        *("matplotlib", "plotly", "bokeh", "seaborn", "reportlab", "fpdf", "borb", "cairo", "cairocffi"),
        *("tkinter", "turtle", "pygame", "curses", "pptx", "docx", "xlsxwriter", "svgwrite", "drawsvg"),
        *("PyQt5", "PyQt6", "PySide2", "PySide6", "PIL.ImageDraw", "PIL.ImageFont"),
    )
)


def is_coordinate(call: cst.Call) -> bool:
    """Whether a positional number is one of three or more: ``rect(10, 20, 200, 40)``, ``permute(0, 2, 1)``."""
    name = last_name(call.func)
    if name in _BEHAVING or _POLICY.search(name):
        return False
    numbers = (each for each in call.args[:_MOST_ARGUMENTS] if each.keyword is None and not each.star)
    return sum(is_literal(each.value) for each in numbers) >= _FEWEST_COORDINATES


def is_drawn(tree: Tree, context: Context) -> bool:
    """Whether a number of a module that draws is one of its drawing: an argument, or part of a sum."""
    holder = context.holder
    if isinstance(holder, (cst.BinaryOperation, cst.AugAssign)):
        return context.kind != "shift or mask"
    call = tree.parent(holder) if isinstance(holder, cst.Arg) else None
    return isinstance(call, cst.Call) and last_name(call.func) not in _BEHAVING


def draws(tree: Tree) -> bool:
    """Whether the module imports a library that draws: pages, plots, pictures, windows."""
    return any(
        name in _LIBRARIES or name.partition(".")[0] in _LIBRARIES or _is_part(name)
        for name in _imported(tree)
    )


def _is_part(name: str) -> bool:
    return any(name.startswith(f"{library}.") for library in _LIBRARIES if "." in library)


def _imported(tree: Tree) -> Iterator[str]:
    for statement in tree.of(cst.Import):
        for alias in statement.names:
            yield dotted(alias.name) or ""
    for source in tree.of(cst.ImportFrom):
        module = dotted(source.module) or ""
        if not source.relative:
            yield module
            for alias in () if isinstance(source.names, cst.ImportStar) else source.names:
                yield f"{module}.{last_name(alias.name)}"
