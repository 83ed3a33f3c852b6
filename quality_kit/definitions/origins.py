"""Where a reference leads: through imports, re-exports and other names to the definition, across files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from quality_kit.definitions.bindings import DYNAMIC, ModuleBindings
from quality_kit.definitions.classes import Classes, ClassFact
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.references import BUILTIN, CALL, LOCAL, UNKNOWN
from quality_kit.finding import Fact
from quality_kit.rule import ProjectView


class Definition(NamedTuple):
    """What a reference leads to."""

    #: ``class`` and ``binding``: of this tree, and read. ``unread``: of this tree or of unknown origin, but
    #: nothing is known of it. ``foreign``: of another package. ``absent``: no module of that name has it.
    kind: Literal["class", "binding", "unread", "foreign", "absent"]
    #: The name in its module; of something unread or foreign the whole dotted name.
    name: str
    #: The file of a class or binding, else empty.
    path: str = ""
    #: The attributes asked for behind the definition, with their calls: ``create()``.
    rest: str = ""


_ABSENT = Definition("absent", "")


class _Contents:
    """What one file defines, by name."""

    def __init__(self, classes: list[Fact], bindings: list[Fact], imports: list[Fact]) -> None:
        self.is_read = bool(classes or bindings or imports)
        self.classes: dict[str, ClassFact] = {fact.data["name"]: fact.data for fact in classes}
        self.bindings: dict[str, list[str]] = {}
        for fact in bindings:
            for name in fact.data["names"]:
                self.bindings.setdefault(name, fact.data["values"])
        names = [
            pair
            for fact in imports
            if fact.data["when"] in ("import", "typing")
            for pair in fact.data["names"]
        ]
        self.imported = {name: origin for name, origin in reversed(names)}
        self.stars = [origin for name, origin in names if name == "*"]


class Origins:
    """Follows references; needs the collectors ``Classes``, ``ModuleBindings`` and ``Imports``."""

    def __init__(self, project: ProjectView) -> None:
        self._modules = project.modules
        self._facts = [project.facts(kind) for kind in (Classes, ModuleBindings, Imports)]
        self._contents: dict[str, _Contents] = {}
        self._known: dict[tuple[str, str], Definition] = {}

    def class_fact(self, definition: Definition) -> ClassFact:
        """What is known of a definition of the kind ``class``."""
        return self._of(definition.path).classes[definition.name]

    def binding(self, definition: Definition) -> list[str]:
        """What a definition of the kind ``binding`` is bound to, as references."""
        return self._of(definition.path).bindings[definition.name]

    def definition(self, path: str, reference: str) -> Definition:
        """What a reference of the file at ``path`` leads to."""
        key = path, reference
        if key not in self._known:
            self._known[key] = _ABSENT  # what leads back to itself leads nowhere
            self._known[key] = self._find(path, reference)
        return self._known[key]

    def _find(self, path: str, reference: str) -> Definition:
        if reference.startswith(LOCAL):
            return self._in_file(path, reference[1:])
        if reference.startswith(UNKNOWN):
            return self._from_star(path, reference[1:])
        if reference.startswith(BUILTIN):
            return Definition("foreign", reference)
        return self._imported(path, reference)

    def _imported(self, path: str, reference: str) -> Definition:
        name = self._modules.absolute(path, reference)
        relative = reference.startswith(".")
        if not relative and not self._modules.is_own(name):
            return Definition("foreign", name)
        dotted, call, behind = name.partition(CALL)
        file, rest = self._modules.split(dotted, path) or ("", dotted)
        definition = self._in_file(file, f"{rest}{call}{behind}") if file and rest else _ABSENT
        if definition.kind != "absent" or (file and not rest):
            return definition
        # A package of this tree that is called like a foreign one need not be the one that was meant.
        if not relative and not self._is_close(name.partition(".")[0], path):
            return Definition("foreign", name)
        is_module_missing = not file or ("." in rest and not rest[0].isupper())
        return Definition("unread", name) if is_module_missing else _ABSENT

    def _is_close(self, top_level: str, path: str) -> bool:
        """Whether a package is meant although it lacks the module: around the importer, or at a main root."""
        return f"/{top_level}/" in f"/{path}" or top_level in self._main_packages

    @cached_property
    def _main_packages(self) -> frozenset[str]:
        """The folders at the project's root and in its ``src``."""
        inside = (path.removeprefix("src/") for facts in self._facts for path in facts)
        return frozenset(path.partition("/")[0] for path in inside if "/" in path)

    def _in_file(self, path: str, name: str) -> Definition:
        contents = self._of(path)
        for head, rest in _heads(name):
            if head in contents.classes:
                return Definition("class", head, path, rest)
        head, rest = list(_heads(name))[-1]
        behind = name[len(head) :]
        if head in contents.imported:
            return self.definition(path, f"{contents.imported[head]}{behind}")
        if head in contents.bindings:
            return self._bound(path, head, behind)
        if contents.stars or not contents.is_read:
            return self._from_star(path, name)
        return Definition("unread", name) if DYNAMIC in contents.bindings else _ABSENT

    def _bound(self, path: str, name: str, behind: str) -> Definition:
        values = self._of(path).bindings[name]
        if len(values) == 1 and CALL not in values[0]:
            return self.definition(path, f"{values[0]}{behind}")
        return Definition("binding", name, path, behind.lstrip("."))

    def _from_star(self, path: str, name: str) -> Definition:
        """A name that the file does not bind: from its star imports, else of unknown origin."""
        stars = self._of(path).stars
        for origin in (each for each in stars if self._is_file(path, each)):
            separator = "" if origin.endswith(".") else "."
            found = self.definition(path, f"{origin}{separator}{name}")
            if found.kind in ("class", "binding"):
                return found
        only_stdlib = stars and all(origin.partition(".")[0] in sys.stdlib_module_names for origin in stars)
        return Definition("foreign" if only_stdlib else "unread", name)

    def _is_file(self, path: str, origin: str) -> bool:
        """Whether a module is one of this tree; of a native one its package is, and leads back to itself."""
        file, rest = self._modules.split(self._modules.absolute(path, origin), path) or ("", origin)
        return bool(file) and not rest

    def _of(self, path: str) -> _Contents:
        if path not in self._contents:
            self._contents[path] = _Contents(*(facts.get(path, []) for facts in self._facts))
        return self._contents[path]


def _heads(name: str) -> Iterator[tuple[str, str]]:
    """All ways to divide a dotted name before its first call, the longest head first."""
    dotted, call, behind = name.partition(CALL)
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        rest = ".".join(parts[length:])
        yield ".".join(parts[:length]), f"{rest}{call}{behind}"
