"""The words that names are made of, and a readable name for a group of definitions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

#: What is done with things; says something only together with the thing ("delete invoice").
_VERBS = frozenset(
    "add check create delete do ensure fetch find get handle has is list load make process read remove run "
    "save set should update upsert write".split()
)
#: What is said of things; says something only beside another word ("api key").
_PALE = frozenset(
    "base class count current data default handler helper id info internal item key main manager name "
    "object service util value".split()
)
#: Words that say nothing about a group.
_PARTICLES = frozenset(
    "a all an and any as async at by can cls exist exists for from if impl in init into many new no not "
    "of on one or per self sync the to try with without".split()
)
_EMPTY = _VERBS | _PALE | _PARTICLES
_ENDS_IN_ES = ("sses", "xes", "ches", "shes")

#: A name speaks of this share of the group's lines, and this share of the lines it speaks of is in the group.
_COVERED, _INSIDE = 0.4, 0.5
#: How much better a name of two words is than a name of one.
_TWO_WORDS = 1.3


class Sized(NamedTuple):
    """A definition's name with its size in lines."""

    name: str
    size: int


def topics(name: str) -> set[str]:
    """The words of a name that say what it is about, in the singular."""
    return {phrase for phrase in _phrases(name) if " " not in phrase}


def speaks_of(name: str, phrase: str) -> bool:
    """Whether the word or pair of words is in the name."""
    return phrase in _phrases(name)


def lines_by_phrase(definitions: Iterable[Sized]) -> Mapping[str, int]:
    """How many lines speak of each word or pair of words."""
    lines: Counter[str] = Counter()
    for each in definitions:
        for phrase in _phrases(each.name):
            lines[phrase] += each.size
    return lines


def common_name(group: Sequence[Sized], module: Mapping[str, int]) -> str:
    """What much of the group is about and the rest of the module is not; empty when nothing is."""
    size = sum(each.size for each in group)
    inside = lines_by_phrase(group)
    users = Counter(phrase for each in group for phrase in _phrases(each.name))
    fitting = [
        phrase
        for phrase, lines in inside.items()
        if users[phrase] > 1 and lines >= _COVERED * size and lines >= _INSIDE * module[phrase]
    ]
    return max(fitting, key=lambda phrase: (_worth(phrase, inside, module), phrase), default="")


def _worth(phrase: str, inside: Mapping[str, int], module: Mapping[str, int]) -> tuple[bool, float]:
    begins_with_verb = phrase.split(" ")[0] in _VERBS
    lines = inside[phrase] ** 2 / module[phrase]
    return not begins_with_verb, lines * _TWO_WORDS if " " in phrase else lines


def _phrases(name: str) -> set[str]:
    """The words and pairs of neighbouring words that can tell what a name is about."""
    words = [word.lower() for word in _WORD.findall(name)]
    singular = [_singular(word) for word in words]
    singles = {word for word in singular if len(word) > 1 and word not in _EMPTY}
    pairs = zip(words, singular[1:], strict=False)
    return singles | {f"{first} {second}" for first, second in pairs if _is_phrase(first, second)}


def _is_phrase(first: str, second: str) -> bool:
    pair = {first, second}
    return not pair & _PARTICLES and not pair <= _EMPTY and second not in _VERBS


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    if word.endswith(_ENDS_IN_ES):
        return word.removesuffix("es")
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")
