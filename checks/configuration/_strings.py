"""The strings that a value stands for when all files are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import Any, NamedTuple

from ._values import Value

_MOST_ALTERNATIVES = 400
_MOST_DEPTH = 40

#: Gives the value that a name stands for and the file in whose terms it is written; None if there is none.
Lookup = Callable[[str, str], "tuple[Value, str] | None"]


class _Container(NamedTuple):
    """A sequence, mapping or class with elements that are values still, written in the terms of a file."""

    kind: str
    elements: list[Any]
    path: str


_Known = str | _Container | None


def strings_of(value: Value, path: str, lookup: Lookup) -> list[str | None]:
    """What a value written in a file may stand for, each string once; ``None`` for what cannot be known."""
    found = islice(_possible(value, path, lookup, _MOST_DEPTH), _MOST_ALTERNATIVES)
    return list(dict.fromkeys(item if isinstance(item, str) else None for item in found))


def _possible(value: Value, path: str, lookup: Lookup, depth: int) -> Iterator[_Known]:
    if isinstance(value, str):
        yield value
    elif not isinstance(value, dict) or not depth:
        yield None
    else:
        kind, content = next(iter(value.items()))
        yield from _OPERATIONS[kind](kind, content, path, _Ask(lookup, depth - 1))


class _Ask(NamedTuple):
    """How an operation learns what its operands are."""

    lookup: Lookup
    depth: int

    def of(self, value: Value, path: str) -> list[_Known]:
        return list(islice(_possible(value, path, self.lookup, self.depth), _MOST_ALTERNATIVES))


def _any(kind: str, content: list[Value], path: str, ask: _Ask) -> Iterator[_Known]:
    for value in content:
        yield from ask.of(value, path)


def _join(kind: str, content: list[Value], path: str, ask: _Ask) -> Iterator[_Known]:
    for parts in product(*(ask.of(value, path) for value in content)):
        if all(isinstance(part, str) for part in parts):
            yield "".join(part for part in parts if isinstance(part, str))
        elif all(isinstance(part, _Container) and part.kind == "seq" for part in parts):
            yield _Container("seq", [{"spread": part} for part in parts], path)
        else:
            yield None


def _container(kind: str, content: list[Value], path: str, ask: _Ask) -> Iterator[_Known]:
    yield _Container(kind, content, path)


def _each(kind: str, content: Value, path: str, ask: _Ask) -> Iterator[_Known]:
    for owner in ask.of(content, path):
        if isinstance(owner, _Container):
            yield from _elements(owner, ask)
        else:
            yield None


def _elements(owner: _Container, ask: _Ask) -> Iterator[_Known]:
    """What a loop over the container meets: elements, keys, or the members of an enum."""
    for element in owner.elements:
        value = element if owner.kind == "seq" else element[0 if owner.kind == "map" else 1]
        spread = value.get("spread") if isinstance(value, dict) else None
        for item in _spread(spread, owner.path, ask) if spread is not None else ask.of(value, owner.path):
            yield item


def _spread(value: Value, path: str, ask: _Ask) -> Iterator[_Known]:
    if isinstance(value, _Container):
        yield from _elements(value, ask)
    else:
        yield from _each("each", value, path, ask)


def _item(kind: str, content: list[Value], path: str, ask: _Ask) -> Iterator[_Known]:
    for owner in ask.of(content[0], path):
        yield from _at(owner, content[1], ask)


def _at(owner: _Known, index: int | str, ask: _Ask) -> Iterator[_Known]:
    if not isinstance(owner, _Container):
        yield None
    elif isinstance(index, str):
        found = [element[1] for element in owner.elements if owner.kind != "seq" and element[0] == index]
        yield from ask.of(found[0], owner.path) if found else [None]
    else:
        inside = owner.kind == "seq" and index < len(owner.elements)
        yield from ask.of(owner.elements[index], owner.path) if inside else [None]


def _views(kind: str, content: Value, path: str, ask: _Ask) -> Iterator[_Known]:
    for owner in ask.of(content, path):
        if not isinstance(owner, _Container):
            yield None
        elif owner.kind == "seq":
            yield owner
        else:
            yield _Container("seq", [_view(kind, key, value) for key, value in owner.elements], owner.path)


def _view(kind: str, key: Value, value: Value) -> Value:
    if isinstance(key, dict) and "spread" in key:
        return {"spread": {kind: value}}
    return {"seq": [key, value]} if kind == "items" else value


def _count(kind: str, content: Value, path: str, ask: _Ask) -> Iterator[_Known]:
    elements = [{"seq": [None, {"known": item}]} for item in _each(kind, content, path, ask)]
    yield _Container("seq", elements, path)


def _known(kind: str, content: _Known, path: str, ask: _Ask) -> Iterator[_Known]:
    yield content


def _elsewhere(kind: str, content: list[Any], path: str, ask: _Ask) -> Iterator[_Known]:
    """A value written in the terms of another file than the value around it."""
    yield from ask.of(content[1], content[0])


def _case(kind: str, content: list[Value], path: str, ask: _Ask) -> Iterator[_Known]:
    for owner in ask.of(content[1], path):
        yield getattr(owner, content[0])() if isinstance(owner, str) else None


def _reference(kind: str, content: str, path: str, ask: _Ask) -> Iterator[_Known]:
    found = ask.lookup(path, content)
    yield from ask.of(*found) if found is not None else [None]


def _parameter(kind: str, content: list[Value], path: str, ask: _Ask) -> Iterator[_Known]:
    """What calls give for it is unknown here; its default is one possibility."""
    yield from ask.of(content[3], path) if content[3] is not None else [None]


_OPERATIONS: dict[str, Callable[[str, Any, str, _Ask], Iterator[_Known]]] = {
    "any": _any,
    "join": _join,
    "seq": _container,
    "map": _container,
    "class": _container,
    "each": _each,
    "item": _item,
    "values": _views,
    "items": _views,
    "count": _count,
    "known": _known,
    "in": _elsewhere,
    "case": _case,
    "ref": _reference,
    "param": _parameter,
    "spread": _each,
}
