"""Public functions and classes whose callers may have to change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import libcst as cst

from quality_kit.config import Config
from quality_kit.frameworks.routes import routes
from quality_kit.review.change import Side
from quality_kit.review.contracts._parameters import Signature, differences, signature
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange
from quality_kit.tree import ParsedFile

_INIT = "__init__"
#: Decorators after which a function is called otherwise than it is defined.
_NO_CALLS = (
    "property",
    "setter",
    "getter",
    "fixture",
    "validator",
    "field_validator",
    "model_validator",
    "overload",
)


class _Public(NamedTuple):
    """A public function, or a class (by how it is made)."""

    path: str
    line: int
    signature: Signature | None


def signatures(evidence: Evidence) -> Iterator[ContractChange]:
    """Those of changed modules; new ones break nobody and are left out, moved ones are told as such.

    Callers may break where a file that did not change still speaks of the name.
    """
    found = list(_changed(evidence))
    words = {each.name.rpartition(".")[2] for each in found if each.is_breaking}
    mentioned = evidence.change.mentions(sorted(words))
    for each in found:
        where = mentioned.get(each.name.rpartition(".")[2], ()) if each.is_breaking else ()
        yield each._replace(detail=_with_callers(each.detail, where), is_breaking=bool(where))


def _with_callers(detail: str, where: Sequence[str]) -> str:
    if not where:
        return detail
    more = f" and {len(where) - 1} more unchanged files" if len(where) > 1 else ""
    return f"{detail}{'; ' if detail else ''}still used in {where[0]}{more}"


def _changed(evidence: Evidence) -> Iterator[ContractChange]:
    change = evidence.change
    files = [file for file in change.python if not _is_private(evidence.config, file.path)]
    renames = change.renames
    before = {
        (renames.get(path, path), name): each
        for path, name, each in _publics(change.base, [file.before for file in files])
    }
    heads = [None if file.status == "deleted" else file.path for file in files]
    now = {(path, name): each for path, name, each in _publics(change.head, heads)}
    elsewhere = {
        (name, each.signature): path for (path, name), each in now.items() if (path, name) not in before
    }
    for (path, name), old in sorted(before.items()):
        new = now.get((path, name))
        if new is None:
            if not _is_part_of_gone(path, name, before, now):
                yield _gone(path, name, old, elsewhere.get((name, old.signature)))
        elif old.signature is not None and new.signature is not None:
            found = list(differences(old.signature, new.signature))
            if found:
                detail = "; ".join(what for what, _ in found)
                breaks = any(breaks for _, breaks in found)
                yield ContractChange("signature", "changed", name, detail, path, new.line, breaks)


def _gone(path: str, name: str, old: _Public, now_at: str | None) -> ContractChange:
    if now_at is not None:
        return ContractChange("signature", "changed", name, f"moved to {now_at}", path, old.line, True)
    return ContractChange("signature", "removed", name, "", path, old.line, True)


def _is_part_of_gone(
    path: str, name: str, before: dict[tuple[str, str], _Public], now: dict[tuple[str, str], _Public]
) -> bool:
    """A method of a class that is gone as a whole."""
    owner = name.rpartition(".")[0]
    return bool(owner) and (path, owner) in before and (path, owner) not in now


def _is_private(config: Config, path: str) -> bool:
    parts = path.removesuffix(".py").split("/")
    hidden = any(part.startswith("_") and part != _INIT for part in parts)
    return hidden or config.in_class(path, ("tests", "migrations", "scripts"))


def _publics(side: Side, paths: list[str | None]) -> Iterator[tuple[str, str, _Public]]:
    for path in paths:
        parsed = side.parsed(path)
        if parsed is not None and path is not None:
            handlers = {id(route.handler) for route in routes(parsed)}
            nodes = [*_nodes(parsed.module.body, "")]
            places = parsed.places([node for _, node in nodes])
            for name, node in nodes:
                if id(node) not in handlers and _is_called(node):
                    yield path, name, _Public(path, places[id(node)].line, _signed(parsed, node))


def _nodes(body: object, prefix: str) -> Iterator[tuple[str, cst.FunctionDef | cst.ClassDef]]:
    """Public definitions of a module, and the public methods of its public classes."""
    for node in body if isinstance(body, (list, tuple)) else ():
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)) and not node.name.value.startswith("_"):
            name = f"{prefix}{node.name.value}"
            yield name, node
            if isinstance(node, cst.ClassDef) and not prefix:
                yield from _nodes(node.body.body, f"{name}.")


def _is_called(node: cst.FunctionDef | cst.ClassDef) -> bool:
    names = (_last(decorator.decorator) for decorator in node.decorators)
    return not any(name in _NO_CALLS for name in names)


def _last(node: cst.BaseExpression) -> str:
    target = node.func if isinstance(node, cst.Call) else node
    if isinstance(target, cst.Attribute):
        return target.attr.value
    return target.value if isinstance(target, cst.Name) else ""


def _signed(file: ParsedFile, node: cst.FunctionDef | cst.ClassDef) -> Signature | None:
    if isinstance(node, cst.FunctionDef):
        return signature(file, node)
    made = [each for each in node.body.body if isinstance(each, cst.FunctionDef) and each.name.value == _INIT]
    return signature(file, made[0]) if made else None
