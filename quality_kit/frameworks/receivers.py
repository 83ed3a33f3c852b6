"""What kind of object an expression is: by assignment, annotation, parameter and ``Depends`` provider.

A type is the dotted name of a class (``requests.Session``, ``.repos.UserRepository``, ``:Local``); what
a function gives is the function's name with ``()``: ``boto3.client()``, ``builtins.open()``. Only this
file is looked at, and an object of several types has none.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.frameworks.annotations import LOCAL, annotated_type, reference
from quality_kit.frameworks.factories import declared_result, factory, made_by, results
from quality_kit.tree import Binding, ParsedFile, Tree, once_per_file
from quality_kit.tree.functions import enclosing_class

#: What a name stands for is followed through this many others.
_MOST_HOPS = 6
_CALL = "()"
_PROVIDING = ("Depends", "Security")
_OWN = ("self", "cls")
#: Expressions whose type may be known.
_TYPED: frozenset[type[cst.CSTNode]] = frozenset(
    (cst.Name, cst.Attribute, cst.Call, cst.Await, cst.NamedExpr, cst.IfExp, cst.BooleanOperation)
)
#: What gives back the object it is called on or opened with.
_SELF_GIVING = frozenset(("__enter__", "__aenter__"))


@once_per_file
def receivers_of(file: ParsedFile) -> Receivers:
    """The types of the file's expressions; kept for the next rule that asks about the same file."""
    return Receivers(file)


