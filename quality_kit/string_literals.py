"""Where a string literal ends, replacement fields with quotes, brackets and comments in them included.

Since Python 3.12 (PEP 701) an f-string may hold its own quotes: ``f"{names["first"]}"``. A regular
expression cannot follow that; this walks through the fields and their format specifications.
"""

from __future__ import annotations

import re

_TRIPLE = 3
_LONGEST_PREFIX = 2

#: The rest of a plain literal behind its opening quotes; one without an end reaches as far as it can.
_PLAIN_REST = {
    '"': re.compile(r'(?:[^"\\\r\n]|\\(?:\r\n|.))*+"', re.DOTALL),
    "'": re.compile(r"(?:[^'\\\r\n]|\\(?:\r\n|.))*+'", re.DOTALL),
    '"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*+(?:"""|\Z|\\\Z)', re.DOTALL),
    "'''": re.compile(r"(?:[^'\\]|\\.|'(?!''))*+(?:'''|\Z|\\\Z)", re.DOTALL),
}
#: What matters in the text of a formatted literal and in a format specification.
_IN_TEXT = re.compile(r"\\[^{}]|\{\{|\}\}|[{}\"'\r\n]", re.DOTALL)
_IN_SPECIFICATION = re.compile(r"[{}\"'\r\n]")
_IN_FIELD = re.compile(r"#[^\r\n]*|[\"'(\[{)\]}:]")


def literal_end(text: str, quote: int) -> int:
    """The offset behind the string literal that opens at the offset ``quote``, its first quote.

    An unterminated literal ends with its line, one in triple quotes with the text; then what is
    returned may be the offset behind its opening quote.
    """
    opening = _opening(text, quote)
    start = quote + len(opening)
    if is_formatted(text, quote):
        end = _formatted_end(text, start, opening)
        if end is not None:
            return end
    plain = _PLAIN_REST[opening].match(text, start)
    return plain.end() if plain is not None else start


def is_formatted(text: str, quote: int) -> bool:
    """Whether the literal whose first quote is at the offset is an f-string or t-string."""
    prefix = literal_prefix(text, quote).lower()
    return "f" in prefix or "t" in prefix


def literal_prefix(text: str, quote: int) -> str:
    """The letters before the first quote that belong to the literal."""
    start = quote
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
        if quote - start > _LONGEST_PREFIX:
            return ""
    prefix = text[start:quote]
    return prefix if prefix.lower() in _PREFIXES else ""


_PREFIXES = frozenset({"r", "u", "b", "br", "rb", "f", "fr", "rf", "t", "tr", "rt"})


def _opening(text: str, quote: int) -> str:
    mark = text[quote]
    return mark * _TRIPLE if text.startswith(mark * _TRIPLE, quote) else mark


def _formatted_end(text: str, at: int, opening: str) -> int | None:
    """Behind the closing quotes; None when there are none."""
    while (found := _IN_TEXT.search(text, at)) is not None:
        token, at = found[0], found.end()
        if token == "{":
            field_end = _field_end(text, at, opening)
            if field_end is None:
                return None
            at = field_end
        elif text.startswith(opening, found.start()):
            return found.start() + len(opening)
        elif token in "\r\n" and len(opening) != _TRIPLE:
            return None
    return None


def _field_end(text: str, at: int, opening: str) -> int | None:
    """Behind the closing brace of a replacement field."""
    depth = 0
    while (found := _IN_FIELD.search(text, at)) is not None:
        token, at = found[0], found.end()
        if token in "\"'":
            at = literal_end(text, found.start())
        elif token in "([{":
            depth += 1
        elif token in ")]}":
            if depth == 0:
                return at if token == "}" else None
            depth -= 1
        elif token == ":" and depth == 0:
            return _specification_end(text, at, opening)
    return None


def _specification_end(text: str, at: int, opening: str) -> int | None:
    """Behind the closing brace of a field, from the colon on; fields may be nested in it."""
    while (found := _IN_SPECIFICATION.search(text, at)) is not None:
        token, at = found[0], found.end()
        if token == "}":
            return at
        if token == "{":
            field_end = _field_end(text, at, opening)
            if field_end is None:
                return None
            at = field_end
        elif text.startswith(opening, found.start()) or (token in "\r\n" and len(opening) != _TRIPLE):
            return None
    return None
