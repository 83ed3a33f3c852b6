"""Prints that are what a function is for: it makes a text and hands it to whoever called it at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, last_name, subtree
from quality_kit.tree.functions import enclosing_function

#: Calls that make a text for eyes out of values.
_MAKERS = frozenset(
    (
        *("join", "format", "dumps", "pformat", "tabulate", "to_string", "render", "getvalue"),
        *("format_help", "format_exc", "dedent", "draw"),
    )
)
_WRITES = frozenset(("write", "write_text", "writelines"))
_NONE = "None"


def is_output(file: ParsedFile, call: cst.Call) -> bool:
    """Whether the print is the last thing that a function does, and gives out a text that was made for it.

    That is a text out of ``join``, ``dumps`` and the like; the lines of a loop; what another branch returns or
    writes to a file. A value that was handed in or fetched is left over: ``print(response)``.
    """
    function = enclosing_function(file.tree, call)
    if function is None or function.asynchronous is not None or len(call.args) != 1 or call.args[0].star:
        return False
    loop = _tail(file, call, function)
    if loop is None:
        return False
    value, returned = call.args[0].value, list(_returned(file, function))
    if isinstance(value, cst.Name) and (_given_elsewhere(function, value.value) or value.value in returned):
        return True
    if returned:
        return False
    return _is_made(file, value) or (isinstance(loop, cst.For) and _is_item(loop, value))


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
    place = next((index for index, each in enumerate(block.body) if each is statement), len(block.body))
    return all(_is_bare_end(each) for each in block.body[place + 1 :])


def _is_bare_end(line: cst.CSTNode) -> bool:
    """``return``, ``return None``, ``break`` and a flush end nothing but the function."""
    statements = line.body if isinstance(line, cst.SimpleStatementLine) else ()
    return bool(statements) and all(
        isinstance(each, cst.Break) or (isinstance(each, cst.Return) and _gives_nothing(each))
        for each in statements
    )


def _gives_nothing(statement: cst.Return) -> bool:
    return statement.value is None or last_name(statement.value) == _NONE


def _returned(file: ParsedFile, function: cst.FunctionDef) -> Iterator[str]:
    """The names that the function returns or yields, and empty texts for what has no name."""
    for node in subtree(function.body):
        if isinstance(node, cst.Yield) and enclosing_function(file.tree, node) is function:
            yield ""
        if isinstance(node, cst.Return) and not _gives_nothing(node):
            if enclosing_function(file.tree, node) is function:
                yield node.value.value if isinstance(node.value, cst.Name) else ""


def _given_elsewhere(function: cst.FunctionDef, name: str) -> bool:
    """Whether the same text is written to a file in another branch."""
    return any(
        isinstance(node, cst.Call)
        and last_name(node.func) in _WRITES
        and any(isinstance(each.value, cst.Name) and each.value.value == name for each in node.args)
        for node in subtree(function.body)
    )


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
