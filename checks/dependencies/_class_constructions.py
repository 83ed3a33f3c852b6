"""Facts: what classes build in their methods."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

import libcst as cst

from quality_kit.rule import Collector
from quality_kit.tree.functions import enclosing_class, enclosing_function

from ._callees import built_class
from ._moments import is_default_of_field, is_filled, is_of_the_moment

_SELF = ("self", "cls")
_ASSIGNMENTS: frozenset[type[cst.CSTNode]] = frozenset((cst.Assign, cst.AnnAssign))


class ClassConstructionFact(TypedDict):
    """An object that a method builds, at the call."""

    #: The class around it, its own name.
    owner: str
    #: Where it is kept on ``self``; empty for one that the method only uses, given nothing but what the
    #: object itself knows.
    attribute: str
    #: A reference to what is built: ``.users.UserRepository()``.
    built: str


class ClassConstructions(Collector):
    """One fact for each ``self.repository = UserRepository()`` whose attribute no parameter can fill.

    And for each ``UserRepository(self.session).find(...)``, ``repository = UserRepository()`` in a method.
    """

    def visit_Module(self, node: cst.Module) -> None:
        """Note what the classes of the file build and keep."""
        received: set[tuple[int, str]] | None = None
        for call in self.file.tree.of(cst.Call):
            attribute = self._kept_as(call) or ("" if self._is_used_at_once(call) else None)
            if attribute is None:
                continue
            owner, built = self._owner(call), built_class(self.file, call)
            if owner is None or built is None or _is_given_self(call) or self._asks_for_parameter(call):
                continue
            received = self._received() if received is None else received
            if (id(owner), attribute) not in received and not self._is_built_for_the_moment(call, attribute):
                fact: ClassConstructionFact = {
                    "owner": owner.name.value,
                    "attribute": attribute,
                    "built": built,
                }
                self.fact(fact, call)

    def _is_built_for_the_moment(self, call: cst.Call, attribute: str) -> bool:
        if is_default_of_field(self.file, call, attribute):
            return True
        return is_of_the_moment(self.file, call) if attribute else is_filled(self.file, call)

    def _kept_as(self, call: cst.Call) -> str | None:
        """The attribute of ``self`` that the result of the call is assigned to."""
        around = self.file.tree.parent(call)
        while isinstance(around, cst.Await):
            around = self.file.tree.parent(around)
        targets = _targets(around)
        return next((name for target in targets for name in _attribute(target)), None)

    def _is_used_at_once(self, call: cst.Call) -> bool:
        """Whether a method works with an object that it builds of nothing that only the method knows."""
        around = self.file.tree.parent(call)
        targets = _targets(around)
        is_used = isinstance(around, cst.Attribute) or (bool(targets) and isinstance(targets[0], cst.Name))
        return is_used and all(self._is_known_to_the_object(arg.value) for arg in call.args)

    def _is_known_to_the_object(self, node: cst.BaseExpression) -> bool:
        while isinstance(node, cst.Attribute):
            node = node.value
        if not isinstance(node, cst.Name):
            return False
        if node.value == _SELF[0]:
            return True
        bound = self.file.names.bindings(node)
        return not bound or bound is self.file.names.module_bindings().get(node.value)

    def _owner(self, call: cst.Call) -> cst.ClassDef | None:
        """The class whose method runs the call; None for functions that are no methods."""
        function = enclosing_function(self.file.tree, call)
        while function is not None:
            for around in self.file.tree.ancestors(function):
                if isinstance(around, cst.ClassDef):
                    return around
                if isinstance(around, cst.FunctionDef):
                    break
            function = enclosing_function(self.file.tree, function)
        return None

    def _received(self) -> set[tuple[int, str]]:
        """Classes and the attributes of theirs that a method fills with a parameter."""
        nodes: list[cst.Assign | cst.AnnAssign] = [
            *self.file.tree.of(cst.Assign),
            *self.file.tree.of(cst.AnnAssign),
        ]
        return {
            (id(owner), name)
            for node in nodes
            for target in _targets(node)
            for name in _attribute(target)
            if any(map(self._is_parameter, _alternatives(node.value)))
            for owner in (enclosing_class(self.file.tree, node),)
        }

    def _asks_for_parameter(self, call: cst.Call) -> bool:
        for around in self.file.tree.ancestors(call):
            if isinstance(around, cst.FunctionDef):
                return False
            if isinstance(around, cst.If) and any(map(self._is_parameter, _asked(around.test))):
                return True
        return False

    def _is_parameter(self, node: cst.BaseExpression) -> bool:
        if not isinstance(node, cst.Name) or node.value in _SELF:
            return False
        return any(isinstance(each.node, cst.Param) for each in self.file.names.bindings(node))


def _is_given_self(call: cst.Call) -> bool:
    """Whether the object built is a part of its builder: nobody else could make it."""
    return any(isinstance(arg.value, cst.Name) and arg.value.value in _SELF for arg in call.args)


def _targets(node: cst.CSTNode | None) -> list[cst.BaseExpression]:
    if node.__class__ not in _ASSIGNMENTS:
        return []
    if isinstance(node, cst.Assign):
        return [each.target for each in node.targets]
    return [node.target] if isinstance(node, cst.AnnAssign) else []


def _attribute(target: cst.BaseExpression) -> Iterator[str]:
    if (
        isinstance(target, cst.Attribute)
        and isinstance(target.value, cst.Name)
        and target.value.value in _SELF
    ):
        yield target.attr.value


def _alternatives(value: cst.BaseExpression | None) -> Iterator[cst.BaseExpression]:
    """The expressions whose value the whole may have."""
    if isinstance(value, cst.IfExp):
        yield from (*_alternatives(value.body), *_alternatives(value.orelse))
    elif isinstance(value, cst.BooleanOperation):
        yield from (*_alternatives(value.left), *_alternatives(value.right))
    elif value is not None:
        yield value


def _asked(test: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """What a condition looks at: ``repo`` in ``repo is None``, ``not repo``, ``isinstance(repo, ...)``."""
    if isinstance(test, cst.UnaryOperation):
        yield from _asked(test.expression)
    elif isinstance(test, cst.BooleanOperation):
        yield from (*_asked(test.left), *_asked(test.right))
    elif isinstance(test, cst.Comparison):
        yield test.left
    elif isinstance(test, cst.Call):
        yield from (arg.value for arg in test.args)
    else:
        yield test
