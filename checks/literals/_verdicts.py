"""What to say about a number at its place."""

from __future__ import annotations

import libcst as cst

from quality_kit.finding import Severity
from quality_kit.tree import Tree

from ._arguments import is_calendar_unit, is_plain_argument, is_policy, set_name
from ._comparisons import is_plain_comparison, is_plain_pattern, is_status_range
from ._contexts import Context, Operand
from ._factors import TWO, is_plain_augment, is_plain_operand
from ._magic_number_options import Lists
from ._names import last_name, looked_up_name
from ._statuses import is_http_status, is_status_name, takes_status
from ._texts import is_told_by_text
from ._values import Number

_ZERO, _CODE = "0", "code"
#: The call, and what its first positional argument is.
_TIMEDELTA, _TIMEDELTA_FIRST = "timedelta", "days"


def severity_of(tree: Tree, context: Context, value: Number, lists: Lists) -> Severity | None:
    """How bad a number is there; None where it needs no name."""
    if any(is_plain_operand(tree, each, value, lists.units, lists.small_index) for each in context.constants):
        return None
    holder = context.holder
    if isinstance(holder, cst.Arg):
        call = tree.parent(holder)
        return _severity_of_argument(tree, holder, call, value, lists) if isinstance(call, cst.Call) else None
    return None if _is_plain(tree, context, value, lists) else "error"


def argument_name(tree: Tree, argument: cst.Arg) -> str:
    """The keyword of an argument, or the key whose default it is; empty for a bare positional argument."""
    if argument.keyword is not None:
        return argument.keyword.value
    call = tree.parent(argument)
    return (looked_up_name(call, argument) or set_name(call)) if isinstance(call, cst.Call) else ""


def is_status_answer(context: Context, value: Number, function: cst.FunctionDef | None, lists: Lists) -> bool:
    """Whether a function that is called after a status returns one."""
    if function is None or context.kind != "return" or not is_http_status(value):
        return False
    name = function.name.value.lower()
    return is_status_name(name, lists.statuses) or name.rpartition("_")[2] == _CODE


def _is_plain(tree: Tree, context: Context, value: Number, lists: Lists) -> bool:
    holder = context.holder
    if isinstance(holder, (cst.BinaryOperation, cst.Slice)) and is_told_by_text(tree, context, value):
        return True
    if isinstance(holder, cst.BinaryOperation):
        return is_plain_operand(
            tree, Operand(holder, context.expression), value, lists.units, lists.small_index
        )
    if isinstance(holder, cst.AugAssign):
        return is_plain_augment(holder, value, lists.units, lists.small_index)
    if isinstance(holder, cst.Slice):
        return abs(value) == TWO or (0 < value <= lists.small_index and _is_place(holder, context.expression))
    if context.kind == "pattern":
        return is_plain_pattern(tree, context, value, lists.statuses, lists.versions)
    return context.kind == "comparison" and is_plain_comparison(
        tree, context, value, lists.statuses, lists.versions
    )


def _is_place(bounds: cst.Slice, bound: cst.CSTNode) -> bool:
    """Whether a bound says where to start, or ends what starts at a literal place: ``fields[1:3]``."""
    lower = bounds.lower
    if lower is bound:
        return True
    return bounds.upper is bound and isinstance(lower, cst.Integer) and lower.value != _ZERO


def _severity_of_argument(
    tree: Tree, argument: cst.Arg, call: cst.Call, value: Number, lists: Lists
) -> Severity | None:
    name, called = argument_name(tree, argument), last_name(call.func)
    if called == _TIMEDELTA and is_calendar_unit(name or _TIMEDELTA_FIRST, value):
        return None
    if name:
        is_named_policy = called in lists.policy_calls or is_policy(name, lists.policies, lists.sizes)
        return "warning" if is_named_policy and called not in lists.bounds else None
    if takes_status(tree, call, value, lists.statuses, lists.status_calls):
        return None
    if is_plain_argument(tree, call, value, lists.plain_calls, lists.units):
        return None
    return None if is_status_range(tree, call, value, lists.statuses) else "error"
