"""Annotations that say ``Any``: what comes through them is checked by nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import libcst as cst

from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift
from quality_kit.tree import ParsedFile, dotted

_MAPPINGS = frozenset(("dict", "Dict", "Mapping", "MutableMapping", "OrderedDict", "defaultdict"))
#: Functions that are named.
_MOST = 3
_ANY = frozenset(("typing.Any", "typing_extensions.Any"))


def any_types(evidence: Evidence) -> Iterator[Drift]:
    """One drift for each file in which there are more of them, or fewer; it fails no gate.

    ``dict[str, Any]`` is what JSON is, and says as much as can be said.
    """
    for file in evidence.change.python:
        if file.status != "deleted":
            before = _by_scope(evidence.change.base.parsed(file.before))
            now = _by_scope(evidence.change.head.parsed(file.path))
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


def _by_scope(parsed: ParsedFile | None) -> Counter[str]:
    if parsed is None or b"Any" not in parsed.source.data:
        return Counter()
    return Counter(_scope(parsed, node) for node in _nodes(parsed))


def _nodes(parsed: ParsedFile) -> Iterator[cst.Name]:
    """Each ``Any`` below an annotation, but for the values of mappings."""
    for node in parsed.tree.of(cst.Name):
        if node.value == "Any" and _is_annotation(parsed, node):
            if parsed.names.qualified(_whole(parsed, node)) in _ANY:
                yield node


def _is_annotation(parsed: ParsedFile, node: cst.Name) -> bool:
    for around in parsed.tree.ancestors(node):
        if isinstance(around, cst.Subscript) and (dotted(around.value) or "").rpartition(".")[2] in _MAPPINGS:
            return False
        if isinstance(around, cst.Annotation):
            return True
    return False


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
