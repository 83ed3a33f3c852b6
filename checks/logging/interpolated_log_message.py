"""QK402 interpolated-log-message."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated

import libcst as cst

from quality_kit.finding import Fix, Place
from quality_kit.frameworks.loggers import Library, LogCall, log_calls
from quality_kit.rule import Bad, FileRule, Good, RuleOptions

from ._interpolations import interpolation
from ._lazy_message import with_arguments

_ADVICE: dict[Library, str] = {
    "logging": "keep the text constant and give the values as arguments (`%s`) or in `extra={...}`",
    "structlog": "keep the event constant and give the values as keywords (`user_id=user_id`)",
    "loguru": "keep the text constant and give the values as arguments (`{}`)",
    "unknown": "keep the text constant and give the values as arguments or in `extra={...}`",
}


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs",
    ] = ("tests", "migrations", "scripts")


class InterpolatedLogMessage(FileRule[Options]):
    """An f-string, `%`, `format` or `+` in a log call in place of arguments or `extra=`.

    A message that is built before the call is different every time: nobody can count or group it, an alert
    cannot be tied to it, and the values in it are text instead of fields that can be searched. It is also
    built when the level is switched off.

    Found are f-strings with a field, a `%` or `.format(...)` of a literal, and a `+` of text and values, as
    the message of a call of logging, structlog, loguru, or of an object that is called `logger` or `log`.

    Left alone are constant texts (an f-string without fields, literals joined by `+`, a line of dashes),
    loguru's `{}` and logging's `%s` with arguments, and a message that a variable holds, because it may also
    be raised or returned.

    Write `logger.info("user created", extra={"user_id": user.id})`, or `logger.info("user %s created",
    user.id)`.
    """

    code = "QK402"
    message = "{kind} as log message; {advice}"
    default = False
    statements = ("SG11", "AR13")
    examples = (
        Bad(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    logger.info(f"shipped {order.id}")  # finding: QK402\n'
            '    logger.warning("late: %s" % order.id)  # finding: QK402\n'
            '    logger.debug("weight " + str(order.weight))  # finding: QK402\n'
        ),
        Good(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    logger.info("order shipped", extra={"order_id": order.id})\n'
            '    logger.warning("order %s is late", order.id)\n'
        ),
        Bad(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    logger.info(f"shipped {order.id} at 100% of {{}} {order!r}", extra={"a": 1})  # finding: QK402\n',
            fixed="import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    logger.info("shipped %s at 100%% of {} %r", order.id, order, extra={"a": 1})\n',
        ),
        Bad(
            "import structlog\n\n"
            "log = structlog.get_logger()\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    log.info("shipped {}".format(order.id))  # finding: QK402\n'
        ),
        Good(
            "from loguru import logger\n\n\n"
            "def ship(order: Order) -> None:\n"
            '    logger.info("shipped {}", order.id)\n',
            why="loguru fills the braces itself, and only where somebody listens.",
        ),
        Good(
            'def run(logger: Logger) -> None:\n    logger.info("-" * 60)\n    logger.info(f"ready")\n',
            why="These texts are the same every time.",
        ),
    )

    def visit_Module(self, node: cst.Module) -> None:
        """Look at the message of every log call."""
        if b"log" not in self.file.source.data.lower():
            return
        for call in log_calls(self.file):
            kind = interpolation(call.message) if call.message is not None else None
            if kind is not None:
                message = self.message.format(kind=kind, advice=_ADVICE[call.library])
                self.report(call.node, message, mend=partial(self._mended, call))

    def _mended(self, call: LogCall, _place: Place) -> Fix:
        return with_arguments(self.file, call)
