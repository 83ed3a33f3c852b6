"""Handlers whose block does nothing, and the comments beside a handler."""

from __future__ import annotations

import re
from collections.abc import Sequence

import libcst as cst

from quality_kit.frameworks.handlers import Handler
from quality_kit.tree import ParsedFile
from quality_kit.tree.functions import docstring_of, enclosing_function

_COMMENT = re.compile(r"#(.*)")
#: Comments that talk to tools; what stands behind the codes may be a reason.
_DIRECTIVE = re.compile(
    r"\s*(?:noqa|nosec|type:\s*ignore|pragma|pylint|pyright|mypy|ruff|quality-kit|finding)\b"
    r"[:\s]*(?:[a-z-]+=)?(?:no cover|\[[^]]*\]|(?:[A-Z]+\d+[,\s]*)*)",
    re.IGNORECASE,
)
_NOQA = re.compile(
    r"noqa\s*:\s*([A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)|(?:pylint:\s*disable=|nosec\s+|noinspection\s+)([\w\s,-]+)",
    re.IGNORECASE,
)
#: A ``noqa`` that names no codes, or names them so that it silences all.
_BLANKET = re.compile(r"#\s*noqa\b(?!\s*:)", re.IGNORECASE)
#: Who writes this does not think that it is right.
_TO_DO = re.compile(r"\b(?:todo|fixme|xxx|hack)\b", re.IGNORECASE)
_OF_ERRORS = re.compile(
    r"error|fail|except|suppress|swallow|ignor|silent|raise|break|crash|never|best.effort", re.IGNORECASE
)
#: Above a ``try`` "error" alone may be what the code is about.
_OF_FAILING = re.compile(
    r"fail|exception|try/except|suppress|swallow|ignor|silent|raise|never|best.effort", re.IGNORECASE
)
#: In a docstring: "failures are ignored", "swallows all errors", "never raises", "best effort".
_IGNORED = re.compile(
    r"(?:fail|error|exception)[^.]{0,60}(?:ignor|suppress|swallow)"
    r"|(?:ignor|suppress|swallow|silent)[^.]{0,60}(?:fail|error|exception)"
    r"|best.effort|fails?.open|(?:never|not|cannot) (?:raise|fail|break|mask|throw|affect)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_silent(handler: Handler) -> bool:
    """Whether the block is nothing but ``pass``, ``...``, ``continue`` or a ``return`` without a value."""
    statements = handler.body.body
    if isinstance(handler.body, cst.SimpleStatementSuite):
        return all(map(_does_nothing, statements))
    return all(
        isinstance(line, cst.SimpleStatementLine) and all(map(_does_nothing, line.body))
        for line in statements
    )


def _does_nothing(statement: cst.CSTNode) -> bool:
    if isinstance(statement, cst.Return):
        return statement.value is None
    if isinstance(statement, cst.Expr):
        return isinstance(statement.value, (cst.Ellipsis, cst.SimpleString))
    return isinstance(statement, (cst.Pass, cst.Continue))


def is_explained(file: ParsedFile, handler: Handler, least_words: int) -> bool:
    """Whether a comment in the handler says something to people: so many words, or that it is best effort.

    A text that stands there as a statement is a comment, too.
    """
    texts = (f"# {line}" for text in _loose_texts(handler) for line in text.splitlines())
    return _is_reason("\n".join((file.module.code_for_node(handler), *texts)), least_words)


def _loose_texts(handler: Handler) -> list[str]:
    lines = (line for line in handler.body.body if isinstance(line, cst.SimpleStatementLine))
    values = (each.value for line in lines for each in line.body if isinstance(each, cst.Expr))
    return [value.raw_value for value in values if isinstance(value, cst.SimpleString)]


def begins_with_reason(handler: Handler, least_words: int) -> bool:
    """Whether such a comment stands beside the ``except`` or right below it."""
    if not isinstance(handler.body, cst.IndentedBlock):
        return False
    first = handler.body.body[0]
    lines = first.leading_lines if hasattr(first, "leading_lines") else ()
    comments = [handler.body.header.comment, *(line.comment for line in lines)]
    return _is_reason("\n".join(comment.value for comment in comments if comment is not None), least_words)


def explains(node: cst.With | cst.Try | cst.TryStar, least_words: int) -> bool:
    """Whether a comment beside the statement is such a comment, or one above it that speaks of errors."""
    above = "\n".join(line.comment.value for line in node.leading_lines if line.comment is not None)
    beside = node.body.header.comment if isinstance(node.body, cst.IndentedBlock) else None
    speaks = _OF_ERRORS if isinstance(node, cst.With) else _OF_FAILING
    reason = f"{above if speaks.search(above) else ''}\n{beside.value if beside is not None else ''}"
    return _is_reason(reason, least_words)


def function_explains(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the docstring of the function says that errors are ignored in it."""
    function = enclosing_function(file.tree, node)
    text = docstring_of(function) if function is not None else None
    return _IGNORED.search(" ".join((text or "").split())) is not None


def _is_reason(text: str, least_words: int) -> bool:
    comments = _COMMENT.findall(text)
    if any(_TO_DO.search(comment) for comment in comments):
        return False
    words = [_WORD.findall(_DIRECTIVE.sub("", comment).lower()) for comment in comments]
    return sum(map(len, words)) >= least_words or any("best" in each and "effort" in each for each in words)


def is_accepted(file: ParsedFile, handler: Handler, codes: Sequence[str]) -> bool:
    """Whether the line of the ``except`` silences another tool's code for the same thing.

    One above it or above the ``try`` counts too: ``# noinspection PyBroadException`` stands there.
    """
    around = file.tree.parent(handler)
    above = around.leading_lines if isinstance(around, (cst.Try, cst.TryStar)) else ()
    lines = (*above, *handler.leading_lines)
    comments = [_beside(handler), *(line.comment.value for line in lines if line.comment is not None)]
    named = " ".join(one or other for comment in comments for one, other in _NOQA.findall(comment))
    return not set(re.split(r"[,\s]+", named)).isdisjoint(codes)


def silences_all(file: ParsedFile, handler: Handler) -> bool:
    """Whether one of the lines of the ``except`` has a ``# noqa`` without codes."""
    listed = file.module.code_for_node(handler.type) if isinstance(handler.type, cst.Tuple) else ""
    return any(_BLANKET.search(text) for text in (_beside(handler), listed))


def _beside(handler: Handler) -> str:
    comment = handler.body.header.comment if isinstance(handler.body, cst.IndentedBlock) else None
    return comment.value if comment is not None else ""
