"""The routes of a file, as clients know them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import libcst as cst

from quality_kit.frameworks.routes import Route
from quality_kit.outlines.model import Endpoint, Parameter, Signature
from quality_kit.outlines.parameters import signature, written
from quality_kit.tree import ParsedFile
from quality_kit.tree.texts import text_of

_UNKNOWN_PATH = "?"
#: Annotations and defaults of parameters that no client sends.
_HANDED_IN = re.compile(
    r"\b(?:Depends|Security|Request|Response|WebSocket|BackgroundTasks|HTTPConnection|SecurityScopes)\b"
)
#: What is called first and decides who may use a route; a session of the database does not.
_GUARD = re.compile(
    r"\b(?:Security\(\s*(?:dependency\s*=\s*)?(?P<any>[\w.]+)"
    r"|Depends\(\s*(?:dependency\s*=\s*)?"
    r"(?P<named>[\w.]*(?:user|admin|auth|permission|principal|token|role|scope|login|api_?key|verif)\w*))",
    re.IGNORECASE,
)
#: ``Query(...)``: a default that is none.
_REQUIRED = re.compile(
    r"(?:\w+\.)*(?:Query|Path|Body|Form|File|Header|Cookie)\((?:\.\.\.|\s*\)|(?!default)\w+=)"
)


def endpoints(file: ParsedFile, routes: Sequence[Route]) -> Iterator[Endpoint]:
    """The routes with their names and what clients send."""
    prefixes = _prefixes(file) if routes else {}
    places = file.places([route.handler for route in routes])
    for route in routes:
        signed = signature(file, route.handler)
        yield Endpoint(
            places[id(route.handler)].line,
            tuple(f"{method.upper()} {_path(route, prefixes)}" for method in route.methods),
            route.handler.name.value,
            _keyword(file, route, "response_model") or signed.returns,
            _keyword(file, route, "status_code"),
            Signature(tuple(_sent_by_clients(file, route.handler, signed)), "", is_async=False),
            tuple(sorted({*_guards(file, route)})),
        )


def _guards(file: ParsedFile, route: Route) -> Iterator[str]:
    """Who is let in, by the registration and by the parameters."""
    parts: list[cst.CSTNode] = [*_all_parameters(route.handler), *route.registration.args]
    for part in parts:
        for found in _GUARD.finditer(written(file.module, part)):
            yield found["any"] or found["named"]


def _sent_by_clients(file: ParsedFile, handler: cst.FunctionDef, signed: Signature) -> Iterator[Parameter]:
    """Without what the framework hands in; clients send by name."""
    declared = {param.name.value: param for param in _all_parameters(handler)}
    for each in signed.parameters:
        default = declared[each.name].default
        given = written(file.module, default) if default is not None else ""
        if not _HANDED_IN.search(f"{each.annotation} = {given}"):
            has_default = each.has_default and given not in ("...",) and not _REQUIRED.match(given)
            yield each._replace(kind="keyword", has_default=has_default)


def _all_parameters(handler: cst.FunctionDef) -> Iterator[cst.Param]:
    params = handler.params
    yield from (*params.posonly_params, *params.params, *params.kwonly_params)
    stars = (params.star_arg, params.star_kwarg)
    yield from (star for star in stars if isinstance(star, cst.Param))


def _keyword(file: ParsedFile, route: Route, name: str) -> str:
    for arg in route.registration.args:
        if arg.keyword is not None and arg.keyword.value == name:
            return written(file.module, arg.value)
    return ""


def _path(route: Route, prefixes: Mapping[str, str]) -> str:
    owner = route.registration.func
    router = (
        owner.value.value if isinstance(owner, cst.Attribute) and isinstance(owner.value, cst.Name) else ""
    )
    return f"{prefixes.get(router, '')}{_UNKNOWN_PATH if route.path is None else route.path}" or "/"


def _prefixes(file: ParsedFile) -> dict[str, str]:
    """The prefix of each router that the file makes."""
    found = {}
    for name, bound in file.names.module_bindings().items():
        made = bound[0].value
        for arg in made.args if isinstance(made, cst.Call) else ():
            if arg.keyword is not None and arg.keyword.value == "prefix":
                found[name] = text_of(arg.value) or ""
    return found
