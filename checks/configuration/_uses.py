"""One place where code takes a variable from the environment, with the names it may have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from quality_kit.finding import Place, Severity


class Use(NamedTuple):
    """A read, or a field of a settings class."""

    #: The names under which it may be given; one of them is enough. The first is the one to speak of.
    names: tuple[str, ...]
    path: str
    place: Place
    kind: Literal["field", "read"] = "read"
    #: Whether the code cannot go on without the variable.
    is_required: bool = False
    #: Whether the code hands on None for a missing variable, so that it cannot be said.
    is_unsure: bool = False
    #: Whether the read itself raises when the variable is missing: ``os.environ["X"]``, unguarded.
    is_bare: bool = False
    #: Whether upper and lower case are different names.
    is_exact: bool = True
    #: What stands between the name of a nested model and the name of its part, "" when it has no parts.
    delimiter: str = ""

    @property
    def name(self) -> str:
        """The name to speak of; a name in any case is usually written in upper case."""
        return self.spoken[0]

    @property
    def spoken(self) -> tuple[str, ...]:
        """All the names as one would write them."""
        return self.names if self.is_exact else tuple(dict.fromkeys(name.upper() for name in self.names))


class Spellings:
    """A set of names that can be asked for a name in its own or in any case, or for the parts of one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._exact = frozenset(names)
        self._folded = frozenset(name.casefold() for name in self._exact)

    def covers(self, use: Use) -> bool:
        """Whether one of the names of the use, or a part of its nested model, is among these names."""
        return any(self._has(name, use.is_exact) or self._has_part(name, use.delimiter) for name in use.names)

    def _has(self, name: str, is_exact: bool) -> bool:
        return name in self._exact if is_exact else name.casefold() in self._folded

    def _has_part(self, name: str, delimiter: str) -> bool:
        start = f"{name}{delimiter}".casefold()
        return bool(delimiter) and any(known.startswith(start) for known in self._folded)


def unread(documented: Iterable[str], uses: Iterable[Use]) -> list[str]:
    """The documented names that no use takes, in their order."""
    exact = {name for use in uses if use.is_exact for name in use.names}
    folded = {name.casefold() for use in uses if not use.is_exact for name in use.names}
    starts = tuple(
        {f"{name}{use.delimiter}".casefold() for use in uses if use.delimiter for name in use.names}
    )
    return [
        name
        for name in documented
        if name not in exact and name.casefold() not in folded and not name.casefold().startswith(starts)
    ]


def by_name(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """The uses of each variable, whatever case it is written in."""
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(use.name.upper(), []).append(use)
    return found


def severity_of(uses: list[Use], written: frozenset[str]) -> Severity:
    """An error when a read needs the variable, which the code does not set itself.

    A default that another module gives counts against a need that is only concluded, not against a read
    that raises.
    """
    if uses[0].name.upper() in written:
        return "warning"
    given = {use.path for use in uses if not use.is_required and not use.is_unsure}
    needed = (use for use in uses if use.is_required)
    return "error" if any(use.is_bare or not given - {use.path} for use in needed) else "warning"


def merged(fields: list[Use], found: Iterable[Use]) -> list[Use]:
    """Fields and reads, where a read in the default of a field is another name of that field."""
    by_path: dict[str, list[int]] = {}
    for index, field in enumerate(fields):
        by_path.setdefault(field.path, []).append(index)
    together, others = list(fields), []
    for read in found:
        around = [index for index in by_path.get(read.path, ()) if _holds(fields[index].place, read.place)]
        for index in around:
            together[index] = together[index]._replace(names=(*read.names, *together[index].names))
        if not around:
            others.append(read)
    return together + others


def _holds(outer: Place, inner: Place) -> bool:
    starts = (outer.line, outer.column) <= (inner.line, inner.column)
    return starts and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
