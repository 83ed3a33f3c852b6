"""Facts: what async functions call without awaiting it, and what the file's other functions call."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypedDict

import libcst as cst

from quality_kit.definitions.references import imported_names
from quality_kit.frameworks.annotations import annotated_type, reference
from quality_kit.frameworks.decided import is_decided
from quality_kit.rule import Collector
from quality_kit.tree import Tree, dotted
from quality_kit.tree.functions import enclosing_function, is_async

from ._accepted import BLOCKING, answers_at_once
from ._entries import programs, runs_alone
from ._targets import Targets, canonical

#: Builtins that may block.
_BUILTINS = frozenset(("builtins.open", "builtins.input"))
#: Modules of the standard library of which something may block; the others are not noted.
_BLOCKING_MODULES = frozenset(
    (
        *("asyncio", "concurrent", "ftplib", "hashlib", "http", "imaplib", "io", "multiprocessing", "os"),
        *("pathlib", "poplib", "queue", "select", "shutil", "smtplib", "socket", "sqlite3", "ssl"),
        *("subprocess", "tarfile", "threading", "time", "urllib", "xmlrpc", "zipfile", "gzip", "bz2", "lzma"),
    )
)
_HARMLESS = frozenset(sys.stdlib_module_names) - _BLOCKING_MODULES
#: Functions that are given what they await themselves.
_AWAITING = frozenset(
    ("gather", "wait_for", "wait", "shield", "create_task", "ensure_future", "as_completed", "start_soon")
    + ("run_coroutine_threadsafe", "timeout", "maybe_await", "run_until_complete")
)
_CACHED = ("cache", "lru_cache", "cached", "cached_property")
_OWN = ("self", "cls")
_BLOCKING_NAMES = frozenset(name.removeprefix("builtins.") for name in _BUILTINS)
#: Classes whose making may connect.
_CONNECTING = frozenset(("SMTP", "SMTP_SSL", "IMAP4", "IMAP4_SSL", "FTP", "FTP_TLS"))
#: Methods of texts, collections, loggers and queries that code calls all the time.
_SKIPPED = frozenset(
    (
        *("items", "keys", "values", "lower", "upper", "strip", "split", "startswith"),
        *("endswith", "format", "encode", "decode", "setdefault", "isoformat", "model_dump"),
        *("debug", "info", "warning", "error", "exception", "critical", "where", "filter", "order_by"),
        *("hexdigest", "add_argument", "fromkeys", "lstrip", "rstrip", "rsplit", "splitlines"),
    )
)


class CallFact(TypedDict):
    """A call in an async function, at its place."""

    target: str
    #: The async function.
    function: str


class FileFact(TypedDict):
    """What a file defines; no place."""

    #: Of each synchronous function (``load``, ``Users.find``) what it calls.
    helpers: dict[str, list[str]]
    #: Of each name at module level what it is (``client``), of each function what it gives (``get_db()``).
    types: dict[str, str]
    #: The bases of each class.
    classes: dict[str, list[str]]


class Calls(Collector):
    """``CallFact`` for each call that may block, and one ``FileFact``."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note the calls and definitions of the file."""
        self._targets = Targets(self.file)
        self._helpers: dict[str, list[str]] = {}
        self._called_by_name = _BLOCKING_NAMES | _imported(self.file.tree) | _defined(node)
        self._known: dict[tuple[int, str], str | None] = {}
        self._generators = {
            id(enclosing_function(self.file.tree, each)) for each in self.file.tree.of(cst.Yield)
        }
        self._calls: list[tuple[cst.Call, cst.FunctionDef, str]] = []
        for call in self.file.tree.of(cst.Call):
            self._note(call)
        alone = programs(self.file)
        for call, function, target in self._calls:
            if not self._is_worth_noting(target) or runs_alone(self.file, function, alone):
                continue
            if not is_decided(self.file, call, BLOCKING):
                self._note_async(call, function, target)
        facts: FileFact = {
            "helpers": {name: sorted(set(called)) for name, called in self._helpers.items()},
            "types": dict(self._types(node)),
            "classes": dict(self._classes()),
        }
        if any(facts.values()):
            self.fact(facts)

    def _note(self, call: cst.Call) -> None:
        function = enclosing_function(self.file.tree, call)
        if function is None or answers_at_once(call):
            return
        target = self._target(call, function)
        if target is None:
            return
        if is_async(function):
            if not self._is_awaited(call):
                self._calls.append((call, function, target))
            return
        name = self._helper_name(function)
        if name is not None and not target.startswith(":"):
            self._helpers.setdefault(name, []).append(target)

    def _target(self, call: cst.Call, function: cst.FunctionDef) -> str | None:
        """What is called, unless it is harmless; the same name means the same in one function, if not in all."""
        written = dotted(call.func)
        if written is None:
            last = call.func.attr.value if isinstance(call.func, cst.Attribute) else ""
            return None if last in _SKIPPED else _unless_harmless(self._targets.of(call))
        if self._is_passed_over(written, is_async(function)):
            return None
        key = 0 if self._means_the_same(written) else id(function), written
        if key not in self._known:
            self._known[key] = _unless_harmless(self._targets.of(call))
        return self._known[key]

    def _means_the_same(self, written: str) -> bool:
        first = written.partition(".")[0]
        return first not in _OWN and self.file.names.is_global(first)

    def _is_passed_over(self, written: str, in_async: bool) -> bool:
        """Whether the name alone tells that the call need not be looked at; most calls are such."""
        first, dot, last = written.partition(".")
        last = written.rpartition(".")[2]
        if last in _SKIPPED or (last[:1].isupper() and last not in _CONNECTING):
            return True
        if not dot:
            return written not in self._called_by_name
        return not in_async and first in _OWN and written.count(".") == 1

    def _note_async(self, call: cst.Call, function: cst.FunctionDef, target: str) -> None:
        place = self._qualified_name(function)
        fact: CallFact = {"target": target, "function": place}
        self.fact(fact, call)

    def _is_worth_noting(self, target: str) -> bool:
        """Of the file's own functions only those that call something themselves, or may inherit it."""
        name = target.removeprefix(":")
        return name == target or name in self._helpers or "." in name

    def _is_awaited(self, call: cst.Call) -> bool:
        """Also by what it is given to, and by ``async with`` and ``async for``."""
        around = self.file.tree.parent(call)
        if isinstance(around, (cst.Await, cst.Return)):
            return isinstance(around, cst.Await)
        if isinstance(around, cst.WithItem):
            statement = self.file.tree.parent(around)
            return isinstance(statement, cst.With) and statement.asynchronous is not None
        if isinstance(around, (cst.For, cst.CompFor)):
            return around.asynchronous is not None
        if isinstance(around, cst.Arg):
            outer = self.file.tree.parent(around)
            return isinstance(outer, cst.Call) and _last(outer.func) in _AWAITING
        return False

    def _helper_name(self, function: cst.FunctionDef) -> str | None:
        """The name of a function or method that runs when it is called, once for each call."""
        if id(function) in self._generators:
            return None
        scope = self.file.names.scope_of(function)
        if any(_last(_called(each.decorator)) in _CACHED for each in function.decorators):
            return None
        if isinstance(scope, cst.Module):
            return function.name.value
        if isinstance(scope, cst.ClassDef) and isinstance(self.file.names.scope_of(scope), cst.Module):
            return f"{scope.name.value}.{function.name.value}"
        return None

    def _qualified_name(self, function: cst.FunctionDef) -> str:
        names = [function.name.value]
        for around in self.file.tree.ancestors(function):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                names.append(around.name.value)
        return ".".join(reversed(names))

    def _types(self, module: cst.Module) -> Iterator[tuple[str, str]]:
        for name, bound in self.file.names.module_bindings().items():
            binding = bound[0]
            if len(bound) > 1 or binding.imported:
                continue
            found = None
            if isinstance(binding.node, cst.FunctionDef):
                name, found = f"{name}()", self._targets.result_of(binding.node)
            elif isinstance(binding.node, cst.AnnAssign):
                found = annotated_type(self.file.names, binding.node.annotation.annotation)
            elif isinstance(binding.value, cst.Subscript):
                found = annotated_type(self.file.names, binding.value)
            elif isinstance(binding.value, (cst.Call, cst.Attribute)):
                found = self._targets.of_expression(binding.value)
            if found and not _is_harmless(found):
                yield name, canonical(found)

    def _classes(self) -> Iterator[tuple[str, list[str]]]:
        for definition in self.file.tree.of(cst.ClassDef):
            bases = [reference(self.file.names, base.value) for base in definition.bases]
            known = [base for base in bases if base and not _is_harmless(base)]
            if known:
                yield definition.name.value, known


def _imported(tree: Tree) -> set[str]:
    nodes: list[cst.Import | cst.ImportFrom] = [*tree.of(cst.Import), *tree.of(cst.ImportFrom)]
    return {name for node in nodes for name, _ in imported_names(node)}


def _defined(module: cst.Module) -> set[str]:
    return {each.name.value for each in module.body if isinstance(each, cst.FunctionDef)}


def _is_harmless(target: str) -> bool:
    top = target.partition(".")[0]
    return target not in _BUILTINS and top in _HARMLESS


def _unless_harmless(target: str | None) -> str | None:
    return None if target is None or _is_harmless(target) else target


def _last(node: cst.BaseExpression) -> str:
    return (dotted(node) or "").rpartition(".")[2]


def _called(node: cst.BaseExpression) -> cst.BaseExpression:
    return node.func if isinstance(node, cst.Call) else node
