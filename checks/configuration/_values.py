"""What an expression may stand for, as far as one file tells: the strings that name variables.

A ``Value`` is plain JSON data, so that it can be kept as a fact and finished with the other files:

- a string; ``None`` for what cannot be known;
- ``{"any": [...]}`` one of several, ``{"join": [...]}`` strings one after another;
- ``{"seq": [...]}``, ``{"map": [[key, value], ...]}``, ``{"class": [[name, value], ...]}`` containers;
- ``{"each": v}`` an element, ``{"item": [v, index]}``, ``{"values": v}``, ``{"items": v}``, ``{"count": v}``
  (``enumerate``), ``{"case": [method, v]}``;
- ``{"ref": "pkg.names.DB"}`` a name of another file, ``{"ref": ":Names.DB"}`` one of this file;
- ``{"param": [function, position, name, default]}`` a parameter, for functions that wrap a read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import libcst as cst

from quality_kit.tree import ParsedFile

Value = Any
Reader = Callable[[Any, "Evaluation"], Value]

_MOST_STEPS = 2_000
_MOST_DEPTH = 40


class Evaluation:
    """One question for a value; it counts its steps, so that no code, however odd, makes it endless."""

    def __init__(self, file: ParsedFile, readers: Mapping[type[Any], Reader]) -> None:
        self.file = file
        self._readers = readers
        self._left = _MOST_STEPS
        self._depth = 0
        self._followed: set[int] = set()

    def of(self, node: cst.CSTNode | None) -> Value:
        """The value of a part of the expression; ``None`` for what no constant, loop or import explains."""
        read = self._readers.get(node.__class__)
        if read is None or self._left <= 0 or self._depth >= _MOST_DEPTH:
            return None
        self._left -= 1
        self._depth += 1
        try:
            return read(node, self)
        finally:
            self._depth -= 1

    def once(self, node: cst.CSTNode, follow: Callable[[], Value]) -> Value:
        """What following a binding gives; ``None`` for a name that is made of itself."""
        if id(node) in self._followed:
            return None
        self._followed.add(id(node))
        try:
            return follow()
        finally:
            self._followed.discard(id(node))


def text_of(node: cst.SimpleString) -> str | None:
    """The string a literal means; bytes are taken as ASCII."""
    raw = node.value
    if "\\" not in raw and raw[0] in "'\"" and raw[1:3] != raw[0] * 2:
        return raw[1:-1]
    try:
        value = node.evaluated_value
    except (ValueError, SyntaxError):
        return None
    return value.decode("ascii", "replace") if isinstance(value, bytes) else value


def any_of(values: list[Value]) -> Value:
    """One of several values; just the value where there is only one."""
    return values[0] if len(values) == 1 else {"any": values}


def is_closed(value: Value) -> bool:
    """Whether the value needs neither another file nor a call to be known."""
    if isinstance(value, dict):
        return "ref" not in value and "param" not in value and all(map(is_closed, value.values()))
    return not isinstance(value, list) or all(map(is_closed, value))
