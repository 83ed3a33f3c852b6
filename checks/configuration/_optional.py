"""Whether code goes on when a variable that it reads is missing."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree

from ._answers import Answer, answer, gives_up
from ._kept_reads import kept_answer
from ._scopes import class_around

_TESTS = (cst.If, cst.While, cst.IfExp)
_COMPREHENSIONS = (cst.ListComp, cst.SetComp, cst.GeneratorExp, cst.DictComp)
_NUMBERS = frozenset(("int", "float", "len"))
_ORDERS = (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual)
_MISSING = frozenset(("KeyError", "LookupError"))


def answer_to_none(file: ParsedFile, node: cst.CSTNode) -> Answer | None:
    """How code that reads None for a missing variable deals with it; None when it does not say.

    It goes on by ``... or default``, a test, a comparison with a value, or any of these where the name is
    used under which the read is kept, unless the missing variable is answered with an exception; else by
    an annotation that allows None.
    """
    return answer(file, node) or kept_answer(file, node)


def breaks_on_none(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the expression around raises for None: a number of it, an attribute, a part, an order."""
    parent = file.tree.parent(node)
    if isinstance(parent, (cst.Attribute, cst.Subscript)):
        return parent.value is node
    if isinstance(parent, cst.Arg):
        call = file.tree.parent(parent)
        return isinstance(call, cst.Call) and dotted(call.func) in _NUMBERS
    if isinstance(parent, cst.ComparisonTarget):
        return isinstance(parent.operator, (cst.In, cst.NotIn, *_ORDERS))
    return isinstance(parent, cst.Comparison) and isinstance(parent.comparisons[0].operator, _ORDERS)


def stands_in(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the variable only stands in for what a caller did not give.

    That is ``given or os.getenv("X")``, ``if not given: given = os.getenv("X")``, and the default of a field.
    """
    inner = node
    for around in file.tree.ancestors(node):
        if isinstance(around, cst.BooleanOperation) and around.right is inner:
            return isinstance(around.operator, cst.Or)
        if isinstance(around, cst.AnnAssign):
            return class_around(file, around) is not None
        if isinstance(around, cst.Assign):
            return any(_is_missing_before(file, around, dotted(each.target)) for each in around.targets)
        if isinstance(around, cst.BaseStatement):
            return False
        inner = around
    return False


def _is_missing_before(file: ParsedFile, kept: cst.Assign, target: str | None) -> bool:
    question = next((each for each in file.tree.ancestors(kept) if isinstance(each, cst.If)), None)
    if question is None or target is None:
        return False
    names = (dotted(each) for each in subtree(question.test))
    return target in names


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
