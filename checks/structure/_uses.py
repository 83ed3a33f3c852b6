"""Which definitions of a module use which, and what state they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile

from ._definitions import Definition

_CONTAINERS = (cst.Dict, cst.List, cst.Set)
_CONTAINER_CALLS = frozenset({"dict", "list", "set", "defaultdict", "deque", "Counter", "OrderedDict"})
_LITERALS = (cst.Integer, cst.Float, cst.SimpleString)
_LITERAL_NAMES = frozenset({"None", "True", "False"})


class Uses(NamedTuple):
    """What is known of the definitions, by their numbers."""

    #: The user and the used.
    pairs: list[tuple[int, int]]
    #: The methods that use each attribute of their object; the constructor is none of them.
    attributes: Mapping[str, set[int]]
    #: The attributes that hold the object's own state; the others are collaborators and settings.
    state: frozenset[str]


def uses(file: ParsedFile, parts: Sequence[Definition]) -> Uses:
    """Read the uses from all names and attributes of the module."""
    numbers = {id(part.node): number for number, part in enumerate(parts)}
    pairs = {*_same_names(parts), *_by_name(file, parts, numbers)}
    attributes: defaultdict[str, set[int]] = defaultdict(set)
    state: set[str] = set()
    members = {part.name: number for number, part in enumerate(parts) if part.owner is not None}
    for attribute in _own_attributes(file, parts):
        user, name = _part_around(file, attribute, numbers), attribute.attr.value
        if name not in members:
            if _is_state(file, attribute, in_constructor=user is None):
                state.add(name)
            if user is not None:
                attributes[name].add(user)
        elif user is not None and user != members[name]:
            pairs.add((user, members[name]))
    return Uses(sorted(pairs), attributes, frozenset(state))


def holds_state(part: Definition) -> bool:
    """Whether the definition is a value of the module that changes, and no constant or collaborator."""
    node = part.node
    if isinstance(node, (cst.Assign, cst.AnnAssign)) and node.value is not None and not part.name.isupper():
        return _is_own_value(node.value)
    return False


def _same_names(parts: Sequence[Definition]) -> Iterator[tuple[int, int]]:
    """Overloads, and the getter and setter of a property, belong together."""
    first: dict[tuple[str, bool], int] = {}
    for number, part in enumerate(parts):
        known = first.setdefault((part.name, part.owner is None), number)
        if known != number:
            yield number, known


def _by_name(
    file: ParsedFile, parts: Sequence[Definition], numbers: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    targets = {part.name: number for number, part in enumerate(parts) if part.owner is None}
    for name in file.tree.of(cst.Name):
        target = targets.get(name.value)
        if target is None or not _is_read(file, name):
            continue
        user = _part_around(file, name, numbers)
        if user is not None and user != target and _means(file, name, parts[target]):
            yield user, target


def _own_attributes(file: ParsedFile, parts: Sequence[Definition]) -> Iterator[cst.Attribute]:
    """The attributes of the object, or of its class, in the methods of the big class."""
    owner = next((part.owner for part in parts if part.owner is not None), None)
    if owner is None:
        return
    first = [method.params.params[:1] for method in owner.body.body if isinstance(method, cst.FunctionDef)]
    receivers = {owner.name.value, *(param.name.value for params in first for param in params)}
    for attribute in file.tree.of(cst.Attribute):
        if isinstance(attribute.value, cst.Name) and attribute.value.value in receivers:
            if owner in file.tree.ancestors(attribute):
                yield attribute


def _part_around(file: ParsedFile, node: cst.CSTNode, numbers: Mapping[int, int]) -> int | None:
    """The definition whose code holds the node; None in a constructor or between definitions."""
    return next((numbers[id(around)] for around in file.tree.ancestors(node) if id(around) in numbers), None)


def _is_read(file: ParsedFile, name: cst.Name) -> bool:
    """Whether the name stands for a value, and is not an attribute's, argument's or definition's own."""
    around = file.tree.parent(name)
    return not any(getattr(around, field, None) is name for field in ("attr", "keyword", "name"))


def _means(file: ParsedFile, name: cst.Name, part: Definition) -> bool:
    return any(binding.node is part.node for binding in file.names.bindings(name))


def _is_state(file: ParsedFile, attribute: cst.Attribute, in_constructor: bool) -> bool:
    """Whether it is written here, in the constructor with a value of the object's own."""
    around = file.tree.parent(attribute)
    if isinstance(around, cst.AssignTarget):
        around = file.tree.parent(around)
    elif not isinstance(around, (cst.AnnAssign, cst.AugAssign)) or around.target is not attribute:
        return False
    value = getattr(around, "value", None)
    return not in_constructor or value is not None and _is_own_value(value)


def _is_own_value(value: cst.BaseExpression) -> bool:
    if isinstance(value, cst.Call):
        return isinstance(value.func, cst.Name) and value.func.value in _CONTAINER_CALLS
    if isinstance(value, cst.Name):
        return value.value in _LITERAL_NAMES
    return isinstance(value, (*_CONTAINERS, *_LITERALS))
