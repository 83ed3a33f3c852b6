"""Numbers that everybody knows by the call or the name beside them: ends of ranges, angles, codes of a register."""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst

from quality_kit.tree import Tree

from ._arguments import words_of
from ._comparisons import is_exact
from ._contexts import Context, comparison_of, other_side
from ._names import last_name, names_inside, subject_name
from ._scales import is_end_of_scale
from ._values import INTEGER_ENDS, Number, value_of

#: The last of what a unit or an integer has, in calls that take a range.
_DRAWS = frozenset(("randint", "randrange"))
_LAST = frozenset((23, 59, 255, *INTEGER_ENDS))
_RANGE, _MONTHS, _LEN = "range", 13, "len"
_ONE = "1"
#: Parts of a circle, where a name speaks of an angle or of degrees on the earth.
_ANGLES = frozenset((45, 90, 180, 270, 360))
_TURN = 360
_ANGULAR = frozenset("""
    angle angles deg degree degrees rotation rotate bearing heading azimuth hue lat lon lng latitude longitude
    arc orientation pi radians coord alpha beta gamma theta phi bbox
    """.split())
_GREEK = frozenset(("alpha", "beta", "gamma"))
#: Names of registers, whose numbers are names themselves: ``from_epsg(4326)``.
_REGISTERS = frozenset(("epsg", "srid", "crs"))
#: How many bits a number may have, where a name speaks of bits.
_BITS, _BIT_SIZES = frozenset(("bit", "bits", "nbits", "wbits")), frozenset((2, 4, 8, 16, 32, 64, 128, 256))
#: Why a websocket was closed.
_CLOSE, _CODE, _CLOSINGS = "close", "code", range(1000, 1016)
#: A program that a signal ended exits with its number above this one.
_SIGNALLED, _EXITS = 128, frozenset(("exit", "_exit", "SystemExit", "Exit"))
_VERSION = "version"
#: Where the classes of HTTP statuses begin and end.
_CLASSES, _HTTP, _STATUS = frozenset((100, 200, 300, 400, 500, 599, 600)), "http", "status"
_ANSWERS = frozenset(("status", "code", "response", "answer", "error", "ok", "success"))
#: Names that say less than that of their function.
_PLAIN = frozenset(("v", "x", "y", "value", "val", "number", "num", "code"))
#: How many hexadecimal digits there are, where a name says which digest or identifier it holds.
_DIGITS_OF: Mapping[str, tuple[int, ...]] = {
    "md5": (32,),
    "sha1": (40,),
    "sha224": (56,),
    "sha256": (64,),
    "sha384": (96,),
    "sha512": (128,),
    "uuid": (32, 36),
}
#: The versions of the internet protocol.
_PROTOCOLS, _INTERNET = (4, 6), frozenset(("ip", "ipv", "ipver", "inet"))
_HALF, _ROUNDING = 0.5, frozenset(("int", "floor", "trunc"))
_FACTORS = (cst.Divide, cst.Modulo)
#: Sums are searched this deep.
_MOST_DEPTH = 4
_TOLD_COUNTS: Mapping[str, int] = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}


def is_known(tree: Tree, context: Context, value: Number) -> bool:
    """Whether the call or the names beside a number say what it is."""
    holder = context.holder
    if context.kind == "argument" and isinstance(holder, cst.Arg):
        call = tree.parent(holder)
        return isinstance(call, cst.Call) and _is_known_argument(call, holder, value)
    if context.kind == "arithmetic" and isinstance(holder, cst.BinaryOperation):
        return _is_known_operand(tree, holder, context.expression, value)
    if context.kind == "comparison":
        return _is_known_side(tree, context, value)
    return context.kind == "slice" and _is_counted_in_name(tree, holder, value)


def is_named_after(function: cst.FunctionDef, comparison: cst.Comparison, value: Number) -> bool:
    """Whether the name of a function says what it asks for: an angle, or the class of an HTTP status."""
    words = set(words_of(function.name.value))
    sides = (comparison.left, *(each.comparator for each in comparison.comparisons[:2]))
    asked = {word for side in sides for word in words_of(subject_name(side))}
    if value in _CLASSES and _HTTP in asked and not _ANSWERS.isdisjoint(asked):
        return True
    if not asked <= _PLAIN:
        return False
    return (abs(value) in _ANGLES and not (_ANGULAR - _GREEK).isdisjoint(words)) or (
        value in _CLASSES and not words.isdisjoint((_HTTP, _STATUS)) and not words.isdisjoint(_ANSWERS)
    )


