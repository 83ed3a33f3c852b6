"""The parameters of a function, as its callers know them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from quality_kit.outlines.model import Parameter, ParameterKind, Signature
from quality_kit.tree import ParsedFile
from quality_kit.tree.functions import implicit_parameter


def signature(file: ParsedFile, function: cst.FunctionDef) -> Signature:
    """The signature without ``self``."""
    implicit = implicit_parameter(file, function)
    return Signature(
        tuple(_parameters(file.module, function.params, implicit)),
        written(file.module, function.returns.annotation) if function.returns is not None else "",
        function.asynchronous is not None,
    )


def written(module: cst.Module, node: cst.CSTNode) -> str:
    """The code of an expression on one line."""
    return " ".join(module.code_for_node(node).split())


def _parameters(
    module: cst.Module, declared: cst.Parameters, implicit: cst.Param | None
) -> Iterator[Parameter]:
    groups: list[tuple[ParameterKind, Sequence[cst.Param]]] = [
        ("positional", declared.posonly_params),
        ("either", declared.params),
        ("rest", [declared.star_arg] if isinstance(declared.star_arg, cst.Param) else []),
        ("keyword", declared.kwonly_params),
        ("rest", [declared.star_kwarg] if declared.star_kwarg is not None else []),
    ]
    for kind, params in groups:
        for param in params:
            if param is not implicit:
                annotation = param.annotation
                text = written(module, annotation.annotation) if annotation is not None else ""
                yield Parameter(param.name.value, kind, text, param.default is not None or kind == "rest")
