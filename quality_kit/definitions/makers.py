"""Which methods of a class give an instance: constructors beside ``__init__``, and fluent methods."""

from __future__ import annotations

import libcst as cst

from quality_kit.definitions.references import BUILTIN, References
from quality_kit.tree.names import dotted
from quality_kit.tree.texts import text_of
from quality_kit.tree.walk import Tree, subtree

#: The class itself, among the values of ``Makers.of``.
ITSELF = ""

_CONSTRUCTORS = ("classmethod", "staticmethod")
_SELF_TYPES = ("Self", "typing.Self", "typing_extensions.Self")
_OPTIONAL = ("Optional", "typing.Optional")
#: Annotations that say nothing.
_ANYTHING = ("Any", "typing.Any", "object")
_NO_CLASSES = (BUILTIN, "typing.", "collections.")
_SINGLE = (cst.Call, cst.Name, cst.Attribute)


class Makers:
    """Finds them for the classes of one file, by what methods declare and, undeclared, by what they call."""

    def __init__(self, tree: Tree, known: References) -> None:
        self._known = known
        self._fluent = {
            id(next((each for each in tree.ancestors(node) if isinstance(each, cst.FunctionDef)), None))
            for node in tree.of(cst.Return)
            if isinstance(node.value, cst.Name) and node.value.value == "self"
        }

    def of(self, node: cst.ClassDef) -> dict[str, str]:
        """What the methods of a class make, by name; methods that make no instance are left out.

        The value is ``ITSELF`` or the reference to another class.
        """
        found = {}
        for method in node.body.body:
            if isinstance(method, cst.FunctionDef) and method.asynchronous is None:
                made = self._made_by(method, node.name.value)
                if made is not None:
                    found[method.name.value] = made
        return found

    def _made_by(self, method: cst.FunctionDef, owner: str) -> str | None:
        declared = _class_named(method.returns.annotation) if method.returns is not None else None
        if any(_is_constructor(each) for each in method.decorators):
            return self._constructed(method, owner, None if declared in _ANYTHING else declared)
        if method.decorators:
            return None  # a property, a context manager ...: what it gives is up to the decorator
        is_fluent = id(method) in self._fluent if declared is None else declared in (owner, *_SELF_TYPES)
        return ITSELF if is_fluent else None

    def _constructed(self, method: cst.FunctionDef, owner: str, declared: str | None) -> str | None:
        if declared in (owner, *_SELF_TYPES):
            return ITSELF
        if declared is not None and self._known.to_name(declared).startswith(_NO_CLASSES):
            return None
        built = _built_in(method.body, owner)
        if built == owner:
            return ITSELF  # declared by a type variable or a base, if at all
        made = declared or built
        return self._known.to_name(made) if made else None


def _built_in(body: cst.BaseSuite, owner: str) -> str | None:
    """The class that a constructor makes an instance of: its own, else one that it returns an instance of."""
    returned: str | None = None
    calls_own = False
    for node in subtree(body):
        if isinstance(node, cst.Call):
            calls_own = calls_own or dotted(node.func) in ("cls", owner)
        elif isinstance(node, cst.Return) and node.value is not None:
            if not isinstance(node.value, _SINGLE):
                return None  # instances in a list, a condition ...
            called = dotted(node.value.func) if isinstance(node.value, cst.Call) else None
            returned = returned or (called if called and _is_like_class(called) else None)
    return owner if calls_own else returned


def _is_constructor(decorator: cst.Decorator) -> bool:
    return isinstance(decorator.decorator, cst.Name) and decorator.decorator.value in _CONSTRUCTORS


def _is_like_class(name: str) -> bool:
    return name.rpartition(".")[2].lstrip("_")[:1].isupper()


def _class_named(node: cst.BaseExpression) -> str | None:
    """The class that an annotation names: without quotes, ``Optional`` and type arguments."""
    if isinstance(node, cst.SimpleString):
        return (text_of(node) or "").replace("| None", "").strip().partition("[")[0] or None
    if isinstance(node, cst.BinaryOperation):
        sides = (node.left, node.right)
        return next((_class_named(side) for side in sides if dotted(side) != "None"), None)
    if isinstance(node, cst.Subscript):
        if dotted(node.value) in _OPTIONAL and isinstance(node.slice[0].slice, cst.Index):
            return _class_named(node.slice[0].slice.value)
        return dotted(node.value)
    return dotted(node)
