"""Numbers given to calls: which need a name, which have one already."""

from __future__ import annotations

import re
from collections.abc import Collection

import libcst as cst

from ._factors import TWO, Units, is_unit_factor
from ._names import last_name
from ._values import Number

#: Calls that divide, or make pairs: the unit and the 2 are plain there.
_DIVISION = "divmod"
_PAIRS = frozenset(("range", "combinations", "permutations", "batched"))
_POOL = "pool"
#: The words of ``connect_timeout``, ``MAX_RETRIES``, ``socketTimeoutMS``.
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+")


def is_plain_argument(call: cst.Call, value: Number, plain_calls: Collection[str], units: Units) -> bool:
    """Whether a positional number is understood without a name in this call."""
    name = last_name(call.func)
    if name in plain_calls or _POOL in name.lower():
        return True
    if name in _PAIRS:
        return value == TWO
    return name == _DIVISION and is_unit_factor(value, units)


def is_policy(name: str, policies: Collection[str], sizes: Collection[str]) -> bool:
    """Whether a keyword, option or key names a policy: ``connect_timeout``, ``MAX_RETRIES``."""
    words = {word.lower() for word in _WORD.findall(name)}
    return (name.lower() in policies or not words.isdisjoint(policies)) and words.isdisjoint(sizes)
