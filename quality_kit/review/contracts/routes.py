"""Routes that were added, changed or removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quality_kit.outlines.model import Endpoint
from quality_kit.review.change import Side
from quality_kit.review.contracts._parameters import differences
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange


class _Found(NamedTuple):
    """A route, and the file that it is in: of the base by the name that it has in the head."""

    path: str
    endpoint: Endpoint

    @property
    def handler(self) -> tuple[str, str]:
        """What tells a changed path from another route."""
        return self.path, self.endpoint.handler


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
            yield _change("added", key[1], _described(each.endpoint), each, is_breaking=False)
            continue
        old = gone.pop(former)
        was = [(f"was {former[1]}", True)] if former[1] != key[1] else []
        yield from _changed(key[1], [*was, *_differences(old.endpoint, each.endpoint)], each)
    for key, each in sorted(gone.items()):
        yield _change("removed", key[1], "", each, is_breaking=True)
    for key in sorted({*before} & {*now}):
        yield from _changed(key[1], list(_differences(before[key].endpoint, now[key].endpoint)), now[key])


def _former(key: _Key, endpoint: _Found, gone: Mapping[_Key, _Found]) -> _Key | None:
    """The same handler at another path, else the same path and name in another file."""
    same = (each for each, old in gone.items() if old.handler == endpoint.handler)
    moved = (
        each for each, old in gone.items() if each[1] == key[1] and old.handler[1] == endpoint.handler[1]
    )
    return next(same, None) or next(moved, None)


def _changed(name: str, found: Sequence[tuple[str, bool]], at: _Found) -> Iterator[ContractChange]:
    if found:
        detail = "; ".join(what for what, _ in found)
        yield _change("changed", name, detail, at, any(breaks for _, breaks in found))


def _change(kind: str, name: str, detail: str, at: _Found, is_breaking: bool) -> ContractChange:
    return ContractChange("route", kind, name, detail, at.path, at.endpoint.line, is_breaking)  # type: ignore[arg-type]


def _described(endpoint: Endpoint) -> str:
    parts = (
        f"response model {endpoint.response}" if endpoint.response else "",
        endpoint.status,
        f"lets in {_named(endpoint.guards)}" if endpoint.guards else "",
    )
    return ", ".join(part for part in parts if part)


def _differences(old: Endpoint, new: Endpoint) -> Iterator[tuple[str, bool]]:
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


def _endpoints(side: Side, paths: list[str | None], renames: Mapping[str, str]) -> dict[_Key, _Found]:
    found: dict[_Key, _Found] = {}
    for path, outline in side.outlines(paths):
        for endpoint in outline.endpoints:
            each = _Found(renames.get(path, path), endpoint)
            found |= {(each.path, name): each for name in endpoint.names}
    return found
