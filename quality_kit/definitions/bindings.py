"""Facts: which names a module binds to instances, and which are other names of something."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple, TypedDict

import libcst as cst

from quality_kit.definitions.module_level import statements, when_runs
from quality_kit.definitions.references import BUILTIN, CALL, references, target_names
from quality_kit.rule import Collector

#: A function of this name at module level answers for names that the module does not bind.
DYNAMIC = "__getattr__"

#: Packages whose classes nobody takes for business.
_INFRASTRUCTURE = sys.stdlib_module_names | {
    *("fastapi", "starlette", "sqlalchemy", "pydantic", "typing_extensions", "typer", "click", "celery"),
    *("prometheus_client", "structlog", "loguru", "alembic"),
}
#: A class in it, or a local name of something that may be one.
_LIKE_AN_INSTANCE = re.compile(r"\b_*[A-Z]\w*(?:\.\w+)?\(\)|^[:?]\w+\(\)|\.(?:client|resource)\(\)")


class BindingFact(TypedDict):
    """Names at module level that are bound together, by one assignment."""

    names: list[str]
    #: References to what they may be bound to; an instance has a call in it, another name has none.
    values: list[str]


class Bound(NamedTuple):
    """Names and the expressions that they may stand for."""

    targets: list[cst.Name]
    values: list[cst.BaseExpression]


class ModuleBindings(Collector):
    """A ``BindingFact`` for each binding to a call or to another name, and one without values for functions.

    A binding to what may be an instance of a class of this tree, or of a client's, stands at its name;
    all others stand at ``FILE_START``.
    """

    def visit_Module(self, node: cst.Module) -> None:
        """Note all bindings that happen when the module is imported."""
        self._known = references(node)
        functions = []
        for statement in statements(node):
            if isinstance(statement.node, cst.FunctionDef):
                functions.append(statement.node.name.value)
            elif isinstance(statement.node, (cst.Assign, cst.AnnAssign)) and statement.when == "import":
                for bound in _assigned(statement.node):
                    self._keep(bound)
        if functions:
            self.fact({"names": functions, "values": []})
        for walrus in self.file.tree.of(cst.NamedExpr):
            if when_runs(self.file.tree, walrus) == "import" and not self._is_assigned(walrus):
                self._keep(_bound([walrus.target], walrus.value))

    def _is_assigned(self, walrus: cst.NamedExpr) -> bool:
        """Whether the walrus is (a branch of) what an assignment binds, and known from there."""
        around = self.file.tree.parent(walrus)
        while isinstance(around, (cst.NamedExpr, cst.IfExp, cst.BooleanOperation)):
            around = self.file.tree.parent(around)
        return isinstance(around, (cst.Assign, cst.AnnAssign))

    def _keep(self, bound: Bound) -> None:
        values = [value for value in map(self._known.to, bound.values) if value]
        if values and bound.targets:
            data: BindingFact = {"names": [name.value for name in bound.targets], "values": values}
            self.fact(data, bound.targets[0] if any(map(_is_worth_a_place, values)) else None)


def _is_worth_a_place(value: str) -> bool:
    """Places cost time: nobody asks for those of loggers, routers and regexes."""
    if CALL not in value or value.startswith(BUILTIN) or value.partition(".")[0] in _INFRASTRUCTURE:
        return False
    return _LIKE_AN_INSTANCE.search(value) is not None


def _assigned(node: cst.Assign | cst.AnnAssign) -> Iterator[Bound]:
    targets = [each.target for each in node.targets] if isinstance(node, cst.Assign) else [node.target]
    if node.value is None:
        return
    plain = [target for target in targets if isinstance(target, cst.Name)]
    if plain:
        yield _bound(plain, node.value)
    for target in targets:
        if isinstance(target, (cst.Tuple, cst.List)):
            yield from _unpacked(target, node.value)


def _unpacked(target: cst.Tuple | cst.List, value: cst.BaseExpression) -> Iterator[Bound]:
    if not isinstance(value, (cst.Tuple, cst.List)):
        return
    for one, other in _pairs(list(target.elements), list(value.elements)):
        if isinstance(one, cst.Name):
            yield _bound([one], other)
        elif isinstance(one, (cst.Tuple, cst.List)):
            yield from _unpacked(one, other)


def _pairs(
    targets: list[cst.BaseElement], values: list[cst.BaseElement]
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """Targets with their values, from the front up to the first star and from the back down to the last."""
    for one, other in zip(targets, values, strict=False):
        if isinstance(one, cst.StarredElement) or isinstance(other, cst.StarredElement):
            break
        yield one.value, other.value
    else:
        return
    for one, other in zip(reversed(targets), reversed(values), strict=False):
        if isinstance(one, cst.StarredElement) or isinstance(other, cst.StarredElement):
            return
        yield one.value, other.value


def _bound(targets: list[cst.Name] | list[cst.BaseExpression], value: cst.BaseExpression) -> Bound:
    names = [name for target in targets for name in target_names(target)]
    values: list[cst.BaseExpression] = []
    pending = [value]
    while pending:
        expression = pending.pop()
        if isinstance(expression, cst.NamedExpr):
            names += target_names(expression.target)
            pending.append(expression.value)
        elif isinstance(expression, cst.IfExp):
            pending += [expression.orelse, expression.body]
        elif isinstance(expression, cst.BooleanOperation):
            pending += [expression.right, expression.left]
        else:
            values.append(expression)
    return Bound(names, values)
