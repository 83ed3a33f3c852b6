"""What a team has decided on a line for another tool: ``# noqa: S105``, ``# nosec B105``."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import libcst as cst

from quality_kit.tree import ParsedFile, once_per_file

_COMMENT = re.compile(r"#\s*(?P<tool>noqa|nosec)\b(?P<codes>[^#]*)", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]+[0-9]+\b", re.IGNORECASE)
#: Most files have no such comment, and need not be looked at line by line.
_ANY = re.compile(rb"noqa|nosec", re.IGNORECASE)
#: A ``nosec`` without codes silences all that bandit knows; a bare ``noqa`` says nothing about what it is for.
_NOSEC = "nosec"
_OF_BANDIT = re.compile(r"B[0-9]{3}\Z")
_GROUP = "*"


class _Silenced:
    """The codes that comments silence, by physical line."""

    def __init__(self, codes: Mapping[int, frozenset[str]]) -> None:
        self._codes = codes
        self._lines: dict[tuple[str, ...], frozenset[int]] = {}

    def lines(self, codes: tuple[str, ...]) -> frozenset[int]:
        """Where one of these codes is silenced."""
        if codes not in self._lines:
            self._lines[codes] = frozenset(
                line for line, named in self._codes.items() if any(_is_among(code, codes) for code in named)
            )
        return self._lines[codes]


def is_decided(file: ParsedFile, node: cst.CSTNode, codes: Collection[str]) -> bool:
    """Whether the first or the last line of the node silences one of the codes, or of a group (``ASYNC*``)."""
    lines = _silenced(file).lines(tuple(codes))
    if not lines:
        return False
    place = file.places((node,))[id(node)]
    return not lines.isdisjoint((place.line, place.end_line))


def is_decided_at_start(file: ParsedFile, node: cst.CSTNode, codes: Collection[str]) -> bool:
    """Whether the first line of the node does so: for a call, whose other lines speak of single arguments."""
    lines = _silenced(file).lines(tuple(codes))
    return bool(lines) and file.places((node,))[id(node)].line in lines


@once_per_file
def _silenced(file: ParsedFile) -> _Silenced:
    if not _ANY.search(file.source.data):
        return _Silenced({})
    found = ((number, _named(line)) for number, line in enumerate(file.source.lines, 1))
    return _Silenced({number: codes for number, codes in found if codes})


def _named(line: str) -> frozenset[str]:
    codes: set[str] = set()
    for comment in _COMMENT.finditer(line):
        named = [code.upper() for code in _CODE.findall(comment["codes"])]
        codes.update(named or ([_NOSEC] if comment["tool"].lower() == _NOSEC else ()))
    return frozenset(codes)


def _is_among(named: str, codes: tuple[str, ...]) -> bool:
    if named == _NOSEC:
        return any(map(_OF_BANDIT.match, codes))
    return any(named.startswith(code[:-1]) if code.endswith(_GROUP) else named == code for code in codes)
