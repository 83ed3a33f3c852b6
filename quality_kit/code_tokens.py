"""Code as a line of tokens in which formatters change nothing.

Left out are white space, comments, backslashes, round brackets and trailing commas; strings and
numbers are written in one way. Texts of different meaning may have the same tokens (``(1,)`` and
``1``), which does no harm where a line only has to be recognized again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from quality_kit.string_literals import literal_end, literal_prefix

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\f\r\n\\]+|\#[^\r\n]*)
  | (?P<number>0[xXbBoO]\w+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?[\d_]+)?[jJlL]?)
  | (?P<name>[^\W\d]\w*)
  | (?P<quote>["'])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(N\{[^{}]*\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)", re.DOTALL)
_EXPONENT = re.compile(r"e\+?(-?)")
_BARE_POINT = re.compile(r"(?<!\d)\.|\.(?!\d)")
#: A comma before one of these, or at the end, is a trailing one.
_AFTER_THE_LAST = frozenset([")", "]", "}", "=", ":", ";", "in", ""])
_TRIPLE = 3
_QUOTES = ("'", '"')
_ROUND = frozenset("()")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
#: What begins a line that may hold a header and the statements behind it.
_HEADER = frozenset("async case class def elif else except finally for if match try while with".split())


class Token(NamedTuple):
    """One token with its offset in the code."""

    start: int
    text: str
    is_string: bool = False


class Statement(NamedTuple):
    """One statement of a logical line."""

    #: Where it begins, as an offset in the code of the line.
    start: int
    #: Its tokens, as formatters leave them.
    text: str


def normalized(code: str) -> list[Statement]:
    """The statements of a logical line, in order; at least one.

    Small statements divided by semicolons, and what follows a header on its line, are statements of
    their own, because a formatter gives them lines of their own.
    """
    return [Statement(start, _text(tokens)) for start, tokens in _statements(list(_tokens(code)))]


def _text(tokens: list[Token]) -> str:
    if len(tokens) == 1 and tokens[0].is_string:
        return _docstring(tokens[0].text)
    texts = [token.text for token in tokens]
    return " ".join(
        text
        for text, after in zip_longest(texts, texts[1:], fillvalue="")
        if text not in _ROUND and not (text == "," and after in _AFTER_THE_LAST)
    )


def normalized_comment(line: str) -> str:
    """The words of a line that is nothing but a comment."""
    return " ".join(line.replace("#", " ").split())


def _tokens(code: str) -> Iterator[Token]:
    at = 0
    while (found := _TOKEN.match(code, at)) is not None:
        kind, start, at = found.lastgroup, at, found.end()
        if kind == "quote":
            at = literal_end(code, start)
            yield Token(start, _string(code, start, at), True)
        elif kind == "number":
            yield Token(start, _number(found[0]))
        elif kind != "space" and not (kind == "name" and _is_prefix(code, found)):
            yield Token(start, found[0])


def _is_prefix(code: str, name: re.Match[str]) -> bool:
    return code[name.end() : name.end() + 1] in _QUOTES and literal_prefix(code, name.end()) == name[0]


def _docstring(string: str) -> str:
    """Formatters indent it anew and strip it."""
    prefix, _, body = string.partition('"')
    return f'{prefix}"{" ".join(body[:-1].split())}"'


def _string(code: str, quote: int, end: int) -> str:
    prefix = "".join(sorted(literal_prefix(code, quote).lower().replace("u", "")))
    mark = code[quote]
    width = _TRIPLE if code.startswith(mark * _TRIPLE, quote) else 1
    body = code[quote + width : end].removesuffix(mark * width).replace("\r\n", "\n").replace("\r", "\n")
    if "r" not in prefix:
        body = _ESCAPE.sub(_escape, body)
    return f'{prefix}"{body}"'


def _escape(found: re.Match[str]) -> str:
    kind, rest = found[1][0], found[1][1:]
    return kind if kind in _QUOTES else f"\\{kind}{rest.lower()}"


def _number(text: str) -> str:
    text = text.lower()
    if text.startswith(("0x", "0b", "0o")):
        return text
    return _BARE_POINT.sub(_with_digits, _EXPONENT.sub(r"e\1", text))


def _with_digits(found: re.Match[str]) -> str:
    before = found.start() > 0
    after = found.end() < len(found.string) and found.string[found.end()].isdigit()
    return f"{'' if before else '0'}.{'' if after else '0'}"


def _statements(tokens: list[Token]) -> Iterator[tuple[int, list[Token]]]:
    """The tokens of each statement, without semicolons, and where it begins."""
    start = depth = begin = 0
    in_header = bool(tokens) and tokens[0].text in _HEADER
    for at, (token, after) in enumerate(zip(tokens, tokens[1:], strict=False)):
        if token.text in _OPENING or token.text in _CLOSING:
            depth += 1 if token.text in _OPENING else -1
        is_colon = in_header and token.text == ":" and (after.text, after.start) != ("=", token.start + 1)
        if depth == 0 and (is_colon or token.text == ";"):
            yield begin, tokens[start : at + is_colon]
            start, begin, in_header = at + 1, after.start, False
    yield begin, tokens[start:-1] if tokens and tokens[-1].text == ";" else tokens[start:]


def end_of_header(code: str) -> int | None:
    """The offset of the colon that ends the header (``def f(a: int):``) at the beginning; None without one."""
    depth = 0
    for token in _tokens(code):
        if token.text in _OPENING or token.text in _CLOSING:
            depth += 1 if token.text in _OPENING else -1
        elif token.text == ":" and depth == 0:
            return token.start
    return None
