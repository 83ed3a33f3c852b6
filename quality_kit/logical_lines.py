"""Splits a text into logical lines without parsing it.

A logical line is what one simple statement, or the header of one compound statement, spans:
brackets, backslashes and multi-line strings join physical lines. Suppressions, scopes and
fingerprints are made of them, and the places of syntax nodes are counted from them. Semicolons do
not split, as in the grammar a line of small statements is one statement line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from quality_kit.string_literals import literal_end

#: Text without a token of its own, with brackets in it that close again on the same line: most of every
#: file. A string in it holds neither backslashes nor braces, so that its end is certain.
_TEXT = r"""[^\r\n#"'()\[\]{}\\]++ | "(?!"")[^"\\\r\n{}]*+" | '(?!'')[^'\\\r\n{}]*+'"""
_INNER = rf"[(\[{{](?:{_TEXT})*+[)\]}}]"
_OUTER = rf"[(\[{{](?:{_TEXT} | {_INNER})*+[)\]}}]"
_TOKEN = re.compile(
    rf"""
    (?P<text>(?:{_TEXT} | {_OUTER})++)(?P<end>\r\n?|\n)?
  | (?P<newline>\r\n?|\n)
  | (?P<comment>\#[^\r\n]*+)
  | (?P<quote>["'])
  | (?P<open>[(\[{{])
  | (?P<close>[)\]}}])
  | (?P<joined>\\(?:\r\n?|\n))
    """,
    re.VERBOSE,
)
_NEWLINE = re.compile(r"\r\n?|\n")
_DEFINITION = re.compile(r"(?:async\s+)?def\s+(\w+)|class\s+(\w+)")
_SPACE = " \t\f"
_CONTINUING_WORD = re.compile(r"(?:else|elif|except|finally)\b")


class LogicalLine(NamedTuple):
    """One statement line: offsets into the text, physical lines from 1 (the last one inclusive)."""

    start: int
    end: int
    first: int
    last: int
    #: Width of the white space before it, in characters.
    indent: int


class Comment(NamedTuple):
    """One comment, with its number sign."""

    #: The physical line, from 1.
    line: int
    #: Width of what stands before it on its line, in characters.
    indent: int
    text: str


class LogicalLines:
    """The logical lines and the comments of a text, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines, self.comments = _split(text)
        self._firsts = [line.first for line in self.lines]
        self._comment_lines = [comment.line for comment in self.comments]
        self._scopes: list[str] | None = None

    def index_at(self, number: int) -> int | None:
        """Which logical line spans the physical line ``number``; None for a blank or comment line."""
        index = bisect_right(self._firsts, number) - 1
        return index if index >= 0 and self.lines[index].last >= number else None

    def next_index(self, number: int) -> int | None:
        """The first logical line that begins after the physical line ``number``."""
        index = bisect_right(self._firsts, number)
        return index if index < len(self.lines) else None

    def content(self, index: int) -> str:
        """The text of one logical line, without its indentation."""
        line = self.lines[index]
        return self.text[line.start : line.end]

    def statement_end(self, index: int) -> int:
        """The last physical line of the whole statement that begins here: body, ``else`` and all."""
        head = self.lines[index]
        last = index
        decorated = self._is_decorator(index)
        for at in range(index + 1, len(self.lines)):
            line = self.lines[at]
            if line.indent < head.indent or (
                line.indent == head.indent and not decorated and not self._continues(at)
            ):
                break
            if line.indent == head.indent:
                decorated = decorated and self._is_decorator(at)
            last = at
        return self.lines[last].last

    def scope_at(self, number: int) -> str:
        """The dotted names of the classes and functions around a physical line."""
        if self._scopes is None:
            self._scopes = self._find_scopes()
        index = bisect_right(self._firsts, number) - 1
        if index < 0 or self.lines[index].last >= number:
            return self._scopes[index] if index >= 0 else ""
        return self._scope_of_comment(number, index, self._scopes)

    def _scope_of_comment(self, number: int, index: int, scopes: list[str]) -> str:
        """By its indentation; a blank line counts to what is above it."""
        at = bisect_right(self._comment_lines, number) - 1
        if at < 0 or self.comments[at].line != number:
            return scopes[index]
        while index >= 0 and self.lines[index].indent > self.comments[at].indent:
            index -= 1
        if index < 0:
            return ""
        line = self.lines[index]
        is_definition = _DEFINITION.match(self.text, line.start, line.end) is not None
        return scopes[index].rpartition(".")[0] if is_definition else scopes[index]

    def _find_scopes(self) -> list[str]:
        scopes: list[str] = []
        around: list[tuple[int, str]] = []  # indentation and dotted name, outermost first
        for index, line in enumerate(self.lines):
            while around and around[-1][0] >= line.indent:
                around.pop()
            scopes.append(around[-1][1] if around else "")
            if found := _DEFINITION.match(self.text, line.start, line.end):
                name = found[1] or found[2]
                around.append((line.indent, f"{scopes[index]}.{name}" if scopes[index] else name))
                scopes[index] = around[-1][1]
        return scopes

    def _is_decorator(self, index: int) -> bool:
        return self.text.startswith("@", self.lines[index].start)

    def _continues(self, index: int) -> bool:
        return _CONTINUING_WORD.match(self.text, self.lines[index].start) is not None


def _split(text: str) -> tuple[list[LogicalLine], list[Comment]]:
    lines: list[LogicalLine] = []
    comments: list[Comment] = []
    start = begin = at = 0  # of the logical line, of the physical line, of the next token
    depth, first, number = 0, 1, 1
    while (found := _TOKEN.search(text, at)) is not None:
        kind, at = found.lastgroup, found.end()
        if kind == "end" or kind == "newline":
            if depth == 0:
                _add(lines, text, start, found.start(kind), first, number)
                start, first = at, number + 1
            number, begin = number + 1, at
        elif kind == "quote":
            at = literal_end(text, found.start())
            if newlines := _NEWLINE.findall(text, found.start(), at):
                number, begin = number + len(newlines), text.rindex(newlines[-1], begin, at) + len(
                    newlines[-1]
                )
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(depth - 1, 0)
        elif kind == "comment":
            comments.append(Comment(number, found.start() - begin, found[0]))
        elif kind == "joined":
            number, begin = number + 1, at
    _add(lines, text, start, len(text), first, number)
    return lines, comments


def _add(lines: list[LogicalLine], text: str, start: int, end: int, first: int, last: int) -> None:
    """Keep the line unless it is blank or a comment."""
    content = text[start:end]
    stripped = content.lstrip(_SPACE)
    if stripped and stripped[0] != "#":
        indent = content[: len(content) - len(stripped)]
        width = len(indent) - indent.rfind("\f") - 1  # a form feed begins the indentation anew
        lines.append(LogicalLine(start + len(indent), end, first, last, width))
