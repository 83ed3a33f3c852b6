"""The classes and functions around a node, by name and by parameter."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.tree import ParsedFile

_FIRST_PARAMETERS = frozenset(("self", "cls"))
_DEFAULT_NAME = re.compile(r"default|fallback", re.IGNORECASE)


def qualified_name(file: ParsedFile, node: cst.CSTNode) -> str:
    """The name of a class or function with those around it: ``Service._env``."""
    around = [
        item.name.value
        for item in file.tree.ancestors(node)
        if isinstance(item, (cst.ClassDef, cst.FunctionDef))
    ]
    own = [node.name.value] if isinstance(node, (cst.ClassDef, cst.FunctionDef)) else []
    return ".".join([*reversed(around), *own])


def class_around(file: ParsedFile, node: cst.CSTNode) -> cst.ClassDef | None:
    """The innermost class around a node."""
    return next((item for item in file.tree.ancestors(node) if isinstance(item, cst.ClassDef)), None)


def enclosing_function(file: ParsedFile, param: cst.Param) -> cst.FunctionDef | None:
    """The function that a parameter belongs to; None for a lambda."""
    owners = (item for item in file.tree.ancestors(param) if isinstance(item, (cst.FunctionDef, cst.Lambda)))
    owner = next(owners, None)
    return owner if isinstance(owner, cst.FunctionDef) else None


def positional(function: cst.FunctionDef) -> list[cst.Param]:
    """The parameters that a call can give by position, without ``self`` or ``cls``."""
    found = [*function.params.posonly_params, *function.params.params]
    return found[1:] if found and found[0].name.value in _FIRST_PARAMETERS else found


def parameter_position(function: cst.FunctionDef, param: cst.Param) -> int:
    """The place of a parameter among the positional ones, -1 for one that is given by name only."""
    return next((index for index, item in enumerate(positional(function)) if item is param), -1)


def is_default(param: cst.Param) -> bool:
    """Whether a parameter is named for what stands in for a missing value."""
    return _DEFAULT_NAME.search(param.name.value) is not None
