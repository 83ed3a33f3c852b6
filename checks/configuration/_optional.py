"""Whether code goes on when a variable that it reads is missing."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree

from ._answers import answer, gives_up
from ._kept_reads import kept_answer

_TESTS = (cst.If, cst.While, cst.IfExp)
_COMPREHENSIONS = (cst.ListComp, cst.SetComp, cst.GeneratorExp, cst.DictComp)
_MISSING = frozenset(("KeyError", "LookupError"))


def has_fallback(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether code that reads None for a missing variable says what holds then.

    That is ``... or default``, a test, a comparison with a value, or any of these where the name is used
    under which the read is kept, unless the missing variable is answered with an exception; else an
    annotation that allows None.
    """
    return (answer(file, node) or kept_answer(file, node)) == "goes on"


def is_answered(file: ParsedFile, question: cst.Comparison) -> bool:
    """Whether asking ``name in os.environ``, or ``not in``, leads to something else than an exception."""
    is_positive = isinstance(question.comparisons[0].operator, cst.In)
    return is_positive or answer(file, question, is_negative=True) == "goes on"


def is_caught(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the node stands in a ``try`` whose handler of KeyError does not raise."""
    for around in file.tree.ancestors(node):
        if isinstance(around, (cst.FunctionDef, cst.ClassDef, cst.Lambda)):
            return False
        if isinstance(around, cst.Try) and around.body is node:
            return any(_forgives(handler) for handler in around.handlers)
        node = around
    return False


def question_around(file: ParsedFile, node: cst.CSTNode) -> cst.CSTNode | None:
    """The ``if`` or the comprehension whose test the node is a part of; None for a node outside of tests."""
    for around in file.tree.ancestors(node):
        if isinstance(around, _TESTS):
            return around if around.test is node else None
        if isinstance(around, cst.CompIf):
            return next(each for each in file.tree.ancestors(around) if isinstance(each, _COMPREHENSIONS))
        if isinstance(around, (cst.BaseStatement, cst.UnaryOperation)):
            return None
        node = around
    return None


def _forgives(handler: cst.ExceptHandler) -> bool:
    kinds = [dotted(item) for item in subtree(handler.type)] if handler.type is not None else ["KeyError"]
    return bool(_MISSING.intersection(kinds)) and not gives_up(handler.body)
