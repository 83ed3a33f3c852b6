"""Facts: which objects of modules the functions and classes of a file use."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import TypedDict

import libcst as cst

from quality_kit.definitions.references import LOCAL
from quality_kit.frameworks.programs import program_libraries
from quality_kit.frameworks.routes import routes
from quality_kit.rule import Collector

from ._handed_on import is_handed_on

_OTHERS = sys.stdlib_module_names | {
    *("builtins", "fastapi", "starlette", "pydantic", "sqlalchemy", "sqlmodel", "typing_extensions", "httpx"),
    *("requests", "aiohttp", "boto3", "celery", "typer", "click", "rich", "numpy", "pandas", "loguru"),
    *("structlog", "pytest", "django", "flask"),
}
#: What builds command-line programs.
_PROGRAMS = frozenset(("typer", "click", "argparse"))
_CLASS_LIKE = re.compile(r"_*[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*\Z")
#: What reads a name without depending on the object: a definition's own name, an import, a target, and
#: ``given or default``, which takes the place of what a caller may hand in.
_NO_USES: frozenset[type[cst.CSTNode]] = frozenset(
    (cst.FunctionDef, cst.ClassDef, cst.Param, cst.ImportAlias, cst.AsName, cst.AssignTarget, cst.NameItem)
    + (cst.Annotation, cst.Del, cst.Return, cst.BooleanOperation, cst.IfExp)
)


class GlobalUseFact(TypedDict):
    """The first use of an object in a class, or in a function outside classes; at the use."""

    #: The outermost class or function: its name.
    consumer: str
    #: ``class``, ``function``, ``route``.
    kind: str
    #: A reference to the object: ``.users.user_service``, ``:user_service``.
    used: str


class GlobalUses(Collector):
    """One fact for each consumer and object; what is only called, returned or a parameter's default is none.

    Command-line modules have none either: nobody hands anything to a command.
    """

    def visit_Module(self, node: cst.Module) -> None:
        """Note the uses in the file."""
        if not _PROGRAMS.isdisjoint(program_libraries(self.file)) and not self._routes:
            return
        names = self._candidates()
        seen: set[tuple[int, str]] = set()
        for name in self.file.tree.of(cst.Name) if names else ():
            if name.value in names:
                self._note(name, seen)

    def _note(self, name: cst.Name, seen: set[tuple[int, str]]) -> None:
        used = self._reference(name) if self._is_use(name) else None
        is_noted = used is not None and not is_handed_on(self.file, name)
        consumer = self._consumer(name) if is_noted else None
        if used is not None and consumer is not None and (id(consumer), used) not in seen:
            seen.add((id(consumer), used))
            fact: GlobalUseFact = {
                "consumer": consumer.name.value,
                "kind": "class" if isinstance(consumer, cst.ClassDef) else self._kind(consumer),
                "used": used,
            }
            self.fact(fact, name)

    def _kind(self, function: cst.FunctionDef) -> str:
        return "route" if id(function) in self._routes else "function"

    @cached_property
    def _routes(self) -> set[int]:
        return {id(route.handler) for route in routes(self.file)}

    def _candidates(self) -> set[str]:
        """Names that imports or module-level calls bind and that are not those of classes."""
        found = set()
        for name, bindings in self.file.names.module_bindings().items():
            if not _CLASS_LIKE.match(name) and any(isinstance(each.value, cst.Call) for each in bindings):
                found.add(name)
        for alias in self.file.tree.of(cst.ImportAlias):
            bound: cst.BaseExpression = alias.asname.name if alias.asname is not None else alias.name
            while isinstance(bound, cst.Attribute):
                bound = bound.value
            if isinstance(bound, cst.Name) and not _CLASS_LIKE.match(bound.value):
                found.add(bound.value)
        return found

    def _is_use(self, name: cst.Name) -> bool:
        around = self.file.tree.parent(name)
        if around.__class__ in _NO_USES:
            return False
        if isinstance(around, cst.Attribute):
            return around.attr is not name
        if isinstance(around, cst.Call):
            return around.func is not name
        if isinstance(around, cst.Arg):
            return around.keyword is not name
        return not (isinstance(around, cst.AnnAssign) and around.target is name)

    def _reference(self, name: cst.Name) -> str | None:
        """The object that the name, with the attributes behind it, stands for at module level."""
        bound = self.file.names.bindings(name)
        if any(isinstance(each.node, cst.Param) for each in bound):
            return None
        imported = next((each.imported for each in bound if each.imported), None)
        if imported is not None:
            return None if imported.partition(".")[0] in _OTHERS else "".join((imported, *self._behind(name)))
        is_global = bool(bound) and bound is self.file.names.module_bindings().get(name.value)
        return f"{LOCAL}{name.value}" if is_global else None

    def _behind(self, node: cst.CSTNode) -> Iterator[str]:
        """The attributes read of an imported name; the last one only where it is not called."""
        around = self.file.tree.parent(node)
        while isinstance(around, cst.Attribute):
            outer = self.file.tree.parent(around)
            if isinstance(outer, cst.Call) and outer.func is around:
                return
            yield f".{around.attr.value}"
            node, around = around, outer

    def _consumer(self, name: cst.Name) -> cst.ClassDef | cst.FunctionDef | None:
        """The outermost class, else the outermost function, in whose body the use runs."""
        found: cst.ClassDef | cst.FunctionDef | None = None
        child: cst.CSTNode = name
        for around in self.file.tree.ancestors(name):
            if isinstance(around, (cst.ClassDef, cst.FunctionDef)) and child is around.body:
                if isinstance(around, cst.ClassDef) or not isinstance(found, cst.ClassDef):
                    found = around
            elif isinstance(around, cst.FunctionDef) and found is None:
                return None  # a default, a decorator or an annotation
            child = around
        return found
