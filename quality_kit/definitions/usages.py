"""Facts: what a file hands to FastAPI as dependencies, uses as decorators, and registers something with."""

from __future__ import annotations

from typing import TypedDict

import libcst as cst

from quality_kit.definitions.module_level import when_runs
from quality_kit.definitions.references import BUILTIN, references
from quality_kit.rule import Collector

#: What declares a dependency: ``Depends`` of FastAPI and its kin (``TaskiqDepends`` ...), under any alias.
_DECLARING = ("Depends", "Security")
_REGISTER = "register"


class Dependencies(Collector):
    """One fact: the references to all names that are given to ``Depends`` or ``Security``; no place."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note the dependencies of all routes and providers of the file."""
        known = references(node)
        aliases = {name for name, origin in known.imported.items() if origin.endswith(_DECLARING)}.union(
            _DECLARING
        )
        given = set()
        for call in self.file.tree.of(cst.Call):
            func = call.func
            if func.__class__ is cst.Name:
                declares = func.value in aliases
            else:
                declares = func.__class__ is cst.Attribute and func.attr.value in _DECLARING
            if declares and call.args:
                given.add(known.to(_dependency(call)))
        if given - {None}:
            self.fact(sorted(each for each in given if each))


class Decorators(Collector):
    """One fact: the references to all names that are used as decorators, but builtins; no place.

    A call is left out, so that ``@registry.register("csv")`` and ``@registry.register`` are the same.
    """

    def visit_Module(self, node: cst.Module) -> None:
        """Note the decorators of the file."""
        known = references(node)
        used = {known.to(_called(decorator.decorator)) for decorator in self.file.tree.of(cst.Decorator)}
        names = sorted(name for name in used if name and not name.startswith(BUILTIN))
        if names:
            self.fact(names)


class RegistrationFact(TypedDict):
    """References to methods that something is registered with: ``.tools.registry.register``."""

    #: While the module is imported.
    importing: list[str]
    #: In functions.
    later: list[str]


class Registrations(Collector):
    """One ``RegistrationFact``, of calls of ``register...`` on names of modules; no place."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note the calls of the file."""
        if _REGISTER.encode() not in self.file.source.data:
            return
        known = references(node)
        importing: set[str | None] = set()
        later: set[str | None] = set()
        for call in self.file.tree.of(cst.Call):
            func = call.func
            if isinstance(func, cst.Attribute) and func.attr.value.startswith(_REGISTER):
                is_importing = when_runs(self.file.tree, call) == "import"
                (importing if is_importing else later).add(known.to(func))
        if (importing | later) - {None}:
            fact: RegistrationFact = {
                "importing": sorted(each for each in importing if each),
                "later": sorted(each for each in later if each),
            }
            self.fact(fact)


def _dependency(call: cst.Call) -> cst.BaseExpression:
    by_name = [
        arg.value for arg in call.args if arg.keyword is not None and arg.keyword.value == "dependency"
    ]
    return by_name[0] if by_name else call.args[0].value


def _called(node: cst.BaseExpression) -> cst.BaseExpression:
    return node.func if isinstance(node, cst.Call) else node
