"""What a number literal is worth, and which numbers are round."""

from __future__ import annotations

import math
from functools import lru_cache

Number = int | float

#: Below it a power is a plain small number: 2 has rules of its own.
_SMALLEST_POWER = 4
#: Nobody writes a factor beyond it; keeps the test for powers short.
_LARGEST_POWER = 10**30
#: From here on a negative power of ten is a unit (milli, micro, nano) and no share.
_LARGEST_FRACTION = 0.001

#: The largest numbers of integer types, signed and unsigned, and the middle of a byte: full scale of what is kept so.
INTEGER_ENDS = frozenset((127, 127.5, 255, 2**15 - 1, 2**16 - 1, 2**31 - 1, 2**32 - 1, 2**63 - 1, 2**64 - 1))


@lru_cache(maxsize=4096)
def value_of(literal: str) -> Number:
    """The value of an integer or float literal; infinity for one that is too long to be read."""
    try:
        return int(literal, 0)
    except ValueError:
        pass
    try:
        return float(literal)
    except ValueError:
        return math.inf


def is_power(value: Number, base: Number) -> bool:
    """Whether a number is a power that serves as a unit: 1024, 1e6, 0.001."""
    if base < _SMALLEST_POWER and value < _SMALLEST_POWER:
        return False
    if 0 < value <= _LARGEST_FRACTION:
        value = round(1 / value)
    power = base
    while power < value <= _LARGEST_POWER:
        power *= base
    return power == value
