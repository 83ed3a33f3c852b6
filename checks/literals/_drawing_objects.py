"""What a module has from libraries that draw pages, plots, pictures and windows, and what it makes of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import libcst as cst

from quality_kit.tree import Binding, Names, Tree, dotted, import_origin, subtree
from quality_kit.tree.texts import text_of

_LIBRARIES = frozenset(
    (
        *("matplotlib", "plotly", "bokeh", "seaborn", "reportlab", "fpdf", "borb", "cairo", "cairocffi"),
        *(
            "blessed",
            "blessings",
            "tkinter",
            "turtle",
            "pygame",
            "curses",
            "pptx",
            "docx",
            "xlsxwriter",
            "svgwrite",
            "drawsvg",
        ),
        *("PyQt5", "PyQt6", "PySide2", "PySide6", "PIL.ImageDraw", "PIL.ImageFont"),
    )
)
#: What parameters and results without a type are called, in a module that draws.
_PICTURES = frozenset(
    (
        *("canvas", "canv", "ax", "axes", "fig", "figure", "plt", "painter", "pdf", "surface", "screen"),
        *("stdscr", "slide", "worksheet"),
    )
)
_BUILTINS, _SUPER, _PARENT = "builtins.", "builtins.super", "super"
#: From a name to the library: through so many calls, attributes and assignments.
_MOST_STEPS = 20


class DrawingObjects:
    """Follows names through one module; what was followed once is kept."""

    def __init__(self, tree: Tree, names: Names) -> None:
        self._tree, self._names = tree, names
        self._known: dict[int | str, bool] = {}
        self._assigned: Mapping[str, list[cst.BaseExpression]] | None = None
        self._has_star = any(
            isinstance(each.names, cst.ImportStar) and _is_library(import_origin(each))
            for each in tree.of(cst.ImportFrom)
        )

    def draws(self, call: cst.Call) -> bool:
        """Whether a call is one of such a library, or of an object that one made."""
        return self._is_called(call.func, _MOST_STEPS)

    def _is_called(self, called: cst.BaseExpression, steps: int) -> bool:
        if isinstance(called, cst.Attribute):
            return self._is_from_library(called) or self._is_drawn(called.value, steps - 1)
        return self._is_drawn(called, steps - 1)

    def _is_drawn(self, node: cst.BaseExpression, steps: int) -> bool:
        """Whether an expression is an object of such a library."""
        if steps <= 0:
            return False
        if isinstance(node, cst.Call):
            return self._is_called(node.func, steps)
        if isinstance(node, cst.Subscript):
            return self._is_drawn(node.value, steps - 1)
        if isinstance(node, cst.Attribute):
            return self._is_attribute(node, steps)
        return isinstance(node, cst.Name) and self._is_name(node, steps)

    def _is_from_library(self, node: cst.CSTNode) -> bool:
        return _is_library(self._names.qualified(node) or "")

    def _is_attribute(self, node: cst.Attribute, steps: int) -> bool:
        """What the module assigns counts as that; other attributes belong to their objects."""
        name = node.attr.value
        if self._is_from_library(node) or name in _PICTURES:
            return True
        values = self._values_of(name)
        if not values:
            return self._is_drawn(node.value, steps - 1)
        if name not in self._known:
            self._known[name] = False  # until it is known: an attribute may be made of itself
            self._known[name] = any(self._is_drawn(value, steps - 1) for value in values)
        return self._known[name]

    def _values_of(self, attribute: str) -> list[cst.BaseExpression]:
        if self._assigned is None:
            self._assigned = _assigned_attributes(self._tree)
        return self._assigned.get(attribute, [])

    def _is_name(self, name: cst.Name, steps: int) -> bool:
        meaning = self._names.qualified(name) or ""
        if _is_library(meaning) or (meaning == _SUPER and self._is_in_drawing_class(name, steps)):
            return True
        bindings = self._names.bindings(name)
        if not bindings:
            return self._has_star and not meaning.startswith(_BUILTINS)
        if name.value in _PICTURES and not any(each.imported for each in bindings):
            return True
        key = id(bindings)
        if key not in self._known:
            self._known[key] = False  # until it is known: a name may be made of itself
            self._known[key] = any(self._gives(each, steps - 1) for each in bindings)
        return self._known[key]

    def _gives(self, binding: Binding, steps: int) -> bool:
        """Whether a name gets an object that draws: from a call, in a loop, as a parameter, from ``with``."""
        node = binding.node
        annotation = node.annotation if isinstance(node, (cst.AnnAssign, cst.Param)) else None
        if isinstance(node, cst.FunctionDef):
            annotation = node.returns
        if annotation is not None and self._names_library(annotation):
            return True
        if isinstance(node, cst.ClassDef):
            return any(self._is_drawn(base.value, steps) for base in node.bases)
        if isinstance(node, cst.Param):
            return self._is_self(node, steps)
        value = binding.value if binding.value is not None else self._source_of(node)
        return value is not None and self._is_drawn(value, steps)

    def _source_of(self, node: cst.CSTNode) -> cst.BaseExpression | None:
        if isinstance(node, cst.AsName):
            item = self._tree.parent(node)
            return item.item if isinstance(item, cst.WithItem) else None
        if isinstance(node, (cst.For, cst.CompFor)):
            return node.iter
        return node.value if isinstance(node, cst.Assign) else None

    def _names_library(self, annotation: cst.Annotation) -> bool:
        """Whether a type is, or holds, one of the library, also in quotes: ``"Canvas | None"``."""
        text = text_of(annotation.annotation)
        if text is not None:
            bound = self._names.module_bindings().get(text.partition(".")[0].partition(" ")[0], ())
            return any(_is_library(each.imported or "") for each in bound)
        return any(
            isinstance(each, (cst.Name, cst.Attribute)) and self._is_from_library(each)
            for each in subtree(annotation)
        )

    def _is_self(self, param: cst.Param, steps: int) -> bool:
        params = self._tree.parent(param)
        is_first = isinstance(params, cst.Parameters) and next(iter(params.params), None) is param
        return is_first and self._is_in_drawing_class(param, steps)

    def _is_in_drawing_class(self, node: cst.CSTNode, steps: int) -> bool:
        around = next((each for each in self._tree.ancestors(node) if isinstance(each, cst.ClassDef)), None)
        return around is not None and any(self._is_drawn(base.value, steps - 1) for base in around.bases)


def imports_drawing(tree: Tree) -> bool:
    """Whether the module imports such a library at all."""
    return any(map(_is_library, _imported(tree)))


def _is_library(name: str) -> bool:
    parts = name.split(".", 2)
    return parts[0] in _LIBRARIES or ".".join(parts[:2]) in _LIBRARIES


def _imported(tree: Tree) -> Iterator[str]:
    for statement in tree.of(cst.Import):
        for alias in statement.names:
            yield dotted(alias.name) or ""
    for source in tree.of(cst.ImportFrom):
        module = import_origin(source)
        yield module
        for each in () if isinstance(source.names, cst.ImportStar) else source.names:
            yield f"{module}.{dotted(each.name)}"


def _assigned_attributes(tree: Tree) -> Mapping[str, list[cst.BaseExpression]]:
    """What the module assigns to attributes, by their names: ``self.canvas = Canvas(path)``."""
    found: defaultdict[str, list[cst.BaseExpression]] = defaultdict(list)
    for statement in tree.of(cst.Assign):
        for target in statement.targets:
            for node in _targets(target.target):
                found[node.attr.value].append(statement.value)
    for annotated in tree.of(cst.AnnAssign):
        if isinstance(annotated.target, cst.Attribute) and annotated.value is not None:
            found[annotated.target.attr.value].append(annotated.value)
    return found


def _targets(target: cst.BaseExpression) -> Iterator[cst.Attribute]:
    if isinstance(target, cst.Attribute):
        yield target
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from _targets(element.value)
