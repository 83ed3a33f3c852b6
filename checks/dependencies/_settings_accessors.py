"""Facts: functions without parameters that build an object at every call and return it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TypedDict

import libcst as cst

from quality_kit.definitions.module_level import statements
from quality_kit.definitions.references import CALL, References, references
from quality_kit.rule import Collector
from quality_kit.tree import dotted, subtree

#: What keeps a result, as a decorator or as a function that is given another one.
_KEEPING = re.compile(r"cache|memo|once|singleton|lazy", re.IGNORECASE)


class AccessorFact(TypedDict):
    """Such a function of a module, at its name."""

    name: str
    #: A reference to what it builds: ``.config.Settings()``.
    built: str


class Accessors(Collector):
    """One fact for each; functions with a decorator, and those that a cache is given, are none."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note the functions at module level."""
        if b"ettings" not in self.file.source.data and b"onfig" not in self.file.source.data:
            return
        for statement in statements(node):
            function = statement.node
            if isinstance(function, cst.FunctionDef) and _is_plain(function):
                built = _built(function)
                reference = self._known.to(built.func) if built is not None else None
                if reference is not None and CALL not in reference and function.name.value not in self._kept:
                    fact: AccessorFact = {"name": function.name.value, "built": f"{reference}{CALL}"}
                    self.fact(fact, function)

    @cached_property
    def _known(self) -> References:
        return references(self.file.module)

    @cached_property
    def _kept(self) -> set[str]:
        """The functions whose results something keeps: ``get_settings = lru_cache(_build)``."""
        return {
            arg.value.value
            for call in self.file.tree.of(cst.Call)
            if _KEEPING.search(_called(call))
            for arg in call.args
            if isinstance(arg.value, cst.Name)
        }


def _called(call: cst.Call) -> str:
    func = call.func.func if isinstance(call.func, cst.Call) else call.func
    return dotted(func) or ""


def _is_plain(function: cst.FunctionDef) -> bool:
    """Without decorators and parameters."""
    declared = function.params
    return not function.decorators and not any(
        (
            *(declared.posonly_params, declared.params, declared.kwonly_params, declared.star_kwarg),
            isinstance(declared.star_arg, cst.Param),
        )
    )


def _built(function: cst.FunctionDef) -> cst.Call | None:
    """The call whose result every call of the function gives; None where it may be one of before."""
    steps = list(_steps(function.body))
    last = steps[-1] if steps else None
    if not isinstance(last, cst.Return) or any(
        isinstance(each, cst.Global) for each in subtree(function.body)
    ):
        return None
    if any(isinstance(each, cst.Return) and each is not last for each in subtree(function.body)):
        return None
    value = last.value
    if isinstance(value, cst.Name):
        value = next((each.value for each in steps if _assigns(each, value.value)), None)  # type: ignore[attr-defined]
    return value if isinstance(value, cst.Call) else None


def _assigns(node: cst.CSTNode, name: str) -> bool:
    if isinstance(node, cst.AnnAssign):
        return isinstance(node.target, cst.Name) and node.target.value == name
    return isinstance(node, cst.Assign) and any(
        isinstance(each.target, cst.Name) and each.target.value == name for each in node.targets
    )


def _steps(body: cst.BaseSuite) -> Iterator[cst.CSTNode]:
    """The small statements of the function itself, also in a ``try`` and a ``with``; others as a whole."""
    for statement in body.body:
        if isinstance(statement, cst.SimpleStatementLine):
            yield from statement.body
        elif isinstance(statement, (cst.Try, cst.With)):
            yield from _steps(statement.body)
        else:
            yield statement
