"""Ends of scales that everybody knows, and thresholds at which a unit changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import libcst as cst

from quality_kit.tree import subtree

from ._names import last_name
from ._values import Number, is_power, value_of

_MONTH, _MONTHS = "month", range(13)
#: Parts of names that count in hundredths.
_HUNDREDTHS = ("percent", "pct", "progress")
_HUNDRED = 100
#: The last words of names of a field of the clock, with the ends of its range; of days of the week, exponents and
#: well-known ports every one is plain.
_RANGES: Mapping[str, Collection[int]] = {
    _MONTH: (12, 13),
    "weekday": range(8),
    "isoweekday": range(8),
    "exponent": range(10),
    "hour": (23, 24),
    "minute": (59, 60),
    "second": (59, 60),
    "port": frozenset((*range(1025), 65_535, 65_536)),
}
#: Only another form of what they hold.
_FORMS = frozenset(("abs", "int", "float", "round"))
_DIVISIONS = (cst.Divide, cst.FloorDivide, cst.Modulo)
_AUGMENTED_DIVISIONS = (cst.DivideAssign, cst.FloorDivideAssign, cst.ModuloAssign)
_DIVMOD = "divmod"
#: Names of what a file allows, and the usual values, written as they are read.
_MODES = ("permission", "chmod", "umask")
_MODE_VALUES = frozenset((400, 440, 444, 600, 640, 644, 660, 664, 666, 700, 750, 755, 770, 775, 777))
_TEN, _SMALLEST_MAGNITUDE, _FEWEST_ORDERS = 10, 1000, 3


def is_end_of_scale(name: str, value: Number) -> bool:
    """Whether a number ends the scale that a name speaks of: ``percent > 100``, ``hour == 23``."""
    name = name.lower()
    if any(word in name for word in _MODES) and value in _MODE_VALUES:
        return True
    if value == _HUNDRED:
        return any(word in name for word in _HUNDREDTHS)
    return value in _RANGES.get(name.rpartition("_")[2], ())


def is_month(name: str, value: Number) -> bool:
    """Whether a name holds a month, and the number is one: ``month == 4`` is April; ``month >= 4`` is a rule."""
    return name.lower().rpartition("_")[2] == _MONTH and value in _MONTHS


class Conversions:
    """Which names a function divides by which numbers; a function is read once."""

    def __init__(self) -> None:
        self._known: dict[int, frozenset[tuple[str, Number]]] = {}

    def has_threshold(self, function: cst.FunctionDef, comparison: cst.Comparison, value: Number) -> bool:
        """Whether the unit changes there: ``if seconds < 60`` beside ``seconds // 60``."""
        sides = (comparison.left, *(target.comparator for target in comparison.comparisons[:2]))
        names = filter(None, map(_name, sides))
        return any((name, value) in self._divided_in(function) for name in names)

    def has_divisor(self, function: cst.FunctionDef, value: Number) -> bool:
        """Whether a function divides anything by the number, so that it may take a rest from it."""
        return any(divisor == value for _, divisor in self._divided_in(function))

    def _divided_in(self, function: cst.FunctionDef) -> frozenset[tuple[str, Number]]:
        if id(function) not in self._known:
            self._known[id(function)] = frozenset(_divided(function))
        return self._known[id(function)]


class Scales:
    """Which names a function sorts into orders of magnitude; a function is read once."""

    def __init__(self) -> None:
        self._known: dict[int, Mapping[str, int]] = {}

    def has(self, function: cst.FunctionDef, comparison: cst.Comparison, value: Number) -> bool:
        """Whether a power of ten is one of three and more that the same name is compared with."""
        if not _is_magnitude(value):
            return False
        if id(function) not in self._known:
            nodes = (node for node in subtree(function) if isinstance(node, cst.Comparison))
            self._known[id(function)] = Counter(_name(node.left) for node in nodes if _is_order(node))
        return self._known[id(function)].get(_name(comparison.left), 0) >= _FEWEST_ORDERS


def _is_order(comparison: cst.Comparison) -> bool:
    other = comparison.comparisons[0].comparator
    return isinstance(other, (cst.Integer, cst.Float)) and _is_magnitude(value_of(other.value))


def _is_magnitude(value: Number) -> bool:
    return value >= _SMALLEST_MAGNITUDE and is_power(value, _TEN)


def _name(node: cst.BaseExpression) -> str:
    if isinstance(node, cst.UnaryOperation):  # -(-seconds // 60) rounds up
        return _name(node.expression)
    if isinstance(node, cst.Call) and last_name(node.func) in _FORMS and len(node.args) == 1:
        return last_name(node.args[0].value)
    return last_name(node)


def _divided(function: cst.FunctionDef) -> Iterable[tuple[str, Number]]:
    left: cst.BaseExpression
    for node in subtree(function):
        if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, _DIVISIONS):
            left, right = node.left, node.right
        elif isinstance(node, cst.AugAssign) and isinstance(node.operator, _AUGMENTED_DIVISIONS):
            left, right = node.target, node.value
        elif isinstance(node, cst.Call) and last_name(node.func) == _DIVMOD and len(node.args) > 1:
            left, right = node.args[0].value, node.args[1].value
        else:
            continue
        if isinstance(right, (cst.Integer, cst.Float)):
            yield _name(left), value_of(right.value)
