"""The variables that a file sets itself."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile

from ._environment import Environment
from ._evaluate import value_of
from ._os_reads import is_written
from ._strings import strings_of

_PUT = "os.putenv"
_SETDEFAULT = "setdefault"


def written_names(file: ParsedFile) -> list[str]:
    """The names of variables that are assigned, given a default or put; as far as the file tells them."""
    environment = Environment(file)
    if not environment.is_mentioned and "putenv" not in file.source.text:
        return []
    return sorted({name for node in _named(file, environment) for name in _texts(file, node) if name})


def _named(file: ParsedFile, environment: Environment) -> Iterator[cst.BaseExpression]:
    for node in file.tree.of(cst.Subscript):
        index = node.slice[0].slice
        if isinstance(index, cst.Index) and environment.is_mapping(node.value):
            if is_written(file, node) and not isinstance(file.tree.parent(node), cst.Del):
                yield index.value
    for call in file.tree.of(cst.Call):
        func = call.func
        if call.args and file.names.qualified(func) == _PUT:
            yield call.args[0].value
        elif isinstance(func, cst.Attribute) and func.attr.value == _SETDEFAULT and call.args:
            if environment.is_mapping(func.value):
                yield call.args[0].value


def _texts(file: ParsedFile, node: cst.BaseExpression) -> list[str | None]:
    return strings_of(value_of(file, node), "", lambda path, name: None)
