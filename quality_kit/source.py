"""One file: its bytes, its text as Python would decode it, and its logical lines.

Nothing here imports LibCST, so that text-only work (suppressions, fingerprints) stays cheap.
"""

from __future__ import annotations

import codecs
import io
import re
import tokenize
from functools import cached_property

from quality_kit.logical_lines import LogicalLines

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")


class UndecodableError(ValueError):
    """The bytes are not text in the encoding that the file declares."""


class SourceFile:
    """A file of the project under its path relative to the root."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data

    @cached_property
    def text(self) -> str:
        """The decoded text without a byte order mark; line ends as they are.

        Raises:
            UndecodableError: The declared encoding does not exist or does not fit the bytes.
        """
        return decode(self.data)

    @cached_property
    def lines(self) -> list[str]:
        """The physical lines with their line ends, split where Python splits them."""
        return lines_of(self.text)

    @cached_property
    def logical_lines(self) -> LogicalLines:
        """The statements' lines: what one ``if`` header or one assignment spans."""
        return LogicalLines(self.text)

    def line(self, number: int) -> str:
        """One physical line without its line end; empty where the file has none of that number."""
        return self.lines[number - 1].rstrip("\r\n") if 0 < number <= len(self.lines) else ""


def lines_of(text: str) -> list[str]:
    """The physical lines with their line ends, split where Python splits them."""
    return _LINE.findall(text)


def decode(data: bytes) -> str:
    """Decode by byte order mark and coding cookie, UTF-8 without either.

    Raises:
        UndecodableError: The declared encoding does not exist or does not fit the bytes.
    """
    try:
        encoding = _encoding(data)
        text = data.removeprefix(codecs.BOM_UTF8).decode(encoding)
        if encoding not in _WITHOUT_SURROGATES:
            text.encode()  # some codecs make surrogates, which are no characters
    except (SyntaxError, LookupError, UnicodeError) as error:
        raise UndecodableError(str(error)) from error
    return text


def _encoding(data: bytes) -> str:
    head = data[: _COOKIE_REACH if len(data) > _COOKIE_REACH else None]
    if b"coding" not in head and not data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return "utf-8" if encoding == "utf-8-sig" else encoding


_WITHOUT_SURROGATES = frozenset(("utf-8", "iso-8859-1", "ascii"))
#: A cookie counts on the first two lines only; nobody writes longer ones.
_COOKIE_REACH = 4096
