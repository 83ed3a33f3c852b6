"""Annotations that say ``Any``: what comes through them is checked by nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import libcst as cst

from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift
from quality_kit.tree import ParsedFile

_ANY = frozenset(("typing.Any", "typing_extensions.Any"))


def any_types(evidence: Evidence) -> Iterator[Drift]:
    """One drift for each function or class in which there are more of them, or fewer; they fail no gate."""
    for file in evidence.change.python:
        before = _by_scope(evidence.change.base.parsed(file.before))
        now = _by_scope(evidence.change.head.parsed(_head_path(file)))
        if file.status == "deleted" or sum(before.values()) == sum(now.values()):
            continue
        for scope in sorted({*before, *now}):
            more = now[scope] - before[scope]
            if more:
                yield _drift(evidence, file, scope, more)


def _head_path(file: FileChange) -> str | None:
    return None if file.status == "deleted" else file.path


def _drift(evidence: Evidence, file: FileChange, scope: str, more: int) -> Drift:
    where = f" in {scope}" if scope else ""
    what = f"Any {'added to' if more > 0 else 'removed from'} {_counted(abs(more))}{where}"
    return Drift("typing", more > 0, file.path, _line(evidence, file, scope) if more > 0 else 0, what)


def _counted(number: int) -> str:
    return "an annotation" if number == 1 else f"{number} annotations"


def _by_scope(parsed: ParsedFile | None) -> Counter[str]:
    if parsed is None or b"Any" not in parsed.source.data:
        return Counter()
    return Counter(_scope(parsed, node) for node in _nodes(parsed))


def _nodes(parsed: ParsedFile) -> Iterator[cst.Name]:
    """Each ``Any`` below an annotation."""
    for node in parsed.tree.of(cst.Name):
        if node.value == "Any" and any(
            isinstance(each, cst.Annotation) for each in parsed.tree.ancestors(node)
        ):
            if parsed.names.qualified(_whole(parsed, node)) in _ANY:
                yield node


def _whole(parsed: ParsedFile, node: cst.Name) -> cst.CSTNode:
    """``t.Any``, not its last part."""
    around = parsed.tree.parent(node)
    return around if isinstance(around, cst.Attribute) and around.attr is node else node


def _scope(parsed: ParsedFile, node: cst.CSTNode) -> str:
    around = parsed.tree.ancestors(node)
    names = [each.name.value for each in around if isinstance(each, (cst.FunctionDef, cst.ClassDef))]
    return ".".join(reversed(names))


def _line(evidence: Evidence, file: FileChange, scope: str) -> int:
    parsed = evidence.change.head.parsed(file.path)
    if parsed is None:
        return 0
    nodes = [node for node in _nodes(parsed) if _scope(parsed, node) == scope]
    lines = sorted(place.line for place in parsed.places(nodes).values())
    changed = file.new_lines()
    return next((line for line in lines if line in changed), lines[0] if lines else 0)
