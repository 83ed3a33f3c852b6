"""What the prose around code in a comment makes of it: an example, a part of a sentence, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ._comment_parts import Part

#: Prose that goes on below the code, or runs into it.
_SENTENCE_GOES_ON = re.compile(r"[a-z]+\b(?!\s*[=(.\[])|[-=]>|\^")
_SENTENCE_IS_OPEN = re.compile(
    r"(?:[,(>=-]|\b(?:the|a|an|of|to|with|by|is|are|as|like|calls?|calling|using|and|or|when|that|via|from|in"
    r"|for|on|at|if|into|than|because|be|do|does))\Z",
    re.IGNORECASE,
)
#: What people write above code that they have switched off.
_DEAD = re.compile(
    r"\b(?:old|older|previous|previously|legacy|disabled?|removed?|deprecated|original|originally|unused|"
    r"temporar\w+|commented|uncomment|todo|fixme|hack|enable|re-enable|restore)\b"
)
#: Names that stand for whatever the reader has.
_PLACEHOLDER = re.compile(r"\b(?:foo|bar|baz|spam|my_?app|my_?model|my_\w+|your_?\w*|some_?\w+|example\w*)\b")


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
