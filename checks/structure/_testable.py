"""Facts: whether a module has anything to test, a function that does something; and what tests import."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.rule import Collector
from quality_kit.tree import dotted
from quality_kit.tree.functions import enclosing_class, is_stub

_SIGN = b"def "
_PYTEST = "pytest"
#: A protocol declares what others do; the configuration of a Django app connects what others define.
_DECLARING_BASES = re.compile(r"Protocol\Z|AppConfig")
_DECLARING_DECORATORS = ("overload", "abstractmethod")


class Testable(Collector):
    """One fact, the number of such functions, for a module that has some; no place."""

    def visit_Module(self, node: cst.Module) -> None:
        """Count them."""
        if _SIGN in self.file.source.data and not self._helps_tests():
            count = sum(map(self._does_something, self.file.tree.of(cst.FunctionDef)))
            if count:
                self.fact(count)

    def _helps_tests(self) -> bool:
        """Whether the module imports pytest: then it holds fixtures or what else tests need."""
        names = [dotted(alias.name) for each in self.file.tree.of(cst.Import) for alias in each.names]
        return _PYTEST in (*names, *(dotted(each.module) for each in self.file.tree.of(cst.ImportFrom)))

    def _does_something(self, function: cst.FunctionDef) -> bool:
        name = function.name.value
        if name.startswith("__") and name.endswith("__"):
            return False
        if any(_last(each.decorator) in _DECLARING_DECORATORS for each in function.decorators):
            return False
        owner = enclosing_class(self.file.tree, function)
        declares = owner is not None and any(
            _DECLARING_BASES.search(_last(base.value)) for base in owner.bases
        )
        return not declares and not is_stub(function)


class TestUses(Collector):
    """In files about tests, the dotted names of ``import a.b`` and what is used of them (``a.b.C``); no places."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note them, each once."""
        aliases = [alias for each in self.file.tree.of(cst.Import) for alias in each.names]
        if "test" not in self.file.path or not aliases:
            return
        known = {dotted(alias.name) or "" for alias in aliases}
        roots = {name.partition(".")[0]: name.partition(".")[0] for name in known}
        for alias in aliases:
            if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
                roots[alias.asname.name.value] = dotted(alias.name) or ""
        for attribute in self.file.tree.of(cst.Attribute):
            first, dot, rest = (dotted(attribute) or "").partition(".")
            if first in roots:
                known.add(f"{roots[first]}{dot}{rest}")
        self.fact(sorted(known))


def _last(node: cst.BaseExpression) -> str:
    plain = node.value if isinstance(node, cst.Subscript) else node
    return (dotted(plain) or "").rpartition(".")[2]
