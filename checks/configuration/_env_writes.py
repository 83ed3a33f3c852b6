"""The variables that a file sets itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile
from quality_kit.tree.walk import subtree

from ._environment import Environment
from ._evaluate import value_of
from ._os_reads import is_written, os_reads
from ._strings import strings_of

_PUT = "os.putenv"
_SETDEFAULT = "setdefault"


class _Write(NamedTuple):
    """One place that sets a variable."""

    name: cst.BaseExpression
    #: What it is set to; None where that is not written there.
    value: cst.BaseExpression | None


def written_names(file: ParsedFile) -> list[str]:
    """The names of variables that are assigned, given a default or put; as far as the file tells them.

    A variable that is only changed, ``os.environ["X"] = os.environ["X"].strip()``, has to be there before.
    """
    environment = Environment(file)
    if not environment.is_mentioned and "putenv" not in file.source.text:
        return []
    writes = [(each, _texts(file, each.name)) for each in _writes(file, environment)]
    needed = _needed(file) if writes else {}
    names = {name for write, found in writes if not _is_change(file, write, found, needed) for name in found}
    return sorted(name for name in names if name)


def _writes(file: ParsedFile, environment: Environment) -> Iterator[_Write]:
    for node in file.tree.of(cst.Subscript):
        index = node.slice[0].slice
        if isinstance(index, cst.Index) and environment.is_mapping(node.value):
            parent = file.tree.parent(node)
            if is_written(file, node) and not isinstance(parent, (cst.Del, cst.AugAssign)):
                yield _Write(index.value, _assigned(file, parent))
    for call in file.tree.of(cst.Call):
        func = call.func
        if call.args and file.names.qualified(func) == _PUT:
            yield _Write(call.args[0].value, call.args[1].value if len(call.args) > 1 else None)
        elif isinstance(func, cst.Attribute) and func.attr.value == _SETDEFAULT and call.args:
            if environment.is_mapping(func.value):
                yield _Write(call.args[0].value, None)


def _assigned(file: ParsedFile, target: cst.CSTNode | None) -> cst.BaseExpression | None:
    around = file.tree.parent(target) if isinstance(target, cst.AssignTarget) else target
    return around.value if isinstance(around, (cst.Assign, cst.AnnAssign)) else None


def _needed(file: ParsedFile) -> dict[int, frozenset[str | None]]:
    """By expression the variables of which it asks for a value that must be there, without a default."""
    return {
        id(read.node): frozenset(_texts(file, read.name))
        for read in os_reads(file)
        if not read.is_optional or read.is_handed_on
    }


def _is_change(
    file: ParsedFile, write: _Write, names: list[str | None], needed: dict[int, frozenset[str | None]]
) -> bool:
    """Whether the value is made of the one from before, there or in the line that keeps it."""
    if write.value is None or not needed:
        return False
    parts = [write.value, *subtree(write.value)]
    kept = [file.names.bindings(part) for part in parts if isinstance(part, cst.Name)]
    values = [found[0].value for found in kept if len(found) == 1 and found[0].value is not None]
    parts += [part for value in values for part in (value, *subtree(value))]
    return any(not needed.get(id(part), frozenset()).isdisjoint(names) for part in parts)


def _texts(file: ParsedFile, node: cst.BaseExpression) -> list[str | None]:
    return strings_of(value_of(file, node), "", lambda path, name: None)
