"""How strongly the definitions of a module hang together: by use, by shared state, by their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from math import sqrt

from quality_kit.tree import ParsedFile

from ._definitions import Definition
from ._uses import Uses, holds_state, uses
from ._words import topics

#: What a state or a word that nobody else has is worth beside one use of one definition by one other.
_STATE, _WORD = 1.0, 0.6
#: What a larger share of the definitions uses (a logger, a session), or what uses a larger share, tells
#: nothing, unless they are few.
_MOST_USERS, _FEW = 0.3, 3

#: The strength of the link between each two linked definitions, by their numbers, the smaller one first.
Links = dict[tuple[int, int], float]


def links(file: ParsedFile, parts: Sequence[Definition]) -> Links:
    """All links between the definitions."""
    found = uses(file, parts)
    most = max(_FEW, int(_MOST_USERS * len(parts)))
    words: defaultdict[str, set[int]] = defaultdict(set)
    for number, part in enumerate(parts):
        for word in topics(part.name):
            words[word].add(number)
    strengths: defaultdict[tuple[int, int], float] = defaultdict(float)
    for pair, strength in _by_use(found, parts, most):
        strengths[pair] += strength
    for attribute, methods in found.attributes.items():
        for pair, strength in _by_sharing(methods, _STATE, len(parts) if attribute in found.state else most):
            strengths[pair] += strength
    for sharing in words.values():
        rarity = 1 - len(sharing) / len(parts)  # a word of most names is the subject of the whole module
        for pair, strength in _by_sharing(sharing, _WORD * rarity, len(parts) // 2):
            strengths[pair] += strength
    return dict(strengths)


def _by_use(found: Uses, parts: Sequence[Definition], most: int) -> Iterator[tuple[tuple[int, int], float]]:
    """A helper of many and a caller of many tie weakly; that of everybody, or of everything, not at all."""
    used, using = Counter(target for _, target in found.pairs), Counter(user for user, _ in found.pairs)
    mutual = set(found.pairs)
    pairs = [
        (user, target)
        for user, target in found.pairs
        if max(used[target], using[user]) <= most or (target, user) in mutual or holds_state(parts[target])
    ]
    for user, target in pairs:
        yield (min(user, target), max(user, target)), 1 / sqrt(used[target] * using[user])


def _by_sharing(sharing: Collection[int], worth: float, most: int) -> Iterator[tuple[tuple[int, int], float]]:
    """Each of those that share something is tied to the others, with the same strength in all."""
    if 1 < len(sharing) <= most:
        for pair in combinations(sorted(sharing), 2):
            yield pair, worth / (len(sharing) - 1)
