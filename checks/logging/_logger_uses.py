"""What a file does with a logger that it got from ``logging.getLogger``."""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst

from quality_kit.frameworks.loggers import log_calls
from quality_kit.tree import ParsedFile, dotted

#: What sets a logger up in place of writing to it.
_CONFIGURING = frozenset(
    ("addHandler", "removeHandler", "handlers", "setLevel", "level", "addFilter", "removeFilter", "filters")
    + ("propagate", "disabled", "hasHandlers")
)


class Uses(NamedTuple):
    """How the logger is kept and used."""

    #: The name it is assigned to, ``logger`` or ``self.logger``; empty where it is used on the spot.
    target: str
    #: Whether something is logged with it in this file.
    is_written_to: bool
    #: Whether this file sets handlers, levels or filters of it.
    is_configured: bool


def uses_of(file: ParsedFile, made: cst.Call) -> Uses | None:
    """What becomes of the logger; None where it is given away or nothing is known of it."""
    around = file.tree.parent(made)
    if isinstance(around, cst.Attribute):
        return Uses("", around in _written_to(file), around.attr.value in _CONFIGURING)
    if isinstance(around, cst.Assign):
        targets = [dotted(target.target) for target in around.targets]
    elif isinstance(around, cst.AnnAssign):
        targets = [dotted(around.target)]
    else:
        return None
    names = {target for target in targets if target}
    return _of_names(file, names) if names else None


def _of_names(file: ParsedFile, names: set[str]) -> Uses:
    written = any(
        isinstance(each, cst.Attribute) and dotted(each.value) in names for each in _written_to(file)
    )
    configured = (
        each
        for each in file.tree.of(cst.Attribute)
        if each.attr.value in _CONFIGURING and dotted(each.value) in names
    )
    return Uses(min(names), written, any(configured))


def _written_to(file: ParsedFile) -> list[cst.BaseExpression]:
    return [call.node.func for call in log_calls(file)]
