"""Routes that were added, changed or removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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


def route_changes(evidence: Evidence) -> Iterator[ContractChange]:
    """By method and path; a handler that answers at another path now has changed."""
    change = evidence.change
    renames = change.renames
    files = change.python
    before = _endpoints(change.base, [file.before for file in files], renames)
    now = _endpoints(change.head, [None if file.status == "deleted" else file.path for file in files], {})
    gone = {name: each for name, each in before.items() if name not in now}
    new = {name: each for name, each in now.items() if name not in before}
    for name, each in sorted(new.items()):
        former = next((key for key, old in gone.items() if old.handler == each.handler), None)
        if former is None:
            yield _change("added", name, _described(each), each, is_breaking=False)
        else:
            del gone[former]
            yield _change("changed", name, f"was {former}", each, is_breaking=True)
    for name, each in sorted(gone.items()):
        yield _change("removed", name, "", each, is_breaking=True)
    for name in sorted({*before} & {*now}):
        found = list(_differences(before[name], now[name]))
        if found:
            detail = "; ".join(what for what, _ in found)
            yield _change("changed", name, detail, now[name], any(breaks for _, breaks in found))


def _change(kind: str, name: str, detail: str, at: _Endpoint, is_breaking: bool) -> ContractChange:
    return ContractChange("route", kind, name, detail, at.path, at.line, is_breaking)  # type: ignore[arg-type]


def _described(endpoint: _Endpoint) -> str:
    parts = (f"response model {endpoint.response}" if endpoint.response else "", endpoint.status)
    return ", ".join(part for part in parts if part)


def _differences(old: _Endpoint, new: _Endpoint) -> Iterator[tuple[str, bool]]:
    if old.response != new.response:
        yield f"response model {old.response or 'none'} -> {new.response or 'none'}", True
    if old.status != new.status:
        yield f"status {old.status or 'default'} -> {new.status or 'default'}", True
    for what, breaks in differences(old.signature, new.signature):
        yield what, breaks


def _endpoints(side: Side, paths: list[str | None], renames: Mapping[str, str]) -> dict[str, _Endpoint]:
    found: dict[str, _Endpoint] = {}
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
                    found[f"{method.upper()} {_path(route, prefixes)}"] = endpoint
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
    )


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
