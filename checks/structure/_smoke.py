"""Tests that prove by coming to their end: by their name, in words in their text, or with an error planted in them."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.tree import last_name
from quality_kit.tree.walk import subtree

_NAME = re.compile(
    r"smoke|import|(?:no|without|any)_?(?:error|exception|raise|warning|crash|fail|problem|deadlock|leak|hang)"
    r"|(?:not|nt|never)_?(?:raise|fail|crash|throw|error|warn|hang|block|explode|blow|break|leak|deadlock)"
    r"|(?:will|would)_(?:fail|raise)|_pass(?:es)?(?:_|\Z)"
    r"|no_?op(?:_|\Z)|sanity|compiles|instantiat|idempoten|benchmark|can_(?:be|have)_|succeeds|survive|tolerat"
    r"|is_(?:fine|enough)(?:_|\Z)|accept(?:s|ed)|allowed|serializable|hashable|swallow|coverage|placeholder",
    re.IGNORECASE,
)
_BAD_ENDS = r"rais|fail|crash|throw|error|warn|hang|block|explod|blow|break|deadlock"
_WORDS = re.compile(
    rf"(?:not|n't|never|nothing|no one|without)\s+(?:\w+\s+)?(?:{_BAD_ENDS})"
    rf"|(?:will|would|should|must)\s+(?:{_BAD_ENDS})|(?:rais|crash|fail)\w*\s+(?:if|when|on|before)\b"
    r"|no\s+(?:\w+\s+)?(?:error|exception|assert|warning|crash|traceback|failure)"
    r"|(?:without|no)\s+(?:an?\s+)?\w*(?:Error|Exception)s?\b|should\s+(?:pass|succeed)\b"
    r"|(?:if|whether)\s+(?:this|it)\s+(?:throws|raises|fails)"
    r"|\bis\s+(?:fine|okay|ok|allowed|permitted)\b"
    r"|smoke|sanity|toleran|is enough|type.?check|mypy|pyright|\bno-?op\b|for coverage",
    re.IGNORECASE,
)
#: In a comment or docstring: something raises, and nothing in the test fails.
_RAISES = re.compile(
    r"(?:rais(?:es?|ed|ing)|throw(?:s|n|ing)?)\s+(?:an?\s+)?(?:exception|error)|(?:exception|error)s?\s+(?:is|are)"
    r"\s+(?:ignored|swallowed|caught|handled|logged)|(?:is|are)\s+raised",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"#.*")
_ERROR = re.compile(r"(?:Error|Exception|Failure|Timeout|Interrupt|Exit)\Z")
_SIDE_EFFECT = "side_effect"


def says_smoke(function: cst.FunctionDef, text: str) -> bool:
    """Whether the name of a test, its text or its set-up says that it is enough when nothing is raised."""
    if _NAME.search(function.name.value) is not None or _WORDS.search(text) is not None:
        return True
    nodes = list(subtree(function.body))
    if any(isinstance(each, cst.Try) for each in nodes):
        return False  # what is raised may end there
    remarks = "\n".join((function.get_docstring() or "", *_COMMENT.findall(text)))
    return _RAISES.search(remarks) is not None or any(map(_is_planted, nodes))


def _is_planted(node: cst.CSTNode) -> bool:
    """Whether an error is made to happen in what the test calls: ``send.side_effect = ConnectionError``."""
    if isinstance(node, cst.Assign):
        is_effect = any(last_name(each.target) == _SIDE_EFFECT for each in node.targets)
        return is_effect and _is_error(node.value)
    if isinstance(node, cst.Arg):
        return node.keyword is not None and node.keyword.value == _SIDE_EFFECT and _is_error(node.value)
    return False


def _is_error(value: cst.BaseExpression) -> bool:
    named = value.func if isinstance(value, cst.Call) else value
    return _ERROR.search(last_name(named)) is not None
