"""Annotations that say ``Any``: what comes through them is checked by nobody."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.outlines.model import AnyType
from quality_kit.tree import ParsedFile, dotted

_MAPPINGS = frozenset(("dict", "Dict", "Mapping", "MutableMapping", "OrderedDict", "defaultdict"))
_ANY = frozenset(("typing.Any", "typing_extensions.Any"))


def any_types(file: ParsedFile) -> Iterator[AnyType]:
    """Each ``Any`` below an annotation, but for the values of mappings: ``dict[str, Any]`` is what JSON is."""
    if b"Any" not in file.source.data:
        return
    nodes = [
        node
        for node in file.tree.of(cst.Name)
        if node.value == "Any"
        and _is_annotation(file, node)
        and file.names.qualified(_whole(file, node)) in _ANY
    ]
    places = file.places(nodes)
    for node in nodes:
        yield AnyType(places[id(node)].line, _scope(file, node))


def _is_annotation(file: ParsedFile, node: cst.Name) -> bool:
    for around in file.tree.ancestors(node):
        if isinstance(around, cst.Subscript) and (dotted(around.value) or "").rpartition(".")[2] in _MAPPINGS:
            return False
        if isinstance(around, cst.Annotation):
            return True
    return False


def _whole(file: ParsedFile, node: cst.Name) -> cst.CSTNode:
    """``t.Any``, not its last part."""
    around = file.tree.parent(node)
    return around if isinstance(around, cst.Attribute) and around.attr is node else node


def _scope(file: ParsedFile, node: cst.CSTNode) -> str:
    around = file.tree.ancestors(node)
    names = [each.name.value for each in around if isinstance(each, (cst.FunctionDef, cst.ClassDef))]
    return ".".join(reversed(names))
