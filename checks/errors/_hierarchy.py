"""Which error classes an application has, and which of them is the base of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quality_kit.definitions.ancestry import lineage
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.origins import Definition, Origins
from quality_kit.finding import Fact, Place
from quality_kit.rule import ProjectView

from ._error_classes import ErrorClasses

#: What a base of all errors is called, whatever the project; ``BaseQuotaError`` is one of other errors only.
_BASE_NAME = re.compile(
    r"(?!Error|Exception)(?:Base)?(?:App|Application|API|Api|Domain|Service|Core|Server|Backend)?(?:Base)?"
    r"(?:Error|Exception)\Z"
)
#: The same without a word for a part of the project.
_BASE_OF_ALL = re.compile(r"(?:Base|App|Application|Core)(?:Error|Exception)\Z")
_ENDING = re.compile(r"(?:Base)?(?:Error|Exception)\Z")
#: One of this many errors must derive from a class that is only called like a base.
_SHARE_OF_NAMED = 4
#: One of this many from a class that is not.
_SHARE_OF_OTHER = 2
#: Fewer descendants say nothing.
_LEAST_DESCENDANTS = 2
#: Among more errors than these, a class from which none derives is no base, whatever it is called.
_MOST_BESIDE_A_LONE_BASE = 3


class ErrorRoot(NamedTuple):
    """A class of this tree whose only exceptions above it are builtin."""

    path: str
    name: str
    place: Place
    builtins: tuple[str, ...]
    #: Whether its own file raises and catches it.
    is_caught_here: bool

    @property
    def key(self) -> tuple[str, str]:
        """File and name."""
        return self.path, self.name

    @property
    def own_name(self) -> str:
        """Without the classes around it."""
        return self.name.rpartition(".")[2]


class Errors(NamedTuple):
    """The error classes of one package."""

    package: str
    roots: Sequence[ErrorRoot]
    #: How many classes derive from each root, by file and name.
    descendants: Mapping[tuple[str, str], int]

    @property
    def total(self) -> int:
        """All error classes, the roots among them."""
        return len(self.roots) + sum(self.descendants.values())


def errors_by_package(project: ProjectView, origins: Origins) -> list[Errors]:
    """The errors of each top-level package, those of exempt paths left out."""
    packages = _Packages(project)
    roots: dict[str, dict[tuple[str, str], ErrorRoot]] = {}
    for path, facts in project.facts(ErrorClasses).items():
        for fact in facts if project.applies_to(path) else ():
            root = _root(path, fact)
            roots.setdefault(packages.of(path), {})[root.key] = root
    above = _all_roots_above(project, origins)
    return [
        Errors(
            package,
            _topmost(found, above),
            Counter(key for keys in above.values() for key in keys if key in found),
        )
        for package, found in roots.items()
    ]


def _root(path: str, fact: Fact) -> ErrorRoot:
    data = fact.data
    return ErrorRoot(path, data["name"], fact.place, tuple(data["builtins"]), data["caught_here"])


def _topmost(found: Mapping[tuple[str, str], ErrorRoot], above: Mapping[Any, Any]) -> list[ErrorRoot]:
    """Those that derive from no other: ``class Missing(AppError, KeyError)`` is none."""
    return [root for key, root in found.items() if not above.get(key)]


def _all_roots_above(project: ProjectView, origins: Origins) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """For each error class below another the roots it derives from."""
    marked = {
        (path, fact.data["name"]) for path, facts in project.facts(ErrorClasses).items() for fact in facts
    }
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for path, facts in project.facts(Classes).items():
        for fact in facts:
            if fact.data["bases"] and project.applies_to(path):
                key = path, fact.data["name"]
                ancestors = lineage(origins, Definition("class", fact.data["name"], path))
                roots = {(each.path, each.name) for each in ancestors} & marked - {key}
                if roots:
                    found[key] = roots
    return found


def base_of(errors: Errors) -> ErrorRoot | None:
    """The application's base error: by its name, or because most others derive from it."""
    candidates = [root for root in errors.roots if "Exception" in root.builtins]

    def rank(root: ErrorRoot) -> tuple[bool, int, str]:
        return _is_of_project(root, errors.package), errors.descendants.get(root.key, 0), root.name

    best = max(candidates, key=rank, default=None)
    return best if best is not None and _is_base(best, errors) else None


def unused_base_of(errors: Errors) -> ErrorRoot | None:
    """The class that is called like a base, although too few derive from it for ``base_of``."""
    named = [
        root
        for root in errors.roots
        if "Exception" in root.builtins
        and (_is_of_project(root, errors.package) or _BASE_OF_ALL.match(root.own_name))
    ]
    return max(named, key=lambda root: (_is_of_project(root, errors.package), root.name), default=None)


def _is_base(root: ErrorRoot, errors: Errors) -> bool:
    number = errors.descendants.get(root.key, 0)
    if _is_of_project(root, errors.package):
        return number > 0 or errors.total - 1 <= _MOST_BESIDE_A_LONE_BASE
    share = _SHARE_OF_NAMED if _BASE_NAME.match(root.own_name) else _SHARE_OF_OTHER
    return number >= _LEAST_DESCENDANTS and number * share >= errors.total - 1


def _is_of_project(root: ErrorRoot, package: str) -> bool:
    """``PrefectException`` in the package ``prefect``."""
    stem = _ENDING.sub("", root.own_name.removeprefix("Base"))
    return (
        _ENDING.search(root.own_name) is not None
        and bool(stem)
        and stem.lower() in (package.replace("_", "").lower(), "app")
    )


class _Packages:
    """The top-level package of each file: the folder below a source root that has an ``__init__.py``."""

    def __init__(self, project: ProjectView) -> None:
        self._modules = project.modules
        self._files = frozenset(project.facts(Imports))

    def of(self, path: str) -> str:
        """Its name, empty for modules that lie in no package."""
        name = self._modules.name(path).partition(".")[0]
        folder = path.partition(f"{name}/")[0]
        return name if f"{folder}{name}/__init__.py" in self._files else ""
