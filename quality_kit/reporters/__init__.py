"""Formats of a report: one module for each, ``render(report, view) -> str``, found by its name.

Modules with an underscore are parts that formats share.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from quality_kit.finding import Report
from quality_kit.reporters._notes import baseline_lines, failure_lines
from quality_kit.reporters._safe_text import safe

__all__ = [
    "SourceLine",
    "Terminal",
    "View",
    "baseline_lines",
    "failure_lines",
    "formats",
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
    source_line: SourceLine


class View(NamedTuple):
    """How people's text is laid out; other formats do not look at it."""

    #: A table by rule and the run's counts in place of the findings.
    statistics: bool = False
    #: Nothing but findings and failures.
    quiet: bool = False
    #: None for a pipe or a file.
    terminal: Terminal | None = None


@lru_cache
def formats() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")))


def render(name: str, report: Report, view: View) -> str:
    """The report in the format of that name."""
    module = importlib.import_module(f"{__name__}.{name}")
    return cast(str, module.render(report, view))
