"""What a machine lays beside a question that only a person can answer: a place and a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.outlines.model import Note
from quality_kit.tree import ParsedFile

#: Characters of code that are shown.
_MOST_SHOWN = 60


class Noted(NamedTuple):
    """A node and what is said of it, before its lines are known."""

    kind: str
    node: cst.CSTNode
    text: str


def with_lines(file: ParsedFile, noted: Iterable[Noted]) -> Iterator[Note]:
    """The notes by place: of a function or a class from its first decorator to its last line."""
    found = list(noted)
    firsts = {id(each.node): _first(each.node) for each in found}
    places = file.places([*(each.node for each in found), *firsts.values()])
    for each in sorted(found, key=lambda each: places[id(each.node)]):
        place = places[id(each.node)]
        is_block = isinstance(each.node, (cst.FunctionDef, cst.ClassDef))
        last = _last_line(file, place.line) if is_block else place.end_line
        yield Note(each.kind, place.line, places[id(firsts[id(each.node)])].line, last, each.text)


def _first(node: cst.CSTNode) -> cst.CSTNode:
    decorated = isinstance(node, (cst.FunctionDef, cst.ClassDef)) and node.decorators
    return decorated[0].decorator if decorated else node


def shown(file: ParsedFile, node: cst.CSTNode) -> str:
    """The code of a node on one line, cut where it is long."""
    code = " ".join(file.module.code_for_node(node).split())
    return code if len(code) <= _MOST_SHOWN else f"{code[:_MOST_SHOWN].rstrip()} ..."


def _last_line(file: ParsedFile, line: int) -> int:
    index = file.source.logical_lines.index_at(line)
    return line if index is None else file.source.logical_lines.statement_end(index)
