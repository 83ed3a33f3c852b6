"""Whether something is business by its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from fnmatch import translate
from functools import lru_cache
from typing import NamedTuple

#: A glob that is a name, or has one star before or behind one.
_PLAIN = re.compile(r"\*?[^*?\[]+\Z|[^*?\[]+\*\Z")
_WORD_BORDER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])")


def is_business_class(name: str, suffixes: Iterable[str], prefixes: Iterable[str]) -> bool:
    """Whether a class's name (``UserService``, ``_UserService``, ``CRUDUser``) says that it does business."""
    bare = name.strip("_")
    return bare.endswith(tuple(suffixes)) or bare.startswith(tuple(prefixes))


def is_business_target(name: str, words: Collection[str]) -> bool:
    """Whether a variable's name (``user_service``, ``USER_SERVICE``, ``userService``, ``service``) does."""
    snake = f"_{snake_case(name)}"
    return any(snake.endswith(f"_{word}") for word in words)


def snake_case(name: str) -> str:
    """``HTTPClient`` as ``http_client``, ``A2AStore`` as ``a2a_store``."""
    return _WORD_BORDER.sub("_", name.strip("_")).lower()


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a name matches one of the globs; a star also stands for dots."""
    globs = _sorted_out(patterns)
    return (
        name in globs.names
        or name.startswith(globs.beginnings)
        or name.endswith(globs.ends)
        or (globs.others is not None and globs.others.match(name) is not None)
    )


class _Globs(NamedTuple):
    """Most are a name, or have one star at an end: one expression for all would take long to compile."""

    names: frozenset[str]
    beginnings: tuple[str, ...]
    ends: tuple[str, ...]
    others: re.Pattern[str] | None


@lru_cache
def _sorted_out(patterns: tuple[str, ...]) -> _Globs:
    others = [pattern for pattern in patterns if not _PLAIN.match(pattern)]
    plain = [pattern for pattern in patterns if _PLAIN.match(pattern)]
    return _Globs(
        frozenset(pattern for pattern in plain if "*" not in pattern),
        tuple(pattern[:-1] for pattern in plain if pattern.endswith("*")),
        tuple(pattern[1:] for pattern in plain if pattern.startswith("*")),
        re.compile("|".join(map(translate, others))) if others else None,
    )
