"""What a name means: where it was bound, and the dotted thing it stands for.

A small table per module made from imports, definitions, parameters and assignments, scope by scope.
It follows aliases (``import os as _os``, ``env = os.environ``) and tells a builtin from a shadow; it
never looks outside the file, so a relative import stays relative (``.settings.get``).
"""

from __future__ import annotations

import builtins
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree.scopes import COMPREHENSIONS
from quality_kit.tree.walk import Tree

_BUILTINS = frozenset(dir(builtins))
_FUNCTIONS: frozenset[type[cst.CSTNode]] = frozenset((cst.FunctionDef, cst.Lambda))
#: Aliases of aliases are followed this far.
_MOST_HOPS = 5


class Binding(NamedTuple):
    """One way in which a name gets its meaning in a scope."""

    #: The import alias, definition, parameter, assigned target ... that binds it.
    node: cst.CSTNode
    #: For an import the dotted name it stands for, with leading dots when relative.
    imported: str | None = None
    #: For a plain assignment of one expression to one name that expression.
    value: cst.BaseExpression | None = None


class Names:
    """Name lookup for one module; the table is made at the first question."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._table: dict[int, dict[str, list[Binding]]] | None = None
        #: For each name that is bound anywhere the scopes that bind it.
        self._binders: dict[str, set[int]] = {}
        self._stands_for: dict[int, str | None] = {}

    @property
    def has_star_import(self) -> bool:
        """Whether names may come from a ``from x import *``."""
        return any(isinstance(node.names, cst.ImportStar) for node in self._tree.of(cst.ImportFrom))

    def qualified(self, node: cst.CSTNode) -> str | None:
        """The dotted name an expression stands for: ``os.getenv``, ``builtins.print``, ``.config.settings``.

        None for what is bound in this file to something of its own, and for what is no dotted name.
        """
        if not self._tree.contains(node):
            return self._qualified(node, _MOST_HOPS)
        key = id(node)
        if key not in self._stands_for:  # several rules ask about the same calls
            self._stands_for[key] = self._qualified(node, _MOST_HOPS)
        return self._stands_for[key]

    def bindings(self, name: cst.Name) -> list[Binding]:
        """How the name, used at this place, got its meaning; empty when nothing here binds it."""
        table = self._bindings_by_scope()
        binders = self._binders.get(name.value)
        if binders is None:
            return []
        if len(binders) == 1 and id(self._tree.module) in binders:
            return table[id(self._tree.module)][name.value]
        for scope in self._visible_scopes(name):
            if id(scope) in binders:
                return table[id(scope)][name.value]
        return []

    def is_global(self, name: str) -> bool:
        """Whether the name means the same in the whole file: no class, function or comprehension binds it."""
        self._bindings_by_scope()
        binders = self._binders.get(name)
        return binders is None or binders == {id(self._tree.module)}

    def module_bindings(self) -> dict[str, list[Binding]]:
        """The names bound at module level."""
        return self._bindings_by_scope().get(id(self._tree.module), {})

    def scope_of(self, node: cst.CSTNode) -> cst.CSTNode:
        """The module, class, function, lambda or comprehension whose body holds the node."""
        return self._tree.scopes.of(node)

    def _qualified(self, node: cst.CSTNode, hops: int) -> str | None:
        if node.__class__ is cst.Attribute:
            owner = self._qualified(node.value, hops)
            return owner and f"{owner}.{node.attr.value}"
        if not isinstance(node, cst.Name) or not hops:
            return None
        found = self.bindings(node)
        if not found:
            return f"builtins.{node.value}" if node.value in _BUILTINS else None
        imported = next((binding.imported for binding in found if binding.imported), None)
        if imported or len(found) > 1 or found[0].value is None:
            return imported
        return None if found[0].value is node else self._qualified(found[0].value, hops - 1)

    def _visible_scopes(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The scopes in which the node's names are looked up: of classes only the innermost scope."""
        around = self._tree.scopes.around(node)
        innermost = next(around, self._tree.module)
        yield innermost
        for scope in around:
            if scope.__class__ is not cst.ClassDef:
                yield scope

    def _bindings_by_scope(self) -> dict[int, dict[str, list[Binding]]]:
        if self._table is None:
            table: defaultdict[int, dict[str, list[Binding]]] = defaultdict(dict)
            for name, binding, scope in self._all_bindings():
                table[id(scope)].setdefault(name, []).append(binding)
            self._move_globals(table)
            self._table = dict(table)
            self._note_binders(self._table)
        return self._table

    def _move_globals(self, table: dict[int, dict[str, list[Binding]]]) -> None:
        for statement in self._tree.of(cst.Global):
            inner = table.get(id(self.scope_of(statement)), {})
            outer = table.setdefault(id(self._tree.module), {})
            for item in statement.names if inner is not outer else ():
                outer.setdefault(item.name.value, []).extend(inner.pop(item.name.value, []))

    def _note_binders(self, table: dict[int, dict[str, list[Binding]]]) -> None:
        for scope, bound in table.items():
            for name, bindings in bound.items():
                if bindings:
                    self._binders.setdefault(name, set()).add(scope)

    def _all_bindings(self) -> Iterator[tuple[str, Binding, cst.CSTNode]]:
        for binding_of in (_imports, _definitions, _assignments, _loops_and_patterns):
            for name, binding in binding_of(self._tree):
                yield name, binding, self._binding_scope(binding.node)
        for param in self._tree.of(cst.Param):
            yield param.name.value, Binding(param), self._owner_of(param)

    def _owner_of(self, param: cst.Param) -> cst.CSTNode:
        return next(each for each in self._tree.ancestors(param) if each.__class__ in _FUNCTIONS)

    def _binding_scope(self, node: cst.CSTNode) -> cst.CSTNode:
        """A comprehension keeps only its own loop names: a walrus in it binds in the function around."""
        scope = self.scope_of(node)
        if node.__class__ is cst.CompFor:
            return scope
        while scope.__class__ in COMPREHENSIONS:
            scope = self.scope_of(scope)
        return scope


