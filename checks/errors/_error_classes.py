"""Facts: the classes of a file that derive from a builtin exception themselves."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from typing import TypedDict

import libcst as cst

from quality_kit.definitions.module_level import statements
from quality_kit.definitions.references import BUILTIN, references
from quality_kit.frameworks.handlers import Handler, caught, handler_around
from quality_kit.rule import Collector
from quality_kit.tree import ParsedFile, last_name

_EXCEPTIONS = frozenset(
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
)


class ErrorClassFact(TypedDict):
    """A class with a builtin exception among its bases, at its name."""

    #: With the classes around it: ``Outer.Inner``.
    name: str
    #: The builtin exceptions among its bases.
    builtins: list[str]
    #: Whether its own file raises and catches it: then it is a matter between the functions of one module.
    caught_here: bool


class ErrorClasses(Collector):
    """One ``ErrorClassFact`` for each such class at module level or in the body of one.

    A class in an ``except`` stands for one that could not be imported, and is left out.
    """

    def visit_Module(self, node: cst.Module) -> None:
        """Note the classes whose bases name a builtin exception."""
        known = references(node)
        caught_here = _caught(self.file) & _raised(self.file)
        own = ((name, each) for name, each in _classes(node) if not handler_around(self.file.tree, each))
        for name, each in own:
            bases = [(known.to(base.value) or "").removeprefix(BUILTIN) for base in each.bases]
            found = [base for base in bases if base in _EXCEPTIONS]
            if found:
                is_caught = each.name.value in caught_here
                fact: ErrorClassFact = {"name": name, "builtins": found, "caught_here": is_caught}
                self.fact(fact, each)


def _classes(module: cst.Module) -> Iterator[tuple[str, cst.ClassDef]]:
    pending = [
        (each.node.name.value, each.node)
        for each in statements(module)
        if isinstance(each.node, cst.ClassDef)
    ]
    while pending:
        name, node = pending.pop(0)
        yield name, node
        pending += [
            (f"{name}.{inner.name.value}", inner)
            for inner in node.body.body
            if isinstance(inner, cst.ClassDef)
        ]


def _caught(file: ParsedFile) -> frozenset[str]:
    """The last parts of the names of all classes that the file catches."""
    handlers: list[Handler] = [*file.tree.of(cst.ExceptHandler), *file.tree.of(cst.ExceptStarHandler)]
    return frozenset(name.rpartition(".")[2] for handler in handlers for name in caught(handler))


def _raised(file: ParsedFile) -> frozenset[str]:
    """The last parts of the names of all classes that the file raises."""
    raised = (
        node.exc.func if isinstance(node.exc, cst.Call) else node.exc for node in file.tree.of(cst.Raise)
    )
    return frozenset(map(last_name, raised))
