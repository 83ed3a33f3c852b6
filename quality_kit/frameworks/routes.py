"""The routes of a file, in the words of FastAPI and Starlette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.frameworks.annotations import reference
from quality_kit.frameworks.receivers import Receivers, receivers_of
from quality_kit.tree import ParsedFile, dotted, once_per_file
from quality_kit.tree.texts import text_of

_METHODS = frozenset(("get", "post", "put", "patch", "delete", "head", "options", "trace"))
_WITH_METHODS = frozenset(("api_route", "route"))
_WEBSOCKETS = frozenset(("websocket", "websocket_route"))
_REGISTRARS = _METHODS | _WITH_METHODS | _WEBSOCKETS
_ROUTERS = frozenset(("FastAPI", "APIRouter", "Starlette", "Router"))
#: How a router is called whose making is not in this file.
_ROUTER_NAMES = ("router", "app", "api", "application")
_PACKAGES = frozenset(("fastapi", "starlette"))


class Route(NamedTuple):
    """A function that answers requests."""

    handler: cst.FunctionDef
    #: The decorator's call: ``router.get("/users", status_code=201)``.
    registration: cst.Call
    #: Lower case: ``get``; ``websocket`` for a websocket; of ``api_route`` each of its methods.
    methods: tuple[str, ...]
    #: As written, without the prefixes of routers; None where it is no literal.
    path: str | None

    @property
    def is_websocket(self) -> bool:
        """Whether it speaks over a websocket."""
        return self.methods == ("websocket",)


@once_per_file
def routes(file: ParsedFile) -> list[Route]:
    """The routes that the file declares with decorators, in source order."""
    known = receivers_of(file)
    return [route for handler in file.tree.of(cst.FunctionDef) for route in _of(file, known, handler)]


def _of(file: ParsedFile, receivers: Receivers, handler: cst.FunctionDef) -> Iterator[Route]:
    for decorator in handler.decorators:
        call = decorator.decorator
        if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute):
            continue
        name = call.func.attr.value
        if name in _REGISTRARS and _is_router(file, receivers, call.func.value):
            yield Route(handler, call, _methods(name, call), _path(call))


def _is_router(file: ParsedFile, receivers: Receivers, owner: cst.BaseExpression) -> bool:
    known = receivers.type_of(owner)
    if known is not None:
        return known.rpartition(".")[2].lstrip(":") in _ROUTERS or known.endswith("Router")
    name = reference(file.names, owner) or dotted(owner) or ""
    return name.lower().endswith(_ROUTER_NAMES) and _imports_framework(file)


def _imports_framework(file: ParsedFile) -> bool:
    origins = (binding.imported for bound in file.names.module_bindings().values() for binding in bound)
    return any(origin is not None and origin.partition(".")[0] in _PACKAGES for origin in origins)


def _methods(name: str, call: cst.Call) -> tuple[str, ...]:
    if name in _WEBSOCKETS:
        return ("websocket",)
    if name in _METHODS:
        return (name,)
    listed = next((arg.value for arg in call.args if _keyword(arg) == "methods"), None)
    elements = listed.elements if isinstance(listed, (cst.List, cst.Tuple, cst.Set)) else ()
    texts = (text_of(element.value) for element in elements)
    return tuple(text.lower() for text in texts if text) or ("get",)


def _path(call: cst.Call) -> str | None:
    for index, arg in enumerate(call.args):
        if _keyword(arg) == "path" or (index == 0 and arg.keyword is None):
            return text_of(arg.value)
    return None


def _keyword(arg: cst.Arg) -> str | None:
    return arg.keyword.value if arg.keyword is not None else None
