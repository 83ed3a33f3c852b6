"""Reads the unified diffs in which formatters say what they would change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quality_kit.finding import Fix
from quality_kit.fixer import replacing_lines

_HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+\d+(?:,\d+)? @@")
_MAX_QUOTED = 60
#: Lines of a diff that a finding carries with it.
_MOST_FIXED = 30


class Block(NamedTuple):
    """Neighbouring lines that change together."""

    #: The first of them in the original file, from 1; for a pure insertion the line before which it happens.
    line: int
    removed: tuple[str, ...]
    added: tuple[str, ...]
    #: Whether nothing stands behind what is put in: then ``line`` is the one before it.
    is_at_end: bool = False


def split(text: str, header: re.Pattern[str]) -> Iterator[tuple[str, list[Block]]]:
    """Each file's path and blocks.

    ``header`` matches both lines above the hunks and has the path as its first group. It may begin
    in the middle of a line: isort puts it behind a last line without a line feed.
    """
    heads = list(header.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends):
        yield head[1], list(_blocks(text[head.end() : end].split("\n")))


def summary(blocks: list[Block]) -> tuple[int, str]:
    """The first line that differs, and a sentence about it and how many do."""
    count = differing_lines(blocks)
    first = blocks[0]
    quoted = first.removed[0].strip() if first.removed else ""
    lines = "1 line differs" if count == 1 else f"{count} lines differ"
    text = f": `{quoted[:_MAX_QUOTED]}`" if quoted else ""
    return first.line, f"{lines}, first line {first.line}{text}"


def differing_lines(blocks: Sequence[Block]) -> int:
    """How many lines change, are added or go."""
    return sum(max(len(block.removed), len(block.added)) for block in blocks)


def fix(blocks: Sequence[Block]) -> Fix:
    """What the tool would change; nothing where that is too much to be shown, or too vague."""
    if differing_lines(blocks) > _MOST_FIXED or any(block.is_at_end for block in blocks):
        return ()
    return tuple(
        replacing_lines(block.line, len(block.removed), [f"{line}\n" for line in block.added])
        for block in blocks
    )


def _blocks(lines: list[str]) -> Iterator[Block]:
    number, removed, added = 1, list[str](), list[str]()
    for line in [*lines, "@@ -1 +1 @@"]:
        mark, rest = line[:1], line[1:]
        if mark == "-":
            removed.append(rest)
        elif mark == "+":
            added.append(rest)
        elif mark in (" ", "@", ""):
            if removed or added:
                at_end = mark != " " and not removed  # behind the last line there is no line to point at
                yield Block(max(number - at_end, 1), tuple(removed), tuple(added), at_end)
            number += len(removed) + (mark == " ")
            removed, added = [], []
            if hunk := _HUNK.match(line):
                number = max(int(hunk[1]), 1)
