"""What shows that a print is product code's, and not the words of a program to whoever started it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, Tree, dotted, last_name, subtree
from quality_kit.tree.functions import enclosing_function, is_async

from ._sensitive_names import words_of

#: Packages of servers, queues and databases: who imports them is no console program.
_SERVICES = frozenset("""
    fastapi flask starlette django aiohttp sanic tornado litestar quart falcon celery dramatiq rq arq
    sqlalchemy sqlmodel redis pymongo motor kafka aiokafka pika grpc rest_framework channels
    """.split())
#: Packages that log.
_LOGS = frozenset(("logging", "loguru", "structlog"))
#: Folders and modules of a service.
_ROOMS = frozenset("""
    api apis app apps route routes router routers view views viewset viewsets service services
    repository repositories crud middleware middlewares handler handlers controller controllers db
    database models task tasks worker workers signals auth endpoint endpoints consumers webhook webhooks
    """.split())
#: What goes wrong, and what was left for later.
_TROUBLE = re.compile(
    r"fail|error|warn|invalid|cannot|can't|could not|couldn't|unable|missing|not found|no such|exception|"
    r"unexpected|unknown|unsupported|mismatch|denied|time[d]? ?out|todo|fixme|debug|skip|ignor|deprecat|too ",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
#: So many words beside a value are a label: ``print("user", user)``.
_MOST_LABEL = 2
_LEVELS = frozenset(("debug", "info", "warning", "error", "exception", "critical"))
_LOGGER = "log"
_NONE = "None"
_MOST_NODES = 200


class Product:
    """What speaks for product code in one file; what holds for the whole file is asked once."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self._answers: dict[int, bool] = {}
        self._is_service = _is_in_room(file.path) or _imports_service(file.tree) or _logs(file.tree)

    def has(self, node: cst.CSTNode) -> bool:
        """Whether something shows that a print is a lost message, or left over.

        That is a module of a service (by its path, by what it imports, by a logger that it has), an
        ``except``, a coroutine, a function with an answer, a text about trouble, and a value with no more than a label.
        """
        if self._is_service or not isinstance(node, cst.Call):
            return True
        if any(isinstance(each, cst.ExceptHandler) for each in self._file.tree.ancestors(node)):
            return True
        function = enclosing_function(self._file.tree, node)
        if function is not None and (is_async(function) or self._answers_something(function)):
            return True
        return _is_trouble(node) or _is_left_over(node)

    def _answers_something(self, function: cst.FunctionDef) -> bool:
        """Whether it returns more than the exit code of a program."""
        if id(function) not in self._answers:
            self._answers[id(function)] = any(
                isinstance(node, cst.Return)
                and node.value is not None
                and last_name(node.value) != _NONE
                and not isinstance(node.value, (cst.Integer, cst.UnaryOperation))
                and enclosing_function(self._file.tree, node) is function
                for node in subtree(function.body)
            )
        return self._answers[id(function)]


def _is_in_room(path: str) -> bool:
    *folders, module = path.split("/")
    return not _ROOMS.isdisjoint((*folders, *words_of(module.removesuffix(".py"))))


def _imports_service(tree: Tree) -> bool:
    return any(package in _SERVICES for package in _imported(tree))


def _logs(tree: Tree) -> bool:
    if not any(package in _LOGS for package in _imported(tree)):
        return any(_is_log_call(call) for call in tree.of(cst.Call))
    return True


def _imported(tree: Tree) -> Iterator[str]:
    for statement in tree.of(cst.Import):
        for alias in statement.names:
            yield (dotted(alias.name) or "").split(".", 1)[0]
    for source in tree.of(cst.ImportFrom):
        if not source.relative:
            yield (dotted(source.module) or "").split(".", 1)[0]


def _is_log_call(call: cst.Call) -> bool:
    function = call.func
    if not isinstance(function, cst.Attribute) or function.attr.value not in _LEVELS:
        return False
    return _LOGGER in last_name(function.value).lower()


def _texts(call: cst.Call) -> Iterator[str]:
    for node in _parts(call):
        if isinstance(node, cst.SimpleString):
            yield node.raw_value
        elif isinstance(node, cst.FormattedStringText):
            yield node.value


def _labels(call: cst.Call) -> Iterator[str]:
    """The texts that are printed as they stand, not those that a printed value is asked for."""
    for argument in call.args:
        text = argument.value
        while isinstance(text, cst.BinaryOperation):
            text = text.left
        if isinstance(text, cst.SimpleString):
            yield text.raw_value
        elif isinstance(text, cst.FormattedString):
            yield from (part.value for part in text.parts if isinstance(part, cst.FormattedStringText))
        elif isinstance(text, cst.ConcatenatedString):
            yield from _texts(call)


def _parts(call: cst.Call) -> Iterator[cst.CSTNode]:
    for argument in call.args:
        if argument.keyword is None:
            for node, _ in zip((argument.value, *subtree(argument.value)), range(_MOST_NODES)):
                yield node


def _is_trouble(call: cst.Call) -> bool:
    return any(_TROUBLE.search(text) for text in _texts(call))


def _is_left_over(call: cst.Call) -> bool:
    """Whether it shows a value with no more than a label: ``print(rows)``, ``print(f"rows: {rows}")``."""
    words = sum(len(_WORD.findall(text)) for text in _labels(call))
    values = (cst.Name, cst.Attribute, cst.Call, cst.Subscript, cst.Integer, cst.Float)
    return words <= _MOST_LABEL and any(isinstance(node, values) for node in _parts(call))
