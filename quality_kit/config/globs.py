"""Paths against patterns in the style of .gitignore."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(patterns: tuple[str, ...], path: str) -> bool:
    """Whether a path relative to the root matches; the last matching pattern decides (``!`` negates)."""
    return bool(patterns) and _compiled(patterns).match_file(path)


def wrong_pattern(pattern: str) -> bool:
    """Whether a pattern cannot be read."""
    try:
        _compiled((pattern,))
    except (ValueError, re.error):
        return True
    return False


@lru_cache
def _compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # 40 ms that a run without a pattern to match does not pay

    return GitIgnoreSpec.from_lines(patterns)
