"""The baseline: the findings that a project had when it began, one a line, in one sorted file.

Nothing in it depends on the time or on line numbers, so that two branches which change it merge like
any text. What a merge may leave is read: lines out of order, doubled, and brought back after they had
been removed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any

from quality_kit.files import UsageError
from quality_kit.finding import IN_BASELINE, BaselineEntry, Finding
from quality_kit.own_findings import OWN_FINDINGS

DEFAULT_FILE = ".quality-kit-baseline.jsonl"

#: Path, code and key.
Identity = tuple[str, str, str]
_identity = itemgetter(0, 1, 3)

#: A line as it is written, if JSON would escape nothing in it: that is found in a third of the time of parsing.
_TEXT = r'"([ !#-\[\]-~]*)"'
_AS_WRITTEN = re.compile(
    rf'^\{{"path": {_TEXT}, "code": {_TEXT}, "scope": {_TEXT}, "key": {_TEXT}'
    r'(?:, "ceiling": (0|[1-9][0-9]{0,15}))?\}$',
    re.MULTILINE,
)

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
        #: By what they are about; the scope is only for people.
        rows = _AS_WRITTEN.findall(self.text)
        self._is_as_written = self.text.count("\n") == len(rows) and self.text[-1:] in ("", "\n")
        entries = [*map(_entry_as_written, rows)] if self._is_as_written else _read(name, self.text)
        self.by_identity = _each_once(entries)
        self.entries = tuple(self.by_identity.values())

    @cached_property
    def is_tidy(self) -> bool:
        """Whether the file holds its entries as they would be written."""
        if not self._is_as_written:
            return self.text == render(self.entries)
        lines = self.text.splitlines()
        return len(lines) == len(self.entries) and lines == sorted(lines)  # the same, sooner


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


def _entry_as_written(row: tuple[str, str, str, str, str]) -> BaselineEntry:
    path, code, scope, key, ceiling = row
    return BaselineEntry(path, code, scope, key, int(ceiling) if ceiling else None)


def _read(name: str, text: str) -> list[BaselineEntry]:
    lines = enumerate(text.split("\n"), start=1)
    return [_entry_of_line(line, f"{name}:{number}") for number, line in lines if line.strip()]


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


def _each_once(entries: Sequence[BaselineEntry]) -> dict[Identity, BaselineEntry]:
    """Of lines about the same finding the one with the highest ceiling: a merge must not make debt."""
    kept: dict[Identity, BaselineEntry] = dict(zip(map(_identity, entries), entries))
    if len(kept) < len(entries):
        kept = {}
        for entry in entries:
            other = kept.setdefault(_identity(entry), entry)
            if other.ceiling is not None and (entry.ceiling is None or entry.ceiling > other.ceiling):
                kept[_identity(entry)] = entry
    return kept
