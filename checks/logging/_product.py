"""What shows that a print is one of a service: there even a text for eyes is worth a word."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, Tree, dotted, last_name
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
_LEVELS = frozenset(("debug", "info", "warning", "error", "exception", "critical"))
_LOGGER = "log"


class Product:
    """What speaks for a service in one file; what holds for the whole file is asked once."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self._is_service = _is_in_room(file.path) or _imports_service(file.tree) or _logs(file.tree)

    def has(self, node: cst.CSTNode) -> bool:
        """Whether a print stands in a module of a service (by its path, its imports, a logger), or in a coroutine."""
        return self._is_service or is_async(enclosing_function(self._file.tree, node))


def _is_in_room(path: str) -> bool:
    *folders, module = path.split("/")
    return not _ROOMS.isdisjoint((*folders, *words_of(module.removesuffix(".py"))))


def _imports_service(tree: Tree) -> bool:
    return any(package in _SERVICES for package in imported_packages(tree))


def _logs(tree: Tree) -> bool:
    if not any(package in _LOGS for package in imported_packages(tree)):
        return any(_is_log_call(call) for call in tree.of(cst.Call))
    return True


def imported_packages(tree: Tree) -> Iterator[str]:
    """The top-level packages that a module imports, its own left out."""
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
