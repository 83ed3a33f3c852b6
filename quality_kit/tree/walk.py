"""One read-only walk over a LibCST module, for all rules at once.

LibCST's own visitors call Python for every node, white space and punctuation included. Here a
function is generated for each class of nodes that steps only into the fields with a meaning; the
walk notes the parent of every node and sorts the nodes by class, and rules ask for what they want.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import libcst as cst

from quality_kit.tree.scopes import Scopes

NodeT = TypeVar("NodeT", bound=cst.CSTNode)
_Expander = Callable[[cst.CSTNode, Callable[[cst.CSTNode], None], dict[int, cst.CSTNode]], None]

_NODE_TYPE = re.compile(r"libcst\._nodes\.(?:expression|statement)\.(\w+)|ForwardRef\('(\w+)'\)")
_PUNCTUATION = re.compile(
    r"(?:Left|Right)(?:Paren|SquareBracket|CurlyBrace)|Asynchronous|ParamSlash|ParamStar|NameItemComma\Z"
)

#: Fields whose order in the class is not the order in the source text.
_SOURCE_ORDER: Mapping[str, tuple[str, ...]] = {
    "FunctionDef": ("decorators", "name", "type_parameters", "params", "returns", "body"),
    "ClassDef": ("decorators", "name", "type_parameters", "bases", "keywords", "body"),
    "IfExp": ("body", "test", "orelse"),
    "Parameters": ("posonly_params", "params", "star_arg", "kwonly_params", "star_kwarg"),
    "MatchAs": ("pattern", "name"),
}


class Tree:
    """A parsed module with its nodes by class and the parent of each."""

    def __init__(self, module: cst.Module) -> None:
        self.module = module
        self._parents: dict[int, cst.CSTNode] = {}
        self._nodes: defaultdict[type[cst.CSTNode], list[cst.CSTNode]] = defaultdict(list)
        _walk(module, self._parents, self._nodes)
        #: The scope of each node.
        self.scopes = Scopes(module, self._parents)

    def of(self, kind: type[NodeT]) -> list[NodeT]:
        """All nodes of exactly this class, in source order."""
        return self._nodes.get(kind, [])  # type: ignore[return-value]

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The node around this one, white space and punctuation apart; None for the module."""
        return self._parents.get(id(node))

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around this one, from the inside to the module."""
        parents = self._parents
        around = parents.get(id(node))
        while around is not None:
            yield around
            around = parents.get(id(around))

    def contains(self, node: cst.CSTNode) -> bool:
        """Whether the walk has seen this very node."""
        return id(node) in self._parents or node is self.module


def subtree(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The node and all nodes below it, in source order."""
    stack = [node]
    unused: dict[int, cst.CSTNode] = {}
    while stack:
        found = stack.pop()
        yield found
        _expander(found.__class__)(found, stack.append, unused)


def _walk(
    module: cst.Module,
    parents: dict[int, cst.CSTNode],
    nodes: defaultdict[type[cst.CSTNode], list[cst.CSTNode]],
) -> None:
    stack: list[cst.CSTNode] = [module]
    pop, push, known = stack.pop, stack.append, _EXPANDERS
    while stack:
        node = pop()
        kind = node.__class__
        nodes[kind].append(node)
        expand = known.get(kind)
        if expand is None:
            expand = _expander(kind)
        expand(node, push, parents)


_EXPANDERS: dict[type[cst.CSTNode], _Expander] = {}


def _expander(kind: type[cst.CSTNode]) -> _Expander:
    """The function that pushes the children of a node of this class, last one first."""
    if kind not in _EXPANDERS:
        lines = [line for name, shape in reversed(_child_fields(kind)) for line in _push_lines(name, shape)]
        source = "def expand(node, push, parents):\n" + "".join(f"    {line}\n" for line in lines or ["pass"])
        namespace: dict[str, Any] = {"CSTNode": cst.CSTNode, "sequences": (tuple, list)}
        exec(source, namespace)  # made of LibCST's own field names, of nothing that is checked
        _EXPANDERS[kind] = namespace["expand"]
    return _EXPANDERS[kind]


def _child_fields(kind: type[cst.CSTNode]) -> list[tuple[str, str]]:
    """Names and shapes (``one``, ``perhaps``, ``many``, ``any``) of the fields that hold syntax."""
    fields = [(field.name, _shape(repr(field.type))) for field in dataclasses.fields(kind)]
    found = [(name, shape) for name, shape in fields if shape]
    order = _SOURCE_ORDER.get(kind.__name__)
    return sorted(found, key=lambda field: order.index(field[0])) if order else found


def _shape(annotation: str) -> str:
    names = [one or other for one, other in _NODE_TYPE.findall(annotation)]
    if not any(not _PUNCTUATION.match(name) for name in names):
        return ""
    if "Sequence[" in annotation:
        return "any" if "Union[" in annotation.split("Sequence[")[0] else "many"
    return "perhaps" if any(word in annotation for word in ("Optional", "None", "MaybeSentinel")) else "one"


def _push_lines(name: str, shape: str) -> list[str]:
    push_each = ["for child in reversed(children):", "    parents[id(child)] = node", "    push(child)"]
    if shape == "many":
        return [f"children = node.{name}", "if children:", *(f"    {line}" for line in push_each)]
    if shape == "one":
        return [f"child = node.{name}", "parents[id(child)] = node", "push(child)"]
    push_one = [
        f"child = node.{name}",
        "if isinstance(child, CSTNode):",
        "    parents[id(child)] = node",
        "    push(child)",
    ]
    if shape == "perhaps":
        return push_one
    each = [f"    {line}" for line in push_each]
    return [
        f"children = node.{name}",
        "if children.__class__ in sequences:",
        *each,
        "else:",
        *(f"    {line}" for line in push_one),
    ]
