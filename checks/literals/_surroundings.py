"""What the function and the module around a number say about it."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree
from quality_kit.tree.texts import text_of

from ._answers import Answers, is_constant
from ._arguments import is_policy, words_of
from ._comparisons import is_exact, is_migrated
from ._contexts import Context, comparison_of
from ._drawings import Drawings
from ._evidence import is_decided
from ._factors import TWO, is_beside_place, is_step_of_place, is_unit_factor
from ._homes import Homes
from ._known import is_known, is_named_after
from ._layouts import Layouts
from ._magic_number_options import Lists
from ._moments import is_part_of_moment
from ._names import last_name, subject_name
from ._records import Records, is_numbered
from ._samples import Samples
from ._scales import Conversions, Scales, is_end_of_scale
from ._series import Series
from ._shortened import is_shortened
from ._spelt import is_spelt, key_of
from ._statuses import is_http_status, status_takers
from ._texts import texts_tested_at
from ._values import Number
from ._verdicts import is_status_answer

#: A function of this name compares versions, by names that say less elsewhere.
_MIGRATING = "migrat"
#: No word of bits is longer; what takes such a number.
_MOST_BITS, _COUNTING = 64, frozenset(("range", "min", "max"))
_HASH, _DOTS, _PORT = "__hash__", "...", "port"
#: Names of what a function works on, which say no more than its own: ``value > 100`` in ``to_percent``.
_PLAIN = frozenset(
    ("value", "val", "number", "num", "result", "text", "raw", "parsed", "mode", "int", "float")
)
#: So much of a test is searched for a literal text.
_MOST_NODES = 200


class Surroundings:
    """Looks around numbers that would be reported, which are few; what was read once is kept."""

    def __init__(self, file: ParsedFile, homes: Homes, lists: Lists) -> None:
        self._tree, self._names, self._homes, self._lists = file.tree, file.names, homes, lists
        self._conversions, self._layouts, self._answers = Conversions(), Layouts(), Answers()
        self._records, self._series, self._scales = Records(), Series(self._tree), Scales()
        self._samples = Samples()
        self._drawings: Drawings | None = None
        self._status_takers: frozenset[str] | None = None
        self._dotted: dict[int, bool] = {}

    def explain(self, context: Context, value: Number, statement: cst.CSTNode) -> bool:
        """Whether the names and the numbers around make plain what this one means."""
        function = self._homes.function_around(statement)
        if is_spelt(self._tree, context.expression, value, function):
            return True
        if self._samples.are_made_in(function, context.kind):
            return True
        if function is not None and function.name.value == _HASH:
            return True
        if is_known(self._tree, context, value) or self._is_bit_work(context, value, function):
            return True
        if context.kind == "return":
            return self._is_answer(context, value, function)
        if context.kind == "comparison":
            return self._is_answered(context, value) or (
                function is not None and self._is_compared(context, value, function)
            )
        if context.kind == "slice" and (
            is_part_of_moment(self._tree, context.holder, value)
            or is_shortened(self._tree, context.holder, value)
        ):
            return True
        if context.kind in ("slice", "arithmetic") and self._is_field(context, function):
            return True
        if context.kind == "assignment" and is_step_of_place(context.holder):
            return function is not None and self._layouts.is_read(function)
        if context.kind == "arithmetic" and is_beside_place(context.holder, context.expression):
            if function is not None and self._layouts.is_read(function):
                return True
        if context.kind == "shift or mask":
            return function is not None and self._layouts.is_packed(function)
        if function is not None and self._is_rest(context, value, function):
            return True
        if function is not None and self._is_room_for_dots(context, value, function):
            return True
        if context.kind == "arithmetic" and self._is_length_tested(context, value):
            return True
        return (
            self._is_keyed(context)
            or (context.kind == "argument" and self._series.has(context.holder))
            or self._is_status(context, value)
            or self._is_in_drawing(context, statement)
        )

    def _is_answer(self, context: Context, value: Number, function: cst.FunctionDef | None) -> bool:
        if is_status_answer(context, value, function, self._lists):
            return True
        is_whole = isinstance(context.expression, cst.Integer) and isinstance(context.holder, cst.Return)
        if function is None:
            return False
        if is_whole and words_of(function.name.value)[-1:] == [_PORT]:
            return True
        if _PORT in words_of(function.name.value) and is_end_of_scale(_PORT, value):
            return True
        if is_end_of_scale(function.name.value, value) or is_constant(function):
            return not is_policy(function.name.value, self._lists.policies, self._lists.sizes)
        return is_whole and self._answers.is_table(function)

    def _is_compared(self, context: Context, value: Number, function: cst.FunctionDef) -> bool:
        """Whether a version is migrated, or the unit changes: what is compared is divided by the number as well."""
        comparison = comparison_of(self._tree, context)
        if comparison is None:
            return False
        if _MIGRATING in function.name.value.lower() and is_migrated(comparison, value):
            return True
        is_scaled = is_end_of_scale(function.name.value, value) and _says_little(comparison, function)
        if is_scaled and not is_decided(self._tree, context, function, self._lists):
            return True
        if is_named_after(function, comparison, value) or self._records.has_length(
            function, comparison, value
        ):
            return True
        if self._scales.has(function, comparison, value):
            return True
        if value == TWO or not is_unit_factor(value, self._lists.units):
            return False
        return self._conversions.has_threshold(function, comparison, value)

    def _is_answered(self, context: Context, value: Number) -> bool:
        """Whether an HTTP status is asked for by its place in an answer: ``answer[0] == 200``."""
        comparison = comparison_of(self._tree, context)
        if comparison is None or not is_http_status(value) or not is_exact(comparison):
            return False
        sides = (comparison.left, comparison.comparisons[0].comparator)
        return any(isinstance(side, cst.Subscript) and is_numbered(side) for side in sides)

    def _is_bit_work(self, context: Context, value: Number, function: cst.FunctionDef | None) -> bool:
        """Whether a function puts bits together: then small whole numbers count bits."""
        if (
            function is None
            or context.kind in ("keyword", "return")
            or not abs(value) <= _MOST_BITS  # neither infinity, which has no integer
            or value != int(value)
        ):
            return False
        call = self._tree.parent(context.holder) if context.kind == "argument" else None
        if isinstance(call, cst.Call) and last_name(call.func) not in _COUNTING:
            return False
        return self._layouts.is_packed(function) and not is_decided(
            self._tree, context, function, self._lists
        )

    def _is_rest(self, context: Context, value: Number, function: cst.FunctionDef) -> bool:
        """``4 - rest`` where the function has ``size % 4``."""
        holder = context.holder
        if context.constants and context.constants[0].operation.right is not context.constants[0].side:
            if isinstance(context.constants[0].operation.operator, cst.Subtract):  # (size + (4 - 1)) // 4
                return self._conversions.has_divisor(function, value)
        if not isinstance(holder, cst.BinaryOperation) or not isinstance(holder.operator, cst.Subtract):
            return False
        return holder.left is context.expression and self._conversions.has_divisor(function, value)

    def _is_room_for_dots(self, context: Context, value: Number, function: cst.FunctionDef) -> bool:
        """``most - 3`` in a function that adds ``"..."``."""
        holder = context.holder
        if value != len(_DOTS) or not isinstance(holder, cst.BinaryOperation):
            return False
        if not isinstance(holder.operator, cst.Subtract) or holder.right is not context.expression:
            return False
        if id(function) not in self._dotted:
            texts = (node for node in subtree(function) if isinstance(node, cst.SimpleString))
            self._dotted[id(function)] = any(text_of(text) == _DOTS for text in texts)
        return self._dotted[id(function)]

    def _is_length_tested(self, context: Context, value: Number) -> bool:
        """``index + 3`` below ``if text[index : index + 3] == "NaN"`` or ``text.startswith("NaN", index)``."""
        holder = context.holder
        if not isinstance(holder, cst.BinaryOperation) or not isinstance(holder.operator, cst.Add):
            return False
        arounds = (node for node in self._tree.ancestors(holder) if isinstance(node, cst.If))
        around, start = next(arounds, None), dotted(holder.left)
        return around is not None and any(
            len(text) == value
            for node, _ in zip(subtree(around.test), range(_MOST_NODES))
            for text in texts_tested_at(self._tree, node, start)
        )

    def _is_keyed(self, context: Context) -> bool:
        """Whether a table of calls names the number, and the name is no policy."""
        key = key_of(self._tree, context.holder) if context.kind == "argument" else ""
        return key != "" and not is_policy(key, self._lists.policies, self._lists.sizes)

    def _is_field(self, context: Context, function: cst.FunctionDef | None) -> bool:
        """Whether the number is the bound of a field, or the place that a bound is counted from."""
        bounds = self._tree.parent(context.holder) if context.kind == "arithmetic" else context.holder
        element = self._tree.parent(bounds) if isinstance(bounds, cst.Slice) else None
        subscript = self._tree.parent(element) if element is not None else None
        around = function if function is not None else self._tree.module
        return isinstance(subscript, cst.Subscript) and self._layouts.has_field(around, subscript)

    def _is_status(self, context: Context, value: Number) -> bool:
        """Whether the called function takes errors that are nothing but HTTP statuses elsewhere in the file."""
        call = self._tree.parent(context.holder) if context.kind == "argument" else None
        if not isinstance(call, cst.Call) or not is_http_status(value):
            return False
        if self._status_takers is None:
            self._status_takers = status_takers(self._tree)
        return last_name(call.func) in self._status_takers

    def _is_in_drawing(self, context: Context, statement: cst.CSTNode) -> bool:
        if self._drawings is None:
            self._drawings = Drawings(self._tree, self._names, self._homes)
        return self._drawings.hold(context, statement)


def _says_little(comparison: cst.Comparison, function: cst.FunctionDef) -> bool:
    """Whether what is compared has no name of its own: a letter, ``value``, or a part of the function's name."""
    words = {
        word
        for side in (comparison.left, comparison.comparisons[0].comparator)
        for word in words_of(subject_name(side))
    }
    own = _PLAIN.union(words_of(function.name.value))
    return bool(words) and any(len(word) == 1 or word in own for word in words)
