"""How a suppression comment looks without some of its codes."""

from __future__ import annotations

import re
from collections.abc import Collection

from quality_kit.finding import Edit, Fix
from quality_kit.fixer import replacing_lines
from quality_kit.source import SourceFile
from quality_kit.suppression import Suppression, codes_in

#: Where a comment for another tool begins behind this one: ``# type: ignore``; not ``see #12``.
_NEXT = re.compile(r"#\s*[A-Za-z]")


def without_codes(source: SourceFile, suppression: Suppression, idle: Collection[str]) -> Fix:
    """The edit that takes the codes out of the comment, or the whole comment when no code is left."""
    number, line = suppression.line, source.line(suppression.line)
    start, end = suppression.column - 1, suppression.end_column - 1
    written = codes_in(line[start:end])
    if written is None:
        return ()
    codes = [code for code in re.split(r"[,\s]+", written[0]) if code]
    kept = [code for code in codes if code not in idle and code.upper() not in idle]
    if kept:
        first, last = start + written[1] + 1, start + written[1] + len(written[0]) + 1
        return (Edit(number, first, number, last, ", ".join(kept)),)
    if more := _NEXT.search(line, start + written[1] + len(written[0]), end):
        return (Edit(number, start + 1, number, more.start() + 1, ""),)
    if not line[:start].strip() and not line[end:].strip():
        return (replacing_lines(number, 1, ()),)
    return (Edit(number, len(line[:start].rstrip()) + 1, number, end + 1, ""),)
