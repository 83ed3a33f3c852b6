"""Which names at module level are business objects, and which of them somebody has allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple, TypedDict

import libcst as cst

from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.instances import instance
from quality_kit.definitions.origins import Definition, Origins
from quality_kit.finding import FILE_START, Fact
from quality_kit.rule import Collector, ProjectView
from quality_kit.suppression import read_suppressions

from ._business_verdict import is_business

_CODE = "QK201"
#: So many objects with other names for each that is called business make a class one of values.
_MANY = 3


class Singleton(NamedTuple):
    """A business object at module level."""

    path: str
    fact: Fact
    class_name: str

    @property
    def defined(self) -> list[tuple[str, str]]:
        """File and name, of each name."""
        return [(self.path, name) for name in self.fact.data["names"]]


def singletons(project: ProjectView, origins: Origins) -> Iterator[Singleton]:
    """The business objects of the files that the asking rule is about, those that frameworks use among them.

    A class of which modules build many objects with other names is no business of its own: one of them
    (``icon_store`` among the icons) is called so by chance.
    """
    found: list[tuple[Singleton, Definition]] = []
    others: Counter[Definition] = Counter()
    for path, facts in project.facts(ModuleBindings).items():
        if project.applies_to(path):
            options: Any = project.options(path)
            for fact in (each for each in facts if each.place != FILE_START):
                made = [*filter(None, (instance(origins, path, value) for value in fact.data["values"]))]
                names = fact.data["names"]
                business = next((each for each in made if is_business(origins, each, names, options)), None)
                if business is not None:
                    found.append((Singleton(path, fact, business.class_name), business.made))
                else:
                    others.update(each.made for each in made)
    times = Counter(kind for _, kind in found)
    yield from (each for each, kind in found if others[kind] < _MANY * times[kind])


class AllowedLinesFact(TypedDict):
    """Physical lines, both inclusive, on which a comment silences QK201; 0 to 0 is the whole file."""

    first: int
    last: int


class AllowedLines(Collector):
    """One fact for each such comment, over or not: one that is over is a finding of its own."""

    def visit_Module(self, node: cst.Module) -> None:
        """Read the comments of the file."""
        for each in read_suppressions(self.file.source):
            if not each.malformed and each.names(_CODE):
                fact: AllowedLinesFact = {"first": each.first, "last": each.last}
                self.fact(fact)


def is_allowed(project: ProjectView, found: Singleton) -> bool:
    """Whether a comment at the definition silences QK201 there."""
    line = found.fact.place.line
    reaches = (fact.data for fact in project.facts(AllowedLines).get(found.path, ()))
    return any(each["first"] == 0 or each["first"] <= line <= each["last"] for each in reaches)
