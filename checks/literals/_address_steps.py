"""The way from a text to its statement, and the names on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree

from ._bound_names import string, targets
from ._own_machine import keyword_of

_LINES = (cst.SimpleStatementLine, cst.SimpleStatementSuite, cst.BaseSuite)
_PART = re.compile(r"[A-Z]?[a-z]+")


def steps(tree: Tree, literal: cst.CSTNode) -> tuple[list[cst.CSTNode], list[cst.CSTNode]]:
    """The nodes from the literal to its statement, and what is around each of them."""
    inner, outer = [literal], []
    for around in tree.ancestors(literal):
        if isinstance(around, _LINES):
            break
        outer.append(around)
        inner.append(around)
    return inner[:-1], outer


def parts(name: str) -> set[str]:
    """The words of a name in lower case."""
    return {part.lower() for part in _PART.findall(name)}


def taken_as(around: cst.CSTNode) -> tuple[str, ...]:
    """The name by which a call, dictionary or variable takes something."""
    if isinstance(around, (cst.Assign, cst.AnnAssign)):
        return tuple(targets(around))
    return (string(around.key),) if isinstance(around, cst.DictElement) else (keyword_of(around),)


def keys(table: cst.Dict) -> Iterator[str]:
    """The keys that a dictionary writes out, as texts or dotted names."""
    return (string(each.key) for each in table.elements if isinstance(each, cst.DictElement))
