"""Workflow commands, which GitHub shows as annotations of a change.

GitHub keeps 10 errors, 10 warnings and 10 notices of a step and drops the rest in silence, so the worst come
first and the last of the ten says how many there are beyond.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from quality_kit.finding import OWN_SOURCE, Failure, Finding, Report, Severity
from quality_kit.reporters import View
from quality_kit.reporters._notes import not_checked_lines, summary_line
from quality_kit.reporters._words import failure_text, place, title
from quality_kit.writing.safe_text import no_command, safe

#: Annotations of one level that GitHub keeps of one step.
BUDGET = 10

_Level = Literal["error", "warning", "notice"]
_LEVELS: Mapping[Severity, _Level] = {"error": "error", "warning": "warning", "info": "notice"}


class _Command(NamedTuple):
    level: _Level
    properties: Mapping[str, str]
    text: str


def render(report: Report, view: View) -> str:
    """The commands, and a last line for whoever reads the log."""
    commands = [
        *(_failure(failure, view.prefix) for failure in report.failures),
        *_not_checked(report),
        *(_finding(finding, view.prefix) for finding in report.active),
    ]
    shown = [_written(command) for level in _LEVELS.values() for command in _within(level, commands)]
    return "".join(f"{line}\n" for line in (*shown, no_command(summary_line(report))))


def _within(level: _Level, commands: list[_Command]) -> list[_Command]:
    """The commands of a level, as many as the budget allows."""
    found = [command for command in commands if command.level == level]
    if len(found) <= BUDGET:
        return found
    kept = found[: BUDGET - 1]
    beyond = f"{len(found) - len(kept)} more {level}s; the summary of this step lists all findings"
    return [*kept, _Command(level, {"title": OWN_SOURCE}, beyond)]


def _finding(finding: Finding, prefix: str) -> _Command:
    location = finding.location
    properties = {
        "title": title(finding),
        "file": prefix + safe(location.path),
        "line": str(location.line),
        "col": str(location.column),
    }
    if location.end_line == location.line and location.end_column > location.column:
        properties["endColumn"] = str(location.end_column)
    text = f"{place(finding)}: {safe(finding.code)} {safe(finding.message)}"
    return _Command(_LEVELS[finding.severity], properties, text)


def _failure(failure: Failure, prefix: str) -> _Command:
    properties = {"title": f"{OWN_SOURCE}: this run proves nothing"}
    if failure.path:
        properties["file"] = prefix + safe(failure.path)
    return _Command("error", properties, failure_text(failure))


def _not_checked(report: Report) -> Iterator[_Command]:
    """One command however much it was: notices are few."""
    if lines := not_checked_lines(report.not_checked):
        yield _Command("notice", {"title": f"{OWN_SOURCE}: not checked"}, "\n".join(lines))


def _written(command: _Command) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in command.properties.items())
    return f"::{command.level} {properties}::{_data(command.text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
