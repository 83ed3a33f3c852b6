"""Calls that look as if they blocked, and do not, or that somebody has decided on."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.tree import ParsedFile, last_name

#: What other tools call a blocking call, and a task that nobody keeps.
BLOCKING = re.compile(r"#\s*noqa\s*:[^#]*\bASYNC\d", re.IGNORECASE)
DROPPED = re.compile(r"#\s*noqa\s*:[^#]*\bRUF006\b", re.IGNORECASE)
#: ``os.waitpid(pid, os.WNOHANG)`` answers at once.
_AT_ONCE = frozenset(("WNOHANG",))


def answers_at_once(call: cst.Call) -> bool:
    """Whether an argument says that the call must not wait."""
    return any(last_name(arg.value) in _AT_ONCE for arg in call.args)


def is_decided(file: ParsedFile, call: cst.Call, codes: re.Pattern[str]) -> bool:
    """Whether the line of the call silences another tool that finds the same: ``# noqa: ASYNC230``."""
    for around in file.tree.ancestors(call):
        if isinstance(around, cst.SimpleStatementLine):
            return _says_so(around.trailing_whitespace.comment, codes)
        if isinstance(around, cst.BaseCompoundStatement):
            body = around.body
            return isinstance(body, cst.IndentedBlock) and _says_so(body.header.comment, codes)
    return False


def _says_so(comment: cst.Comment | None, codes: re.Pattern[str]) -> bool:
    return comment is not None and codes.search(comment.value) is not None