def _is_known_argument(call: cst.Call, argument: cst.Arg, value: Number) -> bool:
    name = last_name(call.func)
    words = words_of(name)
    if name == _CLOSE and value in _CLOSINGS:
        return True
    if _VERSION in words or not _REGISTERS.isdisjoint(words):
        return True
    if name in _DRAWS:
        return value in _LAST or -value - 1 in _LAST or _is_drawn_to_end(call)
    first = call.args[0].value
    return name == _RANGE and value == _MONTHS and isinstance(first, cst.Integer) and first.value == _ONE


def _is_drawn_to_end(call: cst.Call) -> bool:
    """Whether a number is drawn up to the end of a type: ``randint(1024, 65535)``."""
    numbers = (each.value for each in call.args if isinstance(each.value, cst.Integer))
    return any(value_of(each.value) in INTEGER_ENDS for each in numbers)


def _measured_words(side: cst.CSTNode) -> list[str]:
    """The words of what is measured there: ``len(file.sha256)``."""
    is_length = isinstance(side, cst.Call) and last_name(side.func) == _LEN and len(side.args) == 1
    return words_of(last_name(side.args[0].value)) if isinstance(side, cst.Call) and is_length else []


def _is_known_operand(tree: Tree, operation: cst.BinaryOperation, side: cst.CSTNode, value: Number) -> bool:
    if isinstance(operation.operator, (cst.Add, cst.Subtract)) and value == _HALF:
        argument = tree.parent(operation)
        call = tree.parent(argument) if isinstance(argument, cst.Arg) else None
        return isinstance(call, cst.Call) and last_name(call.func) in _ROUNDING
    other = other_side(operation, side)
    if isinstance(operation.operator, cst.Subtract) and operation.left is side:
        if any(is_end_of_scale(name, value) for name in (*names_inside(other), subject_name(other))):
            return True
    if value == _SIGNALLED and isinstance(operation.operator, cst.Add):
        argument = tree.parent(operation)
        call = tree.parent(argument) if isinstance(argument, cst.Arg) else None
        return isinstance(call, cst.Call) and last_name(call.func) in _EXITS
    if value == _TURN and isinstance(operation.operator, _FACTORS):
        return True
    return value in _ANGLES and _is_angular(other)


def _is_known_side(tree: Tree, context: Context, value: Number) -> bool:
    comparison = comparison_of(tree, context)
    if comparison is None:
        return False
    sides = (comparison.left, *(each.comparator for each in comparison.comparisons[:2]))
    words = {word for side in sides for word in words_of(subject_name(side))}
    if value in _CLOSINGS and {_CLOSE, _CODE} <= words:
        return True
    if value in _BIT_SIZES and not words.isdisjoint(_BITS):
        return True
    if value in _PROTOCOLS and is_exact(comparison) and not words.isdisjoint(_INTERNET):
        return True
    if any(value in _DIGITS_OF.get(word, ()) for side in sides for word in _measured_words(side)):
        return True
    inside = {word for side in sides for name in names_inside(side) for word in words_of(name)}
    if not _REGISTERS.isdisjoint(words | inside) or (value in _ANGLES and any(map(_is_angular, sides))):
        return True
    return any(_TOLD_COUNTS.get(word) == value for word in words)


def _is_angular(node: cst.BaseExpression, depth: int = 0) -> bool:
    if isinstance(node, cst.BinaryOperation):
        below = (node.left, node.right) if depth < _MOST_DEPTH else ()
        return any(_is_angular(each, depth + 1) for each in below)
    names = (*names_inside(node), subject_name(node))
    return any(_says_angle(set(words_of(name))) for name in names)


def _says_angle(words: set[str]) -> bool:
    """``beta`` alone, but not ``beta_users``."""
    return not (_ANGULAR - _GREEK).isdisjoint(words) or (bool(words) and words <= _GREEK)


def _is_counted_in_name(tree: Tree, bounds: cst.CSTNode, value: Number) -> bool:
    """``first_eight[:8]``, ``key.first_eight == secret[:8]``."""
    element = tree.parent(bounds)
    subscript = tree.parent(element) if element is not None else None
    around = tree.parent(subscript) if subscript is not None else None
    names = [last_name(subscript.value)] if isinstance(subscript, cst.Subscript) else []
    if isinstance(around, cst.ComparisonTarget):
        around = tree.parent(around)
    if isinstance(around, cst.Comparison):
        names += [last_name(around.left), last_name(around.comparisons[0].comparator)]
    return any(_TOLD_COUNTS.get(word) == value for name in names for word in words_of(name))
