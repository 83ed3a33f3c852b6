"""Divides a block of comments into prose and what may be code, by the words of its lines."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Sequence
from textwrap import dedent
from typing import NamedTuple

_STRING = re.compile(r"""("{3}|'{3})(?:.|\n)*?\1|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""")
_TRAILING = re.compile(r"#.*")
_NEIGHBOURS = re.compile(r"(?<![\w.])([^\W\d]\w*)[ \t]+(?=([^\W\d]\w*))")
_WORDS = frozenset(keyword.kwlist)
#: A word that announces something; code has a keyword there.
_LABEL = re.compile(r"([^\W\d]\w*):\Z")
#: Keywords only where a statement begins.
_SOFT = frozenset(("match", "case", "type"))
#: What no code holds outside of strings.
_NEVER_CODE = re.compile(
    r"""
    [^\x00-\x7f] | [?$`] | => | ->\s*\Z | \.\.\s  # signs and dots
  | [\w)][.!]\Z | ;\s | \w'\w | <\w+>  # ends of sentences, apostrophes, placeholders
  | ^\d+[.)]\s | ^[-*+]\s | ^\*\w+=  # lists
    """,
    re.VERBOSE,
)
#: A space before the bracket, as in "pooling (of connections)", is for readers.
_REMARK = re.compile(r"(?<![\w.])([^\W\d]\w*) \(")


class Part(NamedTuple):
    """Lines of a block that may be code, and the prose around them."""

    #: The index of its first line in the block.
    start: int
    lines: tuple[str, ...]
    #: The nearest line of prose above, and what stands directly below; empty where there is none.
    before: str
    after: str
    #: How much deeper it is indented than the prose above, in characters.
    depth: int
    #: The prose of the whole block above.
    prose: str


def parts(lines: Sequence[str]) -> Iterator[Part]:
    """The parts of a block between its lines of prose."""
    texts = dedent("\n".join(lines)).split("\n")
    prose = [_is_prose(line) for line in _without_strings(texts)]
    start = 0
    for end in range(len(texts) + 1):
        if end == len(texts) or prose[end]:
            yield from _part(texts, start, end)
            start = end + 1


def _part(texts: Sequence[str], start: int, end: int) -> Iterator[Part]:
    while start < end and not texts[start].strip():
        start += 1
    while start < end and not texts[end - 1].strip():
        end -= 1
    if start == end:
        return
    above = [line for line in texts[:start] if line.strip()]
    before = above[-1] if above else ""
    after = texts[end] if end < len(texts) else ""
    depth = _indent(texts[start]) - _indent(above[-1]) if above else 0
    lines = dedent("\n".join(texts[start:end])).split("\n")
    yield Part(start, tuple(lines), before.strip(), after.strip(), depth, "\n".join(above))


def _without_strings(texts: Sequence[str]) -> list[str]:
    """The lines with strings emptied, those that reach over several lines included."""
    joined = _STRING.sub(lambda found: '""' + "\n" * found[0].count("\n"), "\n".join(texts))
    return [_TRAILING.sub("", line) for line in joined.split("\n")]


def _is_prose(line: str) -> bool:
    """Whether two words stand beside each other, or a sign that is none of Python's."""
    text = line.strip()
    if not text:
        return False
    label = _LABEL.match(text)
    if _NEVER_CODE.search(text) or (label is not None and label[1] not in _WORDS):
        return True
    for pair in _NEIGHBOURS.finditer(text):
        is_first_soft = pair.start() == 0 and pair[1] in _SOFT
        if not (pair[1] in _WORDS or pair[2] in _WORDS or is_first_soft):
            return True
    return any(remark[1] not in _WORDS for remark in _REMARK.finditer(text))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
