"""Tells files that might bring down or stall the parser, by a look at their text.

LibCST's native parser ends the process on some 1,500 nested brackets or 10,000 ``elif`` branches. Its
time grows with the square of a sum or a call chain and exponentially with nested patterns, its memory
with all that stands inside all brackets. Suspects are read in a process of their own. The limits are
far from what people write, and what stays below them does no harm: some tenths of a second, some 300 MB.
"""

from __future__ import annotations

import re

from quality_kit.logical_lines import LogicalLine
from quality_kit.source import SourceFile, UndecodableError

#: Code takes some 0.8 kB of memory a byte, the densest 1.5 kB.
_MOST_BYTES = 400_000
_MOST_ELIFS = 1_000
_MOST_DEPTH = 60
_MOST_DEPTH_OF_PATTERNS = 6
#: Summed over the tokens of long lines: what each takes, in units of some 2 kB, by itself and for each
#: bracket around it.
_MOST_WEIGHT = 120_000
_TOKEN_WEIGHT = 3
#: A logical line that is not longer, in characters, cannot hold enough to do harm.
_LONG_LINE = 1_000
#: What may be strung together between two commas: operators, attributes, calls, strings.
_MOST_LINKS = 500
_MOST_LAMBDAS = 150

_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"()[]{}")
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
  | (?P<string>\"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3}
      | "(?:[^"\\\r\n]|\\(?:\r\n|.))*" | '(?:[^'\\\r\n]|\\(?:\r\n|.))*')
  | (?P<open>[(\[{])
  | (?P<close>[)\]}])
  | (?P<comma>,)
  | (?P<lambda>\blambda\b)
  | (?P<link>[-+*/%|&^@<>~.]|\b(?:and|or|not|if|else|in|is|for|await)\b)
    """,
    re.VERBOSE | re.DOTALL,
)
#: An expression in an f-string that is long enough for a chain.
_LONG_FIELD = re.compile(r"\{[^{}]{%d,}\}" % _MOST_LINKS)
_FORMATTED = re.compile(r"[ft]r?\Z", re.IGNORECASE)


def is_suspect(source: SourceFile) -> bool:
    """Whether the file should not be parsed in a process that others depend on."""
    data = source.data
    if len(data) > _MOST_BYTES or data.count(b"elif") > _MOST_ELIFS or _is_deep(data):
        return True
    try:
        return _has_heavy_lines(source.text, source.logical_lines.lines)
    except UndecodableError:
        return False


def _is_deep(data: bytes) -> bool:
    """Peel off the innermost brackets layer by layer; what is left are odd ones in strings."""
    brackets = data.translate(None, _NO_BRACKETS)
    for _ in range(_MOST_DEPTH):
        peeled = brackets.replace(b"()", b"").replace(b"[]", b"").replace(b"{}", b"")
        if len(peeled) == len(brackets):
            return len(peeled) > _MOST_DEPTH and _depth(peeled.decode()) > _MOST_DEPTH
        brackets = peeled
    return True


def _depth(text: str) -> int:
    """The greatest depth that brackets reach, in strings too."""
    depth = deepest = 0
    for character in text:
        if character in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]}":
            depth = max(depth - 1, 0)
    return deepest


def _has_heavy_lines(text: str, lines: list[LogicalLine]) -> bool:
    weight = 0
    for line in lines:
        if (
            text.startswith("case", line.start)
            and _depth(text[line.start : line.end]) > _MOST_DEPTH_OF_PATTERNS
        ):
            return True
        if line.end - line.start > _LONG_LINE:
            added = _weight(text[line.start : line.end])
            if added is None or weight + added > _MOST_WEIGHT:
                return True
            weight += added
    return False


def _weight(line: str) -> int | None:
    """The weight of the tokens, summed; None where too much is strung together."""
    weight = lambdas = 0
    links = [0]  # since the last comma, for each open bracket
    for token in _TOKEN.finditer(line):
        weight += len(links) - 1 + _TOKEN_WEIGHT
        kind = token.lastgroup
        if kind == "comma":
            links[-1] = 0
        elif kind == "close":
            if len(links) > 1:
                links.pop()
        elif kind == "lambda":
            lambdas += 1
        elif kind != "comment":
            links[-1] += 1
            if links[-1] > _MOST_LINKS or (kind == "string" and _holds_long_field(line, token)):
                return None
            if kind == "open":
                links.append(0)
    return weight if lambdas <= _MOST_LAMBDAS else None


def _holds_long_field(line: str, string: re.Match[str]) -> bool:
    if string.end() - string.start() < _MOST_LINKS:
        return False
    before = line[max(string.start() - 2, 0) : string.start()]
    return _FORMATTED.search(before) is not None and _LONG_FIELD.search(string[0]) is not None
