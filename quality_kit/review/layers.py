"""Which part of a backend a file belongs to, by the names of its folders and its own."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import basename

from quality_kit.config import Config

#: From the outside in: code of a layer uses those below it.
ORDER = ("route", "service", "repository", "model")
#: The words of paths, whole or as the end of a name (``user_service.py``), the first layer that fits counts.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "settings": ("settings", "config", "configuration", "conf"),
    "security": ("auth", "authentication", "authorization", "security", "permissions", "oauth"),
    "route": ("routes", "route", "routers", "router", "endpoints", "endpoint", "api", "views", "controllers"),
    "repository": ("repositories", "repository", "repos", "repo", "crud", "dao", "db", "database"),
    "service": ("services", "service", "usecases", "use_cases", "managers", "manager"),
    "model": ("models", "model", "schemas", "schema", "entities", "domain", "dto"),
    "job": ("tasks", "task", "workers", "worker", "jobs", "celery", "consumers"),
    "middleware": ("middleware", "middlewares"),
}


def layer_of(path: str, config: Config) -> str:
    """The layer; ``test``, ``migration`` and ``script`` by the path classes, empty where nothing fits."""
    for name, paths in (("test", "tests"), ("migration", "migrations"), ("script", "scripts")):
        if config.in_class(path, (paths,)):
            return name
    if not path.endswith(".py"):
        return ""
    words = [*reversed(path.removesuffix(".py").split("/"))]
    for word in words:
        for layer, known in _WORDS.items():
            if word in known or (word is words[0] and word.endswith(tuple(f"_{each}" for each in known))):
                return layer
    return "entry point" if basename(path) in ("main.py", "app.py", "asgi.py", "wsgi.py") else ""


def is_upwards(importer: str, imported: str) -> bool:
    """Whether a layer imports one that should use it."""
    if importer not in ORDER or imported not in ORDER:
        return False
    return ORDER.index(imported) < ORDER.index(importer)
