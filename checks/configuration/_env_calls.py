"""Calls of functions that read a variable on behalf of their callers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

import libcst as cst

from quality_kit.tree import ParsedFile, dotted

from ._env_libraries import LIBRARIES
from ._evaluate import value_of
from ._optional import answer_to_none
from ._scopes import class_around, is_default, positional, qualified_name
from ._values import Value

#: A literal that may name a variable.
_VARIABLE = re.compile(r"(?P<quote>['\"])[A-Z_][A-Z0-9_]+(?P=quote)", re.ASCII)
#: Functions and objects of other modules that may read a variable are told by their names.
_MAY_READ = re.compile(r"env|conf|setting|secret|var|param", re.IGNORECASE)
_MOST_ROUNDS = 4


def own_calls(file: ParsedFile, wrappers: set[str]) -> Iterator[tuple[Any, cst.CSTNode]]:
    """Calls of functions of this file that read what they are told to, also through one another."""
    seen: set[int] = set()
    for _ in range(_MOST_ROUNDS):
        last_names = {name.rpartition(".")[2] for name in wrappers}
        grown = set(wrappers)
        for call in file.tree.of(cst.Call) if wrappers else ():
            if id(call) in seen or (dotted(call.func) or "").rpartition(".")[2] not in last_names:
                continue
            name = _own_function(file, call.func)
            if name in wrappers:
                seen.add(id(call))
                fact = _call_fact(file, call, f":{name}")
                grown.update(fact.get("callers", ()))
                yield fact, call
        if grown == wrappers:
            return
        wrappers = grown


def foreign_calls(file: ParsedFile) -> Iterator[tuple[Any, cst.CSTNode]]:
    """Calls with the name of a variable of what another module of the project may define."""
    for call in file.tree.of(cst.Call):
        args = call.args
        if not args or args[0].value.__class__ is not cst.SimpleString:
            continue
        if _VARIABLE.fullmatch(args[0].value.value):
            origin = _origin(file, call.func)
            if origin is not None and _MAY_READ.search(origin):
                yield _call_fact(file, call, origin), call


def functions_in(value: Value) -> list[str]:
    """The functions whose parameters a value is made of."""
    if isinstance(value, list):
        return sorted({name for item in value for name in functions_in(item)})
    if not isinstance(value, dict):
        return []
    return [value["param"][0]] if "param" in value else functions_in(list(value.values()))


def default_of(
    file: ParsedFile, node: cst.CSTNode, default: cst.BaseExpression | None, function: str
) -> list[Any] | None:
    """Position, name and own default of the parameter with which a function is told a default."""
    around = (item for item in file.tree.ancestors(node) if isinstance(item, cst.FunctionDef))
    definition = next((item for item in around if qualified_name(file, item) == function), None)
    if definition is None:
        return None
    params = [*positional(definition), *definition.params.kwonly_params]
    given = dotted(default)
    for index, param in enumerate(params):
        if param.name.value == given or (given is None and is_default(param)):
            has_own = param.default is not None and dotted(param.default) != "None"
            return [index if index < len(positional(definition)) else -1, param.name.value, has_own]
    return None


def _own_function(file: ParsedFile, func: cst.BaseExpression) -> str | None:
    """The function of this file that an expression calls, also as ``self.method`` or ``Class.method``."""
    if isinstance(func, cst.Name):
        found = (binding.node for binding in file.names.bindings(func))
        definition = next((node for node in found if isinstance(node, cst.FunctionDef)), None)
        return qualified_name(file, definition) if definition is not None else None
    if not isinstance(func, cst.Attribute) or not isinstance(func.value, cst.Name):
        return None
    if func.value.value in ("self", "cls"):
        owner = class_around(file, func)
    else:
        nodes = (binding.node for binding in file.names.bindings(func.value))
        owner = next((node for node in nodes if isinstance(node, cst.ClassDef)), None)
    return f"{qualified_name(file, owner)}.{func.attr.value}" if owner is not None else None


def _origin(file: ParsedFile, func: cst.BaseExpression) -> str | None:
    origin = file.names.qualified(func)
    if origin is None:
        first = func
        while isinstance(first, cst.Attribute):
            first = first.value
        unbound = isinstance(first, cst.Name) and not file.names.bindings(first)
        return f":{dotted(func)}" if unbound and file.names.has_star_import else None
    root = origin.split(".", 1)[0]
    return None if root in sys.stdlib_module_names or root in LIBRARIES else origin


def _call_fact(file: ParsedFile, call: cst.Call, name: str) -> dict[str, Any]:
    positions = [value_of(file, arg.value) for arg in call.args if arg.keyword is None and not arg.star]
    named = {arg.keyword.value: value_of(file, arg.value) for arg in call.args if arg.keyword is not None}
    callers = functions_in([positions, *named.values()])
    found: dict[str, Any] = {"call": name, "args": positions, "named": named}
    if answer_to_none(file, call) == "goes on":
        found["optional"] = True
    if callers:
        found["callers"] = {caller: default_of(file, call, None, caller) for caller in callers}
    return found
