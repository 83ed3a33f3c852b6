"""What the prose around code in a comment makes of it: an example, a part of a sentence, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ._comment_parts import Part

#: Prose that goes on below the code, or runs into it.
_SENTENCE_GOES_ON = re.compile(r"[a-z]+\b(?!\s*[=(.\[])|[-=]>|\^")
_SENTENCE_IS_OPEN = re.compile(
    r"(?:[,(>=-]|\b(?:the|a|an|of|to|with|by|is|are|as|like|calls?|sets?|calling|setting|using|and|or|when|that|via"
    r"|from|in|for|on|at|if|into|than|because|be|do|does))\Z",
    re.IGNORECASE,
)
#: What people write above code that they have switched off.
_DEAD = re.compile(
    r"\b(?:old|older|previous|previously|legacy|disabled?|removed?|deprecated|original|originally|unused|"
    r"temporar\w+|commented|uncomment|todo|fixme|hack|enable|re-enable|restore)\b"
)
#: Names that stand for whatever the reader has.
_PLACEHOLDER = re.compile(r"\b(?:foo|bar|baz|spam|my_?app|my_?model|my_\w+|your_?\w*|some_?\w+|example\w*)\b")
_CLOSING = (")", "]", "}")
#: ``all_items=False`` above a branch or a group of entries says what holds there; code has spaces.
_LABEL = re.compile(r"\s\w+=(?:True|False|None|-?\d[\w.]*|\"[^\"]*\"|'[^']*')\s*\Z")


def is_label(lines: Sequence[str], follows: str) -> bool:
    """Whether a block only says which value is meant below; an argument stands before the closing bracket."""
    return (
        len(lines) == 1 and _LABEL.match(lines[0]) is not None and not follows.lstrip().startswith(_CLOSING)
    )


def is_explanation(part: Part, example_words: Iterable[str]) -> bool:
    """Whether the code of the part is there to explain something."""
    if _PLACEHOLDER.search("\n".join(part.lines)):
        return True
    if not part.prose:
        return _SENTENCE_GOES_ON.match(part.after) is not None
    if part.depth > 0 or _SENTENCE_GOES_ON.match(part.after) or _SENTENCE_IS_OPEN.search(part.before):
        return True
    prose = part.prose.lower()
    if any(re.search(rf"\b{re.escape(word)}\b", prose) for word in example_words):
        return True
    return part.before.endswith(":") and not _DEAD.search(part.before.lower())
