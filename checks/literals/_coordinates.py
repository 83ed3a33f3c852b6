"""Coordinates, shapes and colours: several numbers of one call, which no name would explain."""

from __future__ import annotations

import re

import libcst as cst

from ._contexts import is_literal
from ._names import last_name

#: A call with so many bare numbers takes a place, a shape or a colour.
_FEWEST_COORDINATES = 3
_MOST_ARGUMENTS = 16
#: What follows from a number in these calls is behaviour, wherever they stand.
BEHAVING = frozenset(
    (
        *("range", "arange", "linspace", "min", "max", "clip", "sum", "pow"),
        *("sleep", "wait", "wait_for", "read", "recv", "get", "post", "request"),
        *("randint", "randrange", "uniform", "sample", "choices", "gauss", "Timeout", "Retry"),
    )
)
_POLICY = re.compile("threshold|timeout|limit|retr", re.IGNORECASE)


def is_coordinate(call: cst.Call) -> bool:
    """Whether a positional number is one of three or more: ``rect(10, 20, 200, 40)``, ``permute(0, 2, 1)``."""
    name = last_name(call.func)
    if name in BEHAVING or _POLICY.search(name):
        return False
    numbers = (each for each in call.args[:_MOST_ARGUMENTS] if each.keyword is None and not each.star)
    return sum(is_literal(each.value) for each in numbers) >= _FEWEST_COORDINATES
