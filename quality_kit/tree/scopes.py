"""Where names live: the module, class, function, lambda or comprehension around a node.

Most nodes stand in a block of statements, and all statements of a block are in one scope; so the way
up is climbed once for each block, and the scopes themselves form short chains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import libcst as cst

COMPREHENSIONS: frozenset[type[cst.CSTNode]] = frozenset(
    (cst.GeneratorExp, cst.ListComp, cst.SetComp, cst.DictComp)
)
_WITH_BODY: frozenset[type[cst.CSTNode]] = frozenset((cst.FunctionDef, cst.ClassDef, cst.Lambda))
_SCOPES = COMPREHENSIONS | _WITH_BODY


class Scopes:
    """The scope of every node of one module; found when asked for."""

    def __init__(self, module: cst.Module, parents: Mapping[int, cst.CSTNode]) -> None:
        self._module = module
        self._parents = parents
        self._of_blocks: dict[int, cst.CSTNode] = {}

    def of(self, node: cst.CSTNode) -> cst.CSTNode:
        """The innermost scope whose body holds the node; of the module the module itself.

        Defaults, bases, decorators and what a comprehension runs over first belong to the scope around.
        """
        parents = self._parents
        below = child = node
        around = parents.get(id(node))
        while around is not None:
            kind = around.__class__
            if kind is cst.IndentedBlock:
                return self._of_block(around)
            if kind in _SCOPES and _is_inside(around, child, below):
                return around
            below, child, around = child, around, parents.get(id(around))
        return self._module

    def around(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """All scopes that hold the node, from the inside to the module."""
        while node is not self._module:
            node = self.of(node)
            yield node

    def _of_block(self, block: cst.CSTNode) -> cst.CSTNode:
        found = self._of_blocks.get(id(block))
        if found is None:
            owner = self._parents.get(id(block), self._module)
            found = owner if owner.__class__ in _WITH_BODY else self.of(owner)
            self._of_blocks[id(block)] = found
        return found


def _is_inside(scope: cst.CSTNode, child: cst.CSTNode, below: cst.CSTNode) -> bool:
    """Whether the child, and what is below it, belongs to the scope's own names."""
    if scope.__class__ in _WITH_BODY:
        return child is scope.body  # type: ignore[attr-defined]
    for_in = scope.for_in  # type: ignore[attr-defined]
    return child is not for_in or below is not for_in.iter  # type: ignore[attr-defined]
