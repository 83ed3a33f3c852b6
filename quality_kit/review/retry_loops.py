"""Loops that try again: whether they end and wait is for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.review.evidence import Evidence
from quality_kit.tree import ParsedFile


def retry_loops(evidence: Evidence) -> Iterator[str]:
    """Places of loops with changed lines around a call that may fail and is caught, with what bounds them."""
    for file in evidence.change.python:
        parsed = evidence.change.head.parsed(file.path) if file.status != "deleted" else None
        if parsed is not None:
            changed = file.new_lines()
            for loop in _loops(parsed):
                place = parsed.places([loop])[id(loop)]
                if changed.intersection(range(place.line, place.end_line + 1)):
                    yield f"{file.path}:{place.line} {_header(parsed, place.line)}"


def _loops(parsed: ParsedFile) -> Iterator[cst.For | cst.While]:
    """Loops whose body is a ``try`` that goes on after an error: no ``raise`` or ``break`` ends each handler."""
    loops: list[cst.For | cst.While] = [*parsed.tree.of(cst.For), *parsed.tree.of(cst.While)]
    for loop in loops:
        body = loop.body.body
        tries = [each for each in body if isinstance(each, cst.Try)]
        if any(_tries_again(each) for each in tries):
            yield loop


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


def _header(parsed: ParsedFile, line: int) -> str:
    return parsed.source.line(line).strip().rstrip(":")
