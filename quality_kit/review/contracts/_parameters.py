"""What differs between two signatures, in words."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.outlines.model import Parameter, Signature


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
