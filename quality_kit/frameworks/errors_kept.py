"""Whether the block of an ``except`` keeps the error: its traceback is logged, or the error itself is handed on."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.frameworks.handlers import Handler, own_nodes
from quality_kit.frameworks.loggers import log_calls
from quality_kit.tree import ParsedFile, last_name
from quality_kit.tree.walk import subtree

#: Functions that take the traceback of the handled exception, of the standard library and of monitoring.
_REPORTING = frozenset(
    (
        "print_exc",
        "format_exc",
        "print_exception",
        "format_exception",
        "exc_info",
        "print_tb",
        "format_tb",
        "extract_tb",
    )
    + ("capture_exception", "captureException", "record_exception", "set_exception", "report_exception")
    + ("notice_error", "log_exception", "excepthook", "post_mortem", "handleError")
)
#: The same under the names that projects give it: ``log_exc``, ``send_traceback``, ``log_current_exception``.
_REPORTING_NAME = re.compile(
    r"_*(?:log|report|record|send|track|print|dump|capture|notify)_?(?:\w+_)?(?:exc|exception|traceback|tb)\Z"
)
#: What only reads the error: ``str(error)``, ``is_transient(error)``, ``format_error(error)``.
_READING = frozenset(
    ("str", "repr", "type", "isinstance", "issubclass", "getattr", "hasattr", "print", "pprint", "format")
    + ("len", "id", "bool", "vars", "dir", "unicode", "bytes", "echo", "secho", "cast")
)
_READING_VERBS = frozenset(
    ("is", "has", "get", "format", "describe", "extract", "parse", "classify", "should", "sanitize", "to")
    + ("message", "error", "exception", "friendly", "safe", "summarize", "stringify", "explain", "check")
)

#: Calls that add to a collection or a queue.
_COLLECTING = frozenset(("append", "add", "put", "put_nowait", "extend", "insert", "appendleft", "update"))
_ERROR_WORDS = ("err", "fail", "exc", "problem", "reason", "cause")


def keeps_traceback(file: ParsedFile, handler: Handler) -> bool:
    """Whether the traceback is logged, printed or given to a monitor, in the block or below it."""
    if any(handler in file.tree.ancestors(call.node) for call in log_calls(file) if call.has_traceback):
        return True
    judged = {id(call.node) for call in log_calls(file)}
    calls = (
        node for node in own_nodes(handler.body) if isinstance(node, cst.Call) and id(node) not in judged
    )
    return any(_reports(last_name(call.func)) or any(map(_is_traceback, call.args)) for call in calls)


def _reports(function: str) -> bool:
    return function in _REPORTING or _REPORTING_NAME.match(function) is not None


def _is_traceback(arg: cst.Arg) -> bool:
    """Whether it is the ``exc_info=True`` of a logger that stands in a variable."""
    named = arg.keyword is not None and arg.keyword.value == "exc_info"
    return named and last_name(arg.value) not in ("False", "None")


def hands_on(file: ParsedFile, handler: Handler) -> bool:
    """Whether the error object leaves the block: given to a call, returned, kept in a variable or a list."""
    if handler.name is None or not isinstance(handler.name.name, cst.Name):
        return False
    name = handler.name.name.value
    logging = {id(call.node) for call in log_calls(file)}
    uses = (node for node in own_nodes(handler.body) if isinstance(node, cst.Name) and node.value == name)
    return any(_leaves(file, use, logging) for use in uses)


def keeps_error(file: ParsedFile, handler: Handler) -> bool:
    """Whether the error object leaves the block, or its text is kept: in a collection or a variable for errors."""
    if hands_on(file, handler):
        return True
    name = handler.name.name.value if handler.name and isinstance(handler.name.name, cst.Name) else None
    return name is not None and any(_stores(file, handler, node, name) for node in own_nodes(handler.body))


def _stores(file: ParsedFile, handler: Handler, node: cst.CSTNode, name: str) -> bool:
    if isinstance(node, cst.Call) and last_name(node.func) in _COLLECTING:
        return _mentions(node, name)
    if isinstance(node, cst.Assign):
        targets = (target.target for target in node.targets)
        kept = any(_is_for_errors(each) and _outlives(file, handler, each) for each in targets)
        return kept and _mentions(node.value, name)
    return False


def _is_for_errors(target: cst.BaseExpression) -> bool:
    if isinstance(target, cst.Subscript):
        return True
    return any(word in last_name(target).lower() for word in _ERROR_WORDS)


def _outlives(file: ParsedFile, handler: Handler, target: cst.BaseExpression) -> bool:
    """Whether the variable is there without the handler too; others only carry the text to the next line."""
    if not isinstance(target, cst.Name):
        return True
    return any(handler not in file.tree.ancestors(each.node) for each in file.names.bindings(target))


def _mentions(node: cst.CSTNode, name: str) -> bool:
    return any(isinstance(each, cst.Name) and each.value == name for each in subtree(node))


def _leaves(file: ParsedFile, use: cst.Name, logging: set[int]) -> bool:
    child: cst.CSTNode = use
    for around in file.tree.ancestors(use):
        if isinstance(around, cst.Call):
            return child is not around.func and id(around) not in logging and not _reads(around)
        if isinstance(around, (cst.Assign, cst.AnnAssign, cst.Return, cst.Yield, cst.NamedExpr)):
            return child is not getattr(around, "target", None)
        if not isinstance(around, _CARRYING):
            return False
        child = around
    return False


#: What holds the error as it is.
_CARRYING = (
    cst.Arg,
    cst.Element,
    cst.DictElement,
    cst.List,
    cst.Tuple,
    cst.Dict,
    cst.Set,
    cst.IfExp,
    cst.Await,
)


def _reads(call: cst.Call) -> bool:
    name = last_name(call.func)
    return name in _READING or name.lower().lstrip("_").partition("_")[0] in _READING_VERBS
