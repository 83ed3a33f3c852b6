"""Whether what a call builds is a business object of this tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quality_kit.definitions.instances import Instance, instance
from quality_kit.definitions.origins import Origins
from quality_kit.finding import Fact
from quality_kit.rule import Collector, ProjectView

from ._business_options import BusinessOptions
from ._business_verdict import is_business


def built_business(origins: Origins, path: str, reference: str, options: BusinessOptions) -> Instance | None:
    """The instance that the reference of the file at ``path`` stands for, if its class is business."""
    made = instance(origins, path, reference)
    return made if made is not None and is_business(origins, made, (), options) else None


def constructions(
    project: ProjectView, collector: type[Collector], origins: Origins
) -> Iterator[tuple[str, Fact, Instance]]:
    """The facts of a collector whose ``built`` is business, where the rule applies, in source order."""
    for path, facts in project.facts(collector).items():
        if facts and project.applies_to(path):
            options: Any = project.options(path)
            for fact in sorted(facts, key=lambda each: each.place):
                made = built_business(origins, path, fact.data["built"], options)
                if made is not None:
                    yield path, fact, made
