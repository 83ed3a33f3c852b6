"""What shows that a test was to prove more than that nothing is raised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import libcst as cst

from quality_kit.tree import last_name
from quality_kit.tree.walk import subtree

#: What has an effect or an answer, as a word in the name of a test.
_EFFECT = re.compile(
    r"(?:_|\b)(?:creat|delet|destroy|updat|add|remov|get|list|find|fetch|read|writ|sav|set|insert|regist"
    r"|unregist|send|sent|receiv|filter|sort|pars|convert|count|calculat|comput|return|retriev|search|render|publish"
    r"|stor|replac|renam|mov|copy|copi|merg|order|generat|detect|detection|print|pull|push)(?:e|es|ed|s|ing)?(?:_|\Z)",
    re.IGNORECASE,
)
_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: In a docstring.
_CLAIM = re.compile(
    r"\b(?:properly|correct(?:ly)?|ensures?|verif(?:y|ies)|makes?\s+sure|returns?|reads?)\b", re.IGNORECASE
)
_DOUBLE = re.compile(r"mock|fake|stub|\bspy|patch", re.IGNORECASE)
_CLIENT = re.compile(r"client|api\b|session|http", re.IGNORECASE)
_REQUESTS = frozenset(("get", "post", "put", "patch", "delete", "head", "options", "request"))
_EXPECTED = "expect"


def promises_more(function: cst.FunctionDef) -> bool:
    """Whether something shows that the test is unfinished: coming to its end is not what it is for.

    Its name speaks of an effect or an answer or its docstring of what is correct, it has no call at all, what
    it compares, binds or registers is not used, it asks a server without looking at the answer, or nobody
    asks its mocks.
    """
    if _EFFECT.search(_BORDER.sub("_", function.name.value)):
        return True
    if _CLAIM.search(function.get_docstring() or ""):
        return True
    nodes = list(subtree(function.body))
    names = [each for each in nodes if isinstance(each, cst.Name)]
    return (
        not any(isinstance(each, cst.Call) for each in nodes)
        or any(isinstance(each, cst.Expr) and isinstance(each.value, cst.Comparison) for each in nodes)
        or any(map(_is_request, nodes))
        or any(each.value.startswith(_EXPECTED) or _DOUBLE.search(each.value) for each in names)
        or any(_DOUBLE.search(each.name.value) for each in function.params.params)
        or _has_unused(nodes, names)
    )


def _is_request(node: cst.CSTNode) -> bool:
    """A request whose answer nobody reads: ``client.get("/orders")``."""
    call = node.value if isinstance(node, cst.Expr) else None
    call = call.expression if isinstance(call, cst.Await) else call
    if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute):
        return False
    return call.func.attr.value in _REQUESTS and _CLIENT.search(last_name(call.func.value)) is not None


def _has_unused(nodes: Sequence[cst.CSTNode], names: Sequence[cst.Name]) -> bool:
    """Whether a name is bound to a value, or to a function that a decorator registers, and not read."""
    fields = {
        id(part)
        for each in nodes
        if isinstance(each, cst.ClassDef)
        for line in each.body.body
        if isinstance(line, cst.SimpleStatementLine)
        for part in line.body
    }
    bound = Counter(
        each.targets[0].target.value
        for each in nodes
        if isinstance(each, cst.Assign)
        and isinstance(each.targets[0].target, cst.Name)
        and id(each) not in fields
    )
    bound.update(each.name.value for each in nodes if isinstance(each, cst.FunctionDef) and each.decorators)
    others = {id(each.attr) for each in nodes if isinstance(each, cst.Attribute)}
    others |= {id(each.keyword) for each in nodes if isinstance(each, cst.Arg)}
    seen = Counter(each.value for each in names if id(each) not in others)
    return any(seen[name] == times and not name.startswith("_") for name, times in bound.items())
