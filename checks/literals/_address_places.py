"""Where an address stands, and whether that place has a name for it or only talks about it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

import libcst as cst

from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.tree import ParsedFile

from ._address_scopes import Pretence, is_all, is_field_of_settings, is_starting_point
from ._address_steps import keys, parts, steps, taken_as
from ._bound_names import names_in, string, targets
from ._homes import Homes, is_definition
from ._names import last_name, looked_up_name
from ._own_machine import keyword_of
from ._stand_ins import StandIns

_WORD = re.compile(r"[a-z]+")
_SETTING_DEFAULTS = ("set_default", "setdefault")
_DEFAULT, _ASKED = frozenset(("default", "defaults")), frozenset(("get", "set"))
_LOOKUPS = frozenset(("get", "getenv", "pop"))
_SETTING = re.compile(r"env|config|setting|option", re.IGNORECASE)
_DEFAULTS = frozenset(("default", "default_factory", "fallback", "initial", "init"))
#: Under which a URL says what or who something is.
_IDENTIFIERS = frozenset(("resource", "aud", "iss", "id", "@id", "$id", "@type", "rel"))
#: Beside which the key ``origin`` is a header: it says where a request claims to come from.
_HEADERS = frozenset(("referer", "user-agent", "accept", "accept-language", "content-type", "authorization"))
_ORIGIN = "origin"
#: Run what comes behind them in a list of words.
_INTERPRETERS = frozenset(("python", "python3", "bash", "sh", "sudo", "docker", "node", "java"))
#: A command with options has more words; two of them are rather a name and its value.
_PAIR = 2
#: By which something is called, if no word says that this is a host.
_LABELS = frozenset(("label", "name", "title"))
#: To which a browser is sent in the end.
_WAYS_BACK = frozenset(("redirect", "callback"))
_HOSTS = frozenset(("host", "server", "broker", "node", "dns"))
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
        self._stand_ins = StandIns(file)
        self._pretence = Pretence(file.tree)
        self._commands: dict[int, bool] = {}

    def is_logic(self, literal: cst.CSTNode) -> bool:
        """Whether the code goes to the address, and nothing but the literal says which it is."""
        if any(map(self._is_plain_step, *steps(self._file.tree, literal))):
            return False
        home = self._homes.of(literal)
        if self._has_name(literal, home.statement) or home.is_declared:
            return False
        if self._stand_ins.is_one(literal, home.statement):
            return False
        if self._homes.is_in_test(home.statement) or is_guarded(self._file.tree, literal):
            return False
        return not self._pretence.is_around(home.statement)

    def is_in_command(self, literal: cst.CSTNode) -> bool:
        """``["redis-cli", "-h", "10.0.0.5"]``, ``["python3", "/opt/rates/load.py"]``."""
        element = self._file.tree.parent(literal)
        around = self._file.tree.parent(element) if isinstance(element, cst.Element) else None
        if not isinstance(around, (cst.List, cst.Tuple)):
            return False
        if id(around) not in self._commands:
            texts = [string(each.value) for each in around.elements]
            has_options = len(texts) > _PAIR and any(text.startswith("-") for text in texts)
            self._commands[id(around)] = texts[0] in _INTERPRETERS or has_options
        return self._commands[id(around)]

    def keyword_of(self, literal: cst.CSTNode) -> str:
        """The keyword by which a call takes the literal; empty for none."""
        return keyword_of(self._file.tree.parent(literal))

    def is_only_named(self, literal: cst.SimpleString) -> bool:
        """Whether the call calls something so as well: ``Computer(label="localhost", hostname="localhost")``."""
        argument = self._file.tree.parent(literal)
        call = self._file.tree.parent(argument) if argument is not None else None
        others = call.args if isinstance(call, cst.Call) else ()
        labels = (each for each in others if each is not argument and _is_label(keyword_of(each)))
        return any(string(each.value) == literal.raw_value for each in labels)

    def is_way_back(self, literal: cst.CSTNode) -> bool:
        """``redirect_uri="http://127.0.0.1"``."""
        names = (name for around in steps(self._file.tree, literal)[1] for name in taken_as(around))
        return any(not _WAYS_BACK.isdisjoint(parts(name)) for name in names)

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
        return isinstance(table, cst.Dict) and not _HEADERS.isdisjoint(map(str.lower, keys(table)))

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
            return not self._is_called(literal) and is_field_of_settings(self._file.tree, statement)
        if not isinstance(statement, cst.Return):
            return False
        if statement.value is literal and is_all(self._file.tree, statement):
            return True
        return not self._is_called(literal) and is_starting_point(self._file.tree, statement)

    def _is_in_class(self, statement: cst.CSTNode) -> bool:
        return isinstance(self._file.names.scope_of(statement), cst.ClassDef)

    def _is_called(self, literal: cst.CSTNode) -> bool:
        """Whether a call takes the literal and does something: ``engine = create_engine("...")``."""
        calls = (around for around in steps(self._file.tree, literal)[1] if isinstance(around, cst.Call))
        return any(last_name(call.func) not in _CONVERSIONS for call in calls)

    def table_of(self, literal: cst.CSTNode) -> cst.CSTNode | None:
        """The outermost list or dictionary in which the literal is written: a table is one matter."""
        around = list(takewhile(lambda node: isinstance(node, _DISPLAYS), self._file.tree.ancestors(literal)))
        return around[-1] if around else None


def _is_default(name: str, call: cst.Call, argument: cst.Arg) -> bool:
    """``os.environ.get(NAME, "..")``, ``setting(NAME, "..")``, ``set_default("url", "http://localhost")``."""
    if name.startswith(_SETTING_DEFAULTS) or looked_up_name(call, argument):
        return True
    # get_default(config, "cache", "/var/cache")
    if _is_last(call, argument) and _asks_for_default(parts(name)):
        return True
    if len(call.args) <= 1 or call.args[1] is not argument:
        return False
    is_constant = last_name(call.args[0].value).isupper()
    return name in _LOOKUPS or (is_constant and _SETTING.search(name) is not None)


def _is_last(call: cst.Call, argument: cst.Arg) -> bool:
    """Whether it is the last positional argument, behind what it is the default of."""
    positional = [each for each in call.args if each.keyword is None]
    return len(positional) > 1 and positional[-1] is argument


def _asks_for_default(words: set[str]) -> bool:
    return not words.isdisjoint(_DEFAULT) and not words.isdisjoint(_ASKED)


def _is_label(keyword: str) -> bool:
    words = parts(keyword)
    return not _LABELS.isdisjoint(words) and _HOSTS.isdisjoint(words)


def _is_constant(statement: cst.Assign | cst.AnnAssign) -> bool:
    return all(name.rpartition(".")[2].isupper() for name in targets(statement))


def _is_instead(choice: cst.IfExp, branch: cst.CSTNode) -> bool:
    """Whether the other branch is what the test asks for: ``url.rstrip("/") if url else "..."``."""
    other = choice.orelse if choice.body is branch else choice.body
    return not names_in(choice.test).isdisjoint(names_in(other))