class Receivers:
    """The types of one file's expressions; ``receivers_of`` hands it out."""

    def __init__(self, file: ParsedFile) -> None:
        self._names = file.names
        self._tree: Tree = file.tree
        self._attributes: dict[int, dict[str, list[cst.CSTNode]]] | None = None
        #: By node and hops: a name that is bound a hundred times is asked for a hundred times.
        self._known: dict[tuple[int, int], str | None] = {}

    def type_of(self, node: cst.BaseExpression) -> str | None:
        """The type of the object that the expression gives; None where it is not known."""
        return self._type_of(node, _MOST_HOPS)

    def result_of(self, function: cst.FunctionDef) -> str | None:
        """The type of what a function gives: by its annotation, else by what it returns or yields."""
        return self._result_of(function, _MOST_HOPS)

    def _type_of(self, node: cst.BaseExpression, hops: int) -> str | None:
        if not hops:
            return None
        key = id(node), hops
        if key not in self._known:
            self._known[key] = self._find_type(node, hops)
        return self._known[key]

    def _find_type(self, node: cst.BaseExpression, hops: int) -> str | None:
        if node.__class__ not in _TYPED:
            return None
        if isinstance(node, cst.Name):
            return self._agreed(self._of_binding(each, hops - 1) for each in self._names.bindings(node))
        if isinstance(node, cst.Attribute):
            return self._of_attribute(node, hops - 1)
        if isinstance(node, cst.Call):
            return self._of_call(node, hops - 1)
        if isinstance(node, cst.Await):
            return self._type_of(node.expression, hops - 1)
        if isinstance(node, cst.NamedExpr):
            return self._type_of(node.value, hops - 1)
        if isinstance(node, cst.IfExp):
            return self._agreed(self._type_of(side, hops - 1) for side in (node.body, node.orelse))
        if isinstance(node, cst.BooleanOperation) and isinstance(node.operator, cst.Or):
            return self._agreed(self._type_of(side, hops - 1) for side in (node.left, node.right))
        return None

    def _agreed(self, types: Iterator[str | None]) -> str | None:
        """The one type there is; what is not known (``None`` among them) does not contradict it."""
        known = {each for each in types if each}
        return known.pop() if len(known) == 1 else None

    def _of_binding(self, binding: Binding, hops: int) -> str | None:
        node = binding.node
        if isinstance(node, cst.Param):
            return self._of_parameter(node, hops)
        if isinstance(node, cst.AnnAssign):
            return annotated_type(self._names, node.annotation.annotation)
        if isinstance(node, cst.AsName):
            item = self._tree.parent(node)
            return self._type_of(item.item, hops) if isinstance(item, cst.WithItem) else None
        return self._type_of(binding.value, hops) if binding.value is not None else None

    def _of_parameter(self, param: cst.Param, hops: int) -> str | None:
        if param.annotation is not None:
            found = annotated_type(self._names, param.annotation.annotation)
            if found:
                return found
        return self._provided(param.default, hops) if isinstance(param.default, cst.Call) else None

    def _provided(self, default: cst.Call, hops: int) -> str | None:
        """What ``Depends(provider)`` hands in: an instance of the class, or what the function gives."""
        declares = (reference(self._names, default.func) or "").rpartition(".")[2] in _PROVIDING
        if not declares or not default.args:
            return None
        return self._given_by(default.args[0].value, hops)

    def _of_call(self, call: cst.Call, hops: int) -> str | None:
        made = factory(self._names, call) or made_by(self._type_of(call.func, hops))
        given = made or self._given_by(call.func, hops)
        if given is not None or not isinstance(call.func, cst.Attribute):
            return given
        owner = self._type_of(call.func.value, hops)
        method = call.func.attr.value
        if owner is None:
            return None
        return owner if method in _SELF_GIVING else f"{owner}.{method}{_CALL}"

    def _given_by(self, function: cst.BaseExpression, hops: int) -> str | None:
        """What a call of a class or function known by name gives."""
        name = reference(self._names, function)
        if name is None:
            return None
        if name.startswith(LOCAL):
            returned = self._returned(function, hops)
            if returned:
                return returned
        last = name.rpartition(".")[2].lstrip(LOCAL + "_")
        return name if last[:1].isupper() else f"{name}{_CALL}"

    def _returned(self, function: cst.BaseExpression, hops: int) -> str | None:
        """What a function of this file gives."""
        bound = self._names.bindings(function) if isinstance(function, cst.Name) else []
        definitions = (each.node for each in bound if isinstance(each.node, cst.FunctionDef))
        definition = next(definitions, None)
        return self._result_of(definition, hops) if definition is not None else None

    def _result_of(self, function: cst.FunctionDef, hops: int) -> str | None:
        if function.returns is not None:
            return declared_result(self._names, function)
        return self._agreed(self._type_of(each, hops) for each in results(self._tree, function))

    def _of_attribute(self, node: cst.Attribute, hops: int) -> str | None:
        """``self.client`` by what the class assigns to it and by its annotations."""
        if not isinstance(node.value, cst.Name) or node.value.value not in _OWN:
            return None
        around = enclosing_class(self._tree, node)
        bound = self._attributes_of(around).get(node.attr.value, []) if around is not None else []
        return self._agreed(self._of_assigned(each, hops) for each in bound)

    def _of_assigned(self, node: cst.CSTNode, hops: int) -> str | None:
        if isinstance(node, cst.AnnAssign):
            return annotated_type(self._names, node.annotation.annotation)
        return self._type_of(node.value, hops) if isinstance(node, cst.Assign) else None

    def _attributes_of(self, definition: cst.ClassDef) -> dict[str, list[cst.CSTNode]]:
        if self._attributes is None:
            self._attributes = {}
            nodes: list[cst.Assign | cst.AnnAssign] = [
                *self._tree.of(cst.Assign),
                *self._tree.of(cst.AnnAssign),
            ]
            for node in nodes:
                around = enclosing_class(self._tree, node)
                if around is not None:
                    found = self._attributes.setdefault(id(around), {})
                    for name in self._attribute_names(node, around):
                        found.setdefault(name, []).append(node)
        return self._attributes.get(id(definition), {})

    def _attribute_names(self, node: cst.Assign | cst.AnnAssign, definition: cst.ClassDef) -> Iterator[str]:
        targets = [each.target for each in node.targets] if isinstance(node, cst.Assign) else [node.target]
        for target in targets:
            if isinstance(target, cst.Attribute) and isinstance(target.value, cst.Name):
                if target.value.value in _OWN:
                    yield target.attr.value
            elif isinstance(target, cst.Name) and self._names.scope_of(node) is definition:
                yield target.value
