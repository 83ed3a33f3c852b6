"""The class that an annotation names: through ``Optional``, ``| None``, ``Annotated`` and quotes."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Names, dotted
from quality_kit.tree.texts import text_of

#: What stands for its first argument.
_TRANSPARENT = frozenset(
    ("Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "Awaitable")
)
_LAST = "."
#: How a class or function of this very file is written.
LOCAL = ":"
_DEFINITIONS = (cst.ClassDef, cst.FunctionDef)


def annotated_type(names: Names, annotation: cst.BaseExpression) -> str | None:
    """The dotted name of the class; None for a union of several and for what is no name.

    A name of this file is written ``:Name``, one of a relative import ``.module.Name``.
    """
    if isinstance(annotation, cst.Subscript):
        return _subscripted(names, annotation)
    if isinstance(annotation, cst.BinaryOperation):
        sides = [side for side in (annotation.left, annotation.right) if dotted(side) != "None"]
        return annotated_type(names, sides[0]) if len(sides) == 1 else None
    if isinstance(annotation, cst.SimpleString):
        return _quoted(names, annotation)
    alias = _alias(names, annotation)
    return annotated_type(names, alias) if alias is not None else reference(names, annotation)


def reference(names: Names, node: cst.CSTNode) -> str | None:
    """The dotted thing a chain of names stands for, ``:Name`` for what this file defines itself."""
    written = dotted(node)
    if written is None:
        return None
    qualified = names.qualified(node)
    if qualified is not None:
        return qualified
    first = node
    while isinstance(first, cst.Attribute):
        first = first.value
    bound = names.bindings(first) if isinstance(first, cst.Name) else []
    is_defined = any(each.node.__class__ in _DEFINITIONS for each in bound)
    return f"{LOCAL}{written}" if is_defined else None


def _alias(names: Names, annotation: cst.BaseExpression) -> cst.Subscript | None:
    """What ``SessionDep`` stands for after ``SessionDep = Annotated[Session, Depends(get_session)]``."""
    bound = names.bindings(annotation) if isinstance(annotation, cst.Name) else []
    if len(bound) != 1:
        return None
    node = bound[0].node
    value = node.value if isinstance(node, cst.TypeAlias) else bound[0].value
    return value if isinstance(value, cst.Subscript) else None


def _subscripted(names: Names, annotation: cst.Subscript) -> str | None:
    outer = dotted(annotation.value) or ""
    if outer.rpartition(_LAST)[2] not in _TRANSPARENT:
        return reference(names, annotation.value)
    first = annotation.slice[0].slice if annotation.slice else None
    return annotated_type(names, first.value) if isinstance(first, cst.Index) else None


def _quoted(names: Names, annotation: cst.SimpleString) -> str | None:
    """Only plain dotted names: what else stands in quotes is rare."""
    text = text_of(annotation) or ""
    text = text.removesuffix("| None").strip()
    if not text.replace(".", "").isidentifier():
        return None
    first, dot, rest = text.partition(".")
    bound = names.module_bindings().get(first, [])
    imported = next((binding.imported for binding in bound if binding.imported), None)
    if imported:
        return f"{imported}{dot}{rest}"
    is_defined = any(isinstance(binding.node, cst.ClassDef) for binding in bound)
    return f"{LOCAL}{text}" if is_defined else None
