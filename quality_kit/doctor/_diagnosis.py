"""What a check gets, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from quality_kit.finding import Severity
from quality_kit.neighbours.documents import Documents


class Diagnosis(NamedTuple):
    """One thing that is wrong."""

    severity: Severity
    what: str
    #: The file and the section that the mending line goes into, or the thing that is ill.
    where: str
    #: One line: a command, or a setting to write there (in the place of the one of that name).
    mend: str


class Tool(NamedTuple):
    """A linter as a run would start it."""

    name: str
    #: None: the interpreter does not have it.
    version: str | None
    #: The interpreter that runs it.
    python: str
    #: Where that interpreter comes from, in words.
    origin: str


class Site(NamedTuple):
    """A project and what surrounds it."""

    documents: Documents
    #: The linters that a run would start.
    linters: tuple[str, ...]
    #: All linters by name, also those that do not run.
    tools: Mapping[str, Tool]
    #: What is installed for an interpreter: versions by normalized name; None: it does not start.
    packages_of: Callable[[str], Mapping[str, str] | None]
    #: The setting of that name.
    linter_python: str
    #: The interpreter of the project's own environment.
    project_python: str | None
    #: The file with the results of earlier runs, which may not exist yet.
    cache: Path
    #: The files of the project that are no Python.
    others: tuple[str, ...]

    def runs(self, *names: str) -> bool:
        """Whether a run starts all of these linters."""
        return all(name in self.linters for name in names)


Check = Callable[[Site], list[Diagnosis]]
