"""Names that hold the number itself (``p95``, ``last_30_days``), or tell that it stands for no rule at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree

from ._names import last_name
from ._values import Number

_DIGITS = re.compile(r"\d+")
_HUNDRED = 100
#: A smaller number in a name counts versions and copies: ``load_v2``, ``upload_s3``.
_SMALLEST_SPELT = 5
#: Names of functions that make data up: ``create_sample_orders``, ``fake_user``; not ``sample_rate``.
_MAKES_SAMPLES = re.compile(
    r"_*(?:(?:create|make|generate|build|add|load|insert|populate|seed|get|setup|init|run)_(?:\w+_)?"
    r"(?:samples?|demo|dummy|fake|mock|fixtures?|examples?|test_data)(?:_|$)|(?:demo|dummy|fake|mock)(?:_|$))",
    re.IGNORECASE,
)


def is_spelt(tree: Tree, number: cst.CSTNode, value: Number, function: cst.FunctionDef | None) -> bool:
    """Whether the target, the keyword, the key or the function around has the number in its name."""
    wanted = {abs(value), round(abs(value) * _HUNDRED, 3) if abs(value) < 1 else 0}
    wanted = {each for each in wanted if each >= _SMALLEST_SPELT}
    names = [*_names_around(tree, number), function.name.value if function is not None else ""]
    return bool(wanted) and any(
        int(digits) in wanted for name in names for digits in _DIGITS.findall(name[:_HUNDRED])
    )


def is_keyed(tree: Tree, argument: cst.CSTNode) -> bool:
    """Whether a number is all that a call takes whose result has a key: ``{"purple": escape(35)}``."""
    call = tree.parent(argument)
    if not isinstance(call, cst.Call) or len(call.args) != 1:
        return False
    element = tree.parent(call)
    return isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString)


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
