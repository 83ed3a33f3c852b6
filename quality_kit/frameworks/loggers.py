"""The log calls of a file, in the words of logging, structlog and loguru.

A receiver is a logger by its type (``logging.getLogger()``, an annotation ``Logger``, ``structlog.get_logger()``),
because it is ``loguru.logger`` or the module ``logging`` itself, or, where nothing in the file says
what it is (an import from an own module, a bare parameter), by its name: ``logger``, ``log``, ``LOG``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

import libcst as cst

from quality_kit.frameworks.receivers import Receivers, receivers_of
from quality_kit.tree import ParsedFile, last_name, once_per_file
from quality_kit.tree.texts import text_of
from quality_kit.tree.walk import subtree

#: ``unknown``: a logger whose making lies in another file.
Library = Literal["logging", "structlog", "loguru", "unknown"]

_LEVELS = ("trace", "debug", "info", "success", "warning", "error", "critical")
#: The level by the name of the method.
_METHODS: Mapping[str, str] = {
    **{level: level for level in _LEVELS},
    **{f"a{level}": level for level in _LEVELS},
    **{"warn": "warning", "fatal": "critical", "afatal": "critical"},
    **{"exception": "error", "aexception": "error", "log": "", "alog": ""},
}
_WITH_TRACEBACK = frozenset(("exception", "aexception"))
#: Their first argument is the level.
_ANY_LEVEL = frozenset(("log", "alog"))
#: What a logger gives when it is asked for another one like it.
_DERIVING = frozenset(("bind", "new", "unbind", "try_unbind", "opt", "patch", "getChild"))
#: What a logger is called, without underscores and in lower case.
_NAMES = frozenset(("logger", "log"))
_MESSAGE_KEYWORDS = ("msg", "event", "message")
_FALSE = frozenset(("False", "None"))
_ROOT = "logging"
_CALL = "()"
_LOGURU = "loguru.logger"
_TRACEBACK_WORDS = ("traceback", "format_exc", "stacktrace", "stack_trace")


class LogCall(NamedTuple):
    """One message given to a logger."""

    node: cst.Call
    library: Library
    #: Lower case, one of logging's or loguru's; empty where ``log(level, ...)`` is given a variable.
    level: str
    #: None for a call without one.
    message: cst.BaseExpression | None
    #: The positional arguments after the message.
    values: tuple[cst.BaseExpression, ...]
    keywords: Mapping[str, cst.BaseExpression]
    #: Whether it is a function of the module ``logging``: the root logger.
    is_root: bool
    #: Whether the traceback of the handled exception goes with it.
    has_traceback: bool


@once_per_file
def log_calls(file: ParsedFile) -> tuple[LogCall, ...]:
    """All log calls of the file, in source order; kept for the next rule that asks about the same file."""
    receivers = receivers_of(file)
    found = (_log_call(file, receivers, call) for call in file.tree.of(cst.Call))
    return tuple(call for call in found if call is not None)


def _log_call(file: ParsedFile, receivers: Receivers, call: cst.Call) -> LogCall | None:
    method = last_name(call.func)
    if method not in _METHODS:
        return None
    library = _library(file, receivers, call.func)
    return None if library is None else _read(file, call, method, library)


def _library(file: ParsedFile, receivers: Receivers, function: cst.BaseExpression) -> Library | None:
    """Whose logger it is; None when it is no logger."""
    if isinstance(function, cst.Name):
        return "logging" if _is_of_root(file, function) else None
    if not isinstance(function, cst.Attribute):
        return None
    owner, _ = _underived(function.value)
    return library_of(file, receivers, owner)


def library_of(file: ParsedFile, receivers: Receivers, node: cst.BaseExpression) -> Library | None:
    """Whose logger the expression is; ``logging`` also for the module itself, None for no logger."""
    meaning = file.names.qualified(node)
    if meaning in (_ROOT, _LOGURU):
        return "logging" if meaning == _ROOT else "loguru"
    kind = receivers.type_of(node)
    if kind is not None:
        return _library_of_type(kind)
    name = last_name(node.func if isinstance(node, cst.Call) else node).lower().strip("_")
    return "unknown" if name in _NAMES or name.endswith("logger") else None


def _library_of_type(kind: str) -> Library | None:
    made = kind.removesuffix(_CALL)
    while made.rpartition(".")[2] in _DERIVING:
        made = made.rpartition(".")[0].removesuffix(_CALL)
    if "log" not in made.rpartition(".")[2].lower():
        return None
    libraries: tuple[Library, ...] = ("logging", "structlog", "loguru")
    return next((library for library in libraries if made.partition(".")[0] == library), "unknown")


def _underived(node: cst.BaseExpression) -> tuple[cst.BaseExpression, list[cst.Call]]:
    """The logger at the start of ``logger.bind(...).opt(...)``, and the calls after it."""
    calls: list[cst.Call] = []
    while isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        if node.func.attr.value not in _DERIVING:
            break
        calls.append(node)
        node = node.func.value
    return node, calls


def _is_of_root(file: ParsedFile, function: cst.BaseExpression) -> bool:
    """Whether it is ``logging.info``, under any name."""
    meaning = file.names.qualified(function) or ""
    return meaning.rpartition(".")[0] == _ROOT


def _read(file: ParsedFile, call: cst.Call, method: str, library: Library) -> LogCall:
    keywords = {arg.keyword.value: arg.value for arg in call.args if arg.keyword is not None}
    positional = [arg.value for arg in call.args if arg.keyword is None and arg.star != "**"]
    level = _METHODS[method]
    if method in _ANY_LEVEL:
        level = _level(positional[0]) if positional else ""
        positional = positional[1:]
    named = next((keywords[name] for name in _MESSAGE_KEYWORDS if name in keywords), None)
    return LogCall(
        call,
        library,
        level,
        positional[0] if positional else named,
        tuple(positional[1:]),
        keywords,
        _is_of_root(file, call.func),
        _has_traceback(call, method, library, keywords),
    )


def _level(node: cst.BaseExpression) -> str:
    """The level that ``logging.ERROR`` or ``"ERROR"`` names."""
    name = (text_of(node) or last_name(node)).lower()
    return name if name in _LEVELS else ""


def _has_traceback(
    call: cst.Call, method: str, library: Library, keywords: Mapping[str, cst.BaseExpression]
) -> bool:
    # loguru takes ``exc_info`` for a value of the message, and only ``opt`` for the traceback
    asked = None if library == "loguru" else keywords.get("exc_info")
    if asked is not None:
        return not _is_false(asked)
    derived = _underived(call.func.value)[1] if isinstance(call.func, cst.Attribute) else []
    opened = any(_names_exception(each) for each in derived)
    return method in _WITH_TRACEBACK or opened or any(_is_traceback(arg) for arg in call.args)


def _names_exception(derived: cst.Call) -> bool:
    """Whether it is ``opt(exception=...)``, or binds the exception as a value."""
    names = ("exception", "exc_info")
    return any(
        arg.keyword is not None and arg.keyword.value in names and not _is_false(arg.value)
        for arg in derived.args
    )


def _is_false(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value in _FALSE


def _is_traceback(arg: cst.Arg) -> bool:
    """Whether the argument holds a traceback as text, or keywords that are not known here."""
    if arg.star == "**":
        return True
    names = (node.value.lower() for node in subtree(arg.value) if isinstance(node, cst.Name))
    return any(name == "tb" or any(word in name for word in _TRACEBACK_WORDS) for name in names)
