"""What a class is, by its bases and decorators in this tree and beyond."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.definitions.origins import Definition, Origins
from quality_kit.definitions.references import CALL


def lineage(origins: Origins, definition: Definition) -> list[Definition]:
    """The class and all classes of this tree that it inherits from, nearest first."""
    found: dict[tuple[str, str], Definition] = {}
    pending = [definition]
    while pending:
        each = pending.pop(0)
        key = each.path, each.name
        if key not in found:
            found[key] = each
            bases = (origins.definition(each.path, base) for base in origins.class_fact(each)["bases"])
            pending += [base for base in bases if base.kind == "class" and not base.rest]
    return list(found.values())


def outside_names(origins: Origins, definition: Definition) -> frozenset[str]:
    """The dotted names of the outside bases and decorators of a class and of its ancestors in this tree.

    A base made by a call (``Base = declarative_base()``) has the name of what is called.
    """
    return frozenset(
        name
        for ancestor in lineage(origins, definition)
        for reference in _marks(origins, ancestor)
        for name in _outside(origins, ancestor.path, reference)
    )


def _marks(origins: Origins, definition: Definition) -> list[str]:
    fact = origins.class_fact(definition)
    return [*fact["bases"], *fact["decorators"]]


def _outside(origins: Origins, path: str, reference: str) -> Iterator[str]:
    found = origins.definition(path, reference)
    if found.kind in ("foreign", "unread"):
        yield found.name
    elif found.kind == "binding":
        behind = f".{found.rest}" if found.rest else ""
        for value in origins.binding(found):
            made = origins.definition(found.path, value.partition(CALL)[0])
            if made.kind in ("foreign", "unread"):
                yield f"{made.name}{behind}"
