"""Comments that silence a tool, added or removed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quality_kit.logical_lines import Comment
from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift
from quality_kit.source import SourceFile

_TRIGGERS = re.compile(rb"quality-kit|noqa|ignore|pragma|pylint|nosec|fmt:|isort|mypy|flake8", re.IGNORECASE)
_CODES = r"[A-Za-z]+[0-9]+(?:\s*,\s*[A-Za-z]+[0-9]+)*"
#: What silences whom; in brackets or behind a colon stand the codes.
_DIRECTIVE = re.compile(
    rf"""\#\s*(?:
      quality-kit:\s*ignore(?:-file)?\[[^\]]*\](?:\s+until=\S+)?
    | (?:(?:flake8|ruff)\s*:\s*)?noqa(?:\s*:\s*{_CODES})?
    | type:\s*ignore(?:\[[^\]]*\])?
    | (?:pyright|ty|pyrefly):\s*ignore(?:\[[^\]]*\])?
    | mypy:\s*(?:ignore-errors|disable-error-code)\b[^\#]*
    | pragma:\s*no\s*(?:cover|branch)
    | pylint:\s*(?:disable|skip-file)(?:-next)?(?:\s*=\s*[\w-]+(?:\s*,\s*[\w-]+)*)?
    | nosec(?:\s*:?\s*B[0-9]+(?:\s*,\s*B[0-9]+)*)?
    | fmt:\s*(?:off|skip)
    | isort:\s*(?:skip_file|skip|off|split)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SPACE = re.compile(r"\s+")
#: ``--- orders ---``: it names a part of the file and explains nothing.
_HEADING = re.compile(r"(?P<rule>[-=*#~_])(?P=rule)")
#: What stands between a directive and its reason.
_BEFORE_REASON = " \t-—–:#(,"
_AFTER_REASON = " \t)"


class Silencer(NamedTuple):
    """One directive of a comment."""

    path: str
    line: int
    #: ``noqa: QK201``.
    directive: str
    reason: str
    scope: str
    #: The code it stands beside, for telling one that was moved from a new one.
    code: str


def suppressions(evidence: Evidence) -> Iterator[Drift]:
    """Directives that only one side has; one that was moved, within a file or to another, is on both."""
    before: list[Silencer] = []
    now: list[Silencer] = []
    for file in evidence.change.python:
        before += _in_file(evidence.change.base.source(file.before), file)
        now += _in_file(evidence.change.head.source(_head_path(file)), file)
    added, removed = _apart(now, before)
    for each in added:
        yield Drift(
            "suppression",
            True,
            each.path,
            each.line,
            f"{each.directive} added",
            each.reason,
            needs_reason=True,
        )
    for each in removed:
        yield Drift("suppression", False, each.path, 0, f"{each.directive} removed", each.reason)


def _head_path(file: FileChange) -> str | None:
    return None if file.status == "deleted" else file.path


def _apart(now: list[Silencer], before: list[Silencer]) -> tuple[list[Silencer], list[Silencer]]:
    for same in (_place, _words, _code):
        now, before = _without(now, before, same), _without(before, now, same)
    return now, before


def _place(each: Silencer) -> tuple[str, ...]:
    return each.path, each.directive, each.scope, each.code


def _words(each: Silencer) -> tuple[str, ...]:
    return each.path, each.directive, each.scope


def _code(each: Silencer) -> tuple[str, ...]:
    return each.directive, each.code


def _without(some: list[Silencer], others: Iterable[Silencer], same: object) -> list[Silencer]:
    assert callable(same)
    left = Counter(map(same, others))
    kept = []
    for each in some:
        if left[same(each)] > 0:
            left[same(each)] -= 1
        else:
            kept.append(each)
    return kept


def _in_file(source: SourceFile | None, file: FileChange) -> Iterator[Silencer]:
    if source is None or not _TRIGGERS.search(source.data):
        return
    comments = source.logical_lines.comments
    alone = {
        comment.line: comment for comment in comments if source.logical_lines.index_at(comment.line) is None
    }
    for comment in comments:
        for found, reason in _directives(comment.text):
            scope = source.logical_lines.scope_at(comment.line)
            code = source.line(comment.line)[: comment.indent].strip()
            given = reason or _reason_above(comment, alone)
            yield Silencer(file.path, comment.line, found, given, scope, _SPACE.sub("", code))


def _directives(text: str) -> Iterator[tuple[str, str]]:
    """Each directive of a comment, and what stands behind it."""
    found = list(_DIRECTIVE.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    for each, end in zip(found, ends, strict=False):
        reason = text[each.end() : end].strip(_BEFORE_REASON).rstrip(_AFTER_REASON)
        yield _SPACE.sub(" ", each[0].lstrip("# \t")), reason if any(map(str.isalpha, reason)) else ""


def _reason_above(comment: Comment, alone: dict[int, Comment]) -> str:
    """A comment of its own, right above, that explains and silences nothing."""
    above = alone.get(comment.line - 1)
    if above is None or _DIRECTIVE.search(above.text):
        return ""
    words = above.text.lstrip("#! \t").rstrip()
    return "" if _HEADING.match(words) else words
