"""Prints that speak to somebody at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from quality_kit.tree import ParsedFile

_QUESTIONS = frozenset(("builtins.input", "getpass.getpass"))
_ENDS = frozenset(("sys.exit", "os._exit", "builtins.exit", "builtins.quit"))


def asks_at_terminal(file: ParsedFile) -> bool:
    """Whether the module asks whoever sits at the terminal, with ``input`` or ``getpass``."""
    data = file.source.data
    if b"input" not in data and b"getpass" not in data:
        return False
    return any(file.names.qualified(call.func) in _QUESTIONS for call in file.tree.of(cst.Call))


def is_last_word(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether nothing but further calls stands between the print and the end of the program in its block.

    ``print("Python 3.11 is needed"); sys.exit(1)`` is what a program says to whoever started it.
    """
    line = node
    for around in file.tree.ancestors(node):
        if isinstance(around, (cst.IndentedBlock, cst.SimpleStatementSuite, cst.Module)):
            return _leads_to_end(file, around.body, line)
        if isinstance(around, cst.Lambda):
            return False
        line = around
    return False


def _leads_to_end(file: ParsedFile, body: Sequence[cst.CSTNode], line: cst.CSTNode) -> bool:
    start = next(index for index, each in enumerate(body) if each is line)
    for each in body[start:]:
        for statement in each.body if isinstance(each, cst.SimpleStatementLine) else ():
            if _ends(file, statement):
                return True
        if not _is_call(each):
            return False
    return False


def _is_call(line: cst.CSTNode) -> bool:
    """Prints and the like; anything else means that the block does more than to say good-bye."""
    statements = line.body if isinstance(line, cst.SimpleStatementLine) else [line]
    return all(isinstance(each, cst.Expr) and isinstance(each.value, cst.Call) for each in statements)


def _ends(file: ParsedFile, statement: cst.CSTNode) -> bool:
    if isinstance(statement, cst.Raise) and statement.exc is not None:
        raised = statement.exc.func if isinstance(statement.exc, cst.Call) else statement.exc
        return file.names.qualified(raised) == "builtins.SystemExit"
    if isinstance(statement, cst.Expr) and isinstance(statement.value, cst.Call):
        return file.names.qualified(statement.value.func) in _ENDS
    return False
