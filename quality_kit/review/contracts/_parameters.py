"""The parameters of a function, as its callers know them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile
from quality_kit.tree.functions import implicit_parameter

_Kind = Literal["positional", "either", "keyword", "rest"]


class Parameter(NamedTuple):
    """One parameter."""

    name: str
    kind: _Kind
    annotation: str
    has_default: bool


class Signature(NamedTuple):
    """What callers know of a function."""

    parameters: tuple[Parameter, ...]
    returns: str
    is_async: bool


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
    groups: list[tuple[_Kind, Sequence[cst.Param]]] = [
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


def differences(old: Signature, new: Signature) -> Iterator[tuple[str, bool]]:
    """In words, and whether callers may break on it."""
    before = {each.name: each for each in old.parameters}
    now = {each.name: each for each in new.parameters}
    takes_any = any(each.kind == "rest" for each in new.parameters)
    for name, each in before.items():
        if name not in now:
            yield f"parameter {name} removed", not (takes_any and each.kind == "keyword")
    for name, each in now.items():
        if name not in before:
            required = "" if each.has_default else " (required)"
            yield f"parameter {name} added{required}", not each.has_default
        else:
            yield from _of_parameter(name, before[name], each)
    if _order(old, now) != _order(new, before):
        yield "order of parameters changed", True
    if old.returns != new.returns:
        yield f"returns {old.returns or 'nothing said'} -> {new.returns or 'nothing said'}", False
    if old.is_async != new.is_async:
        yield "a coroutine now" if new.is_async else "no coroutine any more", True


def _of_parameter(name: str, old: Parameter, new: Parameter) -> Iterator[tuple[str, bool]]:
    if old.has_default and not new.has_default:
        yield f"parameter {name} is required now", True
    if old.kind != new.kind:
        yield f"parameter {name}: {_words(old)} -> {_words(new)}", new.kind != "either"
    if old.annotation != new.annotation:
        yield f"parameter {name}: {old.annotation or 'no type'} -> {new.annotation or 'no type'}", False


def _words(parameter: Parameter) -> str:
    words = {"positional": "by position only", "either": "by position or name", "keyword": "by name only"}
    return words.get(parameter.kind, "any number")


def _order(signature: Signature, also_in: dict[str, Parameter]) -> list[str]:
    """The parameters that may be given by position and are on both sides."""
    by_position = (each for each in signature.parameters if each.kind in ("positional", "either"))
    return [each.name for each in by_position if each.name in also_in]
