"""Variables that a program sets for another process, which it starts, and does not only hand on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree

from ._environment import Environment
from ._evaluate import value_of
from ._strings import strings_of

_WORD = "env"
#: Names of such environments: ``env``, ``env_vars``, ``child_environment``; the own one is named ``environ``.
_ENVIRONMENT = re.compile(r"(?:^|_)env(?:s|ironments?)?(?:_|$)", re.IGNORECASE)
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")


def handed_names(file: ParsedFile) -> list[str]:
    """The names in ``env["JOB_DIR"] = ...``, ``env = {**os.environ, "JOB_DIR": ...}`` and ``run(..., env={...})``."""
    if _WORD not in file.source.text:
        return []
    environment = Environment(file)
    keys = [key for key, value in _set(file) if not any(map(environment.is_mapping, subtree(value)))]
    names = {name for key in keys for name in strings_of(value_of(file, key), "", lambda *_: None)}
    return sorted(name for name in names if name and _VARIABLE.fullmatch(name))


_Item = tuple[cst.BaseExpression, cst.BaseExpression]


def _set(file: ParsedFile) -> Iterator[_Item]:
    """The keys of such environments, each with its value."""
    for assign in file.tree.of(cst.Assign):
        target = assign.targets[0].target
        if isinstance(target, cst.Subscript):
            index = target.slice[0].slice
            if isinstance(index, cst.Index) and _is_environment(target.value):
                yield index.value, assign.value
        elif isinstance(assign.value, cst.Dict) and _is_environment(target):
            yield from _items(assign.value)
    for argument in file.tree.of(cst.Arg):
        if isinstance(argument.value, cst.Dict) and argument.keyword is not None:
            if _ENVIRONMENT.search(argument.keyword.value):
                yield from _items(argument.value)


def _items(table: cst.Dict) -> Iterator[_Item]:
    return ((each.key, each.value) for each in table.elements if isinstance(each, cst.DictElement))


def _is_environment(node: cst.BaseExpression) -> bool:
    return _ENVIRONMENT.search((dotted(node) or "").rpartition(".")[2]) is not None
