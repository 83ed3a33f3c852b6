"""Paths against patterns in the style of .gitignore."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(patterns: tuple[str, ...], path: str) -> bool:
    """Whether the path, relative to the project's root, matches; the last pattern that does decides."""
    return bool(patterns) and _compiled(patterns).match_file(path)


@lru_cache
def _compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # a tree without long files does not pay for it

    return GitIgnoreSpec.from_lines(patterns)
