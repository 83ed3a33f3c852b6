"""Facts: which names a file imports from where."""

from __future__ import annotations

from typing import Literal, TypedDict

import libcst as cst

from quality_kit.definitions.module_level import statements
from quality_kit.definitions.references import imported_names
from quality_kit.rule import Collector


class ImportFact(TypedDict):
    """The imports of one file that are done under the same circumstances."""

    #: ``import`` and ``typing``: at module level; ``function``: in a call or a class; ``main``: as a program.
    when: Literal["import", "main", "typing", "function"]
    #: Pairs: the name bound in this file (``*`` for a star), the dotted name it stands for as written
    #: (of a star the module).
    names: list[list[str]]


class Imports(Collector):
    """One ``ImportFact`` for each circumstance; no places."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note all imports of the file."""
        # a fact without names too: it tells a module that imports nothing from one that could not be read
        found: dict[str, list[list[str]]] = {"import": []}
        when_runs = {id(statement.node): statement.when for statement in statements(node)}
        nodes: list[cst.Import | cst.ImportFrom] = [
            *self.file.tree.of(cst.Import),
            *self.file.tree.of(cst.ImportFrom),
        ]
        for each in nodes:
            when = when_runs.get(id(each), "function")
            found.setdefault(when, []).extend(list(pair) for pair in imported_names(each))
        for when, names in found.items():
            self.fact({"when": when, "names": names})
