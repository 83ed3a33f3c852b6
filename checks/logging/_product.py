"""What shows that a print is one of a service: there even a text for eyes is worth a word."""

from __future__ import annotations

import libcst as cst

from quality_kit.frameworks.loggers import log_calls
from quality_kit.frameworks.programs import imported_packages
from quality_kit.tree import ParsedFile
from quality_kit.tree.functions import enclosing_function, is_async

from ._sensitive_names import words_of

#: Packages of servers and queues: who imports them is no console program.
_SERVERS = frozenset("""
    fastapi flask starlette django aiohttp sanic tornado litestar quart falcon celery dramatiq rq arq
    rest_framework channels flask_restful flask_restx flask_restplus connexion
    """.split())
#: Packages of databases and clients, which programs for a terminal import less often than services.
_STORES = frozenset("""
    sqlalchemy sqlmodel redis pymongo motor kafka aiokafka pika grpc psycopg psycopg2 asyncpg aiopg
    pymysql aiomysql aioredis boto3 aioboto3 httpx elasticsearch
    """.split())
#: Packages that log.
_LOGS = frozenset(("logging", "loguru", "structlog"))
#: Folders and modules of a service.
_ROOMS = frozenset("""
    api apis app apps route routes router routers view views viewset viewsets service services
    repository repositories crud middleware middlewares handler handlers controller controllers db
    database models task tasks worker workers signals auth endpoint endpoints consumers webhook webhooks
    domain jobs clients integrations usecases use_cases schemas
    """.split())
#: Folders of packages of all sorts.
_ANY_ROOMS = frozenset(("app", "apps"))


class Product:
    """What speaks for a service in one file; what holds for the whole file is asked once."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self._is_service = (
            _is_in(_ROOMS, file.path) or _imports(file, _SERVERS | _STORES | _LOGS) or bool(log_calls(file))
        )

    def has(self, node: cst.CSTNode) -> bool:
        """Whether a print stands in a module of a service (by its path, its imports, a logger), or in a coroutine."""
        return self._is_service or is_async(enclosing_function(self._file.tree, node))


def is_surely_service(file: ParsedFile) -> bool:
    """Whether a module imports a server or a queue, or lies where only services have modules."""
    return _is_in(_ROOMS - _ANY_ROOMS, file.path) or _imports(file, _SERVERS)


def _is_in(rooms: frozenset[str], path: str) -> bool:
    *folders, module = path.split("/")
    return not rooms.isdisjoint((*folders, *words_of(module.removesuffix(".py"))))


def _imports(file: ParsedFile, packages: frozenset[str]) -> bool:
    return not packages.isdisjoint(imported_packages(file.tree))
