"""Which module-level objects a framework calls itself: dependencies and registries used as decorators."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.definitions.origins import Origins
from quality_kit.definitions.references import CALL
from quality_kit.definitions.usages import Decorators, Dependencies
from quality_kit.rule import Collector, ProjectView


def used_by_frameworks(project: ProjectView, origins: Origins) -> set[tuple[str, str]]:
    """File and name of what is given to ``Depends`` or decorates something, itself or by one of its methods.

    Such an object is a callable that the framework injects, or it must be there when modules are imported:
    it cannot come from a provider.
    """
    return {*_used(project, origins, Dependencies, ""), *_used(project, origins, Decorators, ".")}


def _used(
    project: ProjectView, origins: Origins, collector: type[Collector], method: str
) -> Iterator[tuple[str, str]]:
    for path, facts in project.facts(collector).items():
        for fact in facts:
            for reference in fact.data:
                found = origins.definition(path, reference)
                is_itself = not found.rest
                if found.kind == "binding" and (is_itself or (method and method not in found.rest)):
                    yield found.path, found.name


def classes_given_to_depends(project: ProjectView, origins: Origins) -> set[tuple[str, str]]:
    """File and name of the classes whose objects a framework calls: ``Depends(ProjectManager())``."""
    given = (
        origins.definition(path, reference)
        for path, facts in project.facts(Dependencies).items()
        for fact in facts
        for reference in fact.data
    )
    return {(each.path, each.name) for each in given if each.kind == "class" and each.rest == CALL}
