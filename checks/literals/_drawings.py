"""Numbers of what a module draws: places, sizes and distances on a page, a plot or a window."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Names, Tree

from ._contexts import Context
from ._coordinates import BEHAVING
from ._drawing_objects import DrawingObjects, imports_drawing
from ._homes import Homes
from ._names import last_name

_OWN = frozenset(("self", "cls"))


class Drawings:
    """Which functions of a module draw; found at the first question."""

    def __init__(self, tree: Tree, names: Names, homes: Homes) -> None:
        self._tree, self._homes = tree, homes
        self._objects = DrawingObjects(tree, names) if imports_drawing(tree) else None
        self._places: frozenset[int] | None = None
        self._helpers: frozenset[str] = frozenset()

    def hold(self, context: Context, statement: cst.CSTNode) -> bool:
        """Whether a number is an argument of a call that draws, or part of a sum in a function with such calls.

        Functions of the module that draw are such calls as well: ``self._header(40)``.
        """
        if self._objects is None:
            return False
        holder = context.holder
        if isinstance(holder, (cst.BinaryOperation, cst.AugAssign)):
            return context.kind != "shift or mask" and self._place_of(statement) in self._drawn()
        call = self._tree.parent(holder) if isinstance(holder, cst.Arg) else None
        if not isinstance(call, cst.Call) or last_name(call.func) in BEHAVING:
            return False
        return self._objects.draws(call) or self._is_helper(call)

    def _is_helper(self, call: cst.Call) -> bool:
        is_own = isinstance(call.func, cst.Name) or (
            isinstance(call.func, cst.Attribute) and last_name(call.func.value) in _OWN
        )
        return is_own and bool(self._drawn()) and last_name(call.func) in self._helpers

    def _drawn(self) -> frozenset[int]:
        """The functions that draw, and the statements outside of functions that do."""
        if self._places is None and self._objects is not None:
            homes = [
                self._homes.of(each).statement
                for each in self._tree.of(cst.Call)
                if self._objects.draws(each)
            ]
            functions = filter(None, map(self._homes.function_around, homes))
            self._helpers = frozenset(function.name.value for function in functions)
            self._places = frozenset(map(self._place_of, homes))
        return self._places or frozenset()

    def _place_of(self, statement: cst.CSTNode) -> int:
        return id(self._homes.function_around(statement) or statement)
