"""Variables that a program sets for another process, which it starts, and does not only hand on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, last_name, subtree

from ._environment import Environment
from ._evaluate import value_of
from ._strings import strings_of

_WORDS = ("env", "ENV")
#: Names of such environments: ``env``, ``env_vars``, ``child_environment``; the own one is named ``environ``.
_ENVIRONMENT = re.compile(r"(?:^|_)env(?:s|ironments?)?(?:_|$)", re.IGNORECASE)
#: Keywords by which a process that is started gets its environment.
_KEYWORDS = frozenset(("env", "environment", "env_vars", "environment_variables", "extra_env"))
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")

Item = tuple[cst.BaseExpression, cst.BaseExpression]


def handed_names(file: ParsedFile) -> list[str]:
    """The names in ``env["JOB_DIR"] = ...``, ``env = {**os.environ, "JOB_DIR": ...}`` and ``run(..., env={...})``."""
    if not any(word in file.source.text for word in _WORDS):
        return []
    environment = Environment(file)
    keys = [
        key for key, value in _set(file, environment) if not any(map(environment.is_mapping, subtree(value)))
    ]
    names = {name for key in keys for name in strings_of(value_of(file, key), "", lambda *_: None)}
    names.update(_updated(file, environment))
    return sorted(name for name in names if name and _VARIABLE.fullmatch(name))


def entries_set(file: ParsedFile) -> Iterator[Item]:
    """Key and value of each ``env["JOB_DIR"] = ...``."""
    for assign in file.tree.of(cst.Assign):
        for each in assign.targets:
            key = entry_of(each.target)
            if key is not None:
                yield key, assign.value


def entry_of(target: cst.BaseExpression) -> cst.BaseExpression | None:
    """The key in ``env["JOB_DIR"]``; None for an entry of what is named for no environment."""
    index = target.slice[0].slice if isinstance(target, cst.Subscript) else None
    if isinstance(index, cst.Index) and isinstance(target, cst.Subscript) and _is_environment(target.value):
        return index.value
    return None


def _set(file: ParsedFile, environment: Environment) -> Iterator[Item]:
    """The keys of such environments, each with its value."""
    yield from entries_set(file)
    given = [each.value for each in file.tree.of(cst.Arg) if each.keyword and each.keyword.value in _KEYWORDS]
    reached = {last_name(node) for value in given for node in _handed_in(value)} - {""}
    for name, table in _tables(file):
        # A table of variables alone may only describe them: ``REQUIRED_ENV = {"SHOP_URL": "of the database"}``.
        if name in reached or (_ENVIRONMENT.search(name) and _is_copy(table, environment)):
            yield from _items(table)
    for value in (*given, *(call.args[0].value for call in _updates(file))):
        if isinstance(value, cst.Dict):
            yield from _items(value)


def _updates(file: ParsedFile) -> Iterator[cst.Call]:
    """Each ``env.update({...})``."""
    return (call for call in file.tree.of(cst.Call) if call.args and is_update(call))


def is_update(call: cst.CSTNode | None) -> bool:
    """Whether it is an ``env.update(...)``."""
    func = call.func if isinstance(call, cst.Call) else None
    return isinstance(func, cst.Attribute) and func.attr.value == "update" and _is_environment(func.value)


def _updated(file: ParsedFile, environment: Environment) -> Iterator[str]:
    """The names in ``env.update(JOB_DIR=...)``."""
    for arg in (arg for call in _updates(file) for arg in call.args):
        if arg.keyword is not None and not any(map(environment.is_mapping, subtree(arg.value))):
            yield arg.keyword.value


def _tables(file: ParsedFile) -> Iterator[tuple[str, cst.Dict]]:
    for assign in file.tree.of(cst.Assign):
        if isinstance(assign.value, cst.Dict):
            yield last_name(assign.targets[0].target), assign.value
    for annotated in file.tree.of(cst.AnnAssign):
        if isinstance(annotated.value, cst.Dict):
            yield last_name(annotated.target), annotated.value


def _handed_in(value: cst.BaseExpression) -> Iterator[cst.CSTNode]:
    """What an environment is made of: ``child`` in ``env=child.copy()`` and ``env={**os.environ, **child}``."""
    if not isinstance(value, cst.Dict):
        return subtree(value)
    return (node for star in _stars(value) for node in subtree(star))


def _stars(table: cst.Dict) -> Iterator[cst.BaseExpression]:
    return (each.value for each in table.elements if isinstance(each, cst.StarredDictElement))


def _is_copy(table: cst.Dict, environment: Environment) -> bool:
    """Whether the own environment is in the table."""
    return any(environment.is_mapping(node) for star in _stars(table) for node in subtree(star))


def _items(table: cst.Dict) -> Iterator[Item]:
    return ((each.key, each.value) for each in table.elements if isinstance(each, cst.DictElement))


def _is_environment(node: cst.BaseExpression) -> bool:
    return _ENVIRONMENT.search(last_name(node)) is not None
