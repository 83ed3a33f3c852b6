"""QK701 broad-except."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import libcst as cst

from quality_kit.finding import Severity
from quality_kit.frameworks.errors_kept import keeps_error, keeps_traceback
from quality_kit.frameworks.handlers import Handler, exits, is_broad, own_nodes
from quality_kit.frameworks.loggers import log_calls
from quality_kit.frameworks.programs import is_program
from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree import ParsedFile, dotted

from ._boundaries import DECORATORS, FUNCTIONS, is_boundary
from ._cleanup import guarded, is_cleanup, only_imports
from ._silence import begins_with_reason, is_accepted, is_silent, silences_all
from ._told import is_refused, only_shows, prints_error

#: Of ruff, flake8, pylint and PyCharm.
CODES = tuple("""
    BLE001 E722 W0702 W0703 W0718 broad-except broad-exception-caught bare-except PyBroadException
    """.split())

_WARN = "warnings.warn"


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs",
    ] = ("tests", "migrations", "scripts")
    boundary_functions: Annotated[
        tuple[str, ...],
        "functions that have to survive every error, without leading underscores, with `*` for anything",
    ] = FUNCTIONS
    boundary_decorators: Annotated[
        tuple[str, ...],
        "decorators of such functions: the last part of the name, with `*` for anything",
    ] = DECORATORS
    boundary_bases: Annotated[
        tuple[str, ...],
        "base classes whose methods are such functions: the last part of the name, with `*` for anything",
    ] = ("*Middleware",)
    accepted_codes: Annotated[
        tuple[str, ...],
        "codes and names by which other tools know this; a handler that silences one of them is left alone",
    ] = CODES
    reason_words: Annotated[
        int,
        "how many words a comment at the top of a handler that logs must have to count as a reason",
    ] = 5
    silent_handlers: Annotated[
        bool,
        "whether handlers that do nothing at all are found here too; swallowed-exception finds them",
    ] = False


class BroadExcept(FileRule[Options]):
    """A bare `except`, or one of `Exception` or `BaseException`, that does not raise again.

    It was written for the one error that its author had in mind, and it takes all the others too: the
    misspelled attribute, the wrong type, the full disk. The program goes on as if the expected had happened.

    Found is such a handler that neither raises nor keeps the traceback. It is a warning where the handler at
    least logs something.

    Left alone are handlers that raise (the same error or another one, also under a condition, or by a call
    that says so: `six.reraise`, `_raise_refused()`, `abort(500)`, `self.fail(...)`), that end the program, that
    log, print or report the traceback, that show the error to who started a command-line program, or that keep
    the error or its text for later (`errors.append(error)`, `job.error = str(error)`); boundaries, which have
    to survive whatever happens below them (middlewares, exception handlers, background tasks, commands, health
    checks, log handlers, `__repr__`, worker loops like `while True`, `main`); code that tidies up; optional
    imports; `repr(value)` and the like alone; and handlers that log and begin with a comment that says why.
    A comment that silences the same finding of another tool (`# noqa: BLE001`, `# noqa`,
    `# noinspection PyBroadException`) counts here too. A handler that does nothing at all is left to
    swallowed-exception.

    Catch the classes that the block is known to raise. Where really everything has to be caught, log it with
    `logger.exception(...)`.
    """

    code = "QK701"
    message = "{what} catches every error and goes on; catch the expected classes, raise again, or log the traceback"
    default = False
    statements = ("SG6", "RP17")
    examples = (
        Bad(
            "def read(path: Path) -> Settings | None:\n"
            "    try:\n"
            "        return parse(path.read_text())\n"
            "    except Exception:  # finding: QK701\n"
            "        return None\n"
        ),
        Good(
            "def read(path: Path) -> Settings | None:\n"
            "    try:\n"
            "        return parse(path.read_text())\n"
            "    except FileNotFoundError:\n"
            "        return None\n"
        ),
        Good(
            "async def with_retry(call: Call, attempts: int) -> Answer:\n"
            "    for attempt in range(attempts):\n"
            "        try:\n"
            "            return await call()\n"
            "        except Exception:\n"
            "            if attempt == attempts - 1:\n"
            "                raise\n"
            '            logger.warning("failed, trying again")\n',
            why="The last error reaches the caller.",
        ),
        Good(
            "async def consume(queue: Queue) -> None:\n"
            "    while True:\n"
            "        message = await queue.get()\n"
            "        try:\n"
            "            await handle(message)\n"
            "        except Exception as error:\n"
            '            logger.error("message %s failed: %s", message.id, error)\n',
            why="One bad message must not stop the worker. That the traceback is lost is another rule's matter.",
        ),
        Bad(
            "def read(path: Path) -> None:\n"
            "    try:\n"
            "        parse(path)\n"
            "    except Exception:  # finding: QK701\n"
            "        pass\n",
            options={"silent-handlers": True},
            why="Without the option this handler belongs to swallowed-exception.",
        ),
    )

    def visit_ExceptHandler(self, node: cst.ExceptHandler) -> None:
        self._check(node)

    def visit_ExceptStarHandler(self, node: cst.ExceptStarHandler) -> None:
        self._check(node)

    def _check(self, handler: Handler) -> None:
        if not is_broad(handler) or self._is_accepted(handler):
            return
        if not self._is_silent(handler) and not self._is_fine(handler):
            logs = _logs(self.file, handler)
            if not (logs and begins_with_reason(handler, self.options.reason_words)):
                severity: Severity | None = "warning" if logs else None
                self.report(handler, self.message.format(what=_described(handler)), severity)

    def _is_accepted(self, handler: Handler) -> bool:
        return silences_all(self.file, handler) or is_accepted(
            self.file, handler, self.options.accepted_codes
        )

    def _is_silent(self, handler: Handler) -> bool:
        return is_silent(handler) and not self.options.silent_handlers

    def _is_fine(self, handler: Handler) -> bool:
        file = self.file
        if any(exits(file, handler)) or keeps_traceback(file, handler) or keeps_error(file, handler):
            return True
        block = guarded(file, handler)
        if block is not None and (
            only_imports(block) or only_shows(block) or is_cleanup(file, block, handler)
        ):
            return True
        if is_refused(handler) or (prints_error(handler) and is_program(file)):
            return True
        wanted = self.options
        return is_boundary(
            file, handler, wanted.boundary_functions, wanted.boundary_decorators, wanted.boundary_bases
        )


def _logs(file: ParsedFile, handler: Handler) -> bool:
    logged = {id(call.node) for call in log_calls(file)}
    calls = [node for node in own_nodes(handler.body) if isinstance(node, cst.Call)]
    return any(id(call) in logged or file.names.qualified(call.func) == _WARN for call in calls)


def _described(handler: Handler) -> str:
    if handler.type is None:
        return "bare `except`"
    return (
        f"`except {dotted(handler.type)}`"
        if dotted(handler.type)
        else "an `except` of `Exception` among others"
    )
