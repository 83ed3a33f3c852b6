"""What is the process environment in one file: ``os.environ`` under whatever name, and ``os.getenv``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import libcst as cst

from quality_kit.tree import ParsedFile, dotted

_MAPPINGS = frozenset(
    ("os.environ", "os.environb", "posix.environ", "nt.environ", "starlette.config.environ")
)
_GETTERS = frozenset(("os.getenv", "os.getenvb"))
#: A file without any of these words reads no variable through ``os``.
_WORDS = ("environ", "getenv")
_MOST_HOPS = 4


class Environment:
    """Tells which expressions of a file are the environment; cheap where the file never mentions it."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self.is_mentioned = any(word in file.source.text for word in _WORDS)

    def is_mapping(self, node: cst.CSTNode) -> bool:
        """Whether the expression is ``os.environ`` itself, not a copy and not another ``environ``."""
        return _last_name(node) in self._names and self._is_mapping(node, _MOST_HOPS)

    def is_getter(self, node: cst.CSTNode) -> bool:
        """Whether the expression is ``os.getenv`` or ``os.environ.get``, called or handed on."""
        last = _last_name(node)
        if last not in self._getter_names and last != "get":
            return False
        if last == "get" and isinstance(node, cst.Attribute):
            return self.is_mapping(node.value)
        name = self._file.names.qualified(node) or ""
        owner, _, method = name.rpartition(".")
        return name in _GETTERS or (method in ("get", "__getitem__") and owner in _MAPPINGS)

    @cached_property
    def _names(self) -> set[str]:
        """The last parts that an expression for the environment can have; most expressions have others."""
        names = {"environ", "environb"} | {name for name, origin in self._imported if origin in _MAPPINGS}
        for name, value in self._bound:
            if any(_last_name(item) in names for item in _alternatives(value)):
                names.add(name)
        return names

    @cached_property
    def _getter_names(self) -> set[str]:
        names = {"getenv", "getenvb"} | {name for name, origin in self._imported if origin in _GETTERS}
        known = (*names, "get")
        return names | {name for name, value in self._bound if _last_name(value) in known}

    @cached_property
    def _imported(self) -> list[tuple[str, str]]:
        return [
            (
                alias.evaluated_alias or alias.evaluated_name,
                f"{dotted(statement.module)}.{alias.evaluated_name}",
            )
            for statement in self._file.tree.of(cst.ImportFrom)
            if not isinstance(statement.names, cst.ImportStar) and not statement.relative
            for alias in statement.names
        ]

    @cached_property
    def _bound(self) -> list[tuple[str, cst.BaseExpression]]:
        """Names with what they are set to: by assignment, as a default, as an attribute."""
        tree = self._file.tree
        assigned = [(target.target, item.value) for item in tree.of(cst.Assign) for target in item.targets]
        annotated = [(item.target, item.value) for item in tree.of(cst.AnnAssign)]
        named = [(item.target, item.value) for item in tree.of(cst.NamedExpr)]
        defaults = [(item.name, item.default) for item in tree.of(cst.Param)]
        pairs = (*assigned, *annotated, *named, *defaults)
        return [(_last_name(name), value) for name, value in pairs if value is not None and _last_name(name)]

    def _is_mapping(self, node: cst.CSTNode, hops: int) -> bool:
        if self._file.names.qualified(node) in _MAPPINGS:
            return True
        if not hops:
            return False
        if isinstance(node, cst.Name):
            found = self._file.names.bindings(node)
            values = [item.node.default if isinstance(item.node, cst.Param) else item.value for item in found]
        else:
            name = dotted(node) or ""
            values = [value for attribute, value in self._attributes if attribute == name]
        return any(self._is_mapping(item, hops - 1) for value in values for item in _alternatives(value))

    @cached_property
    def _attributes(self) -> list[tuple[str, cst.BaseExpression]]:
        """What is kept as ``self.environ``."""
        assigned = (
            (item.target, around.value)
            for around in self._file.tree.of(cst.Assign)
            for item in around.targets
        )
        named = (
            (dotted(target) or "", value) for target, value in assigned if isinstance(target, cst.Attribute)
        )
        return [(name, value) for name, value in named if name.startswith("self.")]


def _last_name(node: cst.CSTNode | None) -> str:
    # Asked for every call: an exact comparison of classes is several times faster than isinstance here.
    if node.__class__ is cst.Attribute:
        return node.attr.value
    return node.value if node.__class__ is cst.Name else ""


def _alternatives(value: cst.BaseExpression | None) -> Iterator[cst.BaseExpression]:
    """The names that an expression may come down to: ``given or os.environ``."""
    if isinstance(value, cst.IfExp):
        yield from _alternatives(value.body)
        yield from _alternatives(value.orelse)
    elif isinstance(value, cst.BooleanOperation):
        yield from _alternatives(value.left)
        yield from _alternatives(value.right)
    elif isinstance(value, (cst.Name, cst.Attribute)):
        yield value
