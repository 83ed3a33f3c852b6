"""Tests that prove by coming to their end: by their name, or in words in their text."""

from __future__ import annotations

import re

_NAME = re.compile(
    r"smoke|import|(?:no|without|any)_?(?:error|exception|raise|warning|crash|fail|problem|deadlock|leak|hang)"
    r"|(?:not|nt|never)_?(?:raise|fail|crash|throw|error|warn|hang|block|explode|blow|break|leak|deadlock)"
    r"|no_?op(?:_|\Z)|sanity|compiles|instantiat|idempoten|benchmark|can_be_|succeeds|survive|tolerat"
    r"|is_(?:fine|enough)(?:_|\Z)|accepted|allowed|serializable|coverage|placeholder",
    re.IGNORECASE,
)
_BAD_ENDS = r"rais|fail|crash|throw|error|warn|hang|block|explod|blow|break|deadlock"
_WORDS = re.compile(
    rf"(?:not|n't|never|nothing|no one|without)\s+(?:\w+\s+)?(?:{_BAD_ENDS})"
    rf"|(?:will|would|should|must)\s+(?:{_BAD_ENDS})|(?:rais|crash|fail)\w*\s+(?:if|when|on|before)\b"
    r"|no\s+(?:\w+\s+)?(?:error|exception|assert|warning|crash|traceback|failure)"
    r"|smoke|sanity|is enough|type.?check|mypy|pyright|\bno-?op\b|for coverage",
    re.IGNORECASE,
)


def says_smoke(name: str, text: str) -> bool:
    """Whether the name of a test or a word in its text says that it is enough when nothing is raised."""
    return _NAME.search(name) is not None or _WORDS.search(text) is not None
