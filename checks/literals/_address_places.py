"""Where an address stands, and whether that place has a name for it or only talks about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

import libcst as cst

from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.tree import ParsedFile, dotted, subtree
from quality_kit.tree.functions import enclosing_function

from ._homes import Homes, is_definition
from ._names import last_name, looked_up_name

_Literal = cst.SimpleString | cst.FormattedString | cst.ConcatenatedString
_LINES = (cst.SimpleStatementLine, cst.SimpleStatementSuite)
_WORD = re.compile(r"[a-z]+")
#: That of FTP.
_LEAST_PORT = 20
_OWN_ADDRESS = "getsockname"
_SETTING_DEFAULTS = ("set_default", "setdefault")
_LOOKUPS = frozenset(("get", "getenv", "pop"))
_DEFAULTS = frozenset(("default", "default_factory", "fallback"))
#: As a word of a name: ``VolumeMount``, ``mount_path``, ``umount``; not in ``amount``.
#: A container has its own places as well.
_MOUNT = re.compile(
    r"(?<![A-Za-z])(?:re|un?)?(?:mount|MOUNT)(?!ain|AIN)|Mount(?!ain)|(?<![A-Za-z])(?:container|CONTAINER)(?![a-z])"
)
#: Steps from a text to the outermost list or dictionary that is written around it.
_DISPLAYS = (cst.DictElement, cst.Dict, cst.Element, cst.List, cst.Tuple, cst.Set)
#: What makes no connection of an address, but a value that is easier to use.
_CONVERSIONS = frozenset(
    ("Path", "PurePath", "PosixPath", "PurePosixPath", "URL", "str", "urlparse", "urlsplit")
)
#: What is compared, sought in or looked up by an address does not go there.
_ASKING = (cst.Comparison, cst.ComparisonTarget, cst.Set, cst.Index, cst.MatchValue, cst.Assert, cst.Raise)


class Words(NamedTuple):
    """The lists of the options that places are asked for."""

    text_names: frozenset[str]
    text_calls: frozenset[str]


class Places:
    """Answers for one file."""

    def __init__(self, file: ParsedFile, words: Words) -> None:
        self._file = file
        self._words = words
        self._homes = Homes(file.tree)

    def is_logic(self, literal: cst.CSTNode) -> bool:
        """Whether the code goes to the address, and nothing but the literal says which it is."""
        if any(map(self._is_plain_step, *self._steps(literal))):
            return False
        home = self._homes.of(literal)
        if self._has_name(literal, home.statement) or home.is_declared:
            return False
        return not (self._homes.is_in_test(home.statement) or is_guarded(self._file.tree, literal))

    def is_mounted(self, literal: cst.CSTNode) -> bool:
        """Whether a call mounts the path, ``VolumeMount(mount_path="/data")``: it is the same in every container."""
        return any(_MOUNT.search(name) for around in self._steps(literal)[1] for name in _names_of(around))

    def is_own_machine(self, literal: cst.CSTNode) -> bool:
        """Whether a loopback address stands beside a port that is told elsewhere, or is an answer."""
        tree = self._file.tree
        parent = tree.parent(literal)
        around = tree.parent(parent) if parent is not None else None
        if isinstance(around, (cst.Tuple, cst.List)):
            # Of a made-up request: {"client": ("127.0.0.1", 80)}.
            return isinstance(tree.parent(around), cst.DictElement) or not _has_port(around.elements)
        if isinstance(around, cst.Call):
            beside = [arg for arg in around.args if _keyword(arg) in ("", "port")]
            return len(beside) > (_keyword(parent) == "") and not _has_port(beside)
        if isinstance(parent, (cst.Assign, cst.AnnAssign)):
            return not self._has_port_near(parent)
        return isinstance(parent, (cst.Return, cst.IfExp))

    def stands_beside_port(self, literal: cst.CSTNode) -> bool:
        """``serve("10.0.0.5", 8000)``, ``("10.0.0.5", 8000)``."""
        parent = self._file.tree.parent(literal)
        around = self._file.tree.parent(parent) if parent is not None else None
        if isinstance(around, (cst.Tuple, cst.List)):
            return _has_port(around.elements)
        return isinstance(around, cst.Call) and _has_port(
            arg for arg in around.args if _keyword(arg) in ("", "port")
        )

    def _has_port_near(self, statement: cst.CSTNode) -> bool:
        """Whether the function, or module, gives a port in a variable of its own: ``self.port = 6379``."""
        around = enclosing_function(self._file.tree, statement) or self._file.module
        return any(
            isinstance(node.value, cst.Integer) and any("port" in name.lower() for name in _targets(node))
            for node in subtree(around)
            if isinstance(node, (cst.Assign, cst.AnnAssign))
        )

    def keyword_of(self, literal: cst.CSTNode) -> str:
        """The keyword by which a call takes the literal; empty for none."""
        return _keyword(self._file.tree.parent(literal))

    def _steps(self, literal: cst.CSTNode) -> tuple[list[cst.CSTNode], list[cst.CSTNode]]:
        """The nodes from the literal to its statement, and what is around each of them."""
        inner, outer = [literal], []
        for around in self._file.tree.ancestors(literal):
            if isinstance(around, _LINES) or isinstance(around, cst.BaseSuite):
                break
            outer.append(around)
            inner.append(around)
        return inner[:-1], outer

    def _is_plain_step(self, node: cst.CSTNode, around: cst.CSTNode) -> bool:
        if isinstance(around, cst.Arg):
            return self._is_plain_argument(around)
        if isinstance(around, cst.DictElement):
            is_declared = isinstance(node, cst.Tuple) and _string(around.key).isupper()
            return around.key is node or is_declared or self._is_text(_string(around.key))
        if isinstance(around, (cst.Assign, cst.AnnAssign)):
            return any(self._is_text(name) for name in _targets(around))
        if isinstance(around, cst.BooleanOperation):
            return isinstance(around.operator, cst.Or) and around.right is node
        if isinstance(around, cst.IfExp):
            return around.test is not node and _is_instead(around, node)
        if isinstance(around, cst.Call):  # "...".format() asks nothing, "...".startswith() does
            return around.func is node and last_name(node) in self._words.text_calls
        return isinstance(around, (*_ASKING, cst.Expr)) and not (
            isinstance(around, cst.Expr) and isinstance(node, cst.Call | cst.Await)
        )

    def _is_plain_argument(self, argument: cst.Arg) -> bool:
        keyword = argument.keyword.value if argument.keyword is not None else ""
        if keyword in _DEFAULTS or self._is_text(keyword):
            return True
        call = self._file.tree.parent(argument)
        if not isinstance(call, cst.Call):
            return True  # a base class
        name = last_name(call.func)
        if name in self._words.text_calls or _is_default(name, call, argument):
            return True
        return isinstance(self._file.tree.parent(call), cst.Raise)

    def _is_text(self, name: str) -> bool:
        return not self._words.text_names.isdisjoint(_WORD.findall(name.lower()))

    def _has_name(self, literal: cst.CSTNode, statement: cst.CSTNode) -> bool:
        """A constant, a field, what one function is there to return, what stands in for a missing value."""
        if isinstance(statement, (cst.Assign, cst.AnnAssign)):
            if is_definition(self._homes, self._homes.of(literal)):
                return _is_constant(statement) or self._is_in_class(statement) or not self._is_called(literal)
            return self._is_fallback(statement)
        return isinstance(statement, cst.Return) and statement.value is literal and self._is_all(statement)

    def _is_in_class(self, statement: cst.CSTNode) -> bool:
        return isinstance(self._file.names.scope_of(statement), cst.ClassDef)

    def _is_called(self, literal: cst.CSTNode) -> bool:
        """Whether a call takes the literal and does something: ``engine = create_engine("...")``."""
        calls = (around for around in self._steps(literal)[1] if isinstance(around, cst.Call))
        return any(last_name(call.func) not in _CONVERSIONS for call in calls)

    def _is_fallback(self, statement: cst.Assign | cst.AnnAssign) -> bool:
        """``if url is None: url = "..."``, or what an ``except`` assigns in place of the ``try``."""
        names = set(_targets(statement))
        if any(not names.isdisjoint(_assigned(block)) for block in self._guarded(statement)):
            return True
        tests = (around.test for around in self._file.tree.ancestors(statement) if isinstance(around, cst.If))
        return any(not names.isdisjoint(_names_in(test)) for test in tests)

    def _guarded(self, statement: cst.CSTNode) -> Iterator[cst.BaseSuite]:
        """The blocks of the ``try`` statements in whose ``except`` the statement stands."""
        child = statement
        for around in self._file.tree.ancestors(statement):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return
            if isinstance(around, cst.Try) and isinstance(child, cst.ExceptHandler):
                yield around.body
            child = around

    def table_of(self, literal: cst.CSTNode) -> cst.CSTNode | None:
        """The outermost list or dictionary in which the literal is written: a table is one matter."""
        around = list(takewhile(lambda node: isinstance(node, _DISPLAYS), self._file.tree.ancestors(literal)))
        return around[-1] if around else None

    def is_end(self, literal: cst.CSTNode) -> bool:
        """Whether something stands before it: ``root + "/etc/hosts"``."""
        around = self._file.tree.parent(literal)
        return isinstance(around, cst.BinaryOperation) and around.right is literal

    def asks_for_own_address(self, literal: cst.CSTNode) -> bool:
        """Whether the function connects only to learn its own address; nobody has to be there."""
        function = enclosing_function(self._file.tree, literal)
        nodes = subtree(function.body) if function is not None else iter(())
        return any(isinstance(node, cst.Attribute) and node.attr.value == _OWN_ADDRESS for node in nodes)

    def _is_all(self, statement: cst.CSTNode) -> bool:
        """Whether the function does nothing else: its name is the name of what it returns."""
        function = enclosing_function(self._file.tree, statement)
        if function is None:
            return False
        lines = [line for line in function.body.body if not _is_docstring(line)]
        return len(lines) == 1


def _is_default(name: str, call: cst.Call, argument: cst.Arg) -> bool:
    """``os.environ.get(NAME, "http://localhost")``, ``set_default("url", "http://localhost")``."""
    if name.startswith(_SETTING_DEFAULTS) or looked_up_name(call, argument):
        return True
    return name in _LOOKUPS and len(call.args) > 1 and call.args[1] is argument


def _assigned(block: cst.BaseSuite) -> set[str]:
    """The names that the lines of a block assign."""
    lines = (line.body if isinstance(line, cst.SimpleStatementLine) else () for line in block.body)
    each = (one for line in lines for one in line)
    return {name for one in each if isinstance(one, (cst.Assign, cst.AnnAssign)) for name in _targets(one)}


def _targets(statement: cst.Assign | cst.AnnAssign) -> Iterator[str]:
    targets = statement.targets if isinstance(statement, cst.Assign) else [statement]
    for each in targets:
        target = each.target
        is_key = isinstance(target, cst.Subscript) and isinstance(target.slice[0].slice, cst.Index)
        yield _string(target.slice[0].slice.value) if is_key else dotted(target) or ""  # type: ignore


def _is_constant(statement: cst.Assign | cst.AnnAssign) -> bool:
    return all(name.rpartition(".")[2].isupper() for name in _targets(statement))


def _names_of(around: cst.CSTNode) -> tuple[str, ...]:
    """The name by which a call, dictionary or variable takes something, or that of the call."""
    if isinstance(around, (cst.Assign, cst.AnnAssign)):
        return tuple(_targets(around))
    if isinstance(around, cst.DictElement):
        return (_string(around.key),)
    return (last_name(around.func),) if isinstance(around, cst.Call) else (_keyword(around),)


def _keyword(argument: cst.CSTNode | None) -> str:
    is_named = isinstance(argument, cst.Arg) and argument.keyword is not None
    return argument.keyword.value if is_named else ""  # type: ignore[union-attr]


def _has_port(beside: Iterable[cst.BaseElement | cst.Arg]) -> bool:
    """Whether one of them is a port as a number; 0 asks for any free one, 4 and 6 are protocols."""
    numbers = (each.value.evaluated_value for each in beside if isinstance(each.value, cst.Integer))
    return any(number >= _LEAST_PORT for number in numbers)


def _is_instead(choice: cst.IfExp, branch: cst.CSTNode) -> bool:
    """Whether the other branch is what the test asks for: ``url.rstrip("/") if url else "..."``."""
    other = choice.orelse if choice.body is branch else choice.body
    return not _names_in(choice.test).isdisjoint(_names_in(other))


def _names_in(node: cst.CSTNode) -> set[str]:
    """The dotted names in an expression."""
    found = (dotted(each) for each in subtree(node) if isinstance(each, (cst.Name, cst.Attribute)))
    return {name for name in found if name}


def _string(node: cst.BaseExpression) -> str:
    return node.raw_value if isinstance(node, cst.SimpleString) else dotted(node) or ""


def _is_docstring(line: cst.BaseStatement | cst.BaseSmallStatement) -> bool:
    statement = line.body[0] if isinstance(line, cst.SimpleStatementLine) else line
    return isinstance(statement, cst.Expr) and isinstance(statement.value, _Literal)
