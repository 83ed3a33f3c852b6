"""Follows a name as one file writes it to the file that defines it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from quality_kit.finding import Fact
from quality_kit.modules import Modules

from ._values import Value

_MOST_HOPS = 6


class Target(NamedTuple):
    """What a name stands for: a file and a name in it, or (without a file) something outside the tree."""

    path: str
    name: str


class Definitions:
    """The constants of all files, and where other names are defined."""

    def __init__(self, modules: Modules, facts: Mapping[str, list[Fact]]) -> None:
        self._modules = modules
        self._tables = {path: found[0].data for path, found in facts.items() if found}
        self._defined: dict[str, set[str]] = {
            path: set(table.get("constants", ())) for path, table in self._tables.items()
        }
        self._targets: dict[tuple[str, str], Target] = {}

    def add(self, path: str, names: Collection[str]) -> None:
        """Note that a file defines the classes, functions or objects of these names itself."""
        self._defined.setdefault(path, set()).update(name.split(".", 1)[0] for name in names)

    def target(self, path: str, name: str) -> Target:
        """What a dotted name means in the file at ``path``; ``:name`` is one of the file itself."""
        key = (path, name)
        if key not in self._targets:
            self._targets[key] = self._follow(path, name, _MOST_HOPS)
        return self._targets[key]

    def constant(self, path: str, name: str) -> tuple[Value, str] | None:
        """The value of a constant and the file in whose terms it is written; None for anything else."""
        target = self.target(path, name)
        head, _, member = target.name.partition(".")
        value = self._tables.get(target.path, {}).get("constants", {}).get(head)
        if value is None or not member:
            return None if value is None else (value, target.path)
        members = value.get("class", ()) if isinstance(value, dict) else ()
        found = [each[1] for each in members if each[0] == member]
        return (found[-1], target.path) if found else None

    def _follow(self, path: str, name: str, hops: int) -> Target:
        if name.startswith(":"):
            return self._in_file(path, name[1:], hops)
        absolute = self._modules.absolute(path, name)
        found = self._modules.split(absolute, path)
        return self._in_file(*found, hops) if found is not None else Target("", absolute)

    def _in_file(self, path: str, name: str, hops: int) -> Target:
        head, dot, rest = name.partition(".")
        table = self._tables.get(path, {})
        origin = table.get("imports", {}).get(head)
        if head in self._defined.get(path, ()) or not hops:
            return Target(path, name)
        if origin is not None:
            return self._follow(path, f"{origin}{dot}{rest}", hops - 1)
        for star in table.get("stars", ()):
            found = self._follow(path, f"{star}{'' if star.endswith('.') else '.'}{name}", hops - 1)
            if found.name.partition(".")[0] in self._defined.get(found.path, ()):
                return found
        return Target(path, name)
