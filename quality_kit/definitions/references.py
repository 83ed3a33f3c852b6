"""What an expression at module level refers to, written as a text that survives the cache.

A reference is a dotted name behind the origin of its first part, as one file sees it:

=======================  ==========================================================
``app.users.Service``    imported by an absolute import (by its real name)
``.users.Service``       imported by a relative import
``:Service``             defined or assigned in this very module
``builtins.dict``        a builtin
``?Service``             bound nowhere: by a star import, or by magic
=======================  ==========================================================

Calls are kept as ``()``: ``.users.Service.create().configured()``; subscripts of classes are left out, and
what an object holds below a subscript (``Handlers()["default"]``) has no reference.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import libcst as cst

from quality_kit.definitions.module_level import statements
from quality_kit.tree.names import import_origin

LOCAL = ":"
UNKNOWN = "?"
BUILTIN = "builtins."
CALL = "()"

_BUILTINS = frozenset(dir(builtins))


class References:
    """Writes references for the expressions of one module."""

    def __init__(self, module: cst.Module) -> None:
        self._origins: dict[str, str] = {}
        for statement in statements(module):
            for name, origin in _bound_by(statement.node):
                # an import with a fallback (try / except ImportError) is known by its import
                if self._origins.get(name, LOCAL).startswith(LOCAL):
                    self._origins[name] = origin

    @property
    def imported(self) -> dict[str, str]:
        """The names that imports bind, and what they stand for."""
        return {name: origin for name, origin in self._origins.items() if not origin.startswith(LOCAL)}

    def to(self, node: cst.CSTNode | None) -> str | None:
        """What an expression stands for; None for what is no chain of names, subscripts and calls."""
        if isinstance(node, cst.Name):
            return self.to_name(node.value)
        if isinstance(node, cst.Attribute):
            owner = self.to(node.value)
            return owner and f"{owner}.{node.attr.value}"
        if isinstance(node, cst.Call):
            called = self.to(node.func)
            return called and f"{called}{CALL}"
        owner = self.to(node.value) if isinstance(node, cst.Subscript) else None
        return None if owner is not None and CALL in owner else owner

    def to_name(self, dotted_name: str) -> str:
        """The reference for a dotted name given as text."""
        first, dot, rest = dotted_name.partition(".")
        origin = self._origins.get(first)
        if origin is None:
            origin = f"{BUILTIN if first in _BUILTINS else UNKNOWN}{first}"
        return f"{origin}{dot}{rest}"


@lru_cache(maxsize=1)  # the collectors of a file ask one after another
def references(module: cst.Module) -> References:
    """The references of a module."""
    return References(module)


def imported_names(node: cst.Import | cst.ImportFrom) -> Iterator[tuple[str, str]]:
    """Each name that an import binds, and what it stands for; a star is bound as ``*``."""
    if isinstance(node, cst.ImportFrom):
        yield from _imported_from(node)
        return
    for alias in node.names:
        name = alias.evaluated_name
        top = name.split(".", 1)[0]
        yield alias.evaluated_alias or top, name if alias.asname else top


def _imported_from(node: cst.ImportFrom) -> Iterator[tuple[str, str]]:
    origin = import_origin(node)
    if isinstance(node.names, cst.ImportStar):
        yield "*", origin
        return
    separator = "" if origin.endswith(".") else "."
    for alias in node.names:
        name = alias.evaluated_name
        yield alias.evaluated_alias or name, f"{origin}{separator}{name}"


def target_names(target: cst.CSTNode | None) -> Iterator[cst.Name]:
    """The names that a target of any shape binds."""
    if target.__class__ is cst.Name:
        yield target
    elif isinstance(target, cst.StarredElement):
        yield from target_names(target.value)
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from target_names(element if isinstance(element, cst.StarredElement) else element.value)


def _bound_by(node: Any) -> Iterator[tuple[str, str]]:
    kind = node.__class__
    if kind is cst.FunctionDef or kind is cst.ClassDef or kind is cst.TypeAlias:
        yield node.name.value, f"{LOCAL}{node.name.value}"
    elif kind is cst.Import or kind is cst.ImportFrom:
        yield from imported_names(node)
    elif kind in _WITH_TARGETS:
        for target in _targets(node):
            for name in target_names(target):
                yield name.value, f"{LOCAL}{name.value}"


def _targets(node: cst.CSTNode) -> Iterator[cst.CSTNode | None]:
    if isinstance(node, cst.Assign):
        yield from (each.target for each in node.targets)
    elif isinstance(node, (cst.AnnAssign, cst.For)):
        yield node.target
    elif isinstance(node, cst.With):
        yield from (item.asname.name for item in node.items if item.asname)
    elif isinstance(node, cst.ExceptHandler) and node.name:
        yield node.name.name


_WITH_TARGETS = (cst.Assign, cst.AnnAssign, cst.For, cst.With, cst.ExceptHandler)
