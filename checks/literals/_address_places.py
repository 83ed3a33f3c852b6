"""Where an address stands, and whether that place has a name for it or only talks about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

import libcst as cst

from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.tree import ParsedFile, subtree
from quality_kit.tree.functions import enclosing_function
from quality_kit.tree.texts import text_of

from ._homes import Homes, is_definition
from ._names import last_name, looked_up_name
from ._own_machine import keyword_of
from ._stand_ins import StandIns, names_in, string, targets

_Literal = cst.SimpleString | cst.FormattedString | cst.ConcatenatedString
_LINES = (cst.SimpleStatementLine, cst.SimpleStatementSuite)
_WORD = re.compile(r"[a-z]+")
_PART = re.compile(r"[A-Z]?[a-z]+")
_SETTING_DEFAULTS = ("set_default", "setdefault")
_DEFAULT = "default"
_LOOKUPS = frozenset(("get", "getenv", "pop"))
_SETTING = re.compile(r"env|config|setting|option", re.IGNORECASE)
_IS_THERE = re.compile(r"l?exists$|is_?(?:file|dir)$|access$")
_DEFAULTS = frozenset(("default", "default_factory", "fallback", "initial", "init"))
#: Under which a URL says what or who something is.
_IDENTIFIERS = frozenset(("resource", "aud", "iss", "id", "@id", "$id", "@type", "rel"))
#: Beside which the key ``origin`` is a header: it says where a request claims to come from.
_HEADERS = frozenset(("referer", "user-agent", "accept", "accept-language", "content-type", "authorization"))
_ORIGIN = "origin"
#: Words in names of classes that hold settings.
_SETTINGS = frozenset(("config", "configuration", "settings"))
#: Words in names of functions that return what somebody may start from.
_STARTING_POINTS = frozenset(("default", "defaults", "template", "example", "sample"))
#: What is named so goes nowhere real.
_PRETENDED = frozenset(("mock", "dummy", "fake", "stub", "noop"))
#: Run what comes behind them in a list of words.
_INTERPRETERS = frozenset(("python", "python3", "bash", "sh", "sudo", "docker", "node", "java"))
#: Names of functions that show what something may look like.
_SAMPLES = frozenset(("sample", "example"))
#: Words in names of classes that work in another place than the program.
_ELSEWHERE = frozenset(("docker", "sandbox", "container"))
_MISSING = "FileNotFoundError"
#: As a word of a name: ``VolumeMount``, ``mount_path``, ``umount``; not in ``amount``.
#: A container has its own places as well.
_MOUNT = re.compile(
    r"(?<![A-Za-z])(?:re|un?)?(?:mount|MOUNT)(?!ain|AIN)|Mount(?!ain)|(?<![A-Za-z])(?:container|CONTAINER|docker)(?![a-z])"
)
#: Steps from a text to the outermost list or dictionary that is written around it.
_DISPLAYS = (cst.DictElement, cst.Dict, cst.Element, cst.List, cst.Tuple, cst.Set)
#: Keys of what a container gets from its host.
_BOUND, _BOUND_FROM = frozenset(("dest", "destination", "target")), frozenset(("src", "source"))
#: What makes no connection of an address, but a value that is easier to use.
_CONVERSIONS = frozenset(
    ("Path", "PurePath", "PosixPath", "PurePosixPath", "URL", "str", "urlparse", "urlsplit")
)
_SCOPES = (cst.ClassDef, cst.FunctionDef)
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
        self._stand_ins = StandIns(file)
        self._candidates: dict[int, bool] = {}

    def is_logic(self, literal: cst.CSTNode) -> bool:
        """Whether the code goes to the address, and nothing but the literal says which it is."""
        if self._is_in_command(literal) or any(map(self._is_plain_step, *self._steps(literal))):
            return False
        home = self._homes.of(literal)
        if self._has_name(literal, home.statement) or home.is_declared:
            return False
        if self._stand_ins.is_one(literal, home.statement):
            return False
        if self._homes.is_in_test(home.statement) or is_guarded(self._file.tree, literal):
            return False
        return not self._is_pretended(home.statement)

    def _is_in_command(self, literal: cst.CSTNode) -> bool:
        """``["redis-cli", "-h", "10.0.0.5"]``, ``["python3", "/opt/rates/load.py"]``."""
        element = self._file.tree.parent(literal)
        around = self._file.tree.parent(element) if isinstance(element, cst.Element) else None
        if not isinstance(around, (cst.List, cst.Tuple)):
            return False
        texts = [string(each.value) for each in around.elements]
        return texts[0] in _INTERPRETERS or any(text.startswith("-") for text in texts)

    def _is_pretended(self, statement: cst.CSTNode) -> bool:
        """Whether a class or function around it goes nowhere by its name, ``DummyEngine``, or is a test."""
        scopes = [node for node in self._file.tree.ancestors(statement) if isinstance(node, _SCOPES)]
        return any(not _PRETENDED.isdisjoint(_parts(scope.name.value)) or _is_test(scope) for scope in scopes)

    def is_mounted(self, literal: cst.CSTNode) -> bool:
        """Whether a call mounts the path, ``VolumeMount(mount_path="/data")``: it is the same in every container."""
        around = self._steps(literal)[1]
        if self._is_bound(literal) or any(_MOUNT.search(name) for each in around for name in _names_of(each)):
            return True
        return any(
            isinstance(node, cst.ClassDef) and not _ELSEWHERE.isdisjoint(_parts(node.name.value))
            for node in self._file.tree.ancestors(literal)
        )

    def _is_bound(self, literal: cst.CSTNode) -> bool:
        """``{"src": home, "dest": "/home/runner/.ssh"}``."""
        element = self._file.tree.parent(literal)
        table = self._file.tree.parent(element) if isinstance(element, cst.DictElement) else None
        if not isinstance(table, cst.Dict) or string(element.key) not in _BOUND:  # type: ignore[union-attr]
            return False
        return not _BOUND_FROM.isdisjoint(_keys(table))

    def keyword_of(self, literal: cst.CSTNode) -> str:
        """The keyword by which a call takes the literal; empty for none."""
        return keyword_of(self._file.tree.parent(literal))

    def is_only_named(self, literal: cst.SimpleString) -> bool:
        """Whether the call calls something so as well: ``Computer(label="localhost", hostname="localhost")``."""
        argument = self._file.tree.parent(literal)
        call = self._file.tree.parent(argument) if argument is not None else None
        others = call.args if isinstance(call, cst.Call) else ()
        return any(each is not argument and string(each.value) == literal.raw_value for each in others)

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
            return around.key is node or self._is_plain_element(node, around)
        if isinstance(around, (cst.Assign, cst.AnnAssign)):
            return any(self._is_text(name) for name in targets(around))
        if isinstance(around, cst.BooleanOperation):
            return isinstance(around.operator, cst.Or) and around.right is node
        if isinstance(around, cst.IfExp):
            return around.test is not node and _is_instead(around, node)
        if isinstance(around, cst.Call):  # "...".format() asks nothing, "...".startswith() does
            return around.func is node and last_name(node) in self._words.text_calls
        return isinstance(around, (*_ASKING, cst.Expr)) and not (
            isinstance(around, cst.Expr) and isinstance(node, cst.Call | cst.Await)
        )

    def _is_plain_element(self, value: cst.CSTNode, element: cst.DictElement) -> bool:
        key = string(element.key)
        if key in _IDENTIFIERS or self._is_text(key) or (isinstance(value, cst.Tuple) and key.isupper()):
            return True
        table = self._file.tree.parent(element) if key.lower() == _ORIGIN else None
        return isinstance(table, cst.Dict) and not _HEADERS.isdisjoint(map(str.lower, _keys(table)))

    def _is_plain_argument(self, argument: cst.Arg) -> bool:
        keyword = argument.keyword.value if argument.keyword is not None else ""
        if keyword in _DEFAULTS or keyword in _IDENTIFIERS or self._is_text(keyword):
            return True
        call = self._file.tree.parent(argument)
        if not isinstance(call, cst.Call):
            return True  # a base class
        name = last_name(call.func)
        if name in self._words.text_calls or _is_default(name, call, argument):
            return True
        return isinstance(self._file.tree.parent(call), cst.Raise)

    def _is_text(self, name: str) -> bool:
        words = _WORD.findall(name.lower())
        return not self._words.text_names.isdisjoint((*words, *(word.removesuffix("s") for word in words)))

    def _has_name(self, literal: cst.CSTNode, statement: cst.CSTNode) -> bool:
        """A constant, a field, what one function is there to return, what stands in for a missing value."""
        if isinstance(statement, (cst.Assign, cst.AnnAssign)):
            if is_definition(self._homes, self._homes.of(literal)):
                return _is_constant(statement) or self._is_in_class(statement) or not self._is_called(literal)
            return self._is_field_of_settings(statement)
        if not isinstance(statement, cst.Return):
            return False
        if statement.value is literal and self._is_all(statement):
            return True
        return not self._is_called(literal) and self._is_starting_point(statement)

    def _is_starting_point(self, statement: cst.CSTNode) -> bool:
        """Whether the function says by its name that it returns defaults or a template."""
        function = enclosing_function(self._file.tree, statement)
        return function is not None and not _STARTING_POINTS.isdisjoint(_parts(function.name.value))

    def _is_field_of_settings(self, statement: cst.Assign | cst.AnnAssign) -> bool:
        """``self.data = {"proxy": "http://localhost:9050"}`` in a class that is there for the configuration."""
        if not all(name.startswith("self.") for name in targets(statement)):
            return False
        around = (node for node in self._file.tree.ancestors(statement) if isinstance(node, cst.ClassDef))
        return any(not _SETTINGS.isdisjoint(_parts(each.name.value)) for each in around)

    def _is_in_class(self, statement: cst.CSTNode) -> bool:
        return isinstance(self._file.names.scope_of(statement), cst.ClassDef)

    def _is_called(self, literal: cst.CSTNode) -> bool:
        """Whether a call takes the literal and does something: ``engine = create_engine("...")``."""
        calls = (around for around in self._steps(literal)[1] if isinstance(around, cst.Call))
        return any(last_name(call.func) not in _CONVERSIONS for call in calls)

    def table_of(self, literal: cst.CSTNode) -> cst.CSTNode | None:
        """The outermost list or dictionary in which the literal is written: a table is one matter."""
        around = list(takewhile(lambda node: isinstance(node, _DISPLAYS), self._file.tree.ancestors(literal)))
        return around[-1] if around else None

    def is_end(self, literal: cst.CSTNode) -> bool:
        """Whether something stands before it: ``root + "/etc/hosts"``, ``url += "/home/list"``."""
        around = self._file.tree.parent(literal)
        return isinstance(around, cst.AugAssign) or (
            isinstance(around, cst.BinaryOperation) and around.right is literal
        )

    def is_missed(self, literal: cst.CSTNode) -> bool:
        """Whether the code goes on without the file: ``try: open(..)``, ``except FileNotFoundError:``.

        So does ``if os.path.exists(..): open(..)``.
        """
        child, text = literal, text_of(literal)
        for around in self._file.tree.ancestors(literal):
            if isinstance(around, cst.Try) and child is around.body:
                if any(_MISSING in map(last_name, _caught(each)) for each in around.handlers):
                    return True
            if isinstance(around, cst.If) and child is around.body and text and _finds(around.test, text):
                return True
            if isinstance(around, _SCOPES):
                return False
            child = around
        return False

    def is_candidate(self, literal: cst.CSTNode) -> bool:
        """Whether it is one of several paths that are tried: where systems differ, one of them is there."""
        element = self._file.tree.parent(literal)
        around = self._file.tree.parent(element) if isinstance(element, cst.Element) else None
        if not isinstance(around, (cst.List, cst.Tuple, cst.Set)):
            return False
        if id(around) not in self._candidates:
            texts = [text_of(each.value) or "" for each in around.elements]
            are_paths = len(texts) > 1 and all(text.startswith("/") for text in texts)
            self._candidates[id(around)] = are_paths and self._is_tried(around)
        return self._candidates[id(around)]

    def _is_tried(self, paths: cst.CSTNode) -> bool:
        """Not what a loop uses one after the other: ``for path in (...): mkdir(path)``."""
        loop = self._file.tree.parent(paths)
        if not isinstance(loop, cst.For):
            return True
        nodes = list(subtree(loop.body))
        calls = (last_name(node.func) for node in nodes if isinstance(node, cst.Call))
        return any(isinstance(node, (cst.Break, cst.Return)) for node in nodes) or any(
            map(_IS_THERE.match, calls)
        )

    def _is_all(self, statement: cst.CSTNode) -> bool:
        """Whether the function does nothing else: its name is the name of what it returns."""
        function = enclosing_function(self._file.tree, statement)
        if function is None:
            return False
        lines = [line for line in function.body.body if not _is_docstring(line)]
        return len(lines) == 1


def _is_default(name: str, call: cst.Call, argument: cst.Arg) -> bool:
    """``os.environ.get(NAME, "..")``, ``setting(NAME, "..")``, ``set_default("url", "http://localhost")``."""
    if name.startswith(_SETTING_DEFAULTS) or looked_up_name(call, argument):
        return True
    if (
        call.args[0] is not argument and _DEFAULT in name.lower()
    ):  # get_default(config, "cache", "/var/cache")
        return True
    if len(call.args) <= 1 or call.args[1] is not argument:
        return False
    is_constant = last_name(call.args[0].value).isupper()
    return name in _LOOKUPS or (is_constant and _SETTING.search(name) is not None)


def _parts(name: str) -> set[str]:
    """The words of a name in lower case."""
    return {part.lower() for part in _PART.findall(name)}


def _keys(table: cst.Dict) -> Iterator[str]:
    return (string(each.key) for each in table.elements if isinstance(each, cst.DictElement))


def _is_test(scope: cst.FunctionDef | cst.ClassDef) -> bool:
    """Whether it is a test function that a package ships, by its name and an ``assert``, or makes a sample."""
    if isinstance(scope, cst.FunctionDef) and scope.name.value in _SAMPLES:
        return True
    if not isinstance(scope, cst.FunctionDef) or not scope.name.value.startswith("test_"):
        return False
    return any(isinstance(node, cst.Assert) for node in subtree(scope.body))


def _finds(test: cst.BaseExpression, text: str) -> bool:
    """Whether the test asks if the file is there, by the same text."""
    calls = (
        []
        if isinstance(test, cst.UnaryOperation)
        else [each for each in subtree(test) if isinstance(each, cst.Call)]
    )
    asking = (call for call in calls if _IS_THERE.match(last_name(call.func)))
    return any(text_of(arg.value) == text for call in asking for arg in call.args)


def _caught(handler: cst.ExceptHandler) -> Iterator[cst.BaseExpression]:
    """The exceptions that a handler names."""
    if isinstance(handler.type, cst.Tuple):
        yield from (each.value for each in handler.type.elements)
    elif handler.type is not None:
        yield handler.type


def _is_constant(statement: cst.Assign | cst.AnnAssign) -> bool:
    return all(name.rpartition(".")[2].isupper() for name in targets(statement))


def _names_of(around: cst.CSTNode) -> tuple[str, ...]:
    """The name by which a call, dictionary or variable takes something, or that of the call."""
    if isinstance(around, (cst.Assign, cst.AnnAssign)):
        return tuple(targets(around))
    if isinstance(around, cst.DictElement):
        return (string(around.key),)
    if isinstance(around, cst.IfExp):  # ``"/mnt/data" if in_container() else data``
        return tuple(names_in(around.test))
    return (last_name(around.func),) if isinstance(around, cst.Call) else (keyword_of(around),)


def _is_instead(choice: cst.IfExp, branch: cst.CSTNode) -> bool:
    """Whether the other branch is what the test asks for: ``url.rstrip("/") if url else "..."``."""
    other = choice.orelse if choice.body is branch else choice.body
    return not names_in(choice.test).isdisjoint(names_in(other))


def _is_docstring(line: cst.BaseStatement | cst.BaseSmallStatement) -> bool:
    statement = line.body[0] if isinstance(line, cst.SimpleStatementLine) else line
    return isinstance(statement, cst.Expr) and isinstance(statement.value, _Literal)
