"""Whether code goes to an address; what stands in data, links for people and identifiers goes nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree

from ._bound_names import names_in
from ._names import last_name

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
#: The arguments of a call that may be its address: ``get(url)``, ``request("GET", url)``, ``copy(path, path)``.
_FIRST = 2
_SCOPES = (cst.FunctionDef, cst.ClassDef, cst.Module)
_LINES = (cst.SimpleStatementLine, cst.SimpleStatementSuite, cst.BaseSuite)
#: Opens a page for somebody who looks at a screen.
_FOR_PEOPLE = frozenset(("webbrowser",))
#: Asks about a file and does not use it, or puts it elsewhere: ``archive.add_file("/etc/rates.conf", text)``.
_QUESTIONS = frozenset(("isfile", "is_file", "samefile", "addfile", "add_file"))
#: Last words in names of what is asked for a value by its key, which may be a URL: ``claims.get("https://..")``.
_MAPPINGS = frozenset(("data", "claims", "payload", "token", "info", "userinfo", "headers", "attributes"))
_LOOKUPS = frozenset(("get", "pop"))
#: Words in names of what has files of its own, the same wherever the program runs.
_ELSEWHERE = frozenset(("sandbox", "container", "remote", "ssh", "sftp", "pod"))
_FILE_TO = "_file_to"


class Calls(NamedTuple):
    """The lists of the options that tell where code goes."""

    #: Globs of names in lower case.
    going: tuple[str, ...]
    #: Words in names, all of which a name has.
    endpoints: tuple[frozenset[str], ...]
    #: By which such calls take an address.
    keywords: frozenset[str]
    #: Whether the address may be what the call belongs to: ``Path("/var/rates").mkdir()``.
    on_receiver: bool = False


class Destinations:
    """Answers for one file."""

    def __init__(self, file: ParsedFile, calls: Calls) -> None:
        self._tree = file.tree
        self._calls = calls
        self._known: dict[int, frozenset[str]] = {}

    def has(self, literal: cst.CSTNode) -> bool:
        """Whether a request takes the literal, by way of variables too, or its name says that it is an endpoint."""
        is_data, child = False, literal
        for around in self._tree.ancestors(literal):
            if isinstance(around, _LINES):
                return False
            if isinstance(around, cst.Arg) and self._takes(around, is_data):
                return True
            if isinstance(around, cst.DictElement):
                if not is_data and self._is_endpoint(_text(around.key)):
                    return True
                is_data = True
            if isinstance(around, (cst.Assign, cst.AnnAssign, cst.For, cst.CompFor, cst.NamedExpr)):
                return self._is_used(around)
            if isinstance(around, cst.Return):
                return self._is_endpoint(self._function_name(around))
            if isinstance(around, cst.Call) and child is around.func and self._belongs_to(around):
                return True
            child = around
        return False

    def _takes(self, argument: cst.Arg, is_data: bool) -> bool:
        call = self._tree.parent(argument)
        keyword = argument.keyword.value if argument.keyword is not None else ""
        if self._is_endpoint(keyword):
            return True
        if is_data or not isinstance(call, cst.Call) or not self._is_going(call):
            return False
        return keyword in self._calls.keywords or (not keyword and argument in call.args[:_FIRST])

    def _belongs_to(self, call: cst.Call) -> bool:
        return self._calls.on_receiver and isinstance(call.func, cst.Attribute) and self._is_going(call)

    def _is_going(self, call: cst.Call) -> bool:
        name = last_name(call.func).lower()
        if name in _QUESTIONS:
            return False
        if isinstance(call.func, cst.Attribute):
            owner = last_name(call.func.value)
            is_elsewhere = not _ELSEWHERE.isdisjoint(_words(owner)) or name.endswith(_FILE_TO)
            if self._calls.on_receiver and is_elsewhere:
                return False
            if owner in _FOR_PEOPLE or (name in _LOOKUPS and _last_word(owner) in _MAPPINGS):
                return False
        return any(fnmatchcase(name, glob) for glob in self._calls.going)

    def _is_endpoint(self, name: str) -> bool:
        words = _words(name)
        return any(endpoint <= words for endpoint in self._calls.endpoints)

    def _is_used(self, binding: cst.CSTNode) -> bool:
        """Whether what the statement binds is named as an endpoint or goes into a request."""
        names = set(_bound(binding))
        if any(self._is_endpoint(name.rpartition(".")[2]) for name in names):
            return True
        return not names.isdisjoint(self._going_names(binding, any("." in name for name in names)))

    def _going_names(self, node: cst.CSTNode, is_attribute: bool) -> frozenset[str]:
        """The variables of the function, or attributes of the class, that requests take as addresses."""
        scope = self._scope(node, is_attribute)
        if id(scope) not in self._known:
            nodes = list(subtree(scope))
            going = {name for each in nodes if isinstance(each, cst.Call) for name in self._taken(each)}
            self._known[id(scope)] = _with_sources(nodes, going)
        return self._known[id(scope)]

    def _scope(self, node: cst.CSTNode, is_attribute: bool) -> cst.CSTNode:
        kinds = (cst.ClassDef, cst.Module) if is_attribute else _SCOPES
        return next((each for each in self._tree.ancestors(node) if isinstance(each, kinds)), node)

    def _taken(self, call: cst.Call) -> Iterator[str]:
        """The names in the arguments of a call that are addresses."""
        for argument in call.args:
            if self._takes(argument, is_data=False):
                yield from names_in(argument.value)
        if self._belongs_to(call):
            yield from names_in(call.func.value)  # type: ignore[attr-defined]

    def _function_name(self, node: cst.CSTNode) -> str:
        around = (each for each in self._tree.ancestors(node) if isinstance(each, cst.FunctionDef))
        return next((function.name.value for function in around), "")


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)}


def _last_word(name: str) -> str:
    return next((word.lower() for word in reversed(_WORD.findall(name))), "")


def _with_sources(nodes: list[cst.CSTNode], going: set[str]) -> frozenset[str]:
    """The names, with those of which they are made: ``base`` where ``url = base + "/rates"``."""
    kinds = (cst.Assign, cst.AnnAssign, cst.For, cst.CompFor, cst.NamedExpr)
    made = [(set(_bound(node)), set(_sources(node))) for node in nodes if isinstance(node, kinds)]
    before = -1
    while len(going) != before:
        before = len(going)
        for bound, sources in made:
            if not bound.isdisjoint(going):
                going |= sources
    return frozenset(going)


def _bound(node: cst.CSTNode) -> Iterator[str]:
    """The names that a statement or expression binds; of ``urls["eu"] = ...`` that is ``urls``."""
    targets = [each.target for each in node.targets] if isinstance(node, cst.Assign) else [node.target]  # type: ignore
    for target in targets:
        elements = [each.value for each in target.elements] if isinstance(target, cst.Tuple) else [target]
        for element in elements:
            yield dotted(element.value if isinstance(element, cst.Subscript) else element) or ""


def _sources(node: cst.CSTNode) -> Iterator[str]:
    value = node.iter if isinstance(node, (cst.For, cst.CompFor)) else node.value  # type: ignore[attr-defined]
    return iter(names_in(value) if value is not None else ())


def _text(key: cst.BaseExpression) -> str:
    return str(key.raw_value) if isinstance(key, cst.SimpleString) else last_name(key)
