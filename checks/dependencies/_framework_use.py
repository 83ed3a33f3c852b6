"""Which module-level objects must be there at once: dependencies, and registries that modules register with."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.definitions.origins import Definition, Origins
from quality_kit.definitions.references import CALL
from quality_kit.definitions.usages import Decorators, Dependencies, Registrations
from quality_kit.rule import Collector, ProjectView

#: At the end of a name, or of the class that is called.
_REGISTRY = ("registry", "registry()")


def used_by_frameworks(project: ProjectView, origins: Origins) -> set[tuple[str, str]]:
    """File and name of what is given to ``Depends``, decorates something or is a registry of what modules define.

    Such an object is a callable that the framework injects, or it must be there when modules are imported:
    it cannot come from a provider.
    """
    return {
        *_used(project, origins, Dependencies, ""),
        *_used(project, origins, Decorators, "."),
        *_registries(project, origins),
    }


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


def _registries(project: ProjectView, origins: Origins) -> Iterator[tuple[str, str]]:
    """What something is registered with while modules are imported, or later if it is named for that."""
    for path, facts in project.facts(Registrations).items():
        for fact in facts:
            for reference in (*fact.data["importing"], *fact.data["later"]):
                found = origins.definition(path, reference)
                if found.kind != "binding" or "." in found.rest:
                    continue
                if reference in fact.data["importing"] or _is_called_registry(origins, found):
                    yield found.path, found.name


def _is_called_registry(origins: Origins, found: Definition) -> bool:
    return any(name.lower().endswith(_REGISTRY) for name in (found.name, *origins.binding(found)))


def classes_given_to_depends(project: ProjectView, origins: Origins) -> set[tuple[str, str]]:
    """File and name of the classes whose objects a framework calls: ``Depends(ProjectManager())``."""
    given = (
        origins.definition(path, reference)
        for path, facts in project.facts(Dependencies).items()
        for fact in facts
        for reference in fact.data
    )
    return {(each.path, each.name) for each in given if each.kind == "class" and each.rest == CALL}
