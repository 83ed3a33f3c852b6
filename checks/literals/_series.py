"""Series of calls that hand a device or a sheet its values: tables of data in the form of statements."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from quality_kit.tree import Tree

from ._names import last_name

#: So many calls in a row make a table; so far it is looked for. One value each is the work of a function.
_ROW, _FEWEST_VALUES = 4, 2


class Series:
    """Which statements of a file belong to a series; each block is counted once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._places: dict[int, dict[int, int]] = {}

    def has(self, argument: cst.CSTNode) -> bool:
        """Whether a call is one of several, one below the other, with literals only: ``chip.command(0xC1, 51)``."""
        call = self._tree.parent(argument)
        expression = self._tree.parent(call) if isinstance(call, cst.Call) else None
        line = self._tree.parent(expression) if isinstance(expression, cst.Expr) else None
        block = self._tree.parent(line) if isinstance(line, cst.SimpleStatementLine) else None
        if not isinstance(block, (cst.IndentedBlock, cst.Module)) or not isinstance(call, cst.Call):
            return False
        place = self._places_in(block)[id(line)]
        near = block.body[max(0, place - _ROW + 1) : place + _ROW]
        return sum(_is_entry(each, last_name(call.func)) for each in near) >= _ROW

    def _places_in(self, block: cst.IndentedBlock | cst.Module) -> dict[int, int]:
        if id(block) not in self._places:
            body: Sequence[cst.CSTNode] = block.body
            self._places[id(block)] = {id(line): place for place, line in enumerate(body)}
        return self._places[id(block)]


def _is_entry(line: cst.BaseStatement, wanted: str) -> bool:
    statement = line.body[0] if isinstance(line, cst.SimpleStatementLine) else None
    call = statement.value if isinstance(statement, cst.Expr) else None
    if not isinstance(call, cst.Call) or last_name(call.func) != wanted or len(call.args) < _FEWEST_VALUES:
        return False
    return all(
        isinstance(each.value, (cst.Integer, cst.Float, cst.SimpleString)) for each in call.args[:_ROW]
    )
