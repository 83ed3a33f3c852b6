"""Paths against patterns in the style of .gitignore."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

#: A part between slashes that is a name with at most ``*`` and ``?`` in it, as nearly all are. What is more
#: goes through pathspec, whose import takes as long as the rest of a run about one unchanged file.
_SIMPLE_PART = re.compile(r"(?!\.{1,2}\Z)(?!\*\Z)(?!.*\*\*)[\w.*? @+=,-]+\Z", re.ASCII)
_AT_ANY_DEPTH = "**/"

Matcher = Callable[[str], object]


def matches(patterns: tuple[str, ...], path: str) -> bool:
    """Whether a path relative to the root matches; the last matching pattern decides (``!`` negates)."""
    return bool(patterns) and bool(_compiled(patterns)(path))


def wrong_pattern(pattern: str) -> bool:
    """Whether a pattern cannot be read."""
    try:
        _compiled((pattern,))
    except (ValueError, re.error):
        return True
    return False


@lru_cache
def _compiled(patterns: tuple[str, ...]) -> Matcher:
    expressions = [_expression(pattern) for pattern in patterns]
    known = [expression for expression in expressions if expression]
    if len(known) == len(patterns):
        return re.compile("|".join(known), re.DOTALL).fullmatch
    from pathspec import GitIgnoreSpec  # only when it must

    return GitIgnoreSpec.from_lines(patterns).match_file


def _expression(pattern: str) -> str:
    """A regular expression for the paths that a simple pattern matches; empty if it is not simple."""
    is_deep = pattern.startswith(_AT_ANY_DEPTH)
    parts = pattern.removeprefix(_AT_ANY_DEPTH if is_deep else "/").removesuffix("/").split("/")
    if pattern != pattern.strip() or not all(map(_SIMPLE_PART.match, parts)):
        return ""
    names = "/".join(re.escape(part).replace(r"\*", "[^/]*").replace(r"\?", "[^/]") for part in parts)
    anywhere = "(?:.*/)?" if is_deep or "/" not in pattern[:-1] else ""
    return f"{anywhere}{names}{'/.*' if pattern.endswith('/') else '(?:/.*)?'}"
