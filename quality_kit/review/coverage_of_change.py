"""Which changed lines no test ran, from the report of a coverage run that lies in the project."""

from __future__ import annotations

import json
import os
import sqlite3
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import LineCoverage

#: A report larger than this is left alone, in bytes.
_MOST_BYTES = 200_000_000
_BITS = 8


class Lines(NamedTuple):
    """Of one file the lines that ran, and those that hold code and did not (None: not known)."""

    ran: frozenset[int]
    missed: frozenset[int] | None


class Covered(NamedTuple):
    """What is said of the changed files."""

    file: str
    lines: tuple[LineCoverage, ...]
    doubt: str


_Report = Mapping[str, Lines]


def read_coverage(evidence: Evidence, files: Sequence[FileChange]) -> Covered:
    """The coverage of the changed lines; empty where there is no report, or only a damaged one."""
    root = Path(evidence.compared.head.root)
    for name, read in _READERS.items():
        file = root / name
        if file.is_file() and file.stat().st_size < _MOST_BYTES:
            with suppress(
                ValueError,
                KeyError,
                TypeError,
                AttributeError,
                sqlite3.Error,
                ElementTree.ParseError,
                OSError,
            ):
                report = _by_path(read(file), root, [each.path for each in files])
                found = [_of_file(evidence, each, report[each.path]) for each in files if each.path in report]
                lines = tuple(each for each in found if each.measured)
                return Covered(name, lines, _doubt(file, root, files) if lines else "")
    return Covered("", (), "")


def _of_file(evidence: Evidence, file: FileChange, lines: Lines) -> LineCoverage:
    changed = file.new_lines()
    code = lines.ran | lines.missed if lines.missed is not None else _statements(evidence, file)
    measured = changed & code
    return LineCoverage(file.path, len(measured), tuple(sorted(measured - lines.ran)))


def _statements(evidence: Evidence, file: FileChange) -> frozenset[int]:
    """The first line of each statement in the bodies of functions: elsewhere definitions run anyway."""
    source = evidence.change.head.source(file.path)
    if source is None:
        return frozenset()
    lines = source.logical_lines
    starts = (
        each.first for each in lines.lines if not source.line(each.first).lstrip().startswith(("@", '"', "'"))
    )
    return frozenset(line for line in starts if lines.scope_at(line))


def _doubt(report: Path, root: Path, files: Iterable[FileChange]) -> str:
    written = os.stat(report).st_mtime
    for file in files:
        with suppress(OSError):
            if os.stat(root / file.path).st_mtime > written:
                return f"{report.name} is older than {file.path}: run the tests again for figures to trust"
    return ""


def _by_path(report: _Report, root: Path, paths: Sequence[str]) -> dict[str, Lines]:
    """The entries of the changed files; reports name them absolutely, or from some folder inside the root."""
    found = {}
    known = {name.replace(os.sep, "/"): lines for name, lines in report.items()}
    for path in paths:
        absolute = f"{root.as_posix()}/{path}"
        fitting = [name for name in known if name in (path, absolute) or path.endswith(f"/{name}")]
        if fitting:
            found[path] = known[max(fitting, key=len)]
    return found


def _from_json(file: Path) -> _Report:
    content = json.loads(file.read_bytes())
    return {
        name: Lines(frozenset(entry["executed_lines"]), frozenset(entry["missing_lines"]))
        for name, entry in content["files"].items()
    }


def _from_xml(file: Path) -> _Report:
    found: dict[str, Lines] = {}
    for entry in ElementTree.parse(file).getroot().iter("class"):
        hits = {int(line.attrib["number"]): int(line.attrib["hits"]) for line in entry.iter("line")}
        ran = frozenset(number for number, count in hits.items() if count)
        found[entry.attrib["filename"]] = Lines(ran, frozenset(hits) - ran)
    return found


def _from_sqlite(file: Path) -> _Report:
    """The data file itself: it knows which lines ran, not which could have."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "select file.path, line_bits.numbits from line_bits join file on file.id = line_bits.file_id"
        ).fetchall()
        arcs = connection.execute(
            "select file.path, arc.tono from arc join file on file.id = arc.file_id where arc.tono > 0"
        ).fetchall()
    found: dict[str, set[int]] = {}
    for path, bits in rows:
        numbers = (
            byte * _BITS + bit for byte, value in enumerate(bits) for bit in range(_BITS) if value >> bit & 1
        )
        found.setdefault(path, set()).update(numbers)
    for path, line in arcs:
        found.setdefault(path, set()).add(line)
    return {path: Lines(frozenset(lines), None) for path, lines in found.items()}


_READERS: Mapping[str, Callable[[Path], _Report]] = {
    "coverage.xml": _from_xml,
    "coverage.json": _from_json,
    ".coverage": _from_sqlite,
}
