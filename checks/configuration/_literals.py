"""The values of literals, operators, containers and calls of plain methods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import libcst as cst

from ._values import Evaluation, Reader, Value, any_of, text_of

#: Beyond this many elements a container is data, not a list of variables.
_MOST_ELEMENTS = 200
_COPIES = frozenset(
    f"builtins.{name}" for name in ("list", "tuple", "set", "frozenset", "sorted", "reversed", "iter")
)
_VIEWS = {"items": "items", "values": "values"}
_CASES = frozenset(("upper", "lower", "strip"))


def _string(node: cst.SimpleString, work: Evaluation) -> Value:
    return text_of(node)


def _joined(node: cst.ConcatenatedString, work: Evaluation) -> Value:
    return {"join": [work.of(node.left), work.of(node.right)]}


def _formatted(node: cst.FormattedString, work: Evaluation) -> Value:
    parts: list[Value] = []
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            parts.append(part.value)
        elif isinstance(part, cst.FormattedStringExpression):
            plain = part.format_spec is None and part.conversion is None
            parts.append(work.of(part.expression) if plain else None)
    return {"join": parts}


def _binary(node: cst.BinaryOperation, work: Evaluation) -> Value:
    if not isinstance(node.operator, cst.Add):
        return None
    return {"join": [work.of(node.left), work.of(node.right)]}


def _either(node: cst.IfExp, work: Evaluation) -> Value:
    return any_of([work.of(node.body), work.of(node.orelse)])


def _or(node: cst.BooleanOperation, work: Evaluation) -> Value:
    return any_of([work.of(node.left), work.of(node.right)])


def _sequence(node: cst.Tuple | cst.List | cst.Set, work: Evaluation) -> Value:
    return {"seq": [_element(element, work) for element in node.elements[:_MOST_ELEMENTS]]}


def _element(element: cst.BaseElement, work: Evaluation) -> Value:
    value = work.of(element.value)
    return {"spread": value} if isinstance(element, cst.StarredElement) else value


def _mapping(node: cst.Dict, work: Evaluation) -> Value:
    pairs: list[Value] = []
    for element in node.elements[:_MOST_ELEMENTS]:
        value = work.of(element.value)
        key = work.of(element.key) if isinstance(element, cst.DictElement) else {"spread": value}
        pairs.append([key, value])
    return {"map": pairs}


def _comprehension(node: cst.ListComp | cst.SetComp | cst.GeneratorExp, work: Evaluation) -> Value:
    return {"seq": [work.of(node.elt)]}


def _dict_comprehension(node: cst.DictComp, work: Evaluation) -> Value:
    return {"map": [[work.of(node.key), work.of(node.value)]]}


def _subscript(node: cst.Subscript, work: Evaluation) -> Value:
    owner = work.of(node.value)
    index = node.slice[0].slice
    if owner is None or not isinstance(index, cst.Index):
        return None
    if isinstance(index.value, cst.Integer):
        return {"item": [owner, int(index.value.value, 0)]}
    key = work.of(index.value)
    return {"item": [owner, key]} if isinstance(key, str) else {"each": {"values": owner}}


def _call(node: cst.Call, work: Evaluation) -> Value:
    func = node.func
    if isinstance(func, cst.Attribute):
        return _method(func, node, work)
    if len(node.args) != 1 or not isinstance(func, cst.Name):
        return None
    name = work.file.names.qualified(func)
    if name == "builtins.enumerate":
        return {"count": work.of(node.args[0].value)}
    return work.of(node.args[0].value) if name in _COPIES or name == "builtins.str" else None


def _method(func: cst.Attribute, node: cst.Call, work: Evaluation) -> Value:
    method = func.attr.value
    owner = work.of(func.value)
    if owner is None:
        return None
    if method in _CASES and not node.args:
        return {"case": [method, owner]}
    if method in _VIEWS:
        return {_VIEWS[method]: owner}
    if method == "split" and isinstance(owner, str) and not node.args:
        return {"seq": list(owner.split())}
    if method == "get" and node.args:
        rest = [work.of(arg.value) for arg in node.args[1:]]
        return any_of([{"each": {"values": owner}}, *rest])
    return owner if method == "keys" else None


LITERAL_READERS: Mapping[type[Any], Reader] = {
    cst.SimpleString: _string,
    cst.ConcatenatedString: _joined,
    cst.FormattedString: _formatted,
    cst.BinaryOperation: _binary,
    cst.IfExp: _either,
    cst.BooleanOperation: _or,
    cst.Tuple: _sequence,
    cst.List: _sequence,
    cst.Set: _sequence,
    cst.Dict: _mapping,
    cst.ListComp: _comprehension,
    cst.SetComp: _comprehension,
    cst.GeneratorExp: _comprehension,
    cst.DictComp: _dict_comprehension,
    cst.Subscript: _subscript,
    cst.Call: _call,
}
