"""The parts of a module that a split could move, with their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile

#: A class with more than this share of the module's lines is its bulk: the split is one of its methods.
_BULK = 0.5
#: What belongs to a class or module as a whole and to no responsibility in it.
_WHOLE = frozenset({"__init__", "__new__", "__post_init__", "__all__"})

_Statement = cst.FunctionDef | cst.ClassDef | cst.Assign | cst.AnnAssign | cst.TypeAlias


class Definition(NamedTuple):
    """A function, class or value of the module, or a method of the class that is its bulk."""

    name: str
    node: cst.CSTNode
    #: Physical lines, decorators included.
    size: int
    #: The class around a method.
    owner: cst.ClassDef | None = None


def definitions(file: ParsedFile) -> list[Definition]:
    """In source order; a class that is the module's bulk comes as its methods."""
    most = len(file.source.lines) * _BULK
    result: list[Definition] = []
    for each in _measured(file, _module_level(file), None):
        methods = list(_methods(file, each.node)) if each.size > most else []
        result.extend(methods if len(methods) > 1 else [each])
    return [each for each in result if each.name not in _WHOLE]


def is_declarations(file: ParsedFile) -> bool:
    """Whether the fields in the classes of the module take more lines than its functions.

    A field is an annotated name, or one that is made by a call, such as ``Column(...)``.
    """
    tree, names = file.tree, file.names
    made = [node for node in tree.of(cst.Assign) if isinstance(node.value, cst.Call)]
    fields: list[_Statement] = [*tree.of(cst.AnnAssign), *made]
    functions: list[_Statement] = [*tree.of(cst.FunctionDef)]
    size_of_fields = _size(file, [node for node in fields if isinstance(names.scope_of(node), cst.ClassDef)])
    return size_of_fields > _size(file, [node for node in functions if _is_outer(names.scope_of(node))])


def _is_outer(scope: cst.CSTNode) -> bool:
    return isinstance(scope, (cst.Module, cst.ClassDef))


def _size(file: ParsedFile, nodes: Iterable[_Statement]) -> int:
    return sum(each.size for each in _measured(file, nodes, None))


def _module_level(file: ParsedFile) -> list[_Statement]:
    tree = file.tree
    statements: list[_Statement] = [*tree.of(cst.FunctionDef), *tree.of(cst.ClassDef), *tree.of(cst.Assign)]
    statements += [*tree.of(cst.AnnAssign), *tree.of(cst.TypeAlias)]
    return [node for node in statements if file.names.scope_of(node) is file.module]


def _methods(file: ParsedFile, node: cst.CSTNode) -> Iterator[Definition]:
    if isinstance(node, cst.ClassDef):
        methods = [child for child in node.body.body if isinstance(child, cst.FunctionDef)]
        yield from _measured(file, methods, node)


def _measured(
    file: ParsedFile, nodes: Iterable[_Statement], owner: cst.ClassDef | None
) -> Iterator[Definition]:
    named = [(name, node) for node in nodes if (name := _name(node))]
    places = file.places([_beginning(node) for _, node in named])
    located = [(places[id(_beginning(node))].line, name, node) for name, node in named]
    for first, name, node in sorted(located, key=itemgetter(0)):
        yield Definition(name, node, _last_line(file, first) - first + 1, owner)


def _beginning(node: _Statement) -> cst.CSTNode:
    decorators = node.decorators if isinstance(node, (cst.FunctionDef, cst.ClassDef)) else ()
    return decorators[0] if decorators else node


def _last_line(file: ParsedFile, first: int) -> int:
    lines = file.source.logical_lines
    index = lines.index_at(first)
    return first if index is None else lines.statement_end(index)


def _name(node: _Statement) -> str:
    """The name that it defines; empty for a target of another shape."""
    if isinstance(node, (cst.FunctionDef, cst.ClassDef, cst.TypeAlias)):
        return node.name.value
    target = node.targets[0].target if isinstance(node, cst.Assign) else node.target
    return target.value if isinstance(target, cst.Name) else ""
