"""flake8: its findings under its own codes; plugins are whatever is installed beside it.

``E999`` and ``E902`` (a file that it cannot parse or read) are ordinary rows. It takes options from
its configuration that change the output's shape; a second configuration file, which wins, takes
them back. Every line of its standard output that is no row is a failure: a crashed plugin, a
missing one. An ini file that it cannot parse it passes over in silence, unless asked to talk.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from quality_kit.finding import Failure, Finding
from quality_kit.linters._adapter import Configuration, Linter, Output, Reading, Task, Texts, finding, point
from quality_kit.linters._sources import Sources
from quality_kit.linters._tables import folders_above, nearest
from quality_kit.linters._words import shortened, unexplained
from quality_kit.project import Project

_NAME = "flake8"
_CONFIGURATION_FILES = ("setup.cfg", "tox.ini", ".flake8")
_BETWEEN_NAMES = re.compile(r"[,\s]+")

#: ASCII's unit separator; files with control characters in their names are not handed over.
_SEPARATOR = "\x1f"
_FORMAT = _SEPARATOR.join(("%(path)s", "%(row)d", "%(col)d", "%(code)s", "%(text)s"))
_COLUMNS = _FORMAT.count(_SEPARATOR)

_PLAIN_OUTPUT = """[flake8]
quiet = 0
count = false
statistics = false
benchmark = false
show-source = false
tee = false
"""

_IGNORED_CONFIGURATION = re.compile(r"ignoring (unparseable config .*(?:\n(?!flake8\.).*)*)")

#: Of the cores: black and mypy need the others, and a pool costs more than it brings to a small share.
_SHARE_OF_CORES = 2


def _parse(output: Output, sources: Sources) -> Reading:
    rows, others = list[list[str]](), list[str]()
    for line in output.stdout.split("\n"):
        row = line.split(_SEPARATOR, _COLUMNS)
        if len(row) > _COLUMNS:
            rows.append(row)
        elif line.strip():
            others.append(line)
    failures = [Failure(_NAME, shortened(text)) for text in _IGNORED_CONFIGURATION.findall(output.stderr)]
    if others:
        failures.append(Failure(_NAME, shortened("\n".join(others))))
    explained = rows or failures
    return Reading(
        tuple(_findings(rows, sources)), tuple(failures) if explained else unexplained(_NAME, output)
    )


def _findings(rows: list[list[str]], sources: Sources) -> Iterator[Finding]:
    for printed, line, column, code, text in rows:
        if path := sources.find(printed):
            yield finding(_NAME, point(path, int(line), int(column)), code, text)


def _options(task: Task) -> list[str]:
    plain = task.scratch / "flake8.ini"
    plain.write_text(_PLAIN_OUTPUT, encoding="utf-8")
    jobs = max((os.cpu_count() or 1) // _SHARE_OF_CORES, 1)
    return ["--verbose", "--color=never", f"--append-config={plain}", f"--format={_FORMAT}", f"--jobs={jobs}"]


def _excluder(root: Path, _folder: Path) -> Callable[[str], bool]:
    """``exclude`` and ``extend-exclude``, which it applies to folders only when it walks the tree itself."""
    found = nearest(root, _NAME, _CONFIGURATION_FILES, within_repository=False)
    if found is None:
        return lambda _path: False
    base, table = found[0].parent, found[1]
    settings = (table.get(key, "") for key in ("exclude", "extend_exclude"))
    names = [name for setting in settings for name in _BETWEEN_NAMES.split(setting) if name]
    patterns = [os.path.normpath(base / name) if "/" in name else name for name in names]
    return lambda path: any(_matches(root / folder, patterns) for folder in folders_above(path))


def _matches(folder: Path, patterns: list[str]) -> bool:
    return any(fnmatch(folder.name, pattern) or fnmatch(str(folder), pattern) for pattern in patterns)


def _surroundings(_project: Project, _folder: str, texts: Texts) -> bytes | None:
    """A plugin that lies in the project may be edited at any time: nothing is remembered with one."""
    return None if any(b"local-plugins" in text for text in texts.values()) else b""


LINTER = Linter(
    name=_NAME,
    scope="file",
    exit_codes=frozenset({0, 1}),
    options=_options,
    parse=_parse,
    excluder=_excluder,
    surroundings=_surroundings,
    # Its own three, and those that widely used plugins read (Flake8-pyproject, flake8-isort, flake8-black).
    configuration=Configuration(
        {name: b"" for name in (*_CONFIGURATION_FILES, "pyproject.toml", ".isort.cfg", ".editorconfig")}
    ),
)
