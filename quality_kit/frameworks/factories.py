"""Objects that make objects when they are called, and functions by what they give.

What a session factory makes is written ``type[sqlalchemy.orm.Session]``, as the class itself would be.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.frameworks.annotations import annotated_type, reference
from quality_kit.tree import Names, Tree, dotted
from quality_kit.tree.functions import enclosing_function

_MADE = {
    "sessionmaker": "sqlalchemy.orm.Session",
    "async_sessionmaker": "sqlalchemy.ext.asyncio.AsyncSession",
}
_CLASS = "class_"
_START, _END = "type[", "]"
#: Annotations of generators; a provider gives what it yields.
_YIELDING = frozenset(
    ("Generator", "AsyncGenerator", "Iterator", "AsyncIterator", "Iterable", "AsyncIterable")
)


def factory(names: Names, call: cst.Call) -> str | None:
    """``type[...]`` of what the object makes that the call gives; None where that is no factory."""
    name = (reference(names, call.func) or "").rpartition(".")[2]
    if name not in _MADE:
        return None
    given = (arg.value for arg in call.args if arg.keyword is not None and arg.keyword.value == _CLASS)
    chosen = next((reference(names, value) for value in given), _MADE[name])
    return f"{_START}{chosen}{_END}" if chosen else None


def made_by(kind: str | None) -> str | None:
    """What a call of an object of this type gives; None where it is no factory."""
    is_factory = kind is not None and kind.startswith(_START) and kind.endswith(_END)
    return kind[len(_START) : -len(_END)] if kind and is_factory else None


def declared_result(names: Names, function: cst.FunctionDef) -> str | None:
    """The class that a function's annotation names, of a generator that of what it yields."""
    if function.returns is None:
        return None
    annotation = function.returns.annotation
    if isinstance(annotation, cst.Subscript) and _last(annotation.value) in _YIELDING:
        first = annotation.slice[0].slice
        return annotated_type(names, first.value) if isinstance(first, cst.Index) else None
    return annotated_type(names, annotation)


def results(tree: Tree, function: cst.FunctionDef) -> Iterator[cst.BaseExpression]:
    """What a function returns and yields."""
    nodes: list[cst.Return | cst.Yield] = [*tree.of(cst.Return), *tree.of(cst.Yield)]
    for node in nodes:
        if isinstance(node.value, cst.BaseExpression) and enclosing_function(tree, node) is function:
            yield node.value


def _last(node: cst.BaseExpression) -> str:
    return (dotted(node) or "").rpartition(".")[2]
