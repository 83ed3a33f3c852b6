"""Suppression comments: reading them from a file's comments, never from its strings.

``# quality-kit: ignore[QK201] -- reason`` at the end of a line is about the logical line; on a line
of its own about the whole statement below. ``ignore-file[...]`` is about the file. Both may end some
day: ``ignore[QK201] until=2027-03-01 -- reason``. ``# noqa: QK201`` and a bare ``# noqa`` work as flake8
users expect. One comment may hold several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from quality_kit.logical_lines import Comment, LogicalLines
from quality_kit.source import SourceFile

_TRIGGERS = (b"quality-kit", b"noqa")
_DIRECTIVE = re.compile(r"#\s*(?:(?P<ours>quality-kit)|noqa)\b", re.IGNORECASE)
_FORM = re.compile(r":\s*(?P<verb>ignore|ignore-file)\[(?P<codes>[^\]]*)\]\s*(?P<rest>.*)\Z", re.DOTALL)
_UNTIL = re.compile(r"until\b(?P<date>.*?)\s*(?P<reason>(?:--|—|:|\#).*)?\Z", re.DOTALL)
_DATE = re.compile(r"=([0-9]{4}-[0-9]{2}-[0-9]{2})\Z")
#: Where nobody would read it as a date.
_LATE_UNTIL = re.compile(r"\buntil\s*=")
_REASON = re.compile(r"(?:--|—|:|\#)\s*(?P<text>.+)\Z", re.DOTALL)
_CODE = re.compile(r"[A-Za-z][\w.-]*(?::[\w-]+)?\Z")
#: Behind ``noqa``; codes after the first are told from a reason by a comma or by their capitals.
_NOQA = re.compile(
    r"\s*:\s*(?P<codes>[A-Za-z]+[0-9]+\b(?:\s*,\s*[A-Za-z]+[0-9]+\b|\s+[A-Z]+[0-9]+\b)*)(?P<rest>.*)",
    re.DOTALL,
)
_OWN_CODES = "QK"
_OWN_CODE = re.compile(r"\bQK\d", re.IGNORECASE)
#: Linters that a ``noqa`` does not concern.
_DEAF_TO_NOQA = ("mypy:", "black:", "isort:")

#: Stands in the codes of a bare ``noqa``: every finding of ours and of those linters that know it.
ALL = "*"


class Suppression(NamedTuple):
    """One comment that silences findings."""

    #: The physical line of the comment.
    line: int
    #: The physical lines whose findings it silences, both inclusive; 0 to 0 is the whole file.
    first: int
    last: int
    codes: tuple[str, ...]
    reason: str
    #: ``noqa`` or ``comment``.
    kind: str
    #: Why it cannot be read and silences nothing; empty for a good one.
    malformed: str = ""
    #: The last day on which it holds, as 2027-03-01; empty for no end.
    until: str = ""
    #: Where it begins and ends on its line, in characters from 1, the end exclusive.
    column: int = 1
    end_column: int = 1

    @property
    def is_bare(self) -> bool:
        """Whether it is a ``noqa`` without codes."""
        return self.kind == "noqa" and set(self.codes) <= {_OWN_CODES, ALL}

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return bool(self.until) and self.until < today.isoformat()

    def covers(self, line: int) -> bool:
        """Whether findings at the physical line are meant."""
        return not self.malformed and (self.first == 0 or self.first <= line <= self.last)

    def names(self, code: str) -> bool:
        """Whether the code, or the beginning of it, is among those silenced."""
        return any(means(own, code) for own in self.codes)


def means(own: str, code: str) -> bool:
    """Whether a suppression's code is the code or its family: ``QK2`` for QK201, ``mypy`` for mypy:arg-type."""
    if own == ALL:
        return not code.startswith(_DEAF_TO_NOQA)
    return own == code or code.startswith(own) and (code[len(own) :].isdigit() or code[len(own)] == ":")


def codes_in(directive: str) -> tuple[str, int] | None:
    """The codes as one suppression comment writes them, and their offset in it; None where there are none."""
    head = _DIRECTIVE.match(directive)
    if head is None:
        return None
    found = (_FORM if head["ours"] else _NOQA).match(directive[head.end() :])
    return None if found is None else (found["codes"], head.end() + found.start("codes"))


def read_suppressions(source: SourceFile) -> list[Suppression]:
    """All suppressions of a file, good and malformed, in order."""
    data = source.data.lower()
    if not any(trigger in data for trigger in _TRIGGERS):
        return []
    lines = source.logical_lines
    return [suppression for comment in lines.comments for suppression in _read(comment, lines)]


def read_plain_suppressions(source: SourceFile) -> list[Suppression]:
    """The same for a file that is no Python but has comments behind a number sign, as env files have.

    A comment at the end of a line is about that line, one on a line of its own about the next.
    """
    text = "".join(_without_code(line) for line in source.lines)
    found = read_suppressions(SourceFile(source.path, text.encode()))
    return [_shifted(suppression, _indent(source.line(suppression.line))) for suppression in found]


