"""The names that assignments bind and that expressions hold, and what comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import dotted, subtree

Assignment = cst.Assign | cst.AnnAssign
_LITERALS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString, cst.Integer)


def targets(statement: Assignment) -> Iterator[str]:
    """The dotted names that an assignment binds, the key of ``urls["eu"] = ...``."""
    each = statement.targets if isinstance(statement, cst.Assign) else [statement]
    for one in each:
        target = one.target
        is_key = isinstance(target, cst.Subscript) and isinstance(target.slice[0].slice, cst.Index)
        yield string(target.slice[0].slice.value) if is_key else dotted(target) or ""  # type: ignore


def names_in(node: cst.CSTNode) -> set[str]:
    """The dotted names in an expression."""
    found = (dotted(each) for each in subtree(node) if isinstance(each, (cst.Name, cst.Attribute)))
    return {name for name in found if name}


def string(node: cst.BaseExpression) -> str:
    """The text of a plain literal, else the dotted name."""
    return str(node.raw_value) if isinstance(node, cst.SimpleString) else dotted(node) or ""


def assignments_in(block: cst.BaseSuite) -> Iterator[Assignment]:
    """The assignments of a block, not those of the blocks in it."""
    for line in block.body:
        statements = line.body if isinstance(line, cst.SimpleStatementLine) else (line,)
        yield from (one for one in statements if isinstance(one, (cst.Assign, cst.AnnAssign)))


def is_told(value: cst.BaseExpression) -> bool:
    """Whether a value comes from elsewhere; ``f"http://{host}"`` is half told and counts."""
    if isinstance(value, cst.FormattedString):
        return isinstance(value.parts[0], cst.FormattedStringExpression) if value.parts else False
    return not isinstance(value, _LITERALS)
