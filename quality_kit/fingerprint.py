"""What stays the same about a finding when code around it, or its file, moves.

A key is made of the rule, the scope, the tokens of the statement and an ordinal among equals of the
file; never of a line number. What formatters change in the tokens is left out: see
``quality_kit.code_tokens``. With the path it makes the fingerprint.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from quality_kit.code_tokens import normalized, normalized_comment
from quality_kit.finding import Finding
from quality_kit.source import SourceFile, UndecodableError

_BYTES = 8


def with_keys(findings: Iterable[Finding], source: SourceFile | None) -> list[Finding]:
    """The findings of one file with scope and key, in the order given (which numbers equals).

    A finding that has a key keeps it. Without a source, or one that is no text, the code and the
    message stand for the tokens.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    known: dict[tuple[int, int], tuple[str, str]] = {}
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


def _context(
    finding: Finding, source: SourceFile | None, known: dict[tuple[int, int], tuple[str, str]]
) -> tuple[str, str]:
    """The scope, and the text that stands for the finding."""
    place = (finding.location.line, finding.location.column)
    if place not in known:
        try:
            known[place] = _at(source, *place) if source is not None else ("", finding.message)
        except UndecodableError:
            known[place] = ("", finding.message)
    scope, text = known[place]
    return finding.scope or scope, text


def _at(source: SourceFile, line: int, column: int) -> tuple[str, str]:
    lines = source.logical_lines
    index = lines.index_at(line)
    if index is None:
        return lines.scope_at(line), normalized_comment(source.line(line))
    return lines.scope_at(line), normalized(lines.content(index), _offset(source, index, line, column))


def _offset(source: SourceFile, index: int, line: int, column: int) -> int:
    """Of a place in the content of the logical line that spans it."""
    logical = source.logical_lines.lines[index]
    first = source.lines[logical.first - 1]
    indent = len(first) - len(first.lstrip(" \t\f"))
    return sum(map(len, source.lines[logical.first - 1 : line - 1])) + column - 1 - indent
