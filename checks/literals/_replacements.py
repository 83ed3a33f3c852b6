"""Values that something told takes the place of: ``path = "/etc/rates"``, then ``if args: path = args[0]``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import subtree

from ._bound_names import Assignment, assignments_in, is_told, names_in, targets

_OWNERS = frozenset(("self", "cls"))


class Order(NamedTuple):
    """What comes first in a function."""

    #: Of each assignment, by its identity.
    places: dict[int, int]
    #: Of the last ``if`` that binds a name to what it has asked for.
    replaced: dict[str, int]

    @classmethod
    def of(cls, function: cst.FunctionDef) -> Order:
        """Read the function once, for all its assignments."""
        places: dict[int, int] = {}
        replaced: dict[str, int] = {}
        for place, node in enumerate(subtree(function.body)):
            if isinstance(node, Assignment):
                places[id(node)] = place
            elif isinstance(node, cst.If):
                replaced |= dict.fromkeys(_replaced_by(node), place)
        return cls(places, replaced)

    def replaces(self, statement: Assignment) -> bool:
        """Whether an ``if`` behind the statement binds one of its names to what it has asked for."""
        place = self.places[id(statement)]
        return any(self.replaced.get(name, place) > place for name in targets(statement))


def _replaced_by(choice: cst.If) -> Iterator[str]:
    """The names that an ``if`` binds to what it has asked for."""
    asked = names_in(choice.test) - _OWNERS
    for one in assignments_in(choice.body):
        if one.value is not None and is_told(one.value):
            sources, bound = names_in(one.value), set(targets(one))
            if not asked.isdisjoint(sources) and bound.isdisjoint(sources):
                yield from bound
