"""Functions that answer with numbers: a table or an order, told by the function's name."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import subtree

from ._values import value_of

_RECEIVERS = frozenset(("self", "cls"))
#: So many different numbers make a table: ``def dimensions(model)`` with a branch for each model.
_FEWEST_ROWS = 4
#: So many small ones are ranks or exit codes.
_FEWEST_RANKS, _LARGEST_RANK = 3, 9


class Answers:
    """Which integers a function returns; each is read once."""

    def __init__(self) -> None:
        self._known: dict[int, frozenset[int]] = {}

    def is_table(self, function: cst.FunctionDef) -> bool:
        """Whether the function chooses among whole numbers: sizes of known things, or ranks."""
        if id(function) not in self._known:
            self._known[id(function)] = frozenset(_returned(function))
        numbers = sorted(self._known[id(function)])
        if len(numbers) >= _FEWEST_ROWS:
            return True
        return len(numbers) >= _FEWEST_RANKS and numbers[-1] <= _LARGEST_RANK


def is_constant(function: cst.FunctionDef) -> bool:
    """Whether a function without choice does nothing but return a number: its name is the number's."""
    parameters = (*function.params.params, *function.params.kwonly_params)
    if any(each.name.value not in _RECEIVERS for each in parameters):
        return False
    body = function.body.body
    first = body[0] if body else None
    if isinstance(first, cst.SimpleStatementLine) and isinstance(first.body[0], cst.Expr):
        body = body[1:]
    last = body[0] if len(body) == 1 else None
    statement = last.body[0] if isinstance(last, cst.SimpleStatementLine) else last
    return isinstance(statement, cst.Return) and isinstance(statement.value, (cst.Integer, cst.Float))


def _returned(function: cst.FunctionDef) -> Iterator[int]:
    for node in subtree(function):
        if isinstance(node, cst.Return) and isinstance(node.value, cst.Integer):
            value = value_of(node.value.value)
            if isinstance(value, int):  # not one that is too long to be read
                yield value
