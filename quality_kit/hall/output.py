"""Where a report goes: formats to standard output and to files."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quality_kit.config.problems import nearest
from quality_kit.files import UsageError
from quality_kit.finding import Report
from quality_kit.hall.source_lines import line_reader
from quality_kit.hall.surroundings import AUTO, GITHUB, append_step_summary, formats_here
from quality_kit.hall.talk import tell
from quality_kit.reporters import Terminal, View, formats, render

TEXT = "text"
#: Formats that show people on standard output what failed.
_WORDS = (TEXT, GITHUB)
_OPTION = "--output-format"


class Destination(NamedTuple):
    """One format, and the file it is written to; None is standard output."""

    format: str
    file: Path | None


def destinations(
    wanted: Sequence[str], output_file: str | None, known: Sequence[str] = ()
) -> list[Destination]:
    """Read ``text,json:report.json``; ``output_file`` takes what would go to standard output.

    ``known`` are the formats there are; those of a report, and ``auto``, where none are given.

    Raises:
        UsageError: A format does not exist, two of them want the same place, or none wants the file.
    """
    choices = known or (AUTO, *formats())
    found = [_destination(entry, output_file, choices) for entry in wanted if entry != AUTO or known]
    if AUTO in wanted and not known:
        here = [_destination(entry, output_file, choices) for entry in formats_here(bool(output_file))]
        found = [*(destination for destination in here if destination not in found), *found]
    places = Counter(destination.file for destination in found)
    for file, number in places.items():
        if number > 1:
            where = file or "standard output"
            raise UsageError(f"{_OPTION}: {number} formats go to {where}; write FORMAT:FILE,FORMAT:FILE")
    if output_file and all(":" in entry for entry in wanted):
        raise UsageError(f"--output-file {output_file}: every format has a file of its own; leave it out")
    return found


def _destination(entry: str, output_file: str | None, known: Sequence[str]) -> Destination:
    name, colon, file = entry.partition(":")
    if name == AUTO and AUTO in known:
        raise UsageError(f"{_OPTION}: {entry!r} is no format; write {AUTO}, or FORMAT:FILE")
    if name not in known:
        raise UsageError(f"{_OPTION}: unknown format {name!r}{nearest(name, known)}")
    if colon and not file:
        raise UsageError(f"{_OPTION}: {entry!r} names no file; write {name}:FILE")
    target = file or output_file
    return Destination(name, Path(os.path.abspath(target)) if target else None)


def tells_failures(where: Sequence[Destination]) -> bool:
    """Whether somebody who looks at standard output learns what failed."""
    return any(file is None and format_name in _WORDS for format_name, file in where)


def write(report: Report, where: Sequence[Destination], view: View, texts: Mapping[str, bytes]) -> None:
    """Write the report to every destination; a file is there whole or not at all.

    Args:
        report: What to write.
        where: The formats and their places.
        view: How text is laid out; whether somebody looks at a terminal is found out here.
        texts: The content of checked files that is not what the disk holds.

    Raises:
        UsageError: A place cannot be written to.
    """
    view = view._replace(source_line=line_reader(Path(report.root), texts))
    for format_name, file in where:
        if file is not None:
            from quality_kit.hall.replace import replace  # a hook has no file to write

            replace(file, render(format_name, report, view))
        else:
            tell(render(format_name, report, view._replace(terminal=terminal())))
    if any(format_name == GITHUB for format_name, _ in where):
        append_step_summary(report, view)


def terminal() -> Terminal | None:
    """The terminal that standard output is, or that FORCE_COLOR says it is; NO_COLOR takes the colours."""
    seen = sys.stdout is not None and sys.stdout.isatty()
    forced = bool(os.environ.get("FORCE_COLOR"))
    if not seen and not forced:
        return None
    colour = not os.environ.get("NO_COLOR") and (forced or os.environ.get("TERM") != "dumb")
    if not seen and not colour:
        return None
    import shutil  # and mostly no terminal

    return Terminal(shutil.get_terminal_size().columns, colour)
