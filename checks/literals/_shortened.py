"""Slices of which everybody sees what they take: the head of a digest, the parts of a version, all targets."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Tree

from ._arguments import words_of
from ._names import names_inside, subject_name
from ._values import Number

#: A digest or an identifier is told apart by its head, of which people show up to so many digits.
_DIGESTS = frozenset("""
    uuid uuid1 uuid4 guid hex hexdigest digest sha sha1 sha256 md5 hash checksum commit revision
    """.split())
_MOST_DIGITS = 12
_ID, _MOST_OF_ID = "id", 8
_VERSION, _MOST_PARTS = "version", 4


def is_shortened(tree: Tree, bounds: cst.CSTNode, value: Number) -> bool:
    """Whether a slice shortens a digest, takes the parts of a version, or as many items as it has targets."""
    if not isinstance(bounds, cst.Slice) or (bounds.lower is not None and bounds.upper is not None):
        return False
    element = tree.parent(bounds)
    subscript = tree.parent(element) if element is not None else None
    if not isinstance(subscript, cst.Subscript):
        return False
    names = [*names_inside(subscript.value), subject_name(subscript.value)]
    words = {word for name in names for word in words_of(name)}
    is_end = bounds.lower is None or value < 0  # the rest of a text from a place on is no short form of it
    if is_end and abs(value) <= _MOST_DIGITS and not words.isdisjoint(_DIGESTS):
        return True
    if is_end and abs(value) <= _MOST_OF_ID and any(words_of(name)[-1:] == [_ID] for name in names):
        return True
    return (value <= _MOST_PARTS and _VERSION in words) or value == _targets_of(tree, subscript)


def _targets_of(tree: Tree, subscript: cst.Subscript) -> int:
    """How many names get the items: ``first, second, third = rows[:3]``; 0 for no such names."""
    value: cst.CSTNode = subscript
    around = tree.parent(value)
    while isinstance(around, cst.Arg):  # map(int, parts[:3])
        call = tree.parent(around)
        if call is None:
            return 0
        value, around = call, tree.parent(call)
    if not isinstance(around, cst.Assign) or around.value is not value:
        return 0
    target = around.targets[0].target
    return len(target.elements) if isinstance(target, cst.Tuple) else 0
