"""Addresses by which a program speaks of the machine that it runs on."""

from __future__ import annotations

import re
from collections.abc import Iterable

import libcst as cst

from quality_kit.tree import ParsedFile, subtree
from quality_kit.tree.functions import enclosing_function

from ._bound_names import string, targets
from ._values import value_of

#: How a program learns its own address: it connects somewhere, and asks which end it has.
_WORD = re.compile(r"[a-z]+")
_OWN_ADDRESS = "getsockname"
#: Words in names of lists of who may connect.
_LISTS = frozenset(("allow", "allowed", "deny", "denied", "trusted"))
#: From which of its own addresses a client speaks.
_FROM = frozenset(("local_address", "local_addr", "source_address", "source_ip"))
#: That of FTP; smaller numbers beside an address are versions of the protocol.
_LEAST_PORT = 20


class OwnMachine:
    """Answers for one file."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        #: What was asked of a function, by its identity.
        self._asking: dict[int, bool] = {}
        self._ports: dict[int, bool] = {}
        #: What was asked of a list or dictionary.
        self._tables: dict[int, bool] = {}

    def is_meant(self, literal: cst.CSTNode) -> bool:
        """Whether a loopback address stands beside a port that is told elsewhere, or is an answer."""
        tree = self._file.tree
        parent = tree.parent(literal)
        around = tree.parent(parent) if parent is not None else None
        name = keyword_of(parent)
        if isinstance(parent, cst.DictElement):
            name = string(parent.key)
            if self._has_told_port(around):
                return True
        if name in _FROM or not _LISTS.isdisjoint(_WORD.findall(name.lower())):
            return True
        if isinstance(around, (cst.Tuple, cst.List)):
            # Of a made-up request: {"client": ("127.0.0.1", 80)}.
            return isinstance(tree.parent(around), cst.DictElement) or not self._has_number(around)
        if isinstance(around, cst.Call):
            beside = _beside(around)
            return len(beside) > (keyword_of(parent) == "") and not _has_port(beside)
        if isinstance(parent, (cst.Assign, cst.AnnAssign)):
            return not self._has_port_near(parent)
        return isinstance(parent, (cst.Return, cst.IfExp))

    def is_asked_for(self, literal: cst.CSTNode) -> bool:
        """Whether the function connects only to learn its own address; nobody has to be there."""
        function = enclosing_function(self._file.tree, literal)
        if function is None:
            return False
        if id(function) not in self._asking:
            nodes = (node for node in subtree(function.body) if isinstance(node, cst.Attribute))
            self._asking[id(function)] = any(node.attr.value == _OWN_ADDRESS for node in nodes)
        return self._asking[id(function)]

    def has_port(self, literal: cst.CSTNode) -> bool:
        """``serve("10.0.0.5", 8000)``, ``("10.0.0.5", 8000)``."""
        parent = self._file.tree.parent(literal)
        around = self._file.tree.parent(parent) if parent is not None else None
        if isinstance(around, (cst.Tuple, cst.List)):
            return self._has_number(around)
        return isinstance(around, cst.Call) and _has_port(_beside(around))

    def _has_number(self, listed: cst.Tuple | cst.List) -> bool:
        if id(listed) not in self._tables:
            self._tables[id(listed)] = _has_port(listed.elements)
        return self._tables[id(listed)]

    def _has_told_port(self, table: cst.CSTNode | None) -> bool:
        if id(table) not in self._tables:
            self._tables[id(table)] = _is_beside_told_port(table)
        return self._tables[id(table)]

    def _has_port_near(self, statement: cst.CSTNode) -> bool:
        """Whether the function, or module, gives a port in a variable of its own: ``self.port = 6379``."""
        around = enclosing_function(self._file.tree, statement) or self._file.module
        if id(around) not in self._ports:
            found = (node for node in subtree(around) if isinstance(node, (cst.Assign, cst.AnnAssign)))
            numbers = (node for node in found if isinstance(node.value, cst.Integer))
            names = (name for node in numbers for name in targets(node))
            self._ports[id(around)] = any("port" in _WORD.findall(name.lower()) for name in names)
        return self._ports[id(around)]


def keyword_of(argument: cst.CSTNode | None) -> str:
    """The keyword of an argument; empty for none."""
    is_named = isinstance(argument, cst.Arg) and argument.keyword is not None
    return argument.keyword.value if is_named else ""  # type: ignore[union-attr]


def _is_beside_told_port(table: cst.CSTNode | None) -> bool:
    """``{"host": "0.0.0.0", "port": port}``: the port is told elsewhere."""
    elements = table.elements if isinstance(table, cst.Dict) else ()
    pairs = (each for each in elements if isinstance(each, cst.DictElement))
    return any(
        string(each.key) == "port" and not isinstance(each.value, cst.Integer | cst.SimpleString)
        for each in pairs
    )


def _beside(call: cst.Call) -> list[cst.Arg]:
    return [arg for arg in call.args if keyword_of(arg) in ("", "port")]


def _has_port(beside: Iterable[cst.BaseElement | cst.Arg]) -> bool:
    """Whether one of them is a port as a number; 0 asks for any free one."""
    numbers = (value_of(each.value.value) for each in beside if isinstance(each.value, cst.Integer))
    return any(number >= _LEAST_PORT for number in numbers)
