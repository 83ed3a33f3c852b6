"""HTTP statuses: numbers that everybody reads, where the names around say that a status is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from http import HTTPStatus

import libcst as cst

from quality_kit.tree import Tree

from ._names import last_name, subject_name
from ._values import Number, value_of

#: The last ones are no standard, but servers and proxies answer with them.
_STATUSES = frozenset((*map(int, HTTPStatus), 419, 420, 440, 444, 498, 499, 509, *range(520, 531), 598, 599))
#: ``400 <= code < 600``.
_BEYOND = 600
_FIRST_ERROR = 400
#: Errors whose numbers mean nothing else; 400 and 500 are round numbers too.
_PLAIN_ERRORS = frozenset(each for each in _STATUSES if each > _FIRST_ERROR) - {500}
#: Calls that count or compare their numbers.
_NUMERIC = frozenset(
    ("min", "max", "range", "randint", "randrange", "sleep", "resize", "clip", "get", "__init__")
)
_CODE = "code"
#: What follows the word in ``status_int``, ``cast_status_to_int()``.
_FORM = re.compile(r"(_to)?_(int|value|num|number|class|family)$")
#: Only another form of what they hold: ``int(error.code)``, ``status.value``.
_INT, _VALUE = "int", "value"
#: ``statuses.append(404)``.
_ADDING = frozenset(("append", "add", "insert"))
_LOOKUP, _BASE = "get", "__init__"


def is_http_status(value: Number) -> bool:
    """Whether HTTP has a status of this number."""
    return value in _STATUSES


def is_status_name(name: str, endings: Sequence[str]) -> bool:
    """Whether a name says that it holds an HTTP status."""
    return _FORM.sub("", name.lower()).endswith(tuple(endings))


def holds_status(node: cst.CSTNode, value: Number, endings: Sequence[str]) -> bool:
    """Whether an expression that a number is compared with is an HTTP status."""
    if isinstance(node, cst.BinaryOperation):  # status // 100
        return holds_status(node.left, value, endings)
    if isinstance(node, cst.Attribute) and node.attr.value == _VALUE:
        node = node.value
    elif isinstance(node, cst.Call) and last_name(node.func) == _INT and len(node.args) == 1:
        node = node.args[0].value
    name = subject_name(node)
    if is_status_name(name, endings):
        return True
    is_status = is_http_status(value) or value == _BEYOND
    return is_status and _FORM.sub("", name.lower()).endswith(_CODE)


def takes_status(
    tree: Tree, call: cst.Call, value: Number, names: Sequence[str], calls: tuple[str, ...]
) -> bool:
    """Whether a call is handed an HTTP status: an answer, an error, the default of a table of statuses."""
    if not is_http_status(value):
        return False
    called = last_name(call.func)
    if called.lower().endswith(calls):
        return True
    if called in _ADDING and isinstance(call.func, cst.Attribute):
        if any(name in last_name(call.func.value).lower() for name in names):
            return True
    if called == _LOOKUP and isinstance(call.func, cst.Attribute):
        return is_status_name(last_name(call.func.value), names)
    if value < _FIRST_ERROR:
        return False
    if any(word in called.lower() for word in calls) or (called == _BASE and _is_in(tree, call, calls)):
        return True
    return len(call.args) > 1 and value in _PLAIN_ERRORS and called not in _NUMERIC and called != _BASE


def status_takers(tree: Tree) -> frozenset[str]:
    """The calls of a file that are handed several errors that are nothing but HTTP statuses: ``answer(404, text)``."""
    taken = {(last_name(call.func), error) for call in tree.of(cst.Call) for error in _plain_errors(call)}
    names = Counter(name for name, _ in taken)
    return frozenset(name for name, errors in names.items() if errors > 1 and name not in _NUMERIC)


def _plain_errors(call: cst.Call) -> Iterator[Number]:
    for argument in call.args[:2] if len(call.args) > 1 else ():
        value = argument.value
        if argument.keyword is None and isinstance(value, cst.Integer):
            if value_of(value.value) in _PLAIN_ERRORS:
                yield value_of(value.value)


def _is_in(tree: Tree, call: cst.Call, calls: tuple[str, ...]) -> bool:
    """Whether a call stands in a class of errors: ``super().__init__(text, 401)``."""
    around = next((node for node in tree.ancestors(call) if isinstance(node, cst.ClassDef)), None)
    return around is not None and around.name.value.lower().endswith(calls)
