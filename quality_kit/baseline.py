"""The baseline: the findings that a project had when it began, one a line, in one sorted file.

Nothing in it depends on the time or on line numbers, so that two branches which change it merge like
any text. What a merge may leave is read: lines out of order, doubled, and brought back after they had
been removed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quality_kit.files import UsageError
from quality_kit.finding import IN_BASELINE, BaselineEntry, Finding
from quality_kit.own_findings import OWN_FINDINGS

DEFAULT_FILE = ".quality-kit-baseline.jsonl"

_TEXTS = ("path", "code", "scope", "key")
_CEILING = "ceiling"
_CONFLICT_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_MEND_CONFLICT = (
    "a merge conflict is not resolved: delete the lines with the marks and keep all others of both sides, "
    "then run quality-kit baseline prune"
)
_MEND_LINE = (
    "restore it from git, or delete it and record its rule again with quality-kit baseline update --rule CODE"
)
_OWN_CODES = frozenset(rule.code for rule in OWN_FINDINGS)


class Baseline:
    """A baseline as it was read."""

    def __init__(self, name: str, text: str) -> None:
        """Read the text of the file of that name.

        Raises:
            UsageError: A line is damaged.
        """
        self.name = name
        self.text = _unix(text)
        self.entries = _each_once(_read(name, self.text))


def load(file: Path, root: Path, is_required: bool) -> Baseline | None:
    """The baseline in a file; None when there is none and none is required.

    Raises:
        UsageError: It is required and missing, cannot be read, or is damaged.
    """
    name = shown_path(file, root)
    try:
        return Baseline(name, file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        if is_required:
            raise UsageError(f"there is no baseline {name}: quality-kit baseline create makes it") from None
        return None
    except OSError as error:
        raise UsageError(f"cannot read the baseline {name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: is no UTF-8 text: restore the file from git") from error


def shown_path(file: Path, root: Path) -> str:
    """The path of a file, relative to the root where it lies below."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def render(entries: Iterable[BaselineEntry]) -> str:
    """The text of the file: sorted lines, as ``LC_ALL=C sort -u`` would have them."""
    return "".join(sorted({f"{_line(entry)}\n" for entry in entries}))


def can_be_recorded(finding: Finding) -> bool:
    """Whether a finding may stand in a baseline: none that is silenced, none about what was not checked."""
    return finding.suppressed_by in (None, IN_BASELINE) and finding.code not in _OWN_CODES


def entry_of(finding: Finding) -> BaselineEntry:
    """What the baseline says of a finding."""
    return BaselineEntry(finding.location.path, finding.code, finding.scope, finding.key, finding.measure)


def _line(entry: BaselineEntry) -> str:
    values = {name: value for name, value in entry._asdict().items() if value is not None}
    return json.dumps(values)


def _unix(text: str) -> str:
    """Git may have turned the ends of lines into those of another system."""
    return text.replace("\r\n", "\n")


def _read(name: str, text: str) -> list[BaselineEntry]:
    lines = [line for line in text.split("\n") if line.strip()]
    try:  # all at once: 10,000 lines in the time that 2,000 would take one by one
        entries = [_entry(row) for row in json.loads(f"[{','.join(lines)}]")]
        if len(entries) == len(lines):
            return entries
    except (ValueError, RecursionError):
        pass  # some line is damaged: which?
    return [_entry_of_line(line, f"{name}:{number}") for number, line in _numbered(text)]


def _numbered(text: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def _entry_of_line(line: str, where: str) -> BaselineEntry:
    if line.startswith(_CONFLICT_MARKS):
        raise UsageError(f"{where}: {_MEND_CONFLICT}")
    try:
        return _entry(json.loads(line))
    except json.JSONDecodeError as error:
        raise UsageError(f"{where}: the line is no JSON ({error.msg}): {_MEND_LINE}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: the line is no entry of a baseline ({error}): {_MEND_LINE}") from error


def _entry(row: Any) -> BaselineEntry:
    if not isinstance(row, dict):
        raise ValueError("it is no object")
    if unknown := row.keys() - {*_TEXTS, _CEILING}:
        raise ValueError(f"unknown key {min(unknown)!r}")
    for name in _TEXTS:
        if not isinstance(row.get(name), str):
            raise ValueError(f"{name!r} must be a string")
    ceiling = row.get(_CEILING)
    if type(ceiling) not in (int, type(None)):
        raise ValueError(f"{_CEILING!r} must be a whole number")
    return BaselineEntry(row["path"], row["code"], row["scope"], row["key"], ceiling)


def _each_once(entries: Iterable[BaselineEntry]) -> tuple[BaselineEntry, ...]:
    """Of lines about the same finding the one with the highest ceiling: a merge must not make debt."""
    kept: dict[tuple[str, str, str], BaselineEntry] = {}
    for entry in entries:
        identity = (entry.path, entry.code, entry.key)
        other = kept.setdefault(identity, entry)
        if other.ceiling is not None and (entry.ceiling is None or entry.ceiling > other.ceiling):
            kept[identity] = entry
    return tuple(kept.values())
