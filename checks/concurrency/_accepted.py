"""Calls that look as if they blocked, and do not, and what other tools call the findings of this family."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import last_name

#: Codes of a blocking call (a group) and of a task that nobody keeps.
BLOCKING = ("ASYNC*",)
DROPPED = ("RUF006",)
#: ``os.waitpid(pid, os.WNOHANG)`` answers at once.
_AT_ONCE = frozenset(("WNOHANG",))


def answers_at_once(call: cst.Call) -> bool:
    """Whether an argument says that the call must not wait."""
    return any(last_name(arg.value) in _AT_ONCE for arg in call.args)
