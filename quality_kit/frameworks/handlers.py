"""What an ``except`` catches and what its block does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, Tree, dotted, last_name
from quality_kit.tree.walk import subtree

Handler = cst.ExceptHandler | cst.ExceptStarHandler

_BROAD = frozenset(("Exception", "BaseException"))
_SCOPES: frozenset[type[cst.CSTNode]] = frozenset((cst.FunctionDef, cst.Lambda, cst.ClassDef))
#: Calls that raise by their name: ``reraise(...)``, ``with save_and_reraise_exception():``, ``self._raise_refused()``;
#: but not ``raise_ticket(...)``, which makes a ticket.
_RAISING = re.compile(
    r"""
    \w*re_?raise
    | _*raise_ (?!for_) (?:\w*_)? (?:
        errors? | exceptions? | exc | exc_info | fault | failure | failed | problem | from | with_traceback
        | refused | denied | forbidden | unauthorized | unauthenticated | rejected | unavailable | timeout
        | cancelled | aborted | conflict | invalid | unsupported | missing | bad_request | http\w* | \d{3}
        | not_(?:found | allowed | implemented | supported | authorized | authenticated)
    )? \Z
    """,
    re.VERBOSE,
)
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
        if around.__class__ in _SCOPES:
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
        if node.__class__ in _SCOPES:
            apart.update(id(each) for each in subtree(node))
        yield node


def exits(file: ParsedFile, handler: Handler) -> Iterator[cst.Raise | cst.Call]:
    """Each ``raise`` of the handler, and each call that raises by its name or ends the program."""
    for node in own_nodes(handler.body):
        if isinstance(node, cst.Raise) or (isinstance(node, cst.Call) and _leaves(file, node)):
            yield node


def _leaves(file: ParsedFile, call: cst.Call) -> bool:
    raises = _RAISING.match(last_name(call.func)) and not any(map(_is_false, call.args))
    return bool(raises) or file.names.qualified(call.func) in _LEAVING


def _is_false(arg: cst.Arg) -> bool:
    """``save_and_reraise_exception(reraise=False)`` lets it be."""
    return isinstance(arg.value, cst.Name) and arg.value.value == "False"
