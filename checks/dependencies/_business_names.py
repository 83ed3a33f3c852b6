"""Whether something is business by its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from fnmatch import translate
from functools import lru_cache

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
    return _compiled(patterns).match(name) is not None


@lru_cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, patterns)) or r"(?!)")
