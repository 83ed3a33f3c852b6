"""What a team has decided on a line for another tool: ``# noqa: S105``, ``# nosec B105``."""

from __future__ import annotations

import re
from collections.abc import Collection

import libcst as cst

from quality_kit.tree import ParsedFile

_COMMENT = re.compile(r"#\s*(?P<tool>noqa|nosec)\b(?P<codes>[^#]*)", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]+[0-9]+\b", re.IGNORECASE)
#: Most files have no such comment, and need not be looked at line by line.
_ANY = re.compile(rb"noqa|nosec", re.IGNORECASE)


def is_decided(file: ParsedFile, node: cst.CSTNode, codes: Collection[str]) -> bool:
    """Whether the line on which the node starts silences one of the codes.

    A ``nosec`` without codes silences all that bandit knows; a bare ``noqa`` says nothing about what it is for.
    """
    if not _ANY.search(file.source.data):
        return False
    line = file.source.line(file.places((node,))[id(node)].line)
    return any(_silences(found, codes) for found in _COMMENT.finditer(line))


def _silences(comment: re.Match[str], codes: Collection[str]) -> bool:
    named = [code.upper() for code in _CODE.findall(comment["codes"])]
    return not set(named).isdisjoint(codes) if named else comment["tool"].lower() == "nosec"
