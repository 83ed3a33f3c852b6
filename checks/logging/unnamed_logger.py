"""QK404 unnamed-logger."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Annotated

import libcst as cst

from quality_kit.finding import Edit, Fix, Place, Severity
from quality_kit.frameworks.loggers import log_calls
from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.rule import Bad, FileRule, Good, Mend, RuleOptions, no_fix
from quality_kit.tree import last_name
from quality_kit.tree.texts import text_of

from ._logger_uses import Uses, uses_of

_MAKER = "getLogger"
#: There `__name__` says nothing.
_MAIN = "__main__.py"
_DUNDER_NAME = "__name__"
_SET_UPS = frozenset(("basicConfig", "dictConfig", "fileConfig"))


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs",
    ] = ("tests", "migrations", "scripts")
    logger_names: Annotated[
        tuple[str, ...],
        "what a module calls the logger for its own messages, in lower case without leading underscores;"
        " a logger under another name (`audit_logger`) may have a name of its own",
    ] = ("logger", "log")
    allowed: Annotated[
        tuple[str, ...],
        "names that a logger may be given as literals, with everything below them: `shop` allows `shop.audit`",
    ] = ()


class UnnamedLogger(FileRule[Options]):
    """The root logger, or a logger not named `__name__`.

    The name of a logger says where a message comes from, and is the handle by which the messages of one
    package are made louder, quieter or sent elsewhere. What the root logger writes has no such handle. The
    first `logging.info(...)` of a process may also install a handler that nobody asked for.

    Found are the functions of the module (`logging.info(...)`), `getLogger()` without a name and
    `getLogger(__file__)` where the file writes to that logger, `getLogger("__name__")`, and as a warning a
    module's `logger` that is named by a literal, because the name goes stale when the module moves and misses
    its package.

    Left alone are loggers that the file configures (`getLogger("uvicorn.access").setLevel(...)`, the root
    logger in a `setup_logging`, the package's own beside `basicConfig`), names made from `__name__`, names in
    variables, a dotted literal that is the module's own path, loggers for a purpose
    (`audit_logger = getLogger("audit")`), structlog and loguru, and what runs under
    `if __name__ == "__main__":`.

    Write `logger = logging.getLogger(__name__)` at the top of the module.
    """

    code = "QK404"
    message = "{what}; use the module's own, `logger = logging.getLogger(__name__)`"
    default = False
    statements = ("SG11", "BP15", "AR13")
    examples = (
        Bad(
            "import logging\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    logging.info("shipped")  # finding: QK404\n'
        ),
        Good(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    logger.info("shipped")\n'
        ),
        Bad(
            'import logging\n\nlogger = logging.getLogger("shop")  # finding: QK404\n',
            fixed="import logging\n\nlogger = logging.getLogger(__name__)\n",
            why="A warning: it works until the module moves. Name `shop` in the option `allowed` if it is meant.",
        ),
        Good(
            "import logging\n\n\n"
            "def set_up() -> None:\n"
            "    root = logging.getLogger()\n"
            "    root.addHandler(logging.StreamHandler())\n"
            '    logging.getLogger("uvicorn.access").setLevel(logging.WARNING)\n',
            why="Whoever sets logging up needs the loggers of others.",
        ),
    )

    def visit_Module(self, node: cst.Module) -> None:
        """Look at log calls of the root logger, and at every logger that is made."""
        if b"logging" not in self.file.source.data:
            return
        for call in log_calls(self.file):
            if call.is_root and not is_guarded(self.file.tree, call.node):
                self._report(call.node, f"`logging.{last_name(call.node.func)}` writes to the root logger")
        for made in self.file.tree.of(cst.Call):
            if last_name(made.func) == _MAKER and self.file.names.qualified(made.func) == f"logging.{_MAKER}":
                self._check_made(made)

    def _check_made(self, made: cst.Call) -> None:
        name = made.args[0].value if made.args else None
        if name is None or last_name(name) == "None":
            self._check_root(made)
        elif last_name(name) == "__file__":
            self._report(made, "logger named by the path of its file", mend=partial(self._named, made))
        elif (text := text_of(name)) is not None:
            self._check_literal(made, text)

    def _check_root(self, made: cst.Call) -> None:
        uses = uses_of(self.file, made)
        if uses and uses.is_written_to and not uses.is_configured and not is_guarded(self.file.tree, made):
            self._report(made, "the root logger is written to", mend=partial(self._named, made))

    def _check_literal(self, made: cst.Call, text: str) -> None:
        if text == _DUNDER_NAME:
            self._report(made, "`__name__` stands in quotes", mend=partial(self._named, made))
            return
        uses = uses_of(self.file, made)
        if (
            uses
            and self._is_own(uses)
            and not self._is_allowed(text)
            and not is_guarded(self.file.tree, made)
        ):
            self._report(made, f'logger named "{text}" by hand', "warning", partial(self._named, made))

    def _is_own(self, uses: Uses) -> bool:
        """Whether it is the logger for the module's own messages."""
        name = uses.target.rpartition(".")[2].lower().strip("_")
        return name in self.options.logger_names and not uses.is_configured

    def _is_allowed(self, text: str) -> bool:
        if PurePosixPath(self.file.path).name == _MAIN:
            return True
        module = PurePosixPath(self.file.path).with_suffix("").as_posix().removesuffix("/__init__")
        is_path = "." in text and f"/{module}".endswith("/" + text.replace(".", "/"))
        if is_path or (text in PurePosixPath(module).parts and self._sets_logging_up()):
            return True
        return any(f"{text}.".startswith(f"{name}.") for name in self.options.allowed)

    def _sets_logging_up(self) -> bool:
        """Whether this is the file that configures logging: the logger of its package is what it sets up."""
        names = self.file.names
        return any(
            last_name(call.func) in _SET_UPS and (names.qualified(call.func) or "").startswith("logging.")
            for call in self.file.tree.of(cst.Call)
        )

    def _named(self, made: cst.Call, place: Place) -> Fix:
        """``__name__`` as the name."""
        if made.args:
            name = made.args[0].value
            return (Edit(*self.file.places([name])[id(name)], _DUNDER_NAME),)
        line, column = place.end_line, place.end_column - 1
        return (Edit(line, column, line, column, _DUNDER_NAME),)

    def _report(
        self, node: cst.CSTNode, what: str, severity: Severity | None = None, mend: Mend = no_fix
    ) -> None:
        self.report(node, self.message.format(what=what), severity, mend)
