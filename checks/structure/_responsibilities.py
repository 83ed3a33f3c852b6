"""The separate responsibilities in a module: a proposal how to split it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quality_kit.tree import ParsedFile

from ._communities import communities
from ._definitions import definitions
from ._links import Links, links
from ._words import Sized, common_name, lines_by_phrase

#: A group is worth a module of its own from this share of the limit on ...
_SMALLEST = 0.1
#: ... and is a part of the module, not nearly the whole of it.
_LARGEST = 0.8
#: How much of the links of a separate group's definitions may lead out of it.
_MOST_OUTSIDE = 0.4


class Responsibility(NamedTuple):
    """Definitions that belong together and could live in a module of their own."""

    #: What they are about; empty when their names do not say.
    name: str
    #: The largest first.
    members: tuple[Sized, ...]

    @property
    def lines(self) -> int:
        """The size in physical lines."""
        return sum(member.size for member in self.members)


class Split(NamedTuple):
    """What could become modules, and the definitions that are left; both the largest first."""

    separable: tuple[Responsibility, ...]
    rest: tuple[Sized, ...]


def proposed_split(file: ParsedFile, limit: int) -> Split:
    """The groups of definitions that have little to do with the rest, for modules of ``limit`` lines."""
    parts = definitions(file)
    found = links(file, parts)
    sized = [Sized(part.name, part.size) for part in parts]
    phrases = lines_by_phrase(sized)
    whole = sum(part.size for part in parts)
    groups = [group for group in communities(len(parts), found) if _is_separate(group, found)]
    worth = [
        group
        for group in groups
        if limit * _SMALLEST <= sum(sized[n].size for n in group) <= whole * _LARGEST
    ]
    separable = [_responsibility([sized[number] for number in group], phrases) for group in worth]
    separated = {number for group in worth for number in group}
    rest = [each for number, each in enumerate(sized) if number not in separated]
    return Split(tuple(sorted(separable, key=lambda each: -each.lines)), _largest_first(rest))


def _is_separate(group: Sequence[int], found: Links) -> bool:
    members = set(group)
    inside = outside = 0.0
    for (first, second), strength in found.items():
        if first in members and second in members:
            inside += 2 * strength  # it is a link of both
        elif first in members or second in members:
            outside += strength
    return outside <= _MOST_OUTSIDE * (inside + outside)


def _responsibility(group: Sequence[Sized], phrases: Mapping[str, int]) -> Responsibility:
    return Responsibility(common_name(group, phrases), _largest_first(group))


def _largest_first(definitions: Iterable[Sized]) -> tuple[Sized, ...]:
    """Each name once: overloads, or the getter and the setter of a property, are one."""
    sizes: Counter[str] = Counter()
    for name, size in definitions:
        sizes[name] += size
    return tuple(Sized(name, size) for name, size in sizes.most_common())
