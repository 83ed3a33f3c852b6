"""Whether code runs only when its file is started as a program."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Tree

_MAIN = frozenset(('"__main__"', "'__main__'"))


def is_guarded(tree: Tree, node: cst.CSTNode) -> bool:
    """Whether the node stands in the block of an ``if __name__ == "__main__":``."""
    child = node
    for around in tree.ancestors(node):
        if isinstance(around, cst.If) and _is_main_block(around, child):
            return True
        child = around
    return False


def _is_main_block(statement: cst.If, block: cst.CSTNode) -> bool:
    if block is statement.body:
        return _needs_main(statement.test)
    return block is statement.orelse and _compares_with_main(statement.test, cst.NotEqual)


def _needs_main(test: cst.BaseExpression) -> bool:
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        return _needs_main(test.left) or _needs_main(test.right)
    return _compares_with_main(test, cst.Equal)


def _compares_with_main(test: cst.BaseExpression, operator: type[cst.BaseCompOp]) -> bool:
    if not isinstance(test, cst.Comparison) or len(test.comparisons) != 1:
        return False
    compared = test.comparisons[0]
    sides = (test.left, compared.comparator)
    named = any(isinstance(side, cst.Name) and side.value == "__name__" for side in sides)
    main = any(isinstance(side, cst.SimpleString) and side.value in _MAIN for side in sides)
    return named and main and isinstance(compared.operator, operator)
