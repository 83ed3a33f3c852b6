"""An outline as plain data: it comes out of the cache without LibCST."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

#: Who reads outlines from trees, as the engine knows it.
COLLECTOR = "quality_kit.outlines.collector.Outlines"

ParameterKind = Literal["positional", "either", "keyword", "rest"]
_Part = TypeVar("_Part")


class Parameter(NamedTuple):
    """One parameter."""

    name: str
    kind: ParameterKind
    annotation: str
    has_default: bool


class Signature(NamedTuple):
    """What callers know of a function."""

    parameters: tuple[Parameter, ...]
    returns: str
    is_async: bool


class Endpoint(NamedTuple):
    """A function that answers requests, as clients know it."""

    line: int
    #: With the prefix of its router where that is made in the file: ``GET /users/{id}``.
    names: tuple[str, ...]
    handler: str
    response: str
    status: str
    #: What clients send.
    signature: Signature
    #: What decides who is let in: ``get_admin_user``.
    guards: tuple[str, ...]


class Public(NamedTuple):
    """A public function, or a class (by how it is made; None for one without ``__init__``)."""

    line: int
    name: str
    signature: Signature | None


class Setting(NamedTuple):
    """An environment variable that is read, or a field of a settings class by the variable's name."""

    line: int
    name: str
    #: As written; None for one that must be set.
    default: str | None


class AnyType(NamedTuple):
    """An annotation that says ``Any``."""

    line: int
    scope: str


class Test(NamedTuple):
    """A function that is called like a test."""

    #: Of what switches it off, 0 for nothing.
    line: int
    name: str
    #: ``pytest.mark.skip``; empty where nothing switches it off.
    switch: str
    reason: str


class Note(NamedTuple):
    """Something that is laid beside a guide's question to people."""

    #: One of the guides' words for evidence: ``retry-loops``.
    kind: str
    line: int
    #: From decorator to last line.
    first: int
    last: int
    text: str


class Outline(NamedTuple):
    """All that reviews want to know of a file; each kind in source order, as far as nothing else is said."""

    endpoints: tuple[Endpoint, ...] = ()
    publics: tuple[Public, ...] = ()
    settings: tuple[Setting, ...] = ()
    any_types: tuple[AnyType, ...] = ()
    tests: tuple[Test, ...] = ()
    #: By place.
    notes: tuple[Note, ...] = ()
    #: The modules of all imports as written, sorted.
    imports: tuple[str, ...] = ()


def from_data(data: Sequence[Any]) -> Outline:
    """The outline that was written as JSON.

    Raises:
        TypeError, ValueError, LookupError: It was not.
    """
    endpoints, publics, settings, any_types, tests, notes, imports = data
    return Outline(
        _all(lambda row: _endpoint(*row), endpoints),
        _all(lambda row: Public(row[0], row[1], None if row[2] is None else _signature(*row[2])), publics),
        _all(Setting._make, settings),
        _all(AnyType._make, any_types),
        _all(Test._make, tests),
        _all(Note._make, notes),
        tuple(imports),
    )


def _all(make: Callable[[Any], _Part], rows: Sequence[Any]) -> tuple[_Part, ...]:
    return tuple(map(make, rows))


def _endpoint(line: int, names: list[str], *rest: Any) -> Endpoint:
    handler, response, status, signature, guards = rest
    return Endpoint(line, tuple(names), handler, response, status, _signature(*signature), tuple(guards))


def _signature(parameters: list[Any], returns: str, is_async: bool) -> Signature:
    return Signature(_all(Parameter._make, parameters), returns, is_async)
