"""QK405 lost-traceback."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from typing import Annotated

import libcst as cst

from quality_kit.finding import Edit, Fix, Place, Severity
from quality_kit.frameworks.errors_kept import hands_on, keeps_traceback
from quality_kit.frameworks.handlers import Handler, exits, handler_around, is_broad
from quality_kit.frameworks.loggers import Library, LogCall, log_calls
from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree import ParsedFile, dotted, last_name

from ._answers import beside_answers

_LEVELS = frozenset(("error", "critical"))
_ANSWER = "HTTPException"
_MENDED = "error"
#: Those whose loggers surely have ``exception``.
_KNOWING: frozenset[Library] = frozenset(("logging", "structlog"))
_OTHER_WAYS: dict[Library, str] = {"loguru": "`{logger}.opt(exception=True)`"}
_USUAL_WAY = "give `exc_info=True`"
#: The methods of structlog that are awaited.
_AWAITED = frozenset(("aerror", "acritical", "afatal"))


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs",
    ] = ("tests", "migrations", "scripts")
    unexpected: Annotated[
        tuple[str, ...],
        "narrower classes whose text says too little: the last part of the name, with `*` for anything",
    ] = (
        *("RuntimeError", "TypeError", "AttributeError", "AssertionError", "NameError", "ArithmeticError"),
        *("ZeroDivisionError", "SQLAlchemyError", "DatabaseError", "DBAPIError", "PyMongoError"),
    )


class LostTraceback(FileRule[Options]):
    """An error logged in an `except` without the traceback.

    The text of an exception (`list index out of range`) does not say where it came from. If the handler goes
    on after it, the traceback is gone, and so is the only way to find the line that failed.

    Found is a call with the level error or critical in an `except` whose traceback goes nowhere. It is an
    error where the `except` catches everything, and also where it then answers with an `HTTPException`,
    because a framework logs nothing of that; for a narrower class that says little by itself (a `TypeError`,
    any error of the database: option `unexpected`) it is a warning.

    Left alone are handlers that raise again or raise another error, that end the program, that log, print or
    report the traceback somewhere in their block, or that hand the error object on
    (`errors.append(error)`); all other narrower classes, whose text says what happened; `TypeError` together
    with `ValueError` or a parser's error, a value that cannot be converted; the `AssertionError` of an
    `assert` in the same block; levels below error; and errors logged outside of an `except`.

    Write `logger.exception("...")`, or give `exc_info=True`; with loguru
    `logger.opt(exception=True).error("...")`, because loguru does not know `exc_info`. If the error is
    expected, catch its class and log a warning.
    """

    code = "QK405"
    message = "traceback lost by `{call}` in an `except`; {way_out}"
    default = False
    statements = ("SG11", "RP18", "BP9", "BP15")
    examples = (
        Bad(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            "    try:\n"
            "        send(order)\n"
            "    except Exception as error:\n"
            '        logger.error("not shipped: %s", error)  # finding: QK405\n',
            fixed="import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            "    try:\n"
            "        send(order)\n"
            "    except Exception as error:\n"
            '        logger.exception("not shipped: %s", error)\n',
        ),
        Good(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            "    try:\n"
            "        send(order)\n"
            "    except Exception:\n"
            '        logger.exception("not shipped")\n'
        ),
        Bad(
            "from loguru import logger\n\n\n"
            "def ship(order: Order) -> None:\n"
            "    try:\n"
            "        send(order)\n"
            "    except Exception:\n"
            '        logger.error("not shipped", exc_info=True)  # finding: QK405\n',
            why="loguru takes this for a value of the message.",
        ),
        Good(
            "def ship(order: Order, logger: Logger) -> None:\n"
            "    try:\n"
            "        send(order)\n"
            "    except Exception as error:\n"
            '        logger.error("not shipped: %s", error)\n'
            "        raise\n",
            why="Whoever catches it in the end has the traceback.",
        ),
        Good(
            "def ship(order: Order, logger: Logger) -> None:\n"
            "    try:\n"
            "        send(order)\n"
            "    except TimeoutError:\n"
            '        logger.error("the parcel service did not answer")\n',
            why="Nothing more is to be known about this one.",
        ),
    )

    def visit_Module(self, node: cst.Module) -> None:
        """Look at the errors that are logged in handlers, at the first one of each handler."""
        data = self.file.source.data
        if b"except" not in data or (
            b"error" not in data and b"critical" not in data and b"fatal" not in data
        ):
            return
        seen: set[int] = set()
        for call in log_calls(self.file):
            handler = handler_around(self.file.tree, call.node) if call.level in _LEVELS else None
            if handler is not None and id(handler) not in seen and self._loses(handler):
                seen.add(id(handler))
                text = self.message.format(call=_written(call.node), way_out=_way_out(call))
                severity: Severity | None = None if is_broad(handler) else "warning"
                self.report(call.node, text, severity, partial(self._with_traceback, call))

    def _with_traceback(self, call: LogCall, _place: Place) -> Fix:
        """``exception`` for ``error``; the other levels and loguru's ``exc_info`` are for people."""
        func = call.node.func
        is_plain = isinstance(func, cst.Attribute) and func.attr.value == _MENDED and not func.rpar
        if not is_plain or call.library not in _KNOWING or "exc_info" in call.keywords:
            return ()
        place = self.file.places([func])[id(func)]
        column = place.end_column - len(_MENDED)
        return (Edit(place.end_line, column, place.end_line, place.end_column, "exception"),)

    def _loses(self, handler: Handler) -> bool:
        file = self.file
        if not is_broad(handler) and not any(map(self._is_unexpected, beside_answers(file.tree, handler))):
            return False
        return not (_raises(file, handler) or keeps_traceback(file, handler) or hands_on(file, handler))

    def _is_unexpected(self, name: str) -> bool:
        last = name.rpartition(".")[2]
        return any(fnmatchcase(last, pattern) for pattern in self.options.unexpected)


def _written(call: cst.Call) -> str:
    return dotted(call.func) or last_name(call.func)


def _way_out(call: LogCall) -> str:
    """In the words of the place: ``self.log.exception(...)``, ``await logger.aexception(...)``."""
    logger, _, method = _written(call.node).rpartition(".")
    logger = logger or "logger"
    instead = f"await {logger}.aexception(...)" if method in _AWAITED else f"{logger}.exception(...)"
    other = _OTHER_WAYS.get(call.library, _USUAL_WAY).format(logger=logger)
    return f"use `{instead}` or {other}"


def _raises(file: ParsedFile, handler: Handler) -> bool:
    """Whether somebody above gets the error; of an answer to a request nobody logs the traceback."""
    return any(not (is_broad(handler) and _is_answer(each)) for each in exits(file, handler))


def _is_answer(node: cst.Raise | cst.Call) -> bool:
    raised = node.exc if isinstance(node, cst.Raise) else None
    return isinstance(raised, cst.Call) and last_name(raised.func).endswith(_ANSWER)
