"""Guarded code whose failure is of no interest: questions that are asked again, log calls, and telemetry."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.frameworks.handlers import own_nodes
from quality_kit.frameworks.loggers import log_calls
from quality_kit.tree import ParsedFile, last_name

#: Words in the names of modules, classes and functions that record what others do.
_TELEMETRY = re.compile(r"telemetry|otel(?![a-z])|opentelemetry|tracing", re.IGNORECASE)
_WAITING = frozenset(("sleep", "wait", "wait_for"))


def is_polling(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the node stands in a loop that waits between its rounds."""
    for around in file.tree.ancestors(node):
        if isinstance(around, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            return False
        if isinstance(around, (cst.While, cst.For)) and _waits(around.body):
            return True
    return False


def _waits(block: cst.BaseSuite) -> bool:
    calls = (node for node in own_nodes(block) if isinstance(node, cst.Call))
    return any(last_name(call.func) in _WAITING for call in calls)


def only_logs(file: ParsedFile, block: cst.BaseSuite) -> bool:
    """Whether every statement of the block is a log call."""
    logged = {id(call.node) for call in log_calls(file)}
    lines = (line.body if isinstance(line, cst.SimpleStatementLine) else (line,) for line in block.body)
    return all(id(_called(statement)) in logged for line in lines for statement in line)


def _called(statement: cst.CSTNode) -> cst.CSTNode:
    value = statement.value if isinstance(statement, cst.Expr) else statement
    return value.expression if isinstance(value, cst.Await) else value


def is_telemetry(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the code records what happened, which must not break what it records."""
    around = (each for each in file.tree.ancestors(node) if isinstance(each, (cst.FunctionDef, cst.ClassDef)))
    names = (*file.path.split("/")[-2:], *(each.name.value for each in around))
    return any(_TELEMETRY.search(name) for name in names)
