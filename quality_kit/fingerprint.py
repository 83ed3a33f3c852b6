"""What stays the same about a finding when code around it, or its file, moves.

A key is made of the rule, the scope, the tokens of the statement and an ordinal among equals of the
file; never of a line number. What formatters change in the tokens is left out: see
``quality_kit.code_tokens``. With the path it makes the fingerprint.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from quality_kit.code_tokens import Statement, normalized, normalized_comment
from quality_kit.finding import Finding
from quality_kit.source import SourceFile, UndecodableError

_BYTES = 8


def with_keys(findings: Iterable[Finding], source: SourceFile | None) -> list[Finding]:
    """The findings of one file with scope and key, in the order given (which numbers equals).

    A finding that has a key keeps it. Without a source, or one that is no text, the code and the
    message stand for the tokens.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    known: _Known = {}
    result = []
    for finding in findings:
        if not finding.key:
            scope, text = _context(finding, source, known)
            parts = (finding.code, scope, text)
            seen[parts] += 1
            finding = finding._replace(scope=scope, key=_key(*parts, seen[parts]))
        result.append(finding)
    return result


def key_of_file(code: str) -> str:
    """The key of a finding about a whole file."""
    return _key(code, "", "", 1)


def key_of_project(code: str, identity: str) -> str:
    """The key of a finding about the project, told from others of its rule by what it is about."""
    return _key(code, "", identity, 1)


def _key(code: str, scope: str, tokens: str, ordinal: int) -> str:
    """16 hexadecimal digits."""
    text = "\0".join((code, scope, tokens, str(ordinal)))
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=_BYTES).hexdigest()


def _context(finding: Finding, source: SourceFile | None, known: _Known) -> tuple[str, str]:
    """The scope, and the text that stands for the finding."""
    try:
        scope, text = _at(source, finding, known) if source is not None else ("", finding.message)
    except UndecodableError:
        scope, text = "", finding.message
    return finding.scope or scope, text


def _at(source: SourceFile, finding: Finding, known: _Known) -> tuple[str, str]:
    lines, line = source.logical_lines, finding.location.line
    index = lines.index_at(line)
    if index is None:
        return lines.scope_at(line), normalized_comment(source.line(line))
    if index not in known:
        known[index] = _Line(_Starts(source, index), normalized(lines.content(index)))
    starts, statements = known[index]
    offset = starts.offset(line, finding.location.column)
    at = bisect_right(statements, offset, key=lambda statement: statement.start) - 1
    return lines.scope_at(line), statements[max(at, 0)].text


class _Starts:
    """Where the physical lines of a logical one begin in its content, which has no indentation."""

    def __init__(self, source: SourceFile, index: int) -> None:
        self._first, last = source.logical_lines.lines[index].first, source.logical_lines.lines[index].last
        lines = source.lines[self._first - 1 : last]
        self._indent = len(lines[0]) - len(lines[0].lstrip(" \t\f"))
        self._starts = [0, *accumulate(map(len, lines))]

    def offset(self, line: int, column: int) -> int:
        return self._starts[line - self._first] + column - 1 - self._indent


class _Line(NamedTuple):
    """A logical line with findings; there may be many in one."""

    starts: _Starts
    statements: list[Statement]


#: By the number of the logical line.
_Known = dict[int, _Line]
