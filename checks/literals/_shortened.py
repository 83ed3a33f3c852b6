"""Slices of which everybody sees what they take: the head of a digest, the parts of a version, all targets."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Tree

from ._arguments import words_of
from ._names import last_name, subject_name
from ._values import Number

#: A digest or an identifier is told apart by its head, of which people show up to so many digits.
_DIGESTS = frozenset("""
    uuid uuid1 uuid4 guid hex hexdigest digest sha sha1 sha256 md5 hash checksum commit revision
    """.split())
_MOST_DIGITS = 12
_ID, _MOST_OF_ID = "id", 8
_VERSIONS, _MOST_PARTS = frozenset(("version", "info")), 4
_BY = "by"
#: What gives a text or a sequence in another form.
_TEXT_METHODS = frozenset(
    ("split", "rsplit", "replace", "lower", "upper", "strip", "encode", "decode", "partition")
)
_WRAPPERS = frozenset(("str", "tuple", "list", "map", "repr", "bytes"))
_MOST_DEPTH = 6


def is_shortened(tree: Tree, bounds: cst.CSTNode, value: Number) -> bool:
    """Whether a slice shortens a digest, takes the parts of a version, or as many items as it has targets."""
    if not isinstance(bounds, cst.Slice) or (bounds.lower is not None and bounds.upper is not None):
        return False
    element = tree.parent(bounds)
    subscript = tree.parent(element) if element is not None else None
    if not isinstance(subscript, cst.Subscript):
        return False
    words = words_of(_cut(subscript.value))
    is_end = bounds.lower is None or value < 0  # the rest of a text from a place on is no short form of it
    if is_end and _BY not in words:  # ``rows_by_id[:5]`` are five rows
        if abs(value) <= _MOST_DIGITS and not _DIGESTS.isdisjoint(words):
            return True
        if abs(value) <= _MOST_OF_ID and words[-1:] == [_ID]:
            return True
    if 0 < value <= _MOST_PARTS and words and words[-1] in _VERSIONS:
        return True
    return bounds.lower is None and value == _targets_of(tree, subscript)


def _cut(node: cst.CSTNode, depth: int = 0) -> str:
    """The name of what is cut: ``version`` of ``tuple(map(int, lib.version.split(".")))``."""
    if depth == _MOST_DEPTH:
        return ""
    if isinstance(node, cst.Call):
        if isinstance(node.func, cst.Attribute) and node.func.attr.value in _TEXT_METHODS:
            return _cut(node.func.value, depth + 1)
        if isinstance(node.func, cst.Name) and node.func.value in _WRAPPERS and node.args:
            return _cut(node.args[-1].value, depth + 1)
    if isinstance(node, (cst.GeneratorExp, cst.ListComp)):
        return _cut(node.for_in.iter, depth + 1)
    return subject_name(node)


def _targets_of(tree: Tree, subscript: cst.Subscript) -> int:
    """How many names get the items: ``first, second, third = rows[:3]``; 0 for no such names."""
    value: cst.CSTNode = subscript
    around = tree.parent(value)
    while isinstance(around, cst.Arg):  # map(int, parts[:3])
        call = tree.parent(around)
        if not isinstance(call, cst.Call) or last_name(call.func) not in _WRAPPERS:
            return 0
        value, around = call, tree.parent(call)
    if not isinstance(around, cst.Assign) or around.value is not value:
        return 0
    target = around.targets[0].target
    return len(target.elements) if isinstance(target, cst.Tuple) else 0
