"""What an adapter file fulfils: one ``LINTER``, made of plain data and four small functions.

A linter is a foreign program with its own command line, its own words and its own exit codes; an
adapter says what of them means what, and nothing else. Starting, waiting, caching and deciding
what is handed over are the same for all and live beside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from quality_kit.finding import Failure, Finding, Location, NotChecked, Severity
from quality_kit.linters._sources import Sources
from quality_kit.project import Project


class Task(NamedTuple):
    """One start of a linter."""

    #: The working directory: the project's root.
    root: Path
    #: The folder below which the files lie that share their configuration; the root, as a rule.
    folder: Path
    #: Relative to the root, none that looks like an option.
    files: tuple[str, ...]
    #: A folder for files that are made for this start; thrown away afterwards.
    scratch: Path
    #: Where the project's environment is: the root, but for a copy of the tree.
    home: Path


class Output(NamedTuple):
    """What a linter that ended has left."""

    code: int
    #: Lines end with a bare line feed, there are no colours.
    stdout: str
    stderr: str


class Reading(NamedTuple):
    """What an adapter understood of it."""

    findings: tuple[Finding, ...] = ()
    #: What the tool said that is no finding; with one, nothing of this start is remembered.
    failures: tuple[Failure, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()


class Configuration(NamedTuple):
    """Where a linter looks for its configuration, so that an edit of it is noticed."""

    #: Names of the files in each folder, with the text that each holds if it is about this tool.
    files: Mapping[str, bytes]
    #: Whether it begins to look beside the checked files; otherwise in the root. Then upwards, both.
    nested: bool = False
    #: How far up from there.
    upwards: Literal["not", "in repository", "everywhere"] = "everywhere"
    #: Files of the user that it reads, too.
    of_user: tuple[str, ...] = ()


#: ``file``: the result for a file depends on that file only, and is remembered by its content.
#: ``project``: it sees all files at once and is remembered as a whole. ``targets``: the tool
#: itself remembers.
Scope = Literal["file", "project", "targets"]

#: The contents of the configuration files that a linter may read, by absolute path.
Texts = Mapping[str, bytes]


def _nothing_excluded(_root: Path, _folder: Path) -> Callable[[str], bool]:
    return lambda _path: False


def _nothing_more(_project: Project, _folder: str, _texts: Texts) -> bytes | None:
    return b""


class Linter(NamedTuple):
    """One wrapped tool."""

    #: As in ``python -m NAME``; also the name of its distribution.
    name: str
    scope: Scope
    #: The exit codes that mean "it ran", whatever it found.
    exit_codes: frozenset[int]
    #: The options in front of the files.
    options: Callable[[Task], list[str]]
    parse: Callable[[Output, Sources], Reading]
    configuration: Configuration
    #: Whether it says nothing about a file that does not parse.
    silent_on_unparsable: bool = False
    #: From the root and the folder of the configuration to: does the team exclude this path?
    #: For tools that obey their own excludes only when they walk the tree themselves.
    excluder: Callable[[Path, Path], Callable[[str], bool]] = _nothing_excluded
    #: A digest of whatever else the results depend on; None: nobody knows, so nothing is remembered.
    surroundings: Callable[[Project, str, Texts], bytes | None] = _nothing_more


def finding(
    tool: str,
    location: Location,
    code: str,
    message: str,
    *,
    severity: Severity = "error",
    fixable: bool = False,
) -> Finding:
    """A finding of one tool; its readable name is the code without the tool."""
    name = code.removeprefix(f"{tool}:")
    return Finding(location, code, name, message, severity, (tool,), fixable)


def point(path: str, line: int, column: int = 1) -> Location:
    """A place of which only the beginning is known; a tool's line 0 or -1 means the whole file."""
    line, column = max(line, 1), max(column, 1)
    return Location(path, line, column, line, column)
