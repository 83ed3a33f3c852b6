"""Numbers given to calls: which need a name, which have one already."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import libcst as cst

from quality_kit.tree import Tree, subtree

from ._coordinates import is_coordinate
from ._factors import TWO, Units, is_unit_factor
from ._names import last_name, names_inside
from ._scales import is_end_of_scale
from ._texts import is_unpacked
from ._values import INTEGER_ENDS, Number, value_of

#: Calls that divide, or make pairs: the unit and the 2 are plain there.
_DIVISION = "divmod"
_PAIRS = frozenset(("range", "arange", "combinations", "permutations", "batched", "tee"))
#: Pools take their size, bars of progress how far they are, fonts a size, percentiles a place in hundred, texts a
#: level, parsers how far they look.
_POOL, _PROGRESS = "pool", "progress"
_URANDOM, _SEED = "urandom", "seed"
_NAMED = (_URANDOM, _SEED, _POOL, _PROGRESS, "font", "percentile", "quantile", "indent", "lookahead")
#: Layers of a network, whose widths are its drawing.
_LAYER = re.compile(
    r"(?:Conv|Linear|Dense|BatchNorm|LayerNorm|GroupNorm|Dropout|MaxPool|AvgPool|MaxPooling|AveragePooling"
    r"|LSTM|GRU|ZeroPad|ZeroPadding|UpSampling)(?:Transpose)?(?:\d[dD])?(?:Transpose|Cell)?\Z"
)
#: Of unit tests, wherever they stand.
_ASSERTION = re.compile("assert[A-Z]")
_CLAMPS, _LARGEST_BYTE = frozenset(("min", "max")), 255
#: Calls that give an array a shape: so small a number counts its dimensions or channels.
_SHAPES, _LARGEST_SHAPE = (
    frozenset(("reshape", "view", "repeat", "tile", "zeros", "ones", "empty", "expand")),
    4,
)
#: Helpers that round take the digits, of which no number has more.
_ROUNDING = frozenset(
    (
        *(
            "round_to",
            "round_up",
            "round_down",
            "round_off",
            "round_half_up",
            "round_half_down",
            "round_half_even",
        ),
        *("round_value", "round_values", "round_number", "round_numbers", "round_float", "round_floats"),
        *("round_decimal", "round_decimals", "round_digits", "round_dict", "round_sig", "round_significant"),
        *("round_to_digits", "round_to_decimals", "round_to_precision"),
    )
)
_MOST_DIGITS = 15
#: Calls that bound a value at both ends.
_CLIPS = frozenset(("clip", "clamp"))
#: Calls that take so many rows: two show whether there is more than one.
_TAKES = frozenset(("limit", "fetchmany", "take", "nsmallest", "nlargest"))
#: Longer calls are read this far.
_MOST_ARGUMENTS = 4
#: What makes one week, year, day, hour of a smaller unit.
_CALENDAR: Mapping[str, tuple[int, ...]] = {
    "days": (7, 365, 366),
    "hours": (24,),
    "minutes": (60,),
    "seconds": (60, 3600, 86400),
}
#: So much of an argument is searched for a percentage.
_HUNDRED, _MOST_NODES = 100, 100
_READS = frozenset(("read", "readexactly", "recv"))
_SETTER = re.compile("set(?:_?(timeout)|_([a-z].*)|([A-Z].*))")
#: The words of ``connect_timeout``, ``MAX_RETRIES``, ``socketTimeoutMS``.
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+")


def is_plain_argument(
    tree: Tree, call: cst.Call, value: Number, plain_calls: Collection[str], units: Units
) -> bool:
    """Whether a positional number is understood without a name in this call."""
    name = last_name(call.func)
    if name in plain_calls or _ASSERTION.match(name) or _is_named(call):
        return True
    if (
        _LAYER.match(name)
        or is_coordinate(call)
        or (value == TWO and name in _TAKES)
        or _is_digits(name, value)
    ):
        return True
    if name in _SHAPES and value <= _LARGEST_SHAPE:
        return True
    if name in _PAIRS:
        return value == TWO
    if name in _CLAMPS:
        if value in INTEGER_ENDS and value > _LARGEST_BYTE:  # min(size, 0xFFFFFFFF)
            return True
        arguments = call.args[:_MOST_ARGUMENTS]
        if value == _HUNDRED and any(map(_makes_percent, arguments)):
            return True
        return _is_full_scale(tree, call, value) or any(
            is_end_of_scale(each, value) for part in arguments for each in names_inside(part.value)
        )
    if name in _CLIPS:
        return _is_end(value)
    if name in _READS:
        return is_unpacked(tree, call)
    return name == _DIVISION and is_unit_factor(value, units)


def _is_digits(name: str, value: Number) -> bool:
    return name in _ROUNDING and value <= _MOST_DIGITS


def _makes_percent(argument: cst.Arg) -> bool:
    """Whether a share is turned into hundredths: ``min(round(done / total * 100), 100)``."""
    nodes = zip((argument.value, *subtree(argument.value)), range(_MOST_NODES))
    return any(
        isinstance(node, cst.BinaryOperation)
        and isinstance(node.operator, cst.Multiply)
        and any(
            isinstance(side, (cst.Integer, cst.Float)) and value_of(side.value) == _HUNDRED
            for side in (node.left, node.right)
        )
        for node, _ in nodes
    )


def _is_end(value: Number) -> bool:
    """Whether an integer type ends there, at the top or at the bottom."""
    return value in INTEGER_ENDS or -value - 1 in INTEGER_ENDS


def _is_full_scale(tree: Tree, call: cst.Call, value: Number) -> bool:
    """Whether a value is held between the ends of an integer type: ``max(0, min(255, value))``."""
    if not _is_end(value):
        return False
    argument = tree.parent(call)
    around = tree.parent(argument) if isinstance(argument, cst.Arg) else None
    others = [around, *(each.value for each in call.args[:_MOST_ARGUMENTS])]
    return any(isinstance(each, cst.Call) and last_name(each.func) in _CLAMPS for each in others)


def set_name(call: cst.Call) -> str:
    """What a setter of one value sets, like an assignment: ``socket.settimeout(5)``, ``set_timeout(5)``."""
    found = _SETTER.fullmatch(last_name(call.func)) if len(call.args) == 1 else None
    return next(filter(None, found.groups()), "") if found else ""


def _is_named(call: cst.Call) -> bool:
    """Whether a call says what its number is."""
    owner = last_name(call.func.value) if isinstance(call.func, cst.Attribute) else ""
    called = last_name(call.func).lower()
    return any(word in called for word in _NAMED) or _PROGRESS in owner.lower()


def is_calendar_unit(name: str, value: Number) -> bool:
    """Whether an amount of time is one of the next unit: ``timedelta(days=7)`` is a week, as plain as 1."""
    return value in _CALENDAR.get(name, ())


def words_of(name: str) -> list[str]:
    """The words of a name, in lower case."""
    return [word.lower() for word in _WORD.findall(name)]


def is_policy(name: str, policies: Collection[str], sizes: Collection[str]) -> bool:
    """Whether a keyword, option or key names a policy: ``connect_timeout``, ``MAX_RETRIES``."""
    words = set(words_of(name))
    return (name.lower() in policies or not words.isdisjoint(policies)) and words.isdisjoint(sizes)
