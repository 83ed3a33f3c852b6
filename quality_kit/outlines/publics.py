"""The public functions and classes of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from quality_kit.frameworks.routes import Route
from quality_kit.outlines.model import Public, Signature
from quality_kit.outlines.parameters import signature
from quality_kit.tree import ParsedFile

_INIT = "__init__"
#: Decorators after which a function is called otherwise than it is defined.
_NO_CALLS = (
    "property",
    "setter",
    "getter",
    "fixture",
    "validator",
    "field_validator",
    "model_validator",
    "overload",
)


def publics(file: ParsedFile, routes: Sequence[Route]) -> Iterator[Public]:
    """Those that other code may call: no routes, which only the framework calls."""
    handlers = {id(route.handler) for route in routes}
    nodes = [*_nodes(file.module.body, "")]
    places = file.places([node for _, node in nodes])
    for name, node in nodes:
        if id(node) not in handlers and _is_called(node):
            yield Public(places[id(node)].line, name, _signed(file, node))


def _nodes(body: object, prefix: str) -> Iterator[tuple[str, cst.FunctionDef | cst.ClassDef]]:
    """Public definitions of a module, and the public methods of its public classes."""
    for node in body if isinstance(body, (list, tuple)) else ():
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)) and not node.name.value.startswith("_"):
            name = f"{prefix}{node.name.value}"
            yield name, node
            if isinstance(node, cst.ClassDef) and not prefix:
                yield from _nodes(node.body.body, f"{name}.")


def _is_called(node: cst.FunctionDef | cst.ClassDef) -> bool:
    names = (_last(decorator.decorator) for decorator in node.decorators)
    return not any(name in _NO_CALLS for name in names)


def _last(node: cst.BaseExpression) -> str:
    target = node.func if isinstance(node, cst.Call) else node
    if isinstance(target, cst.Attribute):
        return target.attr.value
    return target.value if isinstance(target, cst.Name) else ""


def _signed(file: ParsedFile, node: cst.FunctionDef | cst.ClassDef) -> Signature | None:
    if isinstance(node, cst.FunctionDef):
        return signature(file, node)
    made = [each for each in node.body.body if isinstance(each, cst.FunctionDef) and each.name.value == _INIT]
    return signature(file, made[0]) if made else None
