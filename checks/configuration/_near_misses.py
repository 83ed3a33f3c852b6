"""The documented name that somebody may have meant to write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

#: How alike two names have to be, from 0 to 1: one wrong letter in six, or a forgotten short prefix.
_ALIKE = 0.84
#: How alike a name is to the same one with a word before it: ``DATABASE_URL`` and ``APP_DATABASE_URL``.
_PREFIXED = 0.9
#: Names that differ in length by more than this are not compared letter by letter.
_MOST_DIFFERENCE = 5
_SAME_PART = 3
#: How alike two words are that are meant to be the same one.
_SAME_WORD = 2 / 3
_DIGITS = str.maketrans("", "", "0123456789")


def nearest(name: str, candidates: Sequence[str]) -> str | None:
    """The candidate most like the name; None when none is like it."""
    alike = ((_likeness(name.upper(), other.upper()), other) for other in candidates)
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def _likeness(name: str, other: str) -> float:
    if name == other:
        return 1.0
    if name.translate(_DIGITS) == other.translate(_DIGITS):
        return 0.0  # KEY_1 and KEY_2 are two names, not one misspelt
    if _is_prefixed(name, other) or _is_prefixed(other, name):
        return _PREFIXED
    shares_a_part = name[:_SAME_PART] == other[:_SAME_PART] or name[-_SAME_PART:] == other[-_SAME_PART:]
    if abs(len(name) - len(other)) > _MOST_DIFFERENCE or not shares_a_part or _differ_in_a_word(name, other):
        return 0.0
    matcher = SequenceMatcher(None, name, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _is_prefixed(name: str, other: str) -> bool:
    rest = name.partition("_")[2]
    return rest == other and "_" in rest


def _differ_in_a_word(name: str, other: str) -> bool:
    """Whether one word is exchanged for a really different one: ``DB_USER`` and ``DB_NAME``."""
    words, others = name.split("_"), other.split("_")
    if len(words) != len(others):
        return False
    pairs: Iterable[tuple[str, str]] = [
        pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]
    ]
    return any(SequenceMatcher(None, *pair, autojunk=False).ratio() < _SAME_WORD for pair in pairs)
