"""vulture: dead code, found by looking at the whole tree; the caller keeps what concerns the targets.

With ``--min-confidence 90`` unless the project decides otherwise: there it speaks of imports, parameters and
unreachable code only, at 60 of all definitions. It takes routes, validators and fixtures for dead, which
``filters.framework_names`` mends. It says nothing about columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quality_kit.finding import Finding
from quality_kit.linters._adapter import Configuration, Linter, Output, Reading, Task, finding, point
from quality_kit.linters._sources import Sources
from quality_kit.linters._tables import read_table, toml_table
from quality_kit.linters._words import unexplained

_NAME = "vulture"
_CONFIDENCE = 90
_CONFIGURATION_FILE = "pyproject.toml"

#: Settings that change the shape of the output and that no option takes back.
_OUTPUT_SETTINGS = ("make_whitelist", "sort_by_size", "verbose")

_ROW = re.compile(r"^(?P<path>.+?):(?P<line>\d+): (?P<message>.+) \(\d+% confidence[^)]*\)$", re.MULTILINE)
_UNUSED = re.compile(r"unused (?P<kind>\w+) '")

#: On standard error: about syntax, about NUL bytes, about the encoding.
_UNPARSABLE = (
    re.compile(r"^(?P<path>.+?):(?P<line>\d+|None): (?P<message>.+)$", re.MULTILINE),
    re.compile(r"^(?P<path>.+?): (?P<message>invalid source code .+)$", re.MULTILINE),
    re.compile(r"^Error: (?P<message>Could not read file) (?P<path>.+?) - ", re.MULTILINE),
)


def _parse(output: Output, sources: Sources) -> Reading:
    findings = (*_dead_code(output.stdout, sources), *_unparsable(output.stderr, sources))
    return Reading(findings, () if findings else unexplained(_NAME, output))


def _dead_code(stdout: str, sources: Sources) -> Iterator[Finding]:
    for row in _ROW.finditer(stdout):
        if path := sources.find(row["path"]):
            unused = _UNUSED.match(row["message"])
            code = f"vulture:unused-{unused['kind']}" if unused else "vulture:unreachable-code"
            yield finding(_NAME, point(path, int(row["line"])), code, row["message"])


def _unparsable(stderr: str, sources: Sources) -> Iterator[Finding]:
    for shape in _UNPARSABLE:
        for found in shape.finditer(stderr):
            if path := sources.find(found["path"]):
                line = found.groupdict().get("line") or ""
                location = point(path, int(line) if line.isdigit() else 1)
                message = f"vulture cannot parse the file: {found['message']}"
                yield finding(_NAME, location, "vulture:unparsable", message)


def _options(task: Task) -> list[str]:
    table = read_table(task.root / _CONFIGURATION_FILE, _NAME) or {}
    options = [] if "min_confidence" in table else [f"--min-confidence={_CONFIDENCE}"]
    if table.keys() & set(_OUTPUT_SETTINGS):
        kept = {key: value for key, value in table.items() if key not in _OUTPUT_SETTINGS}
        plain = task.scratch / "vulture.toml"
        plain.write_text(toml_table(_NAME, kept), encoding="utf-8")
        options.append(f"--config={plain}")
    return options


LINTER = Linter(
    name=_NAME,
    scope="project",
    exit_codes=frozenset({0, 1, 3}),
    options=_options,
    parse=_parse,
    configuration=Configuration({_CONFIGURATION_FILE: b""}, upwards="not"),
)