def dotted(node: cst.CSTNode | None) -> str | None:
    """The source text of a dotted name (``a.b.c``); None for any other expression."""
    # compared by class: ``isinstance`` with one of LibCST's classes is slow where the answer is no
    if node.__class__ is cst.Attribute:
        owner = dotted(node.value)
        return owner and f"{owner}.{node.attr.value}"
    return node.value if node.__class__ is cst.Name else None


def last_name(node: cst.CSTNode | None) -> str:
    """The last part of a dotted name or an attribute (``b`` of ``a().b``), empty for anything else."""
    if node.__class__ is cst.Attribute:
        return node.attr.value
    return node.value if node.__class__ is cst.Name else ""


def _imports(tree: Tree) -> Iterator[tuple[str, Binding]]:
    for statement in tree.of(cst.Import):
        for alias in statement.names:
            name = dotted(alias.name) or ""
            top = name.split(".", 1)[0]
            as_name = _as_name(alias)
            yield as_name or top, Binding(alias, imported=name if as_name else top)
    for source in tree.of(cst.ImportFrom):
        if not isinstance(source.names, cst.ImportStar):
            origin = import_origin(source)
            for alias in source.names:
                name = dotted(alias.name) or ""
                separator = "" if not origin or origin.endswith(".") else "."
                yield _as_name(alias) or name, Binding(alias, imported=f"{origin}{separator}{name}")


def import_origin(statement: cst.ImportFrom) -> str:
    """The module of a ``from`` import as written, with its leading dots."""
    return "." * len(statement.relative) + (dotted(statement.module) or "")


def _as_name(alias: cst.ImportAlias) -> str | None:
    if alias.asname is None or not isinstance(alias.asname.name, cst.Name):
        return None
    return alias.asname.name.value


def _definitions(tree: Tree) -> Iterator[tuple[str, Binding]]:
    for function in tree.of(cst.FunctionDef):
        yield function.name.value, Binding(function)
    for definition in tree.of(cst.ClassDef):
        yield definition.name.value, Binding(definition)
    for alias in tree.of(cst.TypeAlias):
        yield alias.name.value, Binding(alias)


def _assignments(tree: Tree) -> Iterator[tuple[str, Binding]]:
    for statement in tree.of(cst.Assign):
        for target in statement.targets:
            if isinstance(target.target, cst.Name):
                yield target.target.value, Binding(statement, value=statement.value)
            else:
                yield from _targets(target.target, statement)
    for annotated in tree.of(cst.AnnAssign):
        if isinstance(annotated.target, cst.Name):
            yield annotated.target.value, Binding(annotated, value=annotated.value)
    for walrus in tree.of(cst.NamedExpr):
        if isinstance(walrus.target, cst.Name):
            yield walrus.target.value, Binding(walrus, value=walrus.value)


def _loops_and_patterns(tree: Tree) -> Iterator[tuple[str, Binding]]:
    for loop in tree.of(cst.For):
        yield from _targets(loop.target, loop)
    for comprehension in tree.of(cst.CompFor):
        yield from _targets(comprehension.target, comprehension)
    for item in tree.of(cst.AsName):
        if not isinstance(tree.parent(item), cst.ImportAlias):
            yield from _targets(item.name, item)
    patterns: list[cst.MatchAs | cst.MatchStar] = [*tree.of(cst.MatchAs), *tree.of(cst.MatchStar)]
    for pattern in patterns:
        if pattern.name is not None:
            yield pattern.name.value, Binding(pattern)
    for mapping in tree.of(cst.MatchMapping):
        if mapping.rest is not None:
            yield mapping.rest.value, Binding(mapping)


def _targets(target: cst.CSTNode, node: cst.CSTNode) -> Iterator[tuple[str, Binding]]:
    """The names in a target of any shape."""
    if isinstance(target, cst.Name):
        yield target.value, Binding(node)
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from _targets(element.value, node)
