"""Formats of a report: one module for each, ``render(report, view) -> str``, found by its name.

Modules with an underscore are parts that formats share.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from quality_kit.catalogue import RuleInfo
from quality_kit.finding import Report
from quality_kit.reporters._notes import baseline_lines, failure_lines, not_checked_lines
from quality_kit.writing.safe_text import no_command, safe

__all__ = [
    "SourceLine",
    "Terminal",
    "View",
    "baseline_lines",
    "failure_lines",
    "formats",
    "no_command",
    "no_source",
    "not_checked_lines",
    "render",
    "safe",
]

#: Gives one physical line of a checked file by path and number, "" where there is none.
SourceLine = Callable[[str, int], str]


class Terminal(NamedTuple):
    """A screen that somebody looks at."""

    #: In columns.
    width: int
    colour: bool


def no_source(path: str, number: int) -> str:
    """The source line where nobody can read files."""
    return ""


class View(NamedTuple):
    """What a reporter may know beside the report: how it is looked at, and what findings point to."""

    #: A table by rule and the run's counts in place of the findings (text only).
    statistics: bool = False
    #: Nothing but findings and failures (text only).
    quiet: bool = False
    #: None for a pipe or a file (text only).
    terminal: Terminal | None = None
    source_line: SourceLine = no_source
    #: What the rules say of themselves.
    rules: tuple[RuleInfo, ...] = ()
    #: The way from the top of the repository to the project's root, with a slash at its end: the hosts
    #: of repositories want paths from their top.
    prefix: str = ""
    #: How many bytes the reader takes, None for any number (markdown only).
    room: int | None = None


@lru_cache
def formats() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")))


def render(name: str, report: Report, view: View) -> str:
    """The report in the format of that name."""
    module = importlib.import_module(f"{__name__}.{name}")
    return cast(str, module.render(report, view))
