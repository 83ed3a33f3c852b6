"""What a call calls, as a dotted name: ``requests.get``, ``sqlalchemy.orm.Session.query().first``, ``:helper``."""

from __future__ import annotations

import libcst as cst

from quality_kit.frameworks.receivers import receivers_of
from quality_kit.tree import ParsedFile
from quality_kit.tree.functions import enclosing_class

_CALL = "()"
_LOCAL = ":"
_OWN = ("self", "cls")
_MOST_HOPS = 12
_PATHS = ("pathlib.Path", "pathlib.Path.cwd()", "pathlib.Path.home()")
#: Attributes of a path that are paths again.
_PATH_ATTRIBUTES = ("parent",)
_PATH_METHODS = ("resolve", "absolute", "expanduser", "joinpath", "with_name", "with_suffix")
#: One name for what a library offers under several.
_ALIASES = {
    "sqlalchemy.orm.session.": "sqlalchemy.orm.",
    "sqlalchemy.orm.scoping.": "sqlalchemy.orm.",
    "sqlalchemy.engine.base.": "sqlalchemy.",
    "sqlalchemy.engine.": "sqlalchemy.",
    "requests.sessions.": "requests.",
    "requests.api.": "requests.",
    "redis.client.": "redis.",
    "pymongo.mongo_client.": "pymongo.",
    "pymongo.synchronous.": "pymongo.",
    "boto3.session.": "boto3.",
    "concurrent.futures._base.": "concurrent.futures.",
    "concurrent.futures.thread.": "concurrent.futures.",
}


class Targets:
    """Names what the calls of one file call."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self._receivers = receivers_of(file)

    def of(self, call: cst.Call) -> str | None:
        """The dotted name of what is called; None where it is not known."""
        return self._thing(call.func, _MOST_HOPS)

    def of_expression(self, node: cst.BaseExpression) -> str | None:
        """The type of what an expression gives, or the dotted thing that it is."""
        return self._thing(node, _MOST_HOPS)

    def result_of(self, function: cst.FunctionDef) -> str | None:
        """The type of what a function of the file gives."""
        return self._receivers.result_of(function)

    def _thing(self, node: cst.BaseExpression, hops: int) -> str | None:
        if not hops:
            return None
        if isinstance(node, (cst.Name, cst.Attribute)):
            found = self._file.names.qualified(node)
            if found is not None:
                return canonical(found)
        if isinstance(node, cst.BinaryOperation):
            return self._joined(node, hops - 1)
        if isinstance(node, cst.Subscript):
            return self._thing(node.value, hops - 1)
        known = self._receivers.type_of(node)
        if known is not None:
            return _as_path(canonical(known))
        if isinstance(node, cst.Name):
            return self._of_name(node, hops - 1)
        if isinstance(node, cst.Attribute):
            return self._of_attribute(node, hops - 1)
        called = self._thing(node.func, hops - 1) if isinstance(node, cst.Call) else None
        return called and _as_path(f"{called}{_CALL}")

    def _of_name(self, node: cst.Name, hops: int) -> str | None:
        """Of a function of this file, and of a variable that holds a part of something known."""
        bound = self._file.names.bindings(node)
        if len(bound) != 1:
            return None
        if isinstance(bound[0].node, cst.FunctionDef):
            is_global = isinstance(self._file.names.scope_of(bound[0].node), cst.Module)
            return f"{_LOCAL}{node.value}" if is_global else None
        value = bound[0].value
        return self._thing(value, hops) if value is not None else None

    def _of_attribute(self, node: cst.Attribute, hops: int) -> str | None:
        if isinstance(node.value, cst.Name) and node.value.value in _OWN:
            around = enclosing_class(self._file.tree, node)
            return f"{_LOCAL}{around.name.value}.{node.attr.value}" if around is not None else None
        owner = self._thing(node.value, hops)
        if owner in _PATHS and node.attr.value in _PATH_ATTRIBUTES:
            return owner
        return owner and f"{owner}.{node.attr.value}"

    def _joined(self, node: cst.BinaryOperation, hops: int) -> str | None:
        """A path and what is below it."""
        left = self._thing(node.left, hops) if isinstance(node.operator, cst.Divide) else None
        return left if left in _PATHS else None


def _as_path(name: str) -> str:
    """Methods of a path that give a path."""
    owner, _, method = name.rpartition(".")
    return owner if owner in _PATHS and method.removesuffix(_CALL) in _PATH_METHODS else name


def canonical(name: str) -> str:
    """The name under which the families know a thing."""
    for alias, usual in _ALIASES.items():
        if name.startswith(alias):
            return f"{usual}{name[len(alias):]}"
    return name
