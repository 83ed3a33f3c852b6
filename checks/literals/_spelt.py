"""Names that hold the number itself (``p95``, ``last_30_days``), or tell that it stands for no rule at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree, dotted
from quality_kit.tree.texts import text_of

from ._names import last_name
from ._values import Number

_DIGITS = re.compile(r"\d+")
#: Beside these words it is the number at any size: ``divisible_by_3``, ``top_3``.
_COUNTED = re.compile(r"(?:by|top|first|last|every)_?(\d+)(?!\d)")
_HUNDRED = 100
#: A smaller number in a name counts versions and copies: ``load_v2``, ``upload_s3``.
_SMALLEST_SPELT = 5
#: Names of functions that make data up: ``create_sample_orders``, ``get_fake_user``, ``demo``. A sample or an example
#: that is only got or loaded is data (``load_examples``), what is measured of samples too (``build_sample_weights``).
_MAKES_SAMPLES = re.compile(
    r"_*(?:(?:create|make|generate|build|add|insert|populate|seed)_(?:\w+_)?"
    r"(?:samples?(?!_(?:rate|size|weight|width|count|interval|step))|fixtures?|examples?|test_data)(?:_|$)|"
    r"(?:(?:create|make|generate|build|add|insert|populate|seed|get|load|setup|init|run)_(?:\w+_)?)?"
    r"(?:demo|dummy|fake|mock)(?:_|$))",
    re.IGNORECASE,
)
#: So many entries of a table are searched for another call of the same function.
_MOST_ENTRIES = 50


def is_spelt(tree: Tree, number: cst.CSTNode, value: Number, function: cst.FunctionDef | None) -> bool:
    """Whether the target, the keyword, the key or the function around has the number in its name."""
    wanted = {abs(value), round(abs(value) * _HUNDRED, 3) if abs(value) < 1 else 0}
    names = [*_names_around(tree, number), function.name.value if function is not None else ""]
    if any(int(digits) in wanted for name in names for digits in _COUNTED.findall(name[:_HUNDRED])):
        return True
    wanted = {each for each in wanted if each >= _SMALLEST_SPELT}
    return bool(wanted) and any(
        int(digits) in wanted for name in names for digits in _DIGITS.findall(name[:_HUNDRED])
    )


def key_of(tree: Tree, argument: cst.CSTNode) -> str:
    """The key of a number in a table of calls: ``{"purple": escape(35), "red": escape(31)}``; empty elsewhere.

    A single call in a dictionary is no table: ``{"ttl": minutes(37), "retries": Retry(7)}``.
    """
    call = tree.parent(argument)
    element = tree.parent(call) if isinstance(call, cst.Call) else None
    table = tree.parent(element) if isinstance(element, cst.DictElement) else None
    if (
        not isinstance(call, cst.Call)
        or not isinstance(element, cst.DictElement)
        or not isinstance(table, cst.Dict)
    ):
        return ""
    called = dotted(call.func)
    entries = [each.value for each in table.elements[:_MOST_ENTRIES] if each is not element]
    is_table = any(
        isinstance(each, cst.Call) and len(each.args) == 1 and dotted(each.func) == called for each in entries
    )
    return (text_of(element.key) or "") if called and is_table and len(call.args) == 1 else ""


def makes_samples(function: cst.FunctionDef | None) -> bool:
    """Whether a function is there to make data up: ``create_sample_orders``, ``demo``, ``fake_user``."""
    return function is not None and _MAKES_SAMPLES.match(function.name.value) is not None


def _names_around(tree: Tree, number: cst.CSTNode) -> Iterator[str]:
    inner = number
    for around in tree.ancestors(number):
        if isinstance(around, cst.Assign):
            yield from (last_name(each.target) for each in around.targets)
        elif isinstance(around, cst.AnnAssign):
            yield last_name(around.target)
        elif isinstance(around, cst.Arg) and around.keyword is not None:
            yield around.keyword.value
        elif isinstance(around, cst.DictElement) and around.value is inner:
            yield around.key.raw_value if isinstance(around.key, cst.SimpleString) else ""
        if isinstance(around, (cst.BaseStatement, cst.BaseSmallStatement)):
            return
        inner = around