def _indent(line: str) -> int:
    """The width of what `_without_code` takes away in front of a comment on a line of its own."""
    return len(line) - len(line.lstrip()) if line.lstrip().startswith("#") else 0


def _shifted(suppression: Suppression, width: int) -> Suppression:
    column, end_column = suppression.column + width, suppression.end_column + width
    return suppression._replace(column=column, end_column=end_column)


def _without_code(line: str) -> str:
    """The line with something in place of what stands before its comment.

    An indent says nothing in such a file, and would in Python: without it no line is in another block.
    """
    content = line.rstrip("\r\n")
    code, sign, comment = content.partition("#")
    filling = "x" * len(code) if code.strip() else ""
    return f"{filling}{sign}{comment}{line[len(content) :]}"


def _read(comment: Comment, lines: LogicalLines) -> Iterator[Suppression]:
    found = list(_DIRECTIVE.finditer(comment.text))
    if not found:
        return
    ends = [*(directive.start() for directive in found[1:]), len(comment.text)]
    for directive, end in zip(found, ends, strict=True):
        rest = comment.text[directive.end() : end].rstrip()
        column = comment.indent + directive.start() + 1
        end_column = comment.indent + directive.end() + len(rest) + 1
        for suppression in _read_directive(bool(directive["ours"]), rest, comment, lines):
            yield suppression._replace(column=column, end_column=end_column)


def _read_directive(ours: bool, rest: str, comment: Comment, lines: LogicalLines) -> Iterator[Suppression]:
    if ours:
        yield from _read_ours(rest, comment, lines)
    elif lines.index_at(comment.line) is not None:  # flake8 sees no noqa on a line of its own
        yield from _read_noqa(rest, comment, lines)


def _read_ours(rest: str, comment: Comment, lines: LogicalLines) -> Iterator[Suppression]:
    form = _FORM.match(rest)
    if form is None:
        if rest.startswith(":") or rest.lstrip().startswith("ignore"):  # else it speaks of the tool
            yield _malformed(comment, "write quality-kit: ignore[CODE] -- reason")
        return
    codes = tuple(code.strip() for code in form["codes"].split(",") if code.strip())
    wrong = [code for code in codes if not _CODE.match(code)]
    until, rest = _split_until(form["rest"])
    reason = _REASON.match(rest)
    if not codes or wrong:
        yield _malformed(comment, f"{wrong[0]!r} is no code" if wrong else "it names no code")
    elif until is None:
        yield _malformed(comment, "write until=YYYY-MM-DD, a date of the calendar")
    elif rest and reason is None:
        yield _malformed(comment, "write the reason after --")
    elif reason is not None and _LATE_UNTIL.search(reason["text"]):
        yield _malformed(comment, "write until=YYYY-MM-DD before the reason")
    else:
        first, last = (0, 0) if form["verb"] == "ignore-file" else _reach(comment, lines)
        text = reason["text"] if reason else ""
        yield Suppression(comment.line, first, last, codes, text, "comment", until=until)


def _split_until(text: str) -> tuple[str | None, str]:
    """The date (empty: there is none, None: it is wrong), and what follows it."""
    found = _UNTIL.match(text)
    if found is None:
        return "", text
    day = _DATE.match(found["date"])
    return (day[1] if day and _is_in_calendar(day[1]) else None), found["reason"] or ""


def _is_in_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _read_noqa(rest: str, comment: Comment, lines: LogicalLines) -> Iterator[Suppression]:
    """Our codes are silenced on the logical line; other tools have read the comment themselves, by lines."""
    listed = _NOQA.match(rest)
    if listed is None and (rest.lstrip().startswith(":") or _OWN_CODE.search(rest)):
        yield _malformed(comment, "write noqa: CODE reason")
        return
    codes = [code.upper() for code in re.split(r"[,\s]+", listed["codes"])] if listed else [_OWN_CODES, ALL]
    reason = (listed["rest"] if listed else rest).strip(" -—:")
    ours = tuple(code for code in codes if code.startswith(_OWN_CODES))
    others = tuple(code for code in codes if not code.startswith(_OWN_CODES))
    if ours and _LATE_UNTIL.search(reason):
        yield _malformed(comment, "an end is written quality-kit: ignore[CODE] until=YYYY-MM-DD -- reason")
    elif ours:
        first, last = _reach(comment, lines)
        yield Suppression(comment.line, first, last, ours, reason, "noqa")
    if others:
        yield Suppression(comment.line, comment.line, comment.line, others, reason, "noqa")


def _malformed(comment: Comment, reason: str) -> Suppression:
    return Suppression(comment.line, comment.line, comment.line, (), "", "comment", reason)


def _reach(comment: Comment, lines: LogicalLines) -> tuple[int, int]:
    """The logical line that the comment is part of, or the statement of its block that it stands above."""
    index = lines.index_at(comment.line)
    if index is not None:
        return lines.lines[index].first, lines.lines[index].last
    below = lines.next_index(comment.line)
    if below is None or lines.lines[below].indent < comment.indent:
        return comment.line, comment.line
    return comment.line, lines.statement_end(below)
