"""What an ``except`` catches and what its block does."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, Tree, dotted
from quality_kit.tree.walk import subtree

Handler = cst.ExceptHandler | cst.ExceptStarHandler

_BROAD = frozenset(("Exception", "BaseException"))
_SCOPES = (cst.FunctionDef, cst.Lambda, cst.ClassDef)
#: Calls that never come back.
_LEAVING = frozenset(("sys.exit", "os._exit", "os.abort", "builtins.exit", "builtins.quit"))


def caught(handler: Handler) -> list[str]:
    """The classes as written, ``requests.Timeout``; none for a bare ``except`` and for what is no name."""
    kind = handler.type
    listed = [element.value for element in kind.elements] if isinstance(kind, cst.Tuple) else [kind]
    return [name for name in map(dotted, listed) if name]


def is_broad(handler: Handler) -> bool:
    """Whether it catches every error: a bare ``except``, ``Exception`` or ``BaseException``, also among others."""
    return handler.type is None or any(name.rpartition(".")[2] in _BROAD for name in caught(handler))


def handler_around(tree: Tree, node: cst.CSTNode) -> Handler | None:
    """The innermost ``except`` in whose block the node runs."""
    child = node
    for around in tree.ancestors(node):
        if isinstance(around, _SCOPES):
            return None
        if isinstance(around, (cst.ExceptHandler, cst.ExceptStarHandler)) and child is around.body:
            return around
        child = around
    return None


def own_nodes(block: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """All nodes of the block that run with it: not what functions, lambdas and classes in it hold."""
    apart: set[int] = set()
    for node in subtree(block):
        if id(node) in apart:
            continue
        if isinstance(node, _SCOPES):
            apart.update(id(each) for each in subtree(node))
        yield node


def exits(file: ParsedFile, handler: Handler) -> Iterator[cst.Raise | cst.Call]:
    """Each ``raise`` of the handler, and each call that ends the program."""
    for node in own_nodes(handler.body):
        if isinstance(node, cst.Raise):
            yield node
        elif isinstance(node, cst.Call) and file.names.qualified(node.func) in _LEAVING:
            yield node
