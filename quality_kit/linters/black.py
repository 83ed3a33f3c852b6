"""black: one finding per file that it would format otherwise.

A file that it cannot parse is a finding, too (``black:unparsable``); anything else that it cannot
do to a file is a failure. It keeps its process per core: it is by far the slowest of the six.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from quality_kit.finding import Failure, Finding
from quality_kit.fingerprint import key_of_file
from quality_kit.linters._adapter import Configuration, Linter, Output, Reading, Task, finding, point
from quality_kit.linters._diff import differing_lines, fix, split, summary
from quality_kit.linters._sources import Sources
from quality_kit.linters._tables import folders_above, nearest
from quality_kit.linters._words import shortened, unexplained

_NAME = "black"
_FORMAT = "black:format"
#: Its guard formats a second time and compares syntax trees before it writes a file: half of its time, and
#: nothing is written here. What Python alone cannot parse it formats then: `quality_kit.same_problem` knows.
_OPTIONS = ["--check", "--diff", "--quiet", "--no-color", "--fast"]
_HEADER = re.compile(r"^--- ([^\t\n]+)\t[^\n]*\n\+\+\+ [^\n]*\n", re.MULTILINE)
_COMPLAINT = re.compile(r"^error: (?:(?!^error: ).)*", re.MULTILINE | re.DOTALL)
_REJECTED_KEYS = re.compile(r"^Invalid config keys.*", re.MULTILINE)

#: What it says about a file that it cannot parse: now, before 2026, and when the bytes are no text. Columns
#: count from 0.
_UNPARSABLE = (
    re.compile(
        r"error: cannot parse[^:]*: (?P<path>.+?):(?P<line>\d+):(?P<column>\d+)\n"
        r"(?:.*\n)*?(?P<why>\w+Error: .*)"
    ),
    re.compile(
        r"error: cannot format (?P<path>.+?): (?P<why>Cannot parse.*: (?P<line>\d+):(?P<column>\d+): .*)"
    ),
    re.compile(r"error: cannot format (?P<path>.+?): (?P<why>.*(?:encoding|codec can't decode).*)"),
)
_OTHER = re.compile(r"error: cannot format (?P<path>.+?): ")


def _parse(output: Output, sources: Sources) -> Reading:
    findings = [*_formatted(output.stdout, sources)]
    failures = [Failure(_NAME, line) for line in _REJECTED_KEYS.findall(output.stderr)]
    for complaint in _COMPLAINT.findall(output.stderr):
        found = _unparsable(complaint, sources)
        if found is None:
            failures.append(_failure(complaint, sources))
        else:
            findings.append(found)
    explained = findings or failures
    return Reading(tuple(findings), tuple(failures) if explained else unexplained(_NAME, output))


def _formatted(stdout: str, sources: Sources) -> Iterator[Finding]:
    for printed, blocks in split(stdout, _HEADER):
        if (path := sources.find(printed)) and blocks:
            line, text = summary(blocks)
            found = finding(_NAME, point(path, line), _FORMAT, f"not formatted: {text}", fixable=True)
            # About the whole file: the first line that differs is only where it shows.
            yield found._replace(key=key_of_file(_FORMAT), measure=differing_lines(blocks), fix=fix(blocks))


def _unparsable(complaint: str, sources: Sources) -> Finding | None:
    for shape in _UNPARSABLE:
        if (found := shape.match(complaint)) and (path := sources.find(found["path"])):
            groups = found.groupdict()
            location = point(path, int(groups.get("line") or 1), int(groups.get("column") or 0) + 1)
            return finding(
                _NAME, location, "black:unparsable", f"black cannot parse the file: {found['why']}"
            )
    return None


def _failure(complaint: str, sources: Sources) -> Failure:
    found = _OTHER.match(complaint)
    return Failure(_NAME, shortened(complaint), sources.find(found["path"]) if found else None)


def _options(_task: Task) -> list[str]:
    return _OPTIONS


def _excluder(root: Path, folder: Path) -> Callable[[str], bool]:
    """``exclude`` and ``extend-exclude``, which it does not apply to files named on the command line.

    Teams keep migrations and generated code out with them, so they count here as in ``black .``:
    each folder on the way and the file itself are searched. (``force-exclude`` it applies itself;
    its default excludes are those of our own walk.) A link out of the folder it would ignore, but
    not without looking for everybody's configuration where the link leads.
    """
    table_in = nearest(folder, _NAME, ("pyproject.toml",), within_repository=True)
    base, table = (table_in[0].parent, table_in[1]) if table_in else (folder, {})
    patterns = [_compiled(str(table[key])) for key in ("exclude", "extend_exclude") if table.get(key)]

    def is_excluded(path: str) -> bool:
        absolute = root / path
        leads_out = absolute.is_symlink() and folder.resolve() not in absolute.resolve().parents
        return leads_out or any(_excluded(pattern, absolute.relative_to(base)) for pattern in patterns)

    return is_excluded


def _compiled(pattern: str) -> re.Pattern[str]:
    try:  # as black does: a pattern of several lines is a verbose one
        return re.compile(f"(?x){pattern}" if "\n" in pattern else pattern)
    except re.error:
        return re.compile(r"(?!)")  # black itself will reject it


def _excluded(pattern: re.Pattern[str], path: Path) -> bool:
    names = [f"/{folder}/" for folder in folders_above(path.as_posix())] + [f"/{path.as_posix()}"]
    found = (pattern.search(name) for name in names)
    return any(match is not None and match[0] for match in found)


LINTER = Linter(
    name=_NAME,
    scope="file",
    exit_codes=frozenset({0, 1, 123}),
    options=_options,
    parse=_parse,
    excluder=_excluder,
    configuration=Configuration(
        {"pyproject.toml": b"black"},
        nested=True,
        upwards="in repository",
        of_user=("$XDG_CONFIG_HOME/black", "~/.config/black"),
    ),
)
