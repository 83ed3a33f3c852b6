"""Addresses that are used when nobody gave another one: they stand in for what is missing."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree
from quality_kit.tree.functions import enclosing_function

_Assignment = cst.Assign | cst.AnnAssign
_LITERALS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString, cst.Integer)


class StandIns:
    """Answers for one file."""

    def __init__(self, file: ParsedFile) -> None:
        self._tree = file.tree

    def is_one(self, literal: cst.CSTNode, statement: cst.CSTNode) -> bool:
        """Whether the literal, which stands in the statement, only stands in for another address."""
        if self._is_overridden(literal):
            return True
        if isinstance(statement, (cst.Assign, cst.AnnAssign)):
            return self._is_fallback(statement)
        return isinstance(statement, cst.Return) and statement.value is literal and self._is_left(statement)

    def _is_overridden(self, literal: cst.CSTNode) -> bool:
        """``{"host": "0.0.0.0", **given}``: what comes behind wins."""
        element = self._tree.parent(literal)
        table = self._tree.parent(element) if isinstance(element, cst.DictElement) else None
        if not isinstance(table, cst.Dict):
            return False
        return any(
            isinstance(each, cst.StarredDictElement) for each in table.elements[_index(table, element) :]
        )

    def _is_fallback(self, statement: _Assignment) -> bool:
        """``if url is None: url = "..."``, or what an ``except`` or ``else`` assigns in place of what is told."""
        names = set(targets(statement))
        if any(not names.isdisjoint(_assigned(block)) for block in self._guarded(statement)):
            return True
        for test, others in self._branches(statement):
            if not names.isdisjoint(_asked(test)) or any(_tells(block, names) for block in others):
                return True
        return False

    def _guarded(self, statement: cst.CSTNode) -> Iterator[cst.BaseSuite]:
        """The blocks of the ``try`` statements in whose ``except`` the statement stands."""
        child = statement
        for around in self._tree.ancestors(statement):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return
            if isinstance(around, cst.Try) and isinstance(child, cst.ExceptHandler):
                yield around.body
            child = around

    def _branches(self, statement: cst.CSTNode) -> Iterator[tuple[cst.BaseExpression, list[cst.BaseSuite]]]:
        """The tests around the statement, with the blocks that run in place of the statement's."""
        child = statement
        for around in self._tree.ancestors(statement):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return
            if isinstance(around, cst.If):
                yield around.test, [block for block in _blocks(around) if block is not child]
            child = around

    def _is_left(self, statement: cst.Return) -> bool:
        """``return f"{host}:{port}"`` if something is told, and an address at the end, or where nothing is told."""
        function = enclosing_function(self._tree, statement)
        line = self._tree.parent(statement)
        if function is None or not (function.body.body[-1] is line or self._is_missing(line)):
            return False
        others = (
            node for node in subtree(function.body) if isinstance(node, cst.Return) and node is not statement
        )
        return any(other.value is not None and _is_told(other.value) for other in others)

    def _is_missing(self, line: cst.CSTNode | None) -> bool:
        """Whether the line runs only if something is missing: below ``if not url`` or ``if url is None``."""
        block = self._tree.parent(line) if line is not None else None
        choice = self._tree.parent(block) if block is not None else None
        if not isinstance(choice, cst.If) or choice.body is not block:
            return False
        test = choice.test
        if isinstance(test, cst.UnaryOperation):
            return isinstance(test.operator, cst.Not)
        return isinstance(test, cst.Comparison) and isinstance(test.comparisons[0].operator, cst.Is)


def targets(statement: _Assignment) -> Iterator[str]:
    """The dotted names that an assignment binds, the key of ``urls["eu"] = ...``."""
    each = statement.targets if isinstance(statement, cst.Assign) else [statement]
    for one in each:
        target = one.target
        is_key = isinstance(target, cst.Subscript) and isinstance(target.slice[0].slice, cst.Index)
        yield string(target.slice[0].slice.value) if is_key else dotted(target) or ""  # type: ignore


def names_in(node: cst.CSTNode) -> set[str]:
    """The dotted names in an expression."""
    found = (dotted(each) for each in subtree(node) if isinstance(each, (cst.Name, cst.Attribute)))
    return {name for name in found if name}


def string(node: cst.BaseExpression) -> str:
    """The text of a plain literal, else the dotted name."""
    return str(node.raw_value) if isinstance(node, cst.SimpleString) else dotted(node) or ""


def _asked(test: cst.BaseExpression) -> set[str]:
    """What a test asks for by name or by key: ``"host" not in options``."""
    keys = {string(node) for node in subtree(test) if isinstance(node, cst.SimpleString)}
    return names_in(test) | keys


def _blocks(choice: cst.If) -> Iterator[cst.BaseSuite]:
    """The blocks of an ``if`` and of all that hangs on its ``else``."""
    yield choice.body
    if isinstance(choice.orelse, cst.If):
        yield from _blocks(choice.orelse)
    elif choice.orelse is not None:
        yield choice.orelse.body


def _lines(block: cst.BaseSuite) -> Iterator[_Assignment]:
    """The assignments of a block, not those of the blocks in it."""
    lines = (line.body if isinstance(line, cst.SimpleStatementLine) else () for line in block.body)
    return (one for line in lines for one in line if isinstance(one, (cst.Assign, cst.AnnAssign)))


def _assigned(block: cst.BaseSuite) -> set[str]:
    return {name for one in _lines(block) for name in targets(one)}


def _tells(block: cst.BaseSuite, names: set[str]) -> bool:
    """Whether the block assigns to one of the names what it was told."""
    return any(
        one.value is not None and not names.isdisjoint(targets(one)) and _is_told(one.value)
        for one in _lines(block)
    )


def _is_told(value: cst.BaseExpression) -> bool:
    """Whether a value comes from elsewhere; ``f"http://{host}"`` is half told and counts."""
    if isinstance(value, cst.FormattedString):
        return isinstance(value.parts[0], cst.FormattedStringExpression) if value.parts else False
    return not isinstance(value, _LITERALS)


def _index(table: cst.Dict, element: cst.CSTNode | None) -> int:
    return next((place for place, each in enumerate(table.elements) if each is element), len(table.elements))
