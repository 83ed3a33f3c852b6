"""Addresses that are used when nobody gave another one: they stand in for what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, subtree
from quality_kit.tree.functions import enclosing_function

from ._bound_names import Assignment, assignments_in, is_told, names_in, string, targets
from ._replacements import Order

_SCOPES = (cst.FunctionDef, cst.ClassDef)
#: Words in names of addresses, and of places on a disk.
_SERVERS = frozenset(
    ("url", "uri", "dsn", "host", "hostname", "address", "server", "endpoint", "broker", "origin", "origins")
)
_FILES = frozenset(("path", "file", "dir", "filename", "directory", "folder"))
_SETTING = (cst.Assign, cst.AnnAssign, cst.Return)


class _Chain(NamedTuple):
    """The blocks of an ``if`` with all its ``elif`` and ``else``."""

    #: In how many of them a name is assigned what was told.
    told: Counter[str]
    #: The names that one block assigns so, by its identity.
    by_block: dict[int, set[str]]


class StandIns:
    """Answers for one file; what was asked of a function or statement is kept, for there may be thousands of texts."""

    def __init__(self, file: ParsedFile) -> None:
        self._tree = file.tree
        self._chains: dict[int, _Chain] = {}
        self._asked: dict[int, set[str]] = {}
        self._tells: dict[int, bool] = {}
        self._replaced: dict[int, Order] = {}
        self._overridden: dict[int, frozenset[int]] = {}

    def is_one(self, literal: cst.CSTNode, statement: cst.CSTNode) -> bool:
        """Whether the literal, which stands in the statement, only stands in for another address."""
        if self._is_overridden(literal):
            return True
        if isinstance(statement, _SETTING) and self._is_without(statement, _words_of(literal)):
            return True
        if isinstance(statement, (cst.Assign, cst.AnnAssign)):
            return self._is_fallback(statement) or (
                statement.value is literal and self._is_replaced(statement)
            )
        return isinstance(statement, cst.Return) and statement.value is literal and self._is_left(statement)

    def _is_overridden(self, literal: cst.CSTNode) -> bool:
        """``{"host": "0.0.0.0", **given}``: what comes behind wins."""
        element = self._tree.parent(literal)
        table = self._tree.parent(element) if isinstance(element, cst.DictElement) else None
        if not isinstance(table, cst.Dict):
            return False
        if id(table) not in self._overridden:
            self._overridden[id(table)] = frozenset(_before_a_star(table))
        return id(element) in self._overridden[id(table)]

    def _is_fallback(self, statement: Assignment) -> bool:
        """``if url is None: url = "..."``, or what an ``except`` or ``else`` assigns in place of what is told."""
        names = set(targets(statement))
        child: cst.CSTNode = statement
        block = child
        for around in self._tree.ancestors(statement):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return False
            if isinstance(around, cst.Try) and isinstance(child, cst.ExceptHandler):
                if not names.isdisjoint(_assigned(around.body)):
                    return True
            if isinstance(around, cst.If):
                block = block if isinstance(child, (cst.If, cst.Else)) else child
                if not names.isdisjoint(self._asked_by(around)):
                    return True
                if not self._is_elif(around) and self._is_told_beside(around, block, names):
                    return True
            elif isinstance(around, cst.Else):
                block = child
            child = around
        return False

    def _is_without(self, statement: cst.CSTNode, addresses: frozenset[str]) -> bool:
        """Whether the statement runs only where no address is told: below ``if uri is None:`` or ``if not host:``.

        ``addresses`` are the words of names of such an address.
        """
        child = statement
        for around in self._tree.ancestors(statement):
            if isinstance(around, _SCOPES):
                return False
            if isinstance(around, cst.If) and child is around.body:
                name = _missing_name(around.test).rpartition(".")[2]
                if not addresses.isdisjoint(name.lower().split("_")):
                    return True
            child = around
        return False

    def _is_replaced(self, statement: Assignment) -> bool:
        """Whether something told takes its place: ``path = "/etc/rates"``, then ``if args: path = args[0]``."""
        function = enclosing_function(self._tree, statement)
        if function is None:
            return False
        if id(function) not in self._replaced:
            self._replaced[id(function)] = Order.of(function)
        return self._replaced[id(function)].replaces(statement)

    def _asked_by(self, choice: cst.If) -> set[str]:
        if id(choice) not in self._asked:
            self._asked[id(choice)] = _asked(choice.test)
        return self._asked[id(choice)]

    def _is_elif(self, choice: cst.If) -> bool:
        around = self._tree.parent(choice)
        return isinstance(around, cst.If) and around.orelse is choice

    def _is_told_beside(self, head: cst.If, own: cst.CSTNode, names: set[str]) -> bool:
        """Whether another block of the chain assigns to one of the names what it was told."""
        if id(head) not in self._chains:
            told = {id(block): set(_told_names(block)) for block in _blocks(head)}
            self._chains[id(head)] = _Chain(Counter(name for each in told.values() for name in each), told)
        chain = self._chains[id(head)]
        own_names = chain.by_block.get(id(own), set())
        return any(chain.told[name] > (name in own_names) for name in names)

    def _is_left(self, statement: cst.Return) -> bool:
        """``return f"{host}:{port}"`` if something is told, and an address at the end, or where nothing is told."""
        function = enclosing_function(self._tree, statement)
        line = self._tree.parent(statement)
        if function is None or not (function.body.body[-1] is line or self._is_missing(line)):
            return False
        if id(function) not in self._tells:
            returns = (node for node in subtree(function.body) if isinstance(node, cst.Return))
            self._tells[id(function)] = any(
                each.value is not None and is_told(each.value) for each in returns
            )
        return self._tells[id(function)]

    def _is_missing(self, line: cst.CSTNode | None) -> bool:
        """Whether the line runs only if something is missing: below ``if not url`` or ``if url is None``."""
        block = self._tree.parent(line) if line is not None else None
        choice = self._tree.parent(block) if block is not None else None
        if not isinstance(choice, cst.If) or choice.body is not block:
            return False
        is_not = isinstance(choice.test, cst.UnaryOperation) and isinstance(choice.test.operator, cst.Not)
        return is_not or _is_none(choice.test)


def _asked(test: cst.BaseExpression) -> set[str]:
    """What a test asks for by name or by key: ``"host" not in options``."""
    keys = {string(node) for node in subtree(test) if isinstance(node, cst.SimpleString)}
    return names_in(test) | keys


def _blocks(choice: cst.If) -> Iterator[cst.BaseSuite]:
    """The blocks of an ``if`` and of all that hangs on its ``else``."""
    following: cst.If | cst.Else | None = choice
    while following is not None:
        yield following.body
        following = following.orelse if isinstance(following, cst.If) else None


def _assigned(block: cst.BaseSuite) -> set[str]:
    return {name for one in assignments_in(block) for name in targets(one)}


def _told_names(block: cst.BaseSuite) -> Iterator[str]:
    """The names to which the block assigns what it was told."""
    for one in assignments_in(block):
        if one.value is not None and is_told(one.value):
            yield from targets(one)


def _missing_name(test: cst.BaseExpression) -> str:
    """What the test finds to be missing: ``not url``, ``url is None``; empty for any other test."""
    if isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
        return dotted(test.expression) or ""
    if isinstance(test, cst.Comparison) and _is_none(test):
        return dotted(test.left) or ""
    return ""


def _is_none(test: cst.BaseExpression) -> bool:
    """``url is None``."""
    if not isinstance(test, cst.Comparison) or not isinstance(test.comparisons[0].operator, cst.Is):
        return False
    return dotted(test.comparisons[0].comparator) == "None"


def _words_of(literal: cst.CSTNode) -> frozenset[str]:
    """The words in names of addresses such as the literal: a missing file is no reason for a server."""
    kinds = (cst.SimpleString, cst.FormattedStringText)
    text = next((each.value for each in subtree(literal) if isinstance(each, kinds)), "")
    is_path = "://" not in text and ("/" in text or "\\" in text)
    return _SERVERS | _FILES if is_path else _SERVERS


def _before_a_star(table: cst.Dict) -> Iterator[int]:
    """The identities of the elements behind which another dictionary is written out."""
    is_before = False
    for element in reversed(table.elements):
        is_before = is_before or isinstance(element, cst.StarredDictElement)
        if is_before:
            yield id(element)
