"""Where a called name leads across files: to something of another package, or to a function of this tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quality_kit.definitions.imports import Imports
from quality_kit.finding import Fact
from quality_kit.frameworks.factories import made_by
from quality_kit.rule import ProjectView

from ._calls import Calls, FileFact
from ._targets import canonical

_LOCAL = ":"
_CALL = "()"
_MOST_HOPS = 8
_NOTHING: FileFact = {"helpers": {}, "types": {}, "classes": {}}


class Helper(NamedTuple):
    """A synchronous function of this tree."""

    path: str
    name: str
    #: What it calls.
    targets: Sequence[str]


class Resolver:
    """Follows names through the imports, variables and functions of all files."""

    def __init__(self, project: ProjectView) -> None:
        self._modules = project.modules
        self._calls: Mapping[str, list[Fact]] = project.facts(Calls)
        self._imports = project.facts(Imports)
        self._files: dict[str, FileFact] = {}
        self._imported: dict[str, dict[str, str]] = {}

    def follow(self, path: str, target: str) -> str | Helper | None:
        """The dotted name in another package, or the function of this tree; None for what is not known."""
        for _ in range(_MOST_HOPS):
            if not target.startswith(_LOCAL):
                absolute = self._modules.absolute(path, target)
                dotted, call, behind = absolute.partition(_CALL)
                if not self._modules.is_own(dotted):
                    return canonical(absolute)
                file, rest = self._modules.split(dotted, path) or ("", "")
                if not rest:
                    return absolute
                path, target = file, f"{_LOCAL}{rest}{call}{behind}"
            following = self._in_file(path, target.removeprefix(_LOCAL))
            if following is None or isinstance(following, Helper):
                return following
            target = following
        return None

    def _in_file(self, path: str, name: str) -> str | Helper | None:
        """One step: what a name of the file stands for."""
        facts = self._of(path)
        if name in facts["helpers"]:
            return Helper(path, name, facts["helpers"][name])
        head, behind = _head(name)
        for known in (f"{head}{_CALL}", head) if behind.startswith(_CALL) else (head,):
            if known in facts["types"]:
                return _called(facts["types"][known], name[len(known) :])
        if head in self._names(path):
            return f"{self._names(path)[head]}{behind}"
        inherited = (self.follow(path, f"{base}{behind}") for base in facts["classes"].get(head, ()))
        return next((each for each in inherited if isinstance(each, Helper)), None)

    def _of(self, path: str) -> FileFact:
        if path not in self._files:
            found = [fact.data for fact in self._calls.get(path, ()) if "helpers" in fact.data]
            self._files[path] = found[0] if found else _NOTHING
        return self._files[path]

    def _names(self, path: str) -> dict[str, str]:
        if path not in self._imported:
            self._imported[path] = dict(_imports(self._imports.get(path, ())))
        return self._imported[path]


def _called(kind: str, behind: str) -> str:
    """What stands for a typed name with what is behind it; a factory gives what it makes.

    One with a capital looks like a class where it is imported, and its calls like instances.
    """
    made = made_by(kind)
    return f"{made}{behind.removeprefix(_CALL)}" if made else f"{kind}{behind}"


def _imports(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    for fact in facts:
        if fact.data["when"] in ("import", "typing"):
            yield from ((name, origin) for name, origin in fact.data["names"] if name != "*")


def _head(name: str) -> tuple[str, str]:
    """The first part of a dotted name, and what stands behind it, calls and dots included."""
    for place, sign in enumerate(name):
        if sign in ".(":
            return name[:place], name[place:]
    return name, ""
