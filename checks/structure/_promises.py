"""What shows that a test was to prove more than that nothing is raised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import libcst as cst

from quality_kit.tree import last_name
from quality_kit.tree.functions import docstring_of
from quality_kit.tree.texts import text_of
from quality_kit.tree.walk import subtree

from ._returned import is_compared, returns_comparison

#: What has an effect or an answer, as a word in the name of a test.
_EFFECT = re.compile(
    r"(?:_|\b)(?:creat|delet|destroy|updat|add|remov|get|list|find|fetch|read|writ|sav|set|insert|regist"
    r"|unregist|send|sent|receiv|filter|sort|pars|convert|count|calculat|comput|return|retriev|search|render|publish"
    r"|stor|replac|renam|mov|copy|copi|merg|ordered|ordering|generat|detect|detection|print|pull|push|put|post|patch"
    r"|upload|refund|login|charg|submit|submitt|load)(?:e|es|ed|s|ing)?(?:_|\Z)",
    re.IGNORECASE,
)
_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: In a docstring.
_CLAIM = re.compile(
    r"\b(?:properly|correct(?:ly)?|ensures?|verif(?:y|ies)|makes?\s+sure|returns?|reads?)\b", re.IGNORECASE
)
_DOUBLE = re.compile(r"mock|fake|stub|\bspy|(?:\b|_)patch(?:_|\b)", re.IGNORECASE)
_CLIENT = re.compile(r"client|api\b|session|http", re.IGNORECASE)
_REQUESTS = frozenset(("get", "post", "put", "patch", "delete", "head", "options", "request"))
#: What is told its answers in the words of requests.
_TOLD = re.compile(r"mock|fake|stub|respx|respon|rsps|router|adapter|\bm\Z", re.IGNORECASE)
_EXPECTED = "expect"
#: In the name of a test: what has to come.
_ANSWER = re.compile(r"(?:_|\b)(?:returns|gives|is_[1-5](?:\d\d|xx))(?:_|\Z)", re.IGNORECASE)


#: Methods after which something is different, which nobody looks at where they come last.
_CHANGE = re.compile(
    r"(?:create|add|save|store|insert|update|delete|remove|register|unregister|send|publish|connect|disconnect|cancel"
    r"|refund|charge|approve|reject|archive|rename|assign|grant|revoke)(?:_|\Z)"
)


def is_unfinished(function: cst.FunctionDef) -> bool:
    """Whether its lines show that the test is unfinished, whatever condition its name or its text speaks of.

    It has no call at all, what it compares or binds is not used, or it asks a server without looking at the
    answer.
    """
    nodes = list(subtree(function.body))
    return (
        not any(isinstance(each, (cst.Call, cst.Decorator)) for each in nodes)
        or any(isinstance(each, cst.Expr) and is_compared(each.value) for each in nodes)
        or returns_comparison(function)
        or any(map(_is_request, nodes))
        or _has_unread(nodes)
    )


def promises_more(function: cst.FunctionDef) -> bool:
    """Whether something says that coming to its end is not what the test is for.

    Its name speaks of an effect or an answer or its docstring of what is correct, it ends with a call that
    changes something, nobody reads what it expects or registers, or nobody asks its mocks.
    """
    name = _BORDER.sub("_", function.name.value)
    if _EFFECT.search(name) or says_answer(function) or _CLAIM.search(docstring_of(function) or ""):
        return True
    nodes = list(subtree(function.body))
    registered = Counter(
        each.name.value for each in nodes if isinstance(each, cst.FunctionDef) and each.decorators
    )
    return (
        _ends_with_change(function)
        or any(
            isinstance(each, cst.Name) and (each.value.startswith(_EXPECTED) or _DOUBLE.search(each.value))
            for each in nodes
        )
        or any(_DOUBLE.search(each.name.value) for each in function.params.params)
        or any(names_read(nodes)[name] == times and name[0] != "_" for name, times in registered.items())
    )


def _ends_with_change(function: cst.FunctionDef) -> bool:
    """``await manager.connect(socket)`` as the last thing that a test does."""
    last = function.body.body[-1] if function.body.body else None
    if isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    call = last.value if isinstance(last, cst.Expr) else None
    call = call.expression if isinstance(call, cst.Await) else call
    if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute):
        return False
    return _CHANGE.match(call.func.attr.value) is not None


def says_answer(function: cst.FunctionDef) -> bool:
    """Whether its name says what has to come: ``test_missing_order_is_404``."""
    return _ANSWER.search(_BORDER.sub("_", function.name.value)) is not None


def names_read(nodes: Sequence[cst.CSTNode]) -> Counter[str]:
    """How often each name stands there, attributes and keywords apart; where it is bound counts as well."""
    others = {id(each.attr) for each in nodes if isinstance(each, cst.Attribute)}
    others |= {id(each.keyword) for each in nodes if isinstance(each, cst.Arg)}
    return Counter(each.value for each in nodes if isinstance(each, cst.Name) and id(each) not in others)


def _is_request(node: cst.CSTNode) -> bool:
    """A request whose answer nobody reads: ``client.get("/orders")``, ``ac.get("/orders")``."""
    call = node.value if isinstance(node, cst.Expr) else None
    call = call.expression if isinstance(call, cst.Await) else call
    if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute):
        return False
    verb, owner = call.func.attr.value, last_name(call.func.value)
    if verb not in _REQUESTS or _TOLD.search(owner):
        return False
    return _has_path(call) or (_CLIENT.search(owner) is not None and not _is_of_a_database(verb, owner))


def _is_of_a_database(verb: str, owner: str) -> bool:
    """Whether it has an effect and no answer: ``session.delete(order)``."""
    return verb == "delete" and "session" in owner.lower()


def _has_path(call: cst.Call) -> bool:
    first = call.args[0].value if call.args else None
    if isinstance(first, cst.FormattedString):
        part = first.parts[0] if first.parts else None
        return isinstance(part, cst.FormattedStringText) and part.value.startswith("/")
    return (text_of(first) or "").startswith("/")


def _has_unread(nodes: Sequence[cst.CSTNode]) -> bool:
    """Whether names are bound to a value, and none of them is read."""
    fields = {id(part) for each in nodes if isinstance(each, cst.ClassDef) for part in _parts(each)}
    targets = [list(_targets(each)) for each in nodes if id(each) not in fields]
    bound = Counter(name for names in targets for name in names)
    seen = names_read(nodes)
    return any(
        names and all(seen[name] == bound[name] and not name.startswith("_") for name in names)
        for names in targets
    )


def _parts(owner: cst.ClassDef) -> Iterator[cst.CSTNode]:
    """The small statements of a class, also of one in a single line."""
    for line in owner.body.body:
        yield from line.body if isinstance(line, cst.SimpleStatementLine) else (line,)


def _targets(node: cst.CSTNode) -> Iterator[str]:
    """The names to which a statement binds a value; none if it binds something else as well."""
    target: cst.BaseExpression | None = None
    if isinstance(node, cst.Assign):
        target = node.targets[0].target
    elif isinstance(node, cst.AnnAssign) and node.value is not None:
        target = node.target
    parts = (
        [each.value for each in target.elements] if isinstance(target, (cst.Tuple, cst.List)) else [target]
    )
    names = [each.value for each in parts if isinstance(each, cst.Name)]
    yield from names if len(names) == len(parts) else ()
