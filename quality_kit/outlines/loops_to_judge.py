"""Loops that try again after an error."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.outlines.note import Noted, shown
from quality_kit.tree import ParsedFile


def loops_to_judge(file: ParsedFile) -> Iterator[Noted]:
    """Loops whose body is a ``try`` that goes on after an error: no ``raise`` or ``break`` ends each handler."""
    loops: list[cst.For | cst.While] = [*file.tree.of(cst.For), *file.tree.of(cst.While)]
    for loop in loops:
        if any(isinstance(each, cst.Try) and _tries_again(each) for each in loop.body.body):
            yield Noted("retry-loops", loop, _header(file, loop))


def _header(file: ParsedFile, loop: cst.For | cst.While) -> str:
    if isinstance(loop, cst.While):
        return f"while {shown(file, loop.test)}"
    return f"for {shown(file, loop.target)} in {shown(file, loop.iter)}"


def _tries_again(attempt: cst.Try) -> bool:
    leaves = any(_leaves(statement) for statement in attempt.body.body)
    return leaves and any(not _always_leaves(handler) for handler in attempt.handlers)


def _leaves(statement: cst.CSTNode) -> bool:
    """What ends the loop when the attempt has worked."""
    if not isinstance(statement, cst.SimpleStatementLine):
        return False
    return any(isinstance(each, (cst.Return, cst.Break)) for each in statement.body)


def _always_leaves(handler: cst.ExceptHandler) -> bool:
    last = handler.body.body[-1] if handler.body.body else None
    if not isinstance(last, cst.SimpleStatementLine):
        return False
    return any(isinstance(each, (cst.Return, cst.Break, cst.Raise)) for each in last.body)
