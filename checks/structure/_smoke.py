"""Tests that prove by coming to their end: by their name, in words in their text, or with an error planted in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import libcst as cst

from quality_kit.tree import dotted, last_name
from quality_kit.tree.functions import docstring_of
from quality_kit.tree.walk import subtree

from ._promises import names_read, says_answer

_NAME = re.compile(
    r"smoke|import|(?:no|without|any)_?(?:error|exception|raise|warning|crash|fail|problem|deadlock|leak|hang)"
    r"|(?:not|nt|never)_?(?:raise|fail|crash|throw|error|warn|hang|block|explode|blow|break|leak|deadlock)"
    r"|(?:will|would)_(?:fail|raise)"
    r"|no_?op(?:_|\Z)|sanity|compiles|instantiat|idempoten|benchmark|can_(?:be|have)_|survive|tolerat"
    r"|is_(?:fine|enough)(?:_|\Z)|accept(?:s|ed)|allowed|serializable|hashable|swallow|coverage|placeholder"
    r"|(?:not|nt|never)_?(?:validate|escape|propagate|bubble|recurse|loop)",
    re.IGNORECASE,
)
#: A condition under which the call might fail (what is left out, missing, there already, or passed over), or that
#: it works. This excuses what the name promises, and no line that is unfinished.
_CONDITION = re.compile(
    r"(?:\b|_)(?:handles?|supports?|works)(?:_|\Z)|_pass(?:es)?(?:_|\Z)|succeeds"
    r"|(?:\b|_)(?:no|non|none|null|without|missing|absent|(?<!not_)empty|(?<!test_)nothing"
    r"|not_found|already|duplicated?|twice|again)(?:_|\Z)"
    r"|(?:\b|_)(?:non_?exist|ignor|skip|unicode|nullable)|(?<!is)_valid(?:_|\Z)|_exist(?:s|ed)(?:_|\Z)",
    re.IGNORECASE,
)
_BAD_ENDS = r"rais|fail|crash|throw|error|warn|hang|block|explod|blow|break|deadlock|traceback|recurs|cause"
#: In the name, the docstring or a comment; excuses as much as a condition.
_WORDS = re.compile(
    rf"(?:not|n't|never|nothing|no one|without)\s+(?:\w+\s+)?(?:{_BAD_ENDS})"
    rf"|(?:will|would|should|must)\s+(?:{_BAD_ENDS})|(?:rais|crash|fail)\w*\s+(?:if|when|on|before)\b"
    r"|no\s+(?:\w+\s+)?(?:error|exception|assert|warning|crash|traceback|failure)"
    r"|(?:without|no)\s+(?:an?\s+)?\w*(?:Error|Exception)s?\b|should\s+(?:pass|succeed)\b"
    r"|\bsucceeds?\b|\bpasses\s*(?:[.!)]|\Z)|\bworks?\s+(?:with|when|without|for|in|on|if|even)\b"
    r"|(?:if|whether)\s+(?:this|it)\s+(?:throws|raises|fails)|\b(?:this|it)\s+(?:raised|failed|crashed)\b"
    r"|\bcheck\s+(?:that\s+)?(?:we|it|this)\s+can\b"
    r"|\bis\s+(?:fine|okay|ok|allowed|permitted)\b"
    rf"|used\s+to\s+(?:{_BAD_ENDS})"
    r"|smoke|sanity|toleran|is enough|type.?check|mypy|pyright|\bno-?op\b|for coverage",
    re.IGNORECASE,
)
#: In a comment or docstring: something raises, and nothing in the test fails.
_RAISES = re.compile(
    r"(?:rais(?:es?|ed|ing)|throw(?:s|n|ing)?)\s+(?:an?\s+)?(?:exception|error)|(?:exception|error)s?\s+(?:is|are)"
    r"\s+(?:ignored|swallowed|caught|handled|logged)|(?:is|are)\s+raised",
    re.IGNORECASE,
)
#: In the docstring of a test without a body: it takes the place of one that is not to run.
_LEFT_OUT = re.compile(
    r"\A(?:overridden|skip(?:ped)?\b)|\bnot\s+(?:implemented|applicable|supported|relevant)|\bn/a\b",
    re.IGNORECASE,
)
#: A string, in which ``#`` starts nothing, or a comment.
_COMMENT = re.compile(
    r"\"{3}.*?\"{3}|'{3}.*?'{3}|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|(?P<comment>#[^\n]*)", re.DOTALL
)
_ERROR = re.compile(r"(?:Error|Exception|Failure|Timeout|Interrupt|Exit)\Z|\bexceptions?\.[A-Z]\w*\Z")
#: In the name of a double: ``make_broken_socket``.
_BROKEN = re.compile(r"(?:\b|_)(?:broken|raising|failing)(?:_|\Z)", re.IGNORECASE)
_SIDE_EFFECT = "side_effect"


def says_smoke(function: cst.FunctionDef, text: str, unfinished: bool) -> bool:
    """Whether the name of a test, its text or its set-up says that it is enough when nothing is raised.

    Of an ``unfinished`` test only its name can say so, an error planted in it, or that it is left out.
    """
    if _NAME.search(function.name.value) is not None:
        return True
    docstring = (docstring_of(function) or "").strip()
    remarks = (docstring, *_comments(text))
    if not unfinished and not says_answer(function) and _is_condition(function.name.value, remarks):
        return True
    if docstring and len(function.body.body) == 1:
        return _LEFT_OUT.search(docstring) is not None
    nodes = list(subtree(function.body))
    if any(isinstance(each, cst.Try) for each in nodes):
        return False  # what is raised may end there
    return _RAISES.search("\n".join(remarks)) is not None or _has_planted(function, nodes)


def _comments(text: str) -> Iterator[str]:
    return (found["comment"].strip() for found in _COMMENT.finditer(text) if found["comment"])


def _is_condition(name: str, remarks: Sequence[str]) -> bool:
    """Whether the name or the remarks of a test speak of something that might go wrong, or that it works."""
    return _CONDITION.search(name) is not None or any(map(_WORDS.search, (name, *remarks)))


def _has_planted(function: cst.FunctionDef, nodes: Sequence[cst.CSTNode]) -> bool:
    """Whether an error is made to happen in what the test calls: ``send.side_effect = ConnectionError``."""
    if any(_BROKEN.search(param.name.value) for param in function.params.params):
        return True
    read = names_read(nodes)
    return any(map(_is_planted, nodes)) or any(
        isinstance(each, (cst.FunctionDef, cst.ClassDef))
        and (each.decorators or read[each.name.value] > 1)
        and any(map(_is_raising, subtree(each.body)))
        for each in nodes
    )


def _is_planted(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.Call):
        return _BROKEN.search(last_name(node.func)) is not None
    if isinstance(node, cst.Assign):
        is_effect = any(last_name(each.target) == _SIDE_EFFECT for each in node.targets)
        return is_effect and _is_error(node.value)
    if isinstance(node, cst.Arg):
        return node.keyword is not None and node.keyword.value == _SIDE_EFFECT and _is_error(node.value)
    return False


def _is_raising(node: cst.CSTNode) -> bool:
    """Whether it raises something; a stub that is not implemented plants nothing."""
    if not isinstance(node, cst.Raise):
        return False
    raised = node.exc.func if isinstance(node.exc, cst.Call) else node.exc
    return last_name(raised) != "NotImplementedError"


def _is_error(value: cst.BaseExpression) -> bool:
    named = value.func if isinstance(value, cst.Call) else value
    return _ERROR.search(dotted(named) or "") is not None
