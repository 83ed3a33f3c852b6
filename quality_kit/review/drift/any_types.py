"""Annotations that say ``Any``: what comes through them is checked by nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quality_kit.outlines.model import Outline
from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift

#: Functions that are named.
_MOST = 3


def any_types(evidence: Evidence) -> Iterator[Drift]:
    """One drift for each file in which there are more of them, or fewer; it fails no gate.

    ``dict[str, Any]`` is what JSON is, and says as much as can be said.
    """
    for file in evidence.change.python:
        if file.status != "deleted":
            before = _by_scope(evidence.change.base.outline(file.before))
            now = _by_scope(evidence.change.head.outline(file.path))
            more = sum(now.values()) - sum(before.values())
            if more:
                scopes = [scope for scope in now if now[scope] > before[scope]] if more > 0 else []
                yield _drift(evidence, file, scopes, more)


def _drift(evidence: Evidence, file: FileChange, scopes: list[str], more: int) -> Drift:
    named = ", ".join(scope for scope in scopes[:_MOST] if scope)
    others = f" and {len(scopes) - _MOST} more" if len(scopes) > _MOST else ""
    where = f": {named}{others}" if named else ""
    what = f"Any {'added to' if more > 0 else 'removed from'} {_counted(abs(more))}{where}"
    return Drift("typing", more > 0, file.path, _line(evidence, file, scopes[0]) if scopes else 0, what)


def _counted(number: int) -> str:
    return "an annotation" if number == 1 else f"{number} annotations"


def _by_scope(outline: Outline) -> Counter[str]:
    return Counter(each.scope for each in outline.any_types)


def _line(evidence: Evidence, file: FileChange, scope: str) -> int:
    found = evidence.change.head.outline(file.path).any_types
    lines = sorted(each.line for each in found if each.scope == scope)
    changed = file.new_lines()
    return next((line for line in lines if line in changed), lines[0] if lines else 0)
