"""Numbers in arithmetic that need no name: units, halves and doubles, exponents, steps of an index."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import Tree

from ._contexts import Operand, is_literal, other_side
from ._names import last_name
from ._texts import STRINGS, is_width
from ._values import INTEGER_ENDS, Number, is_power, value_of

#: The number that halves and doubles, and steps over a pair.
TWO = 2
_FACTORS = (cst.Multiply, cst.Divide, cst.FloorDivide, cst.Modulo)
_STEPS = (cst.Add, cst.Subtract)
_ZERO = "0"
#: Beside another literal a smaller power says how many; a larger one is a unit again (a million, a mebibyte).
_LARGEST_AMOUNT = 1000
#: Names of places in a sequence, alone or as the last word: ``next_index``.
_PLACES = frozenset(
    (
        *("i", "j", "k", "n", "idx", "index", "pos", "position", "start", "end", "offset", "cursor"),
        *("depth", "level", "nesting", "indent", "indentation"),
    )
)
_LENGTH = "len"
#: How many bits a byte has: the one distance of a shift that everybody knows.
_BYTE = 8
_ALL_BITS = frozenset(f"0x{'ff' * width}" for width in (2, 4, 8))
#: Shifts by these count in kibibytes, mebibytes, gibibytes.
_BINARY_UNITS = frozenset((10, 20, 30))
_ONE_BYTE = "0xff"
#: What a sum or difference with one of these leaves is room in a line or on a page.
_ROOMS = frozenset(("width", "height", "padding", "margin", "columns", "indent", "room"))
_LARGEST_ROOM = 20
_PLACE_CALLS = frozenset((_LENGTH, "find", "rfind", "index", "start", "end"))
_AUGMENTED: dict[type[cst.CSTNode], type[cst.BaseBinaryOp]] = {
    cst.AddAssign: cst.Add,
    cst.SubtractAssign: cst.Subtract,
    cst.MultiplyAssign: cst.Multiply,
    cst.DivideAssign: cst.Divide,
    cst.FloorDivideAssign: cst.FloorDivide,
    cst.ModuloAssign: cst.Modulo,
    cst.PowerAssign: cst.Power,
    cst.LeftShiftAssign: cst.LeftShift,
    cst.RightShiftAssign: cst.RightShift,
}


class Units(NamedTuple):
    """Which factors are units."""

    factors: Collection[Number]
    #: Their powers are units too.
    bases: Sequence[Number]
    #: Names of lengths on a page: what is multiplied with one is a place in a layout.
    lengths: Collection[str] = ()


def is_plain_operand(tree: Tree, operand: Operand, value: Number, units: Units, small_index: int) -> bool:
    """Whether a number is no magic as this side of this operation."""
    operation, side = operand
    other, operator = other_side(operation, side), operation.operator
    if isinstance(operator, cst.Power):
        return operation.right is side or value in units.bases or is_literal(other) and value in units.factors
    if isinstance(operator, (cst.LeftShift, cst.RightShift)) and value == _BYTE:
        return operation.right is side
    if isinstance(operator, cst.RightShift) and value % _BYTE == 0 and _is_masked(tree, operation):
        return operation.right is side
    if isinstance(operator, (cst.LeftShift, cst.RightShift)) and value in _BINARY_UNITS:
        return operation.right is side
    if isinstance(operator, cst.LeftShift):
        return operation.right is side and is_literal(operation.left)  # 1 << 20 is a power
    if isinstance(operator, cst.BitAnd):
        return _is_width_of_integer(side) or _is_padding(operation) or _is_byte_taken(side, other)
    if isinstance(operator, _FACTORS):
        if isinstance(other, STRINGS) or _is_length(operation, other, units):
            return True
        return _is_unit(tree, operand, value, units) or _is_padding(operation)
    return isinstance(operator, _STEPS) and (
        _is_step(tree, operation, other, value, small_index) or _is_filling(tree, operand, value, units)
    )


def _is_width_of_integer(mask: cst.CSTNode) -> bool:
    """The mask that keeps two, four or eight bytes: ``& 0xFFFF``."""
    return isinstance(mask, cst.Integer) and mask.value.lower() in _ALL_BITS


def _is_masked(tree: Tree, shifted: cst.BinaryOperation) -> bool:
    mask = tree.parent(shifted)
    if not isinstance(mask, cst.BinaryOperation) or not isinstance(mask.operator, cst.BitAnd):
        return False
    return _is_byte_taken(other_side(mask, shifted), shifted)


def _is_byte_taken(mask: cst.CSTNode, other: cst.BaseExpression) -> bool:
    """One byte out of several: ``(colour >> 16) & 0xFF``."""
    is_byte = isinstance(mask, cst.Integer) and mask.value.lower() == _ONE_BYTE
    return is_byte and isinstance(other, cst.BinaryOperation) and isinstance(other.operator, cst.RightShift)


def is_plain_augment(assignment: cst.AugAssign, value: Number, units: Units, small_index: int) -> bool:
    """Whether a number is no magic at the right of ``+=``, ``*=`` ..."""
    operator = _AUGMENTED.get(assignment.operator.__class__)
    if operator is cst.Power or (operator in (cst.LeftShift, cst.RightShift) and value == _BYTE):
        return True
    if operator in _FACTORS:
        return is_unit_factor(value, units)
    return operator in _STEPS and abs(value) <= small_index and _is_place(assignment.target)


def is_step_of_place(assignment: cst.CSTNode) -> bool:
    """Whether a place in a sequence moves on: ``offset += 4``."""
    if not isinstance(assignment, cst.AugAssign):
        return False
    return isinstance(assignment.operator, (cst.AddAssign, cst.SubtractAssign)) and _is_place(
        assignment.target
    )


def is_beside_place(operation: cst.CSTNode, side: cst.CSTNode) -> bool:
    """Whether a number is added to a place in a sequence: ``data[offset + 12]``."""
    if not isinstance(operation, cst.BinaryOperation) or not isinstance(operation.operator, _STEPS):
        return False
    return _is_place(other_side(operation, side))


def is_unit_factor(value: Number, units: Units) -> bool:
    """Whether a number only converts, halves or doubles what it is multiplied with."""
    if value == TWO or value in units.factors or value in INTEGER_ENDS:
        return True
    return any(is_power(value, base) for base in units.bases)


def _is_unit(tree: Tree, operand: Operand, value: Number, units: Units) -> bool:
    """The 60 of ``5 * 60`` is a unit; the 10 of ``10 * 1024`` is an amount, ``i % 100 == 0`` a rhythm."""
    if value == TWO or value in units.factors:
        return True
    operation, side = operand
    is_amount = value < _LARGEST_AMOUNT and is_literal(other_side(operation, side))
    return is_unit_factor(value, units) and not is_amount and not _is_rhythm(tree, operation)


def _is_rhythm(tree: Tree, operation: cst.BinaryOperation) -> bool:
    comparison = tree.parent(operation)
    if not isinstance(operation.operator, cst.Modulo) or not isinstance(comparison, cst.Comparison):
        return False
    target = comparison.comparisons[0]
    return isinstance(target.comparator, cst.Integer) and target.comparator.value == _ZERO


def _is_padding(operation: cst.BinaryOperation) -> bool:
    """The rest of a length: ``-len(data) % 4``."""
    left = operation.left.expression if isinstance(operation.left, cst.UnaryOperation) else operation.left
    is_length = isinstance(left, cst.Call) and last_name(left) == _LENGTH
    return is_length and isinstance(operation.operator, (cst.Modulo, cst.BitAnd))


def _is_step(
    tree: Tree, operation: cst.BinaryOperation, other: cst.BaseExpression, value: Number, small_index: int
) -> bool:
    around = tree.parent(operation)
    if isinstance(around, cst.Index):
        return abs(value) <= small_index
    if not _is_place(other):
        return value == TWO and isinstance(around, cst.Slice)
    return value == TWO or _is_checked(tree, around)


def _is_checked(tree: Tree, around: cst.CSTNode | None) -> bool:
    """Whether a place is compared with a length: ``offset + 4 <= len(data)``."""
    comparison = tree.parent(around) if isinstance(around, cst.ComparisonTarget) else around
    if not isinstance(comparison, cst.Comparison):
        return False
    sides = (comparison.left, comparison.comparisons[0].comparator)
    return any(isinstance(side, cst.Call) and last_name(side) == _LENGTH for side in sides)


def _is_length(operation: cst.BinaryOperation, other: cst.BaseExpression, units: Units) -> bool:
    """Whether a number says where something stands on a page: ``25 * mm``."""
    return isinstance(operation.operator, cst.Multiply) and last_name(other) in units.lengths


def _is_filling(tree: Tree, operand: Operand, value: Number, units: Units) -> bool:
    """What fills up to a multiple, a width or a page: ``(size + 3) // 4``, ``4 - size % 4``, ``(297 - 15) * mm``."""
    operation, side = operand
    around, other = tree.parent(operation), other_side(operation, side)
    if isinstance(other, cst.BinaryOperation) and isinstance(other.operator, cst.Modulo):
        return operation.left is side and _worth(other.right) == value
    if isinstance(around, cst.BinaryOperation) and isinstance(around.operator, cst.FloorDivide):
        return around.left is operation and _worth(around.right) == value + 1
    if abs(value) <= _LARGEST_ROOM and last_name(other).rpartition("_")[2].lower() in _ROOMS:
        return True
    if isinstance(around, cst.BinaryOperation) and _is_length(around, other_side(around, operation), units):
        return True
    return is_width(tree, operation)


def _worth(node: cst.BaseExpression) -> Number | None:
    return value_of(node.value) if isinstance(node, cst.Integer) else None


def _is_place(node: cst.CSTNode) -> bool:
    """Whether something counts places in a sequence."""
    name = last_name(node)
    if isinstance(node, cst.Call):
        return name in _PLACE_CALLS
    return name.rpartition("_")[2].lower() in _PLACES
