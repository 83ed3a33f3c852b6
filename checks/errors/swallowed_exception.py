"""QK702 swallowed-exception."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated

import libcst as cst

from quality_kit.frameworks.handlers import Handler, caught, is_broad
from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree import dotted, last_name

from ._cleanup import guarded, is_cleanup, only_imports
from ._ignorable import IGNORABLE, gets_value
from ._polling import is_polling, is_telemetry, only_logs
from ._silence import explains, function_explains, is_accepted, is_explained, is_silent
from ._told import has_other_way, is_attempt, is_told_next, raises

_ERRORS = ("Error", "Exception", "Failure", "Fault")
#: That makes a remark out of a word like "ignored".
_SOME_WORDS = 2
_SUPPRESS = "contextlib.suppress"
_BROAD = frozenset(("builtins.Exception", "builtins.BaseException"))


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs",
    ] = ("tests", "migrations", "scripts")
    expected: Annotated[
        tuple[str, ...],
        "classes that may be ignored, because they are an answer rather than an error: the last part of"
        " the name, with `*` for anything",
    ] = IGNORABLE
    reason_words: Annotated[
        int,
        "how many words a comment in a handler that catches everything must have to count as a reason",
    ] = 5
    accepted_codes: Annotated[
        tuple[str, ...],
        "codes by which other tools know this; a handler that silences one of them is left alone",
    ] = ("S110", "S112", "B110", "B112")


class SwallowedException(FileRule[Options]):
    """An `except` that neither raises, logs, nor gives an answer that says what happened.

    The error leaves no trace: not in the log, not in the result. What was expected to be done is not done,
    and the first to notice is a user, long after and far from the cause.

    Found is an `except` whose block is nothing but `pass`, `...`, `continue` or a `return` without a value,
    and `contextlib.suppress(Exception)`. For a narrow class it is a warning, and only where nobody has
    explained it.

    Left alone are classes that are an answer rather than an error (`KeyError`, `StopIteration`,
    `ImportError`, a failed conversion, a cancelled task, what is there already: option `expected`); handlers
    with a comment or a text that says why (of a handler for everything a whole sentence is expected), also
    above the `try` or in the docstring; code that tidies up (`close` and the like, `finally`, a `try` that
    itself stands in an `except`), and telemetry; signals that are no errors by their name (`Abort`,
    `TryAgain`); a narrow class around code that gets a value, before another way, or in a function that says
    that it tries (`try_to_notify`); loops that sleep and ask again; failures that are told by what comes
    next: the `else` of the loop or, where success has returned, the line after the `try` raises or logs;
    handlers that set or return a value. A broad handler that does anything at all is a matter of broad-except.

    Let the error go up, log it, or answer with a value that tells. If it really is of no interest, catch the
    narrowest class and say why in a comment.
    """

    code = "QK702"
    message = "{what} is swallowed without a trace; log it, let it go up, or answer with a value that tells"
    default = False
    statements = ("SG6", "AR5")
    examples = (
        Bad(
            "def notify(user: User) -> None:\n"
            "    try:\n"
            "        mailer.send(user)\n"
            "    except Exception:  # finding: QK702\n"
            "        pass\n"
        ),
        Good(
            "def notify(user: User) -> None:\n"
            "    try:\n"
            "        mailer.send(user)\n"
            "    except MailError:\n"
            '        logger.warning("user not notified", exc_info=True)\n'
        ),
        Bad(
            "def notify(users: list[User]) -> None:\n"
            "    for user in users:\n"
            "        try:\n"
            "            mailer.send(user)\n"
            "        except MailError:  # finding: QK702\n"
            "            continue\n",
            why="A warning: the class is narrow, but nobody learns that a mail was not sent.",
        ),
        Good(
            "def port_of(url: str) -> int:\n"
            "    try:\n"
            '        return int(url.split(":")[-1])\n'
            "    except ValueError:\n"
            "        pass\n"
            "    return DEFAULT_PORT\n",
            why="That it is no number is the answer to a question.",
        ),
        Bad(
            "from contextlib import suppress\n\n\n"
            "def notify(user: User) -> None:\n"
            "    with suppress(Exception):  # finding: QK702\n"
            "        mailer.send(user)\n"
        ),
    )

    def visit_ExceptHandler(self, node: cst.ExceptHandler) -> None:
        self._check(node)

    def visit_ExceptStarHandler(self, node: cst.ExceptStarHandler) -> None:
        self._check(node)

    def visit_With(self, node: cst.With) -> None:
        """Find ``with suppress(Exception)``."""
        for item in node.items:
            if self._suppresses_all(item.item) and not self._may_fail(node, node.body):
                if not explains(node, self.options.reason_words):
                    self.report(item.item, self.message.format(what="every error"))

    def _may_fail(self, node: cst.CSTNode, block: cst.BaseSuite) -> bool:
        """Whether nobody is to know when the block fails."""
        if is_cleanup(self.file, block, node) or only_logs(self.file, block):
            return True
        return is_telemetry(self.file, node) or function_explains(self.file, node)

    def _suppresses_all(self, node: cst.BaseExpression) -> bool:
        if not isinstance(node, cst.Call) or last_name(node.func) != "suppress":
            return False
        names = self.file.names
        is_known = names.qualified(node.func) == _SUPPRESS
        return is_known and any(names.qualified(arg.value) in _BROAD for arg in node.args)

    def _check(self, handler: Handler) -> None:
        if not is_silent(handler) or is_accepted(self.file, handler, self.options.accepted_codes):
            return
        block = guarded(self.file, handler)
        if block is None or self._may_fail(handler, block):
            return
        if only_imports(block) or self._is_told_after(handler) or is_told_next(self.file, handler):
            return
        if is_broad(handler):
            if not self._is_explained(handler, self.options.reason_words):
                self.report(handler, self.message.format(what="every error"))
        elif self._is_unexpected(handler) and not self._is_meant(handler):
            self.report(handler, self.message.format(what=_described(handler)), "warning")

    def _is_told_after(self, handler: Handler) -> bool:
        """Whether the loop that tries again surely raises in the end: ``for ...: ... else: raise``."""
        for around in self.file.tree.ancestors(handler):
            if isinstance(around, (cst.For, cst.While)):
                return around.orelse is not None and raises(around.orelse.body)
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return False
        return False

    def _is_unexpected(self, handler: Handler) -> bool:
        """Whether a class among the caught ones is an error; others are signals: ``Abort``, ``TryAgain``."""
        last = [name.rpartition(".")[2] for name in caught(handler)]
        return any(
            name.endswith(_ERRORS) and name[:1].isupper() and not self._is_expected(name) for name in last
        )

    def _is_meant(self, handler: Handler) -> bool:
        """Whether a comment explains it, something tells (a value, ``else``, ``finally``), or it is tried again."""
        around = self.file.tree.parent(handler)
        tells = isinstance(around, (cst.Try, cst.TryStar)) and (
            around.orelse or around.finalbody or gets_value(around.body)
        )
        if is_attempt(self.file, handler) or has_other_way(self.file, handler):
            return True
        return bool(tells) or self._is_explained(handler, _SOME_WORDS) or is_polling(self.file, handler)

    def _is_explained(self, handler: Handler, least_words: int) -> bool:
        around = self.file.tree.parent(handler)
        above = isinstance(around, (cst.Try, cst.TryStar)) and explains(around, least_words)
        return above or is_explained(self.file, handler, least_words)

    def _is_expected(self, name: str) -> bool:
        return any(fnmatchcase(name, pattern) for pattern in self.options.expected)


def _described(handler: Handler) -> str:
    name = dotted(handler.type)
    return f"`{name}`" if name else "an error"
