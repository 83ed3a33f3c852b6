"""What a team has decided on a line for another tool: ``# noqa: S105``, ``# nosec B105``."""

from __future__ import annotations

import re
from collections.abc import Collection

import libcst as cst

from quality_kit.tree import ParsedFile, once_per_file

_COMMENT = re.compile(r"#\s*(?P<tool>noqa|nosec)\b(?P<codes>[^#]*)", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]+[0-9]+\b", re.IGNORECASE)
#: Most files have no such comment, and need not be looked at line by line.
_ANY = re.compile(rb"noqa|nosec", re.IGNORECASE)
#: The codes of bandit begin so; a ``nosec`` without codes silences them all. A bare ``noqa`` says nothing
#: about what it is for.
_BANDIT = "B"


def is_decided(file: ParsedFile, node: cst.CSTNode, codes: Collection[str]) -> bool:
    """Whether a line of the node silences one of the codes, or of those that begin so (``ASYNC``)."""
    begins = tuple(codes)
    is_security = any(code.startswith(_BANDIT) for code in codes)
    lines = {
        line
        for line, silenced in _silenced_lines(file)
        if any(code.startswith(begins) or (is_security and code == _BANDIT) for code in silenced)
    }
    if not lines:
        return False
    place = file.places((node,))[id(node)]
    return not lines.isdisjoint(range(place.line, place.end_line + 1))


@once_per_file
def _silenced_lines(file: ParsedFile) -> tuple[tuple[int, frozenset[str]], ...]:
    """The physical lines with such a comment, and the codes; kept for the next question about the file."""
    if not _ANY.search(file.source.data):
        return ()
    found = ((number, _silenced(line)) for number, line in enumerate(file.source.lines, 1))
    return tuple((number, codes) for number, codes in found if codes)


def _silenced(line: str) -> frozenset[str]:
    codes: set[str] = set()
    for comment in _COMMENT.finditer(line):
        named = [code.upper() for code in _CODE.findall(comment["codes"])]
        codes.update(named or ([_BANDIT] if comment["tool"].lower() == "nosec" else ()))
    return frozenset(codes)
