"""Whether code goes on when a variable that it reads is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree

_TESTS = (cst.If, cst.While, cst.IfExp)
_MISSING = frozenset(("KeyError", "LookupError"))
_ENDS = frozenset(("exit", "_exit", "abort", "fail"))
#: A test of the variable stands within so many statements of its read.
_NEAR = 4


def has_fallback(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the place of a read that gives None for a missing variable says what holds then.

    That is ``... or default``, a test, a comparison with a value, or an ``if`` right after the read; unless
    the missing variable is answered with an exception.
    """
    parent = file.tree.parent(node)
    while isinstance(parent, (cst.NamedExpr, cst.BooleanOperation)):
        if isinstance(parent, cst.BooleanOperation) and isinstance(parent.operator, cst.Or):
            return True
        node, parent = parent, file.tree.parent(parent)
    if isinstance(parent, cst.Comparison):
        operator = parent.comparisons[0].operator
        is_identity = isinstance(operator, (cst.Is, cst.IsNot))
        return not is_identity or _is_tested(file, parent, isinstance(operator, cst.Is))
    if isinstance(parent, cst.UnaryOperation):
        return _is_tested(file, parent, is_negative=True)
    is_kept = isinstance(parent, (cst.Assign, cst.AnnAssign)) and _is_tested_next(file, parent)
    return is_kept or _is_tested(file, node, is_negative=False) or _is_truth(file, parent)


def is_answered(file: ParsedFile, question: cst.Comparison) -> bool:
    """Whether asking ``name in os.environ``, or ``not in``, leads to something else than an exception."""
    is_positive = isinstance(question.comparisons[0].operator, cst.In)
    return is_positive or _is_tested(file, question, is_negative=True)


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
    """The ``if`` whose test the node is a part of; None for a node outside of tests."""
    for around in file.tree.ancestors(node):
        if isinstance(around, _TESTS):
            return around if around.test is node else None
        if isinstance(around, (cst.BaseStatement, cst.UnaryOperation)):
            return None
        node = around
    return None


def _is_tested(file: ParsedFile, node: cst.CSTNode, is_negative: bool) -> bool:
    """Whether the node is a test, or a part of one, that does not punish a missing variable."""
    parent = file.tree.parent(node)
    while isinstance(parent, (cst.BooleanOperation, cst.UnaryOperation, cst.NamedExpr)):
        node, parent = parent, file.tree.parent(parent)
    if isinstance(parent, (cst.If, cst.While)):
        return parent.test is node and not (is_negative and _gives_up(parent.body))
    if isinstance(parent, cst.CompIf):  # [name for name in NEEDED if not os.getenv(name)]
        return not is_negative
    return isinstance(parent, cst.IfExp) and parent.test is node


def _gives_up(body: cst.BaseSuite) -> bool:
    """Whether the block itself, not only a branch in it, raises or ends the program."""
    lines = [line.body if isinstance(line, cst.SimpleStatementLine) else [line] for line in body.body]
    return any(_ends(statement) for line in lines for statement in line)


def _ends(statement: cst.CSTNode) -> bool:
    if isinstance(statement, cst.Expr) and isinstance(statement.value, cst.Call):
        return (dotted(statement.value.func) or "").rpartition(".")[2] in _ENDS
    return isinstance(statement, cst.Raise)


def _is_truth(file: ParsedFile, parent: cst.CSTNode | None) -> bool:
    """``bool(os.getenv("X"))`` and ``any(os.getenv(name) for name in NAMES)``."""
    if isinstance(parent, cst.GeneratorExp):
        parent = file.tree.parent(parent)
    call = file.tree.parent(parent) if isinstance(parent, cst.Arg) else None
    return isinstance(call, cst.Call) and dotted(call.func) in ("bool", "any")


def _forgives(handler: cst.ExceptHandler) -> bool:
    kinds = [dotted(item) for item in subtree(handler.type)] if handler.type is not None else ["KeyError"]
    return bool(_MISSING.intersection(kinds)) and not _gives_up(handler.body)


def _is_tested_next(file: ParsedFile, assignment: cst.Assign | cst.AnnAssign) -> bool:
    """``x = os.getenv("X")`` before ``if x:`` or ``if x is None: x = ...``."""
    targets = assignment.targets if isinstance(assignment, cst.Assign) else (assignment,)
    names = {dotted(target.target) for target in targets}
    for statement in _following(file, assignment):
        if isinstance(statement, cst.If) and not names.isdisjoint(map(dotted, subtree(statement.test))):
            return not _gives_up(statement.body)
    return False


def _following(file: ParsedFile, assignment: cst.CSTNode) -> Iterator[cst.CSTNode]:
    line = file.tree.parent(assignment)
    block = file.tree.parent(line) if line is not None else None
    body: Iterable[cst.CSTNode] = block.body if isinstance(block, (cst.IndentedBlock, cst.Module)) else ()
    statements = list(body)
    at = next((index for index, item in enumerate(statements) if item is line), len(statements))
    yield from statements[at + 1 : at + 1 + _NEAR]
