"""Patterns of called names: ``requests.{get,post}``, ``redis.Redis.*``, ``!redis.Redis.pipeline``.

``*`` stands for one part of a dotted name or a piece of it, ``**`` for any number of parts, ``{a,b}`` for one of
several, ``[A-Z]`` for a capital; a pattern with ``!`` in front takes names off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_NOT = "!"
_MEANINGS = {
    "**.": r"(?:[^.]+\.)*",
    "*": r"[^.]*",
    "[A-Z]": "[A-Z]",
    "{": "(?:",
    "}": ")",
    ",": "|",
}
_TOKENS = re.compile(r"\*\*\.|\[A-Z\]|[*{},]|[^*{},[]+|\[")


class Patterns(NamedTuple):
    """The patterns of one option, compiled."""

    wanted: re.Pattern[str]
    unwanted: re.Pattern[str]

    def match(self, name: str) -> bool:
        """Whether the dotted name is meant."""
        return bool(self.wanted.fullmatch(name)) and not self.unwanted.fullmatch(name)


@lru_cache(maxsize=64)
def compiled(patterns: tuple[str, ...]) -> Patterns:
    """The patterns as they are written in the configuration."""
    wanted = (pattern for pattern in patterns if not pattern.startswith(_NOT))
    unwanted = (pattern[1:] for pattern in patterns if pattern.startswith(_NOT))
    return Patterns(_any_of(wanted), _any_of(unwanted))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_expression, patterns)) or r"(?!)")


def _expression(pattern: str) -> str:
    return "".join(_MEANINGS.get(token) or re.escape(token) for token in _TOKENS.findall(pattern))
