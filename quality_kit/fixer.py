"""Turns edits into text: what a file looks like when its findings are mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from quality_kit.finding import Edit, Fix


def fixed(lines: Sequence[str], fixes: Iterable[Fix]) -> str:
    """The text of these lines after the fixes; of two that touch the same text only the first is applied.

    Equal edits (two findings that the same edit mends) count once. Edits are written with line feeds; what
    they put in gets the line ends of the place.

    Args:
        lines: Of a file from its first one, with their line ends.
        fixes: Their places are those of the lines.
    """
    starts = [0, *accumulate(map(len, lines))]
    text, done = "".join(lines), list[tuple[int, int]]()
    chosen: dict[Edit, tuple[int, int]] = {}
    for fix in fixes:
        spans = {edit: _span(edit, starts) for edit in fix if edit not in chosen}
        if not any(_touch(span, other) for span in spans.values() for other in done):
            chosen.update(spans)
            done += spans.values()
    for edit, (start, end) in sorted(chosen.items(), key=lambda item: item[1], reverse=True):
        text = text[:start] + edit.text.replace("\n", _line_end(lines, edit.line)) + text[end:]
    return text


def replacing_lines(first: int, count: int, lines: Sequence[str]) -> Edit:
    """Lines, with their line ends, for ``count`` lines from ``first`` on; none of them: put in before it."""
    return Edit(first, 1, first + count, 1, "".join(lines))


def _line_end(lines: Sequence[str], number: int) -> str:
    """That of the line, of the last one behind the end."""
    before = lines[:number]
    return "\r\n" if before and before[-1].endswith("\r\n") else "\n"


def _span(edit: Edit, starts: Sequence[int]) -> tuple[int, int]:
    return _offset(edit.line, edit.column, starts), _offset(edit.end_line, edit.end_column, starts)


def _offset(line: int, column: int, starts: Sequence[int]) -> int:
    """Behind the last line is the end of the text."""
    return min(starts[min(line, len(starts)) - 1] + column - 1, starts[-1])


def _touch(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one would change what the other has put in or taken away; two insertions at one place do, too."""
    return span == other or (span[0] < other[1] and other[0] < span[1])
