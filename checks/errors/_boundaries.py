"""Places that have to survive whatever happens below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

import libcst as cst

from quality_kit.frameworks.handlers import Handler
from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.tree import ParsedFile, Tree, last_name
from quality_kit.tree.functions import enclosing_class
from quality_kit.tree.walk import subtree

#: Functions that have to survive every error, as patterns, without leading underscores.
FUNCTIONS = tuple("""
    main lifespan run_forever serve worker *_worker worker_* *_loop *_middleware dispatch *alive* _exit__ _aexit__
    exit__ aexit__ del__ excepthook *health* ping emit repr__ repr_* str__ startup on_startup on_shutdown
    *exception_handler *error_handler
    """.split())
#: Decorators of such functions.
DECORATORS = tuple("""
    exception_handler errorhandler middleware on_event task shared_task *_task job actor command callback cron
    subscriber consumer listener tool
    """.split())
#: Words in the condition of a loop that runs as long as the service does.
_ENDLESS_WORDS = ("running", "stop", "shutdown", "closed", "closing", "active", "alive", "exit", "cancel")


def is_boundary(
    file: ParsedFile,
    handler: Handler,
    functions: Sequence[str],
    decorators: Sequence[str],
    bases: Sequence[str],
) -> bool:
    """Whether the handler stands at a boundary: of the program, a worker loop, or by one of these names."""
    if is_guarded(file.tree, handler) or _is_in_worker_loop(file.tree, handler):
        return True
    if any(_is_named(function, functions, decorators) for function in _functions(file.tree, handler)):
        return True
    around = enclosing_class(file.tree, handler)
    return around is not None and any(_matches(last_name(base.value), bases) for base in around.bases)


def _functions(tree: Tree, node: cst.CSTNode) -> Iterator[cst.FunctionDef]:
    return (around for around in tree.ancestors(node) if isinstance(around, cst.FunctionDef))


def _is_named(function: cst.FunctionDef, names: Sequence[str], decorators: Sequence[str]) -> bool:
    if _matches(function.name.value.lstrip("_") or "_", names):
        return True
    used = (each.decorator for each in function.decorators)
    return any(
        _matches(last_name(each.func if isinstance(each, cst.Call) else each), decorators) for each in used
    )


def _matches(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _is_in_worker_loop(tree: Tree, node: cst.CSTNode) -> bool:
    for around in tree.ancestors(node):
        if isinstance(around, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            return False
        if isinstance(around, cst.While) and _is_endless(around.test):
            return True
    return False


def _is_endless(test: cst.BaseExpression) -> bool:
    if isinstance(test, cst.Integer) or last_name(test) == "True":
        return True
    names = (node.value.lower() for node in subtree(test) if isinstance(node, cst.Name))
    return any(word in name for name in names for word in _ENDLESS_WORDS)
