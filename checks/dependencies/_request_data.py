"""Whether a route knows the value of an expression only from the request: then no provider could know it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import libcst as cst

from quality_kit.frameworks.annotations import annotated_type, reference
from quality_kit.frameworks.routes import Route
from quality_kit.tree import Binding, ParsedFile

#: A local name is followed through this many others.
_MOST_HOPS = 6
_PLACEHOLDER = re.compile(r"\{(\w+)")
_FROM_REQUEST = frozenset(("Query", "Path", "Body", "Form", "File", "Header", "Cookie"))
_DATA_TYPES = frozenset(
    (
        *(
            "builtins.str",
            "builtins.int",
            "builtins.float",
            "builtins.bool",
            "builtins.bytes",
            "builtins.dict",
        ),
        *("builtins.list", "uuid.UUID", "pathlib.Path", "datetime.datetime", "datetime.date", "typing.Any"),
        *("typing.Dict", "typing.List"),
    )
)
#: Last words of the names of models that hold a request's body, and of what lives as long as the request.
_DATA_WORDS = (
    *("Request", "Create", "Update", "In", "Input", "Form", "Schema", "Payload", "Body", "Params", "Data"),
    *("Model", "Config", "DTO", "Dto", "Query", "Filter", "Filters", "Command", "UploadFile", "WebSocket"),
)
_REQUEST = "Request"


class RequestData:
    """Tells it for the expressions in one route's handler."""

    def __init__(self, file: ParsedFile, route: Route) -> None:
        self._names = file.names
        self._in_path = frozenset(_PLACEHOLDER.findall(route.path or ""))

    def is_in(self, expressions: Iterable[cst.BaseExpression]) -> bool:
        """Whether one of them depends on what the request holds."""
        return not all(self._is_free(each, _MOST_HOPS) for each in expressions)

    def _is_free(self, node: cst.BaseExpression, hops: int) -> bool:
        if not hops:
            return False
        if isinstance(node, (cst.SimpleString, cst.Integer, cst.Float)):
            return True
        if isinstance(node, cst.Name):
            return all(
                self._is_binding_free(node.value, each, hops - 1) for each in self._names.bindings(node)
            )
        if isinstance(node, cst.Attribute):
            return self._is_free(node.value, hops)
        if isinstance(node, cst.Await):
            return self._is_free(node.expression, hops)
        if isinstance(node, cst.Call):
            parts = [node.func, *(arg.value for arg in node.args)]
            return all(self._is_free(part, hops - 1) for part in parts)
        return False

    def _is_binding_free(self, name: str, binding: Binding, hops: int) -> bool:
        node = binding.node
        if isinstance(node, cst.Param):
            return name not in self._in_path and not self._is_data(node)
        if isinstance(node, cst.AsName):
            return True  # a session, a client: opened here, but no datum
        if isinstance(node, (cst.Assign, cst.AnnAssign, cst.NamedExpr)):
            return binding.value is not None and self._is_free(binding.value, hops)
        return binding.imported is not None or isinstance(node, (cst.FunctionDef, cst.ClassDef))

    def _is_data(self, param: cst.Param) -> bool:
        if isinstance(param.default, cst.Call):
            return self._last(reference(self._names, param.default.func)) in _FROM_REQUEST
        if param.annotation is None:
            return True
        found = annotated_type(self._names, param.annotation.annotation)
        if found in _DATA_TYPES:
            return True
        last = self._last(found)
        return last != _REQUEST and last.endswith(_DATA_WORDS)

    @staticmethod
    def _last(name: str | None) -> str:
        return (name or "").rpartition(".")[2].lstrip(":_")
