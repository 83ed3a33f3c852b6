"""Facts: which classes a file defines, and which of their methods give an instance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

import libcst as cst

from quality_kit.definitions.makers import Makers
from quality_kit.definitions.module_level import statements
from quality_kit.definitions.references import CALL, References, references
from quality_kit.rule import Collector


class ClassFact(TypedDict):
    """A class at module level, or in the body of one."""

    #: With the classes around it: ``Outer.Inner``.
    name: str
    #: References to the bases; ``[T]`` and calls are left out.
    bases: list[str]
    #: References to the decorators, calls left out.
    decorators: list[str]
    #: What methods return that give an instance: ``""`` for one of the class itself, else a reference to
    #: the other class.
    makes: dict[str, str]


class Classes(Collector):
    """One ``ClassFact`` for each class of a file; no places."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note all classes of the file."""
        known = references(node)
        makers = Makers(self.file.tree, known)
        for name, each in _classes(node):
            fact: ClassFact = {
                "name": name,
                "bases": list(_plain(known, [base.value for base in each.bases])),
                "decorators": list(_plain(known, [decorator.decorator for decorator in each.decorators])),
                "makes": makers.of(each),
            }
            self.fact(fact)


def _classes(module: cst.Module) -> Iterator[tuple[str, cst.ClassDef]]:
    for statement in statements(module):
        if isinstance(statement.node, cst.ClassDef):
            yield from _with_inner(statement.node, "")


def _with_inner(node: cst.ClassDef, prefix: str) -> Iterator[tuple[str, cst.ClassDef]]:
    name = f"{prefix}{node.name.value}"
    yield name, node
    for inner in node.body.body:
        if isinstance(inner, cst.ClassDef):
            yield from _with_inner(inner, f"{name}.")


def _plain(known: References, nodes: list[cst.BaseExpression]) -> Iterator[str]:
    for node in nodes:
        found = known.to(node)
        if found:
            yield found.replace(CALL, "")
