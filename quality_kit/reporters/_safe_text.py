"""Makes text from checked code harmless for a terminal."""

from __future__ import annotations

import re

#: Control characters, lone surrogates and the marks that turn the direction of writing.
_HARMFUL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def safe(text: str) -> str:
    """The text with each harmful character written as an escape."""
    return text if text.isprintable() else _HARMFUL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
