"""Changes as a unified diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

_NO_FILE = "/dev/null"


def unified_diff(label: str, before: str | None, after: str) -> Iterator[str]:
    """The lines of a diff, without their ends and without a word about these; ``before`` is None for a new file."""
    old, new = (_lines(text) for text in (before or "", after))
    names = (_NO_FILE if before is None else f"a/{label}", f"b/{label}")
    yield from difflib.unified_diff(old, new, *names, lineterm="")


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []
