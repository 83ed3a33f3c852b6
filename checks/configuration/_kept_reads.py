"""What becomes of a read that is kept under a name, or that a declaration says may be None."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, once_per_file

from ._answers import Answer, answer
from ._scopes import class_around, is_default, positional

_OPTIONAL = frozenset(("Optional", "None", "Any"))
#: What makes a field of a dataclass or a model.
_FIELDS = frozenset(("field", "Field", "attrib", "ib"))
_Kept = cst.Assign | cst.AnnAssign | cst.NamedExpr


def kept_answer(file: ParsedFile, node: cst.CSTNode) -> Answer | None:
    """How the code that uses the name of a kept read deals with None.

    An exception for a missing value anywhere counts more than a test that goes on without it, and both
    count more than an annotation that allows None.
    """
    kept = _kept_by(file, node)
    answers = {answer(file, use) for use in _uses(file, kept)} if kept is not None else set()
    if "gives up" in answers:
        return "gives up"
    if _takes_default(file, node):
        return None  # what it goes on with is up to its caller
    return "goes on" if "goes on" in answers or _is_declared_optional(file, node) else None


def _takes_default(file: ParsedFile, node: cst.CSTNode) -> bool:
    function = file.names.scope_of(node)
    if not isinstance(function, cst.FunctionDef):
        return False
    return any(is_default(param) for param in (*positional(function), *function.params.kwonly_params))


def _kept_by(file: ParsedFile, node: cst.CSTNode) -> _Kept | None:
    """The assignment of the read itself, or of a field whose default it is."""
    around = file.tree.parent(node)
    while around is not None and not isinstance(around, cst.BaseStatement):
        if isinstance(around, (cst.Assign, cst.AnnAssign, cst.NamedExpr)):
            is_field = isinstance(around, cst.AnnAssign) and class_around(file, around) is not None
            return around if around.value is node or is_field else None
        around = file.tree.parent(around)
    return None


def _uses(file: ParsedFile, kept: _Kept) -> Iterator[cst.CSTNode]:
    targets = [each.target for each in kept.targets] if isinstance(kept, cst.Assign) else [kept.target]
    names = _names(file)
    owner = class_around(file, kept)
    for target in targets:
        if isinstance(target, cst.Name) and file.names.scope_of(kept) is not owner:
            for name in names.get(target.value, ()):
                if name is not target and _stands_for(file, name, kept):
                    yield name
        elif owner is not None:
            own = dotted(target) if isinstance(target, cst.Attribute) else f"self.{dotted(target)}"
            for attribute in names.get(own or "", ()):
                if attribute is not target and class_around(file, attribute) is owner:
                    yield attribute


def _stands_for(file: ParsedFile, name: cst.CSTNode, kept: _Kept) -> bool:
    bindings = file.names.bindings(name) if isinstance(name, cst.Name) else []
    return any(each.value is kept.value for each in bindings)


@once_per_file  # asked for every read of a file
def _names(file: ParsedFile) -> Mapping[str, list[cst.CSTNode]]:
    """The names and the attributes of names in a file, by how they are written."""
    found: defaultdict[str, list[cst.CSTNode]] = defaultdict(list)
    for name in file.tree.of(cst.Name):
        found[name.value].append(name)
    for attribute in file.tree.of(cst.Attribute):
        if isinstance(attribute.value, cst.Name):
            found[f"{attribute.value.value}.{attribute.attr.value}"].append(attribute)
    return found


def _is_declared_optional(file: ParsedFile, node: cst.CSTNode) -> bool:
    """``x: str | None = ...``, the same of a field's default factory, and what a function returns."""
    for around in file.tree.ancestors(node):
        if isinstance(around, cst.AnnAssign):
            return _allows_none(around.annotation.annotation)
        if isinstance(around, cst.Return):
            function = file.names.scope_of(around)
            returns = function.returns if isinstance(function, cst.FunctionDef) else None
            return around.value is node and returns is not None and _allows_none(returns.annotation)
        if isinstance(around, cst.BaseStatement):
            return False
        if isinstance(around, cst.Call) and (dotted(around.func) or "").rpartition(".")[2] not in _FIELDS:
            return False
    return False


def _allows_none(annotation: cst.BaseExpression) -> bool:
    if isinstance(annotation, cst.BinaryOperation):
        return _allows_none(annotation.left) or _allows_none(annotation.right)
    if isinstance(annotation, cst.SimpleString):
        return "None" in annotation.value or "Optional[" in annotation.value
    name = annotation.value if isinstance(annotation, cst.Subscript) else annotation
    return (dotted(name) or "").rpartition(".")[2] in _OPTIONAL
