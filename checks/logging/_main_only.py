"""The functions and classes of a module that only its main guard reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import libcst as cst

from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

_Definition = cst.FunctionDef | cst.ClassDef
_SIGN = b"__main__"
#: Decorators of these modules call the function no differently; others may register it somewhere.
_PLAIN_DECORATORS = ("functools.", "contextlib.", "dataclasses.")
#: What a module that others import, too, keeps for its start as a program.
_START = "main"


def main_only(file: ParsedFile) -> frozenset[int]:
    """The identities of the module's functions and classes that run only when it is started as a program.

    These are what the block of the main guard calls and what only they call: ``main()``,
    ``asyncio.run(main())``, and their helpers. If the module has public functions or classes that
    its program does not use, it is a library as well: then its public helpers may be called from anywhere,
    and only ``main`` and private ones count.
    """
    if _SIGN not in file.source.data:
        return frozenset()
    definitions = _definitions(file)
    users = _users(file, definitions)
    found = _reached(definitions, users) - _with_other_users(file, definitions, users)
    is_library = any(name not in found for name in definitions if not name.startswith("_"))
    kept = (name for name in found if not is_library or name == _START or name.startswith("_"))
    return frozenset(id(definitions[name]) for name in kept)


def _definitions(file: ParsedFile) -> dict[str, _Definition]:
    """What the module defines once, by name."""
    nodes: list[_Definition] = [*file.tree.of(cst.FunctionDef), *file.tree.of(cst.ClassDef)]
    bound = file.names.module_bindings()
    return {
        node.name.value: node
        for node in nodes
        if [binding.node for binding in bound.get(node.name.value, ())] == [node]
    }


def _users(file: ParsedFile, definitions: Mapping[str, _Definition]) -> Mapping[str, set[str]]:
    """Where each definition is used: in which other one, "" in the main guard, "*" elsewhere."""
    by_identity = {id(node): name for name, node in definitions.items()}
    users: defaultdict[str, set[str]] = defaultdict(set)
    for name in file.tree.of(cst.Name):
        if name.value in definitions and _means(file, name, definitions[name.value]):
            around = [by_identity[id(node)] for node in file.tree.ancestors(name) if id(node) in by_identity]
            place = around[-1] if around else "" if is_guarded(file.tree, name) else "*"
            users[name.value].add(place)
    for exported in _exported(file):
        users[exported].add("*")
    return users


def _means(file: ParsedFile, name: cst.Name, definition: _Definition) -> bool:
    parent = file.tree.parent(name)
    if parent is definition and definition.name is name:
        return False
    if (isinstance(parent, cst.Attribute) and parent.attr is name) or (
        isinstance(parent, cst.Arg) and parent.keyword is name
    ):
        return False
    return any(binding.node is definition for binding in file.names.bindings(name))


def _exported(file: ParsedFile) -> Iterator[str]:
    for binding in file.names.module_bindings().get("__all__", ()):
        if isinstance(binding.value, (cst.List, cst.Tuple)):
            for element in binding.value.elements:
                if name := text_of(element.value):
                    yield name


def _reached(definitions: Mapping[str, _Definition], users: Mapping[str, set[str]]) -> set[str]:
    reached = {""}
    while more := {name for name in definitions if users.get(name, set()) & reached} - reached:
        reached |= more
    return reached - {""}


def _with_other_users(
    file: ParsedFile, definitions: Mapping[str, _Definition], users: Mapping[str, set[str]]
) -> set[str]:
    """What is registered with somebody, or used from anywhere but the program."""
    others = {name for name, node in definitions.items() if _is_registered(file, node)}
    inside = {"", *definitions}
    others |= {name for name in definitions if not users.get(name, set()) <= inside}
    unreached = set(definitions) - _reached(definitions, users)
    others |= unreached
    while more := {name for name in definitions if users.get(name, set()) - {name} & others} - others:
        others |= more
    return others


def _is_registered(file: ParsedFile, node: _Definition) -> bool:
    if isinstance(node, cst.ClassDef):
        return False
    made_by = [each.decorator for each in node.decorators]
    names = [
        file.names.qualified(each.func if isinstance(each, cst.Call) else each) or dotted(each) or ""
        for each in made_by
    ]
    return not all(name.startswith(_PLAIN_DECORATORS) for name in names)
