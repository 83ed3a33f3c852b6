"""Models and queries beside the questions of guides."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.outlines.note import Noted, shown
from quality_kit.tree import ParsedFile, last_name
from quality_kit.tree.walk import subtree

_BASE = re.compile(r"(?:Base|Model|DeclarativeBase|SQLModel|Document|TableBase)\Z")
_COLUMNS = frozenset(("mapped_column", "Column", "relationship", "Relationship"))
_RELATIONS = frozenset(("relationship", "Relationship"))
_BOTH_SIDES = frozenset(("back_populates", "backref"))
_TIMESTAMPS = re.compile(r"(?:created|updated|modified|inserted)(?:_(?:at|on|date|time))?\Z")
_QUERIES = frozenset(
    (
        *(
            "execute",
            "executemany",
            "scalar",
            "scalars",
            "query",
            "fetch",
            "fetchrow",
            "fetchval",
            "fetchone",
        ),
        *("fetchall", "find_one", "aggregate", "get_or_create", "first", "all", "one", "one_or_none"),
    )
)
_DATABASE = re.compile(
    r"(?:\w*_|\A)(?:session|sess|db|database|conn|connection|cursor|cur|repo|repository|collection|objects)\Z",
    re.IGNORECASE,
)
_COMPREHENSIONS = (cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp)


def models_to_judge(file: ParsedFile) -> Iterator[Noted]:
    """Each table with its bases, its time stamps and the relationships that only one side knows."""
    for node in file.tree.of(cst.ClassDef):
        bases = [last_name(base.value) for base in node.bases]
        calls = [each for each in subtree(node.body) if isinstance(each, cst.Call)]
        if any(map(_BASE.search, bases)) and any(last_name(call.func) in _COLUMNS for call in calls):
            yield Noted(
                "model-fields", node, f"{node.name.value}: {', '.join(_about(file, node, bases, calls))}"
            )


def _about(file: ParsedFile, node: cst.ClassDef, bases: list[str], calls: list[cst.Call]) -> Iterator[str]:
    yield f"base {', '.join(bases)}"
    names = (each.value for each in subtree(node.body) if isinstance(each, cst.Name))
    stamps = dict.fromkeys(filter(_TIMESTAMPS.match, names))
    yield f"time stamps {', '.join(stamps)}" if stamps else "no time stamps of its own"
    lone = [call for call in calls if last_name(call.func) in _RELATIONS and not _has_both_sides(call)]
    if lone:
        yield f"{len(lone)} of its relationships on one side only: {shown(file, lone[0])}"


def _has_both_sides(call: cst.Call) -> bool:
    return any(arg.keyword is not None and arg.keyword.value in _BOTH_SIDES for arg in call.args)


def queries_to_judge(file: ParsedFile) -> Iterator[Noted]:
    """Calls that ask a database once for each turn of a loop."""
    for call in file.tree.of(cst.Call):
        if isinstance(call.func, cst.Attribute) and call.func.attr.value in _QUERIES:
            if _DATABASE.search(last_name(call.func.value)) and _is_repeated(file, call):
                yield Noted("queries-in-loops", call, shown(file, call))


def _is_repeated(file: ParsedFile, call: cst.Call) -> bool:
    """Whether a loop of the same function runs it again and again: what a loop goes over is read once."""
    inner: cst.CSTNode = call
    for around in file.tree.ancestors(call):
        if isinstance(around, (cst.FunctionDef, cst.Lambda)):
            return False
        if isinstance(around, cst.While) or (isinstance(around, cst.For) and inner is around.body):
            return True
        if isinstance(around, cst.CompFor) and inner is not around.iter:
            return True
        if isinstance(around, _COMPREHENSIONS) and inner is not around.for_in:
            return True
        inner = around
    return False
