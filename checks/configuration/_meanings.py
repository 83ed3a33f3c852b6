"""The values of names: constants, loop variables, parameters, imports and members of classes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import libcst as cst

from quality_kit.tree import Binding, ParsedFile, subtree

from ._scopes import class_around, enclosing_function, parameter_position, qualified_name
from ._values import Evaluation, Reader, Value, any_of

_TRIMMING = frozenset(("strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "replace"))


def _attribute(node: cst.Attribute, work: Evaluation) -> Value:
    if node.attr.value == "value":  # the member of an enum
        return work.of(node.value)
    file, owner = work.file, node.value
    name = file.names.qualified(node)
    if name or not isinstance(owner, cst.Name):
        return {"ref": name} if name else None
    around = class_around(file, node) if owner.value in ("self", "cls") else _class_named(file, owner)
    return {"ref": f":{qualified_name(file, around)}.{node.attr.value}"} if around is not None else None


def _class_named(file: ParsedFile, name: cst.Name) -> cst.ClassDef | None:
    found = (binding.node for binding in file.names.bindings(name))
    return next((node for node in found if isinstance(node, cst.ClassDef)), None)


def _name(node: cst.Name, work: Evaluation) -> Value:
    found = work.file.names.bindings(node)
    if not found:
        # A star import may bring it; whether one does is known when all files are.
        return {"ref": f":{node.value}"} if work.file.names.has_star_import else None
    chosen = _loop_around(node, found, work.file) or found
    if len(chosen) > 1:
        chosen = [binding for binding in chosen if not _is_trimmed(binding.value, node.value)]
    if len(chosen) > 1 and any(_mentions(binding.value, node.value) for binding in chosen):
        return None  # a text that grows
    return any_of([work.once(binding.node, partial(_bound, binding, node.value, work)) for binding in chosen])


def _loop_around(node: cst.Name, found: list[Binding], file: ParsedFile) -> list[Binding]:
    """Of several loops with the same variable the one that the name stands in."""
    loops = {id(binding.node): binding for binding in found if isinstance(binding.node, cst.For)}
    if not loops or len(found) == 1:
        return []
    return [loops[id(around)] for around in file.tree.ancestors(node) if id(around) in loops][:1]


def _is_trimmed(value: cst.BaseExpression | None, name: str) -> bool:
    """``name = name.strip().removeprefix("x")`` leaves the name of a variable as it is."""
    made = value
    while (
        isinstance(made, cst.Call)
        and isinstance(made.func, cst.Attribute)
        and made.func.attr.value in _TRIMMING
    ):
        made = made.func.value
    return made is not value and isinstance(made, cst.Name) and made.value == name


def _mentions(value: cst.BaseExpression | None, name: str) -> bool:
    return value is not None and any(
        isinstance(each, cst.Name) and each.value == name for each in subtree(value)
    )


def _bound(binding: Binding, name: str, work: Evaluation) -> Value:
    node = binding.node
    if binding.imported:
        return {"ref": binding.imported}
    if binding.value is not None:
        return work.of(binding.value)
    if isinstance(node, (cst.For, cst.CompFor)):
        return _looped(node, name, work.of(node.iter))
    if isinstance(node, cst.ClassDef):
        return {"ref": f":{qualified_name(work.file, node)}"}
    return _parameter(node, work) if isinstance(node, cst.Param) else None


def _looped(loop: cst.For | cst.CompFor, name: str, iterated: Value) -> Value:
    path = _path_to(loop.target, name)
    if iterated is None or path is None:
        return None
    value: Value = {"each": iterated}
    for index in path:
        value = {"item": [value, index]}
    return value


def _path_to(target: cst.CSTNode, name: str) -> list[int] | None:
    """Where a name stands in a loop's target: ``[]`` for the target itself, ``[1]`` in ``for _, name in``."""
    if isinstance(target, cst.Name):
        return [] if target.value == name else None
    if isinstance(target, (cst.Tuple, cst.List)):
        for index, element in enumerate(target.elements):
            inner = _path_to(element.value, name)
            if inner is not None:
                return [index, *inner]
    return None


def _parameter(param: cst.Param, work: Evaluation) -> Value:
    function = enclosing_function(work.file, param)
    if function is None:
        return None
    position = parameter_position(function, param)
    return {
        "param": [qualified_name(work.file, function), position, param.name.value, work.of(param.default)]
    }


NAME_READERS: Mapping[type[Any], Reader] = {cst.Name: _name, cst.Attribute: _attribute}
