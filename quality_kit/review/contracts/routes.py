"""Routes that were added, changed or removed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import libcst as cst

from quality_kit.frameworks.routes import Route, routes
from quality_kit.review.change import Side
from quality_kit.review.contracts._parameters import Parameter, Signature, differences, signature, written
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange
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


class _Endpoint(NamedTuple):
    """A route as clients know it."""

    path: str
    line: int
    #: The handler's name and file: what tells a changed path from another route.
    handler: tuple[str, str]
    response: str
    status: str
    signature: Signature
    #: What decides who is let in: ``get_admin_user``.
    guards: tuple[str, ...]


#: A file and what it serves: ``("app/routes.py", "GET /users/{id}")``; two files may both serve ``GET /``, under
#: prefixes that only the application knows.
_Key = tuple[str, str]


def route_changes(evidence: Evidence) -> Iterator[ContractChange]:
    """By file, method and path; a handler that answers at another path now has changed, a moved one has not."""
    change = evidence.change
    renames = change.renames
    files = change.python
    before = _endpoints(change.base, [file.before for file in files], renames)
    now = _endpoints(change.head, [None if file.status == "deleted" else file.path for file in files], {})
    gone = {key: each for key, each in before.items() if key not in now}
    for key in sorted({*now} - {*before}):
        each, former = now[key], _former(key, now[key], gone)
        if former is None:
            yield _change("added", key[1], _described(each), each, is_breaking=False)
            continue
        old = gone.pop(former)
        was = [(f"was {former[1]}", True)] if former[1] != key[1] else []
        yield from _changed(key[1], [*was, *_differences(old, each)], each)
    for key, each in sorted(gone.items()):
        yield _change("removed", key[1], "", each, is_breaking=True)
    for key in sorted({*before} & {*now}):
        yield from _changed(key[1], list(_differences(before[key], now[key])), now[key])


def _former(key: _Key, endpoint: _Endpoint, gone: Mapping[_Key, _Endpoint]) -> _Key | None:
    """The same handler at another path, else the same path and name in another file."""
    same = (each for each, old in gone.items() if old.handler == endpoint.handler)
    moved = (
        each for each, old in gone.items() if each[1] == key[1] and old.handler[1] == endpoint.handler[1]
    )
    return next(same, None) or next(moved, None)


def _changed(name: str, found: Sequence[tuple[str, bool]], at: _Endpoint) -> Iterator[ContractChange]:
    if found:
        detail = "; ".join(what for what, _ in found)
        yield _change("changed", name, detail, at, any(breaks for _, breaks in found))


def _change(kind: str, name: str, detail: str, at: _Endpoint, is_breaking: bool) -> ContractChange:
    return ContractChange("route", kind, name, detail, at.path, at.line, is_breaking)  # type: ignore[arg-type]


def _described(endpoint: _Endpoint) -> str:
    parts = (
        f"response model {endpoint.response}" if endpoint.response else "",
        endpoint.status,
        f"lets in {_named(endpoint.guards)}" if endpoint.guards else "",
    )
    return ", ".join(part for part in parts if part)


def _differences(old: _Endpoint, new: _Endpoint) -> Iterator[tuple[str, bool]]:
    if old.response != new.response:
        yield f"response model {old.response or 'none'} -> {new.response or 'none'}", True
    if old.status != new.status:
        yield f"status {old.status or 'default'} -> {new.status or 'default'}", True
    if old.guards != new.guards:
        gone, come = ({*old.guards} - {*new.guards}), ({*new.guards} - {*old.guards})
        yield f"who is let in: {_named(gone)} -> {_named(come)}", False
    yield from differences(old.signature, new.signature)


def _named(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "-"


def _endpoints(side: Side, paths: list[str | None], renames: Mapping[str, str]) -> dict[_Key, _Endpoint]:
    found: dict[_Key, _Endpoint] = {}
    for path in paths:
        parsed = side.parsed(path)
        if parsed is not None and path is not None and b"@" in parsed.source.data:
            prefixes = _prefixes(parsed)
            known = routes(parsed)
            places = parsed.places([route.handler for route in known])
            for route in known:
                line = places[id(route.handler)].line
                endpoint = _endpoint(parsed, route, renames.get(path, path), line)
                for method in route.methods:
                    found[endpoint.path, f"{method.upper()} {_path(route, prefixes)}"] = endpoint
    return found


def _endpoint(file: ParsedFile, route: Route, path: str, line: int) -> _Endpoint:
    signed = signature(file, route.handler)
    return _Endpoint(
        path,
        line,
        (path, route.handler.name.value),
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
