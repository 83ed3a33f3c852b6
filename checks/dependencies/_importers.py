"""Which modules import a name, from where it is defined or from where it is exported again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quality_kit.definitions.imports import Imports
from quality_kit.definitions.origins import Origins
from quality_kit.rule import ProjectView

#: File and name.
Defined = tuple[str, str]


def importers(project: ProjectView, origins: Origins, wanted: set[Defined]) -> dict[Defined, set[str]]:
    """The files that import each of the wanted names by name or by a star, wherever from."""
    imports = {
        path: [pair for fact in facts for pair in fact.data["names"]]
        for path, facts in project.facts(Imports).items()
    }
    called = _all_names({name for _, name in wanted}, imports.values())
    found: dict[Defined, set[str]] = {}
    for path, pairs in imports.items():
        for name, origin in pairs:
            # What a tree imports is ten thousands of names, of which few are called like a wanted one.
            if name == "*" or origin.rpartition(".")[2] in called:
                for reference in _references(name, origin, called):
                    made = origins.definition(path, reference)
                    defined = made.path, made.name
                    if made.kind == "binding" and not made.rest and defined in wanted and made.path != path:
                        found.setdefault(defined, set()).add(path)
    return found


def _all_names(names: set[str], imports: Iterable[list[list[str]]]) -> set[str]:
    """The names, and those under which they are imported and may be exported again."""
    renamed = {
        (name, original)
        for each in imports
        for name, origin in each
        if (original := origin.rpartition(".")[2]) != name and name != "*"
    }
    size = -1
    while len(names) != size:
        size = len(names)
        names = names | {name for name, original in renamed if original in names}
    return names


def _references(name: str, origin: str, called: set[str]) -> Iterator[str]:
    if name == "*":
        separator = "" if origin.endswith(".") else "."
        yield from (f"{origin}{separator}{each}" for each in called if not each.startswith("_"))
    else:
        yield origin
