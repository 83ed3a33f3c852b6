"""What a run produces: findings, the facts behind some of them, and what could not be done.

Every type is an immutable tuple of plain data, so that it crosses process borders, goes through
the cache and sorts without any help. Lines and columns count from 1, an end is exclusive, columns
are characters; a reporter whose format counts otherwise converts there.
"""

from __future__ import annotations

import hashlib
from operator import itemgetter
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning", "info"]

#: From the worst to the mildest; an index in it compares two severities.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

_DIGEST_BYTES = 8

#: The name under which our own findings and failures are listed beside those of the linters.
OWN_SOURCE = "quality-kit"

#: What ``suppressed_by`` says of a finding that the baseline holds.
IN_BASELINE = "baseline"


class Place(NamedTuple):
    """Where something stands in one file."""

    line: int
    column: int
    end_line: int
    end_column: int


#: The place of a finding about a whole file, before somebody knows a better line for it.
FILE_START = Place(1, 1, 1, 1)


class Location(NamedTuple):
    """Where something stands in the project: ``path`` is relative to its root, with slashes."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, path: str, place: Place) -> Location:
        """The place in the file at ``path``."""
        return cls(path, *place)

    @property
    def place(self) -> Place:
        """The location without its path."""
        return Place(self.line, self.column, self.end_line, self.end_column)


class Edit(NamedTuple):
    """A text for what stands at a place of a file; an empty place is where it goes in."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


#: What mends one finding: edits of its file, by place, none over another.
Fix = tuple[Edit, ...]


class Finding(NamedTuple):
    """One violation, reported once, whoever noticed it."""

    location: Location
    #: ``QK201``, ``F401``, ``mypy:arg-type`` ...
    code: str
    #: The rule's readable name (``business-singleton``); for a linter's finding what that linter calls it.
    name: str
    message: str
    severity: Severity
    #: The tools that reported it, e.g. ``("flake8", "autoflake")``.
    sources: tuple[str, ...]
    #: Whether a tool can correct it by itself.
    fixable: bool = False
    #: The classes and functions around it (``OrderService.create``), empty at module level.
    scope: str = ""
    #: What stays the same when lines and files move: see ``quality_kit.fingerprint``. Empty until known.
    key: str = ""
    #: Why it does not count (``"comment: legacy"``), None while it does.
    suppressed_by: str | None = None
    #: All codes under which tools know it; a suppression of any of them silences it.
    aliases: tuple[str, ...] = ()
    #: For a finding about the size of a whole file: that size, in the rule's own unit.
    measure: int | None = None
    #: Whether it is about the project and only stands where its cause was seen first: then the path is
    #: no part of what it is.
    is_placeless: bool = False
    #: How a tool would mend it in the file as it was checked; empty where none does, or with too many lines.
    fix: Fix = ()

    @property
    def fingerprint(self) -> str:
        """Tells the finding from all others of the project, now and later: 16 hexadecimal digits."""
        return fingerprint("" if self.is_placeless else self.location.path, self.key)


_SUPPRESSED_BY = Finding._fields.index("suppressed_by")


def suppressed(finding: Finding, reason: str) -> Finding:
    """The finding, marked; in a third of the time of ``_replace``, for there may be a hundred thousand."""
    return tuple.__new__(Finding, (*finding[:_SUPPRESSED_BY], reason, *finding[_SUPPRESSED_BY + 1 :]))


def told_as_grown(finding: Finding, before: str) -> Finding:
    """The finding of a size with words for the size before; it is told once, by whoever comes first."""
    end = f", grown to {finding.measure})"
    if finding.message.endswith(end):
        return finding
    return finding._replace(message=f"{finding.message} ({before}{end}")


def fingerprint(path: str, key: str) -> str:
    """The fingerprint of a finding with that key (of ``quality_kit.fingerprint``) in the file at ``path``."""
    text = f"{path}\0{key}".encode("utf-8", "surrogateescape")
    return hashlib.blake2b(text, digest_size=_DIGEST_BYTES).hexdigest()


class Fact(NamedTuple):
    """What one file tells the project rules: plain JSON data, and the place it was read from."""

    data: Any
    place: Place


class Failure(NamedTuple):
    """Something that could not do its work; the run is then no proof of anything (exit code 2)."""

    #: ``black``, ``QK201``, ``quality-kit`` ...
    source: str
    #: The reason in the tool's own words, one line or several.
    reason: str
    #: The file it was about, None when it concerns the whole run.
    path: str | None = None


class NotChecked(NamedTuple):
    """What a tool passed over in silence; it is told, because it is not the same as passed."""

    source: str
    reason: str
    #: The file passed over, None when the tool looked at none.
    path: str | None = None


class BaselineEntry(NamedTuple):
    """One finding that was there when the baseline was made; sorted by path."""

    path: str
    code: str
    scope: str
    #: As in ``Finding``.
    key: str
    #: For a finding about the size of a whole file: the size up to which it is in the baseline.
    ceiling: int | None = None


class BaselineState(NamedTuple):
    """What a run says of the baseline it was held against."""

    #: The path of its file, relative to the root where it lies below.
    file: str
    #: How many findings are in it.
    matched: int
    #: Entries whose finding is gone: fixed, or silenced by a comment.
    stale: tuple[BaselineEntry, ...]
    #: What the file would hold without the stale ones, with renamed files and lower ceilings.
    shrunk: tuple[BaselineEntry, ...]
    #: How many entries of ``shrunk`` stand at another path than in the file.
    moved: int
    #: How many have a lower ceiling.
    lowered: int
    #: Whether the file holds its entries as they would be written.
    is_tidy: bool
    #: Stale entries that fail the run: those of files that the change touched.
    failing: tuple[BaselineEntry, ...] = ()
    #: Whether the run has written ``shrunk`` to the file.
    is_written: bool = False


class Comparison(NamedTuple):
    """The commit that a run was compared with; what was there already is marked as not new."""

    #: As people call it: ``origin/main``.
    ref: str
    #: The full id.
    commit: str
    #: How many findings only are not active because they are not new.
    old: int
    #: Linters that saw the checked tree only: what they found counts as new where a file has changed.
    by_file: tuple[str, ...] = ()


class Report(NamedTuple):
    """All that a run found; what every reporter prints and the exit code is made of."""

    #: Absolute path of the project's root.
    root: str
    #: Sorted by place; suppressed findings are among them, marked.
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    not_checked: tuple[NotChecked, ...]
    #: How many files were checked.
    files: int
    #: Duration of the run.
    seconds: float
    #: Counts that are no findings, e.g. ``{"QK501: names that cannot be known": 3}``.
    statistics: tuple[tuple[str, int], ...] = ()
    #: None when no baseline is used.
    baseline: BaselineState | None = None
    #: With what the run was compared, None when everything counts.
    new_since: Comparison | None = None

    @property
    def active(self) -> list[Finding]:
        """The findings that nothing suppresses."""
        return [finding for finding in self.findings if finding.suppressed_by is None]


#: The order of every report: place, code, message. In C, because a report may hold a hundred thousand.
by_place = itemgetter(0, 1, 3)
