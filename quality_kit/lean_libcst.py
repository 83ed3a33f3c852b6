"""Imports LibCST with lighter node classes: parsing is a third faster, and so is the import.

Parsing is most of a cold run, and most of parsing is making nodes: LibCST's are frozen dataclasses
that validate themselves. Here they are made unfrozen (a plain assignment for each field) and without
validation, which is for trees that somebody builds by hand; the parser's own are valid. Their
constructors are written when the first node of a class is made: most files have nodes of half the classes.
Nothing else about the nodes changes. To be imported before LibCST is; if LibCST is there already, or has
become another library by then, this does nothing. Whoever changes trees must validate what comes out.
"""

from __future__ import annotations

import dataclasses
import importlib
import sys
from collections.abc import Callable
from typing import Any

_NODES = "libcst._nodes"
_MISSING = dataclasses.MISSING


def _without_freezing(original: Callable[..., Any]) -> Callable[..., Any]:
    def dataclass(cls: type | None = None, /, **options: Any) -> Any:
        if cls is not None:
            return original(cls, **options)

        def decorate(target: type) -> Any:
            if options.get("frozen") and target.__module__.startswith(_NODES):
                lean = {**options, "frozen": False, "repr": False, "eq": False, "init": False}
                return _with_late_constructor(original(**lean)(target))
            return original(**options)(target)

        return decorate

    return dataclass


def _with_late_constructor(kind: Any) -> Any:
    if "__init__" in vars(kind):
        return kind

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        # LibCST makes the class once more, with slots: the one that has this constructor is not ``kind``.
        owner: Any = next(each for each in type(self).__mro__ if vars(each).get("__init__") is __init__)
        owner.__init__ = _constructor(owner)
        owner.__init__(self, *values, **named)

    kind.__init__ = __init__
    return kind


def _constructor(kind: Any) -> Callable[..., None]:
    """What ``dataclass`` would have written, but for the types of the parameters."""
    known: dict[str, Any] = {"_made": object()}
    parameters, lines = ["self"], ["pass"]
    for field in dataclasses.fields(kind):
        name, default, value = field.name, "", field.name
        if field.default is not _MISSING:
            known[f"_of_{name}"], default = field.default, f"=_of_{name}"
        elif field.default_factory is not _MISSING:
            known[f"_of_{name}"], default = field.default_factory, "=_made"
            value = f"_of_{name}() if {name} is _made else {name}"
        parameters.append(f"{name}{default}")
        lines.append(f"self.{name} = {value}")
    # made of LibCST's own field names, of nothing that is checked
    exec(f"def __init__({', '.join(parameters)}):\n    {'; '.join(lines)}", known)
    constructor: Callable[..., None] = known["__init__"]
    return constructor


def _import_lean() -> None:
    original = dataclasses.dataclass
    dataclasses.dataclass = _without_freezing(original)
    try:
        libcst = importlib.import_module("libcst")
    finally:
        dataclasses.dataclass = original
    libcst.CSTNode.__post_init__ = lambda self: None


if "libcst" not in sys.modules:
    _import_lean()
