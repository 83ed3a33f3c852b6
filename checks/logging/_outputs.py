"""Prints that are what a function is for: it makes a text and hands it to whoever called it at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile, last_name, subtree
from quality_kit.tree.functions import enclosing_function, is_async

#: Calls that make a text for eyes out of values.
_MAKERS = frozenset(
    (
        *("join", "format", "dumps", "pformat", "tabulate", "to_string", "render", "getvalue"),
        *("format_help", "format_exc", "dedent", "draw"),
    )
)
_WRITES = frozenset(("write", "write_text", "writelines"))
_NONE = "None"


class _Given(NamedTuple):
    """What a function gives out otherwise."""

    #: The names that it returns; empty texts for what has no name, and for what it yields.
    returned: frozenset[str]
    #: The names that it writes to files.
    written: frozenset[str]


class Outputs:
    """Which prints of a file are the output of their function; each function is read once."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self._known: dict[int, _Given] = {}

    def has(self, call: cst.Call) -> bool:
        """Whether the print is the last thing that a function does, and gives out a text that was made for it.

        That is a text out of ``join``, ``dumps`` and the like; the lines of a loop; what another branch returns or
        writes to a file. A value that was handed in or fetched is left over: ``print(response)``.
        """
        function = enclosing_function(self._file.tree, call)
        if function is None or is_async(function) or len(call.args) != 1 or call.args[0].star:
            return False
        loop, value = _tail(self._file, call, function), call.args[0].value
        if loop is None:
            return False
        given = self._given(function)
        if isinstance(value, cst.Name) and value.value in given.returned | given.written:
            return True
        if given.returned:
            return False
        return _is_made(self._file, value) or (isinstance(loop, cst.For) and _is_item(loop, value))

    def _given(self, function: cst.FunctionDef) -> _Given:
        if id(function) not in self._known:
            nodes = [*subtree(function.body)]
            own = (node for node in nodes if isinstance(node, (cst.Return, cst.Yield)))
            returned = (
                _returned(node) for node in own if enclosing_function(self._file.tree, node) is function
            )
            written = (name for node in nodes for name in _written(node))
            self._known[id(function)] = _Given(
                frozenset(each for each in returned if each is not None), frozenset(written)
            )
        return self._known[id(function)]


def _tail(file: ParsedFile, call: cst.Call, function: cst.FunctionDef) -> cst.CSTNode | None:
    """The innermost loop or else the function, when nothing follows the print but the end; None otherwise."""
    inner: cst.CSTNode = call
    loop: cst.CSTNode | None = None
    for around in file.tree.ancestors(call):
        if isinstance(around, cst.ExceptHandler):
            return None
        if isinstance(around, cst.IndentedBlock) and not _is_last(around, inner):
            return None
        if isinstance(around, (cst.For, cst.While)):
            loop = loop or around
        if around is function:
            return loop or function
        inner = around
    return None


def _is_last(block: cst.IndentedBlock, statement: cst.CSTNode) -> bool:
    for each in reversed(block.body):
        if each is statement:
            return True
        if not _is_bare_end(each):
            return False
    return False


def _is_bare_end(line: cst.CSTNode) -> bool:
    """``return``, ``return None`` and ``break`` end nothing but the function."""
    statements = line.body if isinstance(line, cst.SimpleStatementLine) else ()
    return bool(statements) and all(
        isinstance(each, cst.Break) or (isinstance(each, cst.Return) and _gives_nothing(each))
        for each in statements
    )


def _gives_nothing(statement: cst.Return) -> bool:
    return statement.value is None or last_name(statement.value) == _NONE


def _returned(node: cst.Return | cst.Yield) -> str | None:
    """The name that is given out, an empty text for what has none; None for nothing."""
    if isinstance(node, cst.Yield):
        return ""
    if _gives_nothing(node):
        return None
    return node.value.value if isinstance(node.value, cst.Name) else ""


def _written(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Call) and last_name(node.func) in _WRITES:
        yield from (each.value.value for each in node.args if isinstance(each.value, cst.Name))


def _is_made(file: ParsedFile, value: cst.BaseExpression) -> bool:
    if isinstance(value, cst.Call):
        return last_name(value.func) in _MAKERS
    if not isinstance(value, cst.Name):
        return False
    bindings = file.names.bindings(value)
    return any(
        isinstance(each.value, cst.Call) and last_name(each.value.func) in _MAKERS for each in bindings
    )


def _is_item(loop: cst.For, value: cst.BaseExpression) -> bool:
    """Whether a loop over what was made for it prints its items: ``for line in lines(tree): print(line)``."""
    items = {node.value for node in (loop.target, *subtree(loop.target)) if isinstance(node, cst.Name)}
    return isinstance(value, cst.Name) and value.value in items
