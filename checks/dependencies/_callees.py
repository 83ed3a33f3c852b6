"""Calls that may build an object of a class of this tree, and what they are given."""

from __future__ import annotations

import re
import sys

import libcst as cst

from quality_kit.definitions.references import CALL, UNKNOWN
from quality_kit.frameworks.annotations import reference
from quality_kit.tree import ParsedFile, dotted

#: Packages whose classes are no business of any project.
_OTHERS = sys.stdlib_module_names | {
    *("builtins", "fastapi", "starlette", "pydantic", "sqlalchemy", "sqlmodel", "typing_extensions", "httpx"),
    *("requests", "aiohttp", "redis", "boto3", "celery", "typer", "click", "rich", "numpy", "pandas", "jwt"),
}

#: Methods that read a value, and accessors, which hand out what somebody else has built.
_NO_BUILDING = re.compile(r"(?:model_validate|instance|current|shared|get(?:_\w+)?)\Z")


def built_class(file: ParsedFile, call: cst.Call) -> str | None:
    """A reference to what the call gives (``.users.UserService()``) if its name is one of a class."""
    written = dotted(call.func)
    if written is None or not any(_is_like_class(part) for part in written.split(".")[-2:]):
        return None
    first = written.partition(".")[0]
    if first in ("self", "cls") or _NO_BUILDING.match(written.rpartition(".")[2]):
        return None
    found = reference(file.names, call.func)
    if found is None and not _is_bound(file, call.func):
        found = f"{UNKNOWN}{written}"
    if found is None or found.partition(".")[0] in _OTHERS:
        return None
    return f"{found}{CALL}"


def _is_bound(file: ParsedFile, node: cst.BaseExpression) -> bool:
    while isinstance(node, cst.Attribute):
        node = node.value
    return isinstance(node, cst.Name) and bool(file.names.bindings(node))


def _is_like_class(name: str) -> bool:
    bare = name.lstrip("_")
    return bare[:1].isupper() and not bare.isupper()
