"""The names of a file, and of a tree, that frameworks use: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

#: What a name of a class is: a variable of its body, a method, a parameter of one, an attribute of ``self``,
#: a class in it.
MemberKind = Literal["field", "method", "parameter", "attribute", "class"]


class FrameworkNames(NamedTuple):
    """Names that frameworks use."""

    #: By path: the name, and the first and the last line of what defines it.
    places: Mapping[str, frozenset[tuple[str, int, int]]]
    #: The fields that frameworks read of objects; it does not matter where else they are set.
    fields: frozenset[str]

    def has(self, path: str, line: int, name: str) -> bool:
        """Whether the name that is defined at the line is one of them."""
        places = self.places.get(path, ())
        return any(name == known and first <= line <= last for known, first, last in places)


class Use(NamedTuple):
    """A name and the lines between which it is defined, decorators included."""

    first: int
    last: int
    name: str


class Member(NamedTuple):
    """A name in a class."""

    first: int
    last: int
    name: str
    kind: MemberKind
    #: For a parameter the method.
    of: str = ""


class ClassUse(NamedTuple):
    """A class of the file."""

    name: str
    first: int
    last: int
    #: As ``annotations.reference`` writes them; empty for what is no name.
    bases: tuple[str, ...]
    #: Whether a decorator makes its fields matter: a dataclass, for one.
    is_data: bool
    members: tuple[Member, ...]


class FileUses(NamedTuple):
    """What a file says; plain data."""

    used: tuple[Use, ...]
    classes: tuple[ClassUse, ...]
    #: What module-level names stand for: imports by their dotted name, assigned calls by what is called.
    names: dict[str, str]
