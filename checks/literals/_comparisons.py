"""Numbers in comparisons and patterns that need no name: statuses, versions, lengths of a structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import libcst as cst

from quality_kit.tree import Tree, subtree
from quality_kit.tree.texts import text_of

from ._contexts import Context, comparison_of
from ._factors import TWO
from ._names import last_name, names_inside, subject_name
from ._scales import is_end_of_scale, is_month
from ._statuses import holds_status, is_status_name
from ._values import INTEGER_ENDS, Number, value_of

_LENGTH_CALLS = frozenset(("len", "count", "size"))
_LENGTH_NAMES = frozenset(("len", "length", "ndim", "dim", "dims", "arity", "nargs", "shape"))
#: Of a number of things: ``num_parts == 2`` is a pair.
_COUNTS = ("num_", "n_")
#: An exact length up to this one says which shape is meant: ``len(parts) == 3``; beyond, it is a limit.
_LARGEST_SHAPE = 4
#: The number of dimensions of an array, and up to which one it is plain.
_RANKS, _SHAPES, _LARGEST_RANK = frozenset(("ndim", "dim")), frozenset(("shape", "dims")), 6
#: A length up to this one may ask for the fields of a record that is read by index.
_LARGEST_RECORD = 12
#: Longer chains and tuples are read this far: a made-up chain must not cost quadratic time.
_MOST_OPERANDS = 8
#: So many nodes of a statement are searched for the index: each of many branches holds all that follow it.
_MOST_NODES = 2000
#: What functions that migrate data call the version that they come from, alone or as the last word.
_VERSIONS = frozenset(
    ("v", "ver", "rev", "revision", "schema", "current", "old", "previous", "stored", "target")
)
_LARGEST_VERSION = 99
#: ``major >= 11``.
_PARTS_OF_VERSIONS = frozenset(("major", "minor", "ver", "capability"))
_HEXADECIMAL = "0x"
_ORD = "ord"
_LEN, _STATUS = "len", "status"
#: Statements in which an index may be guarded by a length.
_GUARDING = (cst.If, cst.While, cst.SimpleStatementLine)
_EXACT = (cst.Equal, cst.NotEqual, cst.In, cst.NotIn)


def is_plain_comparison(
    tree: Tree, context: Context, value: Number, statuses: Sequence[str], versions: Sequence[str]
) -> bool:
    """Whether a number is no magic in the comparison that holds it."""
    comparison = comparison_of(tree, context)
    if comparison is None:
        return False
    side = tree.parent(context.holder) if isinstance(context.holder, cst.Element) else context.expression
    if isinstance(context.holder, cst.Element) and not is_exact(comparison):  # python >= (3, 11)
        return True
    others = list(_others(comparison, side))
    if any(holds_status(other, value, statuses) or _is_version(other, versions) for other in others):
        return True
    if _is_code_point(context.expression, comparison) or any(map(_is_ord, others)):
        return True
    is_same = is_exact(comparison)
    names = [name for other in others for name in _names(other)]
    if any(is_end_of_scale(name, value) or (is_same and is_month(name, value)) for name in names):
        return True
    if any(_guards_an_index(tree, comparison, other, value) for other in others):
        return True
    if len(comparison.comparisons) > 1 and value in INTEGER_ENDS:  # 0 <= value <= 255
        return True
    if value <= _LARGEST_RANK and any(map(_is_rank, others)):
        return True
    if value == TWO and is_same and any(last_name(other).startswith(_COUNTS) for other in others):
        return True
    is_shape = value == TWO or (value <= _LARGEST_SHAPE and is_same)
    return is_shape and any(is_length(other) or _names_length(other) for other in others)


def is_plain_pattern(
    tree: Tree, context: Context, value: Number, statuses: Sequence[str], versions: Sequence[str]
) -> bool:
    """Whether a number is no magic in the ``case`` that holds it."""
    subjects: list[cst.CSTNode] = []
    for node in tree.ancestors(context.holder):
        if isinstance(node, (cst.MatchKeywordElement, cst.MatchMappingElement)):
            return is_status_name(_key(node), statuses)
        if isinstance(node, cst.Match):
            subject = node.subject
            subjects = _parts(subject.value if isinstance(subject, cst.NamedExpr) else subject)
            break
    return any(holds_status(each, value, statuses) or _is_version(each, versions) for each in subjects)


def is_status_range(tree: Tree, call: cst.CSTNode, value: Number, statuses: Sequence[str]) -> bool:
    """Whether a call is compared with an HTTP status, or lists some: ``status in range(200, 300)``."""
    target = tree.parent(call)
    if isinstance(target, cst.Arg) and target.keyword is not None:  # status_forcelist=range(500, 600)
        return _STATUS in target.keyword.value.lower()
    comparison = tree.parent(target) if isinstance(target, cst.ComparisonTarget) else None
    if not isinstance(comparison, cst.Comparison):
        return False
    return any(holds_status(other, value, statuses) for other in _others(comparison, call))


def _others(comparison: cst.Comparison, side: cst.CSTNode | None) -> Iterator[cst.CSTNode]:
    """What one side is compared with; of tuples the members."""
    for other in (
        comparison.left,
        *(target.comparator for target in comparison.comparisons[:_MOST_OPERANDS]),
    ):
        if other is not side:
            yield from _parts(other)


def _parts(node: cst.CSTNode) -> list[cst.CSTNode]:
    return (
        [element.value for element in node.elements[:_MOST_OPERANDS]]
        if isinstance(node, cst.Tuple)
        else [node]
    )


def _is_version(node: cst.CSTNode, versions: Sequence[str]) -> bool:
    names = [name.lower() for name in _names(node)]
    return any(
        name.rpartition("_")[2] in _PARTS_OF_VERSIONS or any(word in name for word in versions)
        for name in names
    )


def _names(node: cst.CSTNode) -> Iterator[str]:
    yield from names_inside(node)
    yield subject_name(node)


def is_migrated(comparison: cst.Comparison, value: Number) -> bool:
    """Whether a function that migrates data asks for a version there, whatever it calls that: ``current < 5``."""
    if value > _LARGEST_VERSION:
        return False
    sides = (comparison.left, *(target.comparator for target in comparison.comparisons[:_MOST_OPERANDS]))
    return any(subject_name(side).lower().rpartition("_")[2] in _VERSIONS for side in sides)


def is_length(node: cst.CSTNode) -> bool:
    """Whether it is a call that measures: ``len(rows)``."""
    return isinstance(node, cst.Call) and last_name(node) in _LENGTH_CALLS


def _names_length(node: cst.CSTNode) -> bool:
    return not isinstance(node, cst.Call) and last_name(node).rpartition("_")[2] in _LENGTH_NAMES


def _is_rank(node: cst.CSTNode) -> bool:
    """How many dimensions an array has: ``array.ndim``, ``tensor.dim()``, ``len(array.shape)``."""
    if isinstance(node, cst.Call) and last_name(node.func) == _LEN and len(node.args) == 1:
        return last_name(node.args[0].value) in _SHAPES
    return last_name(node) in _RANKS


def _is_code_point(number: cst.CSTNode, comparison: cst.Comparison) -> bool:
    """The ends of a range written in hexadecimal, ``0x4E00 <= c <= 0x9FFF``: a name says no more."""
    is_hexadecimal = isinstance(number, cst.Integer) and number.value[:2].lower() == _HEXADECIMAL
    return is_hexadecimal and len(comparison.comparisons) > 1


def _is_ord(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Call) and last_name(node) == _ORD


def _guards_an_index(tree: Tree, comparison: cst.Comparison, length: cst.CSTNode, value: Number) -> bool:
    """``len(parts) >= 3`` before ``parts[2]``: the index in the same statement says why."""
    if not (isinstance(length, cst.Call) and last_name(length) == _LEN and len(length.args) == 1):
        return False
    if value > _LARGEST_RECORD:
        return False
    measured = last_name(length.args[0].value)
    around = next((node for node in tree.ancestors(comparison) if isinstance(node, _GUARDING)), None)
    if around is None or not measured:
        return False
    return any(
        isinstance(node, cst.Subscript)
        and last_name(node.value) == measured
        and (value <= _LARGEST_SHAPE or _is_last(node.slice[0].slice, value))
        for node in islice(subtree(around), _MOST_NODES)
    )


def _is_last(place: cst.BaseSlice, value: Number) -> bool:
    """Whether an index is the last one that a length allows."""
    if not isinstance(place, cst.Index) or not isinstance(place.value, cst.Integer):
        return False
    return value_of(place.value.value) in (value - 1, value)


def is_exact(comparison: cst.Comparison) -> bool:
    """Whether a comparison asks for certain values, not for more or less."""
    return all(isinstance(target.operator, _EXACT) for target in comparison.comparisons[:_MOST_OPERANDS])


def _key(element: cst.MatchKeywordElement | cst.MatchMappingElement) -> str:
    return text_of(element.key) or last_name(element.key)
