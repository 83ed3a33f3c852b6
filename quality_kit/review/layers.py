"""Which part of a backend a file belongs to, by the names of its folders and its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from quality_kit.config import Config

#: From the outside in: code of a layer uses those below it.
ORDER = ("route", "service", "repository", "model")
#: The words of paths, whole or as the end of a name (``user_service.py``); the first layer that fits counts.
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

#: Folders that hold files of other layers, too: what a file in them is called says more.
_WEAK = frozenset(("api", "db", "database", "auth", "domain", "security", "config", "conf"))
_ENTRY_POINTS = frozenset(("main", "app", "asgi", "wsgi"))


def layer_of(path: str, config: Config) -> str:
    """The layer; ``test``, ``migration`` and ``script`` by the path classes, empty where nothing fits."""
    for name, paths in (("test", "tests"), ("migration", "migrations"), ("script", "scripts")):
        if config.in_class(path, (paths,)):
            return name
    if not path.endswith(".py"):
        return ""
    *folders, stem = path.removesuffix(".py").split("/")
    known = (_layer_of_word(word, strong=True) for word in reversed(folders))
    return (
        next(filter(None, known), "")
        or _layer_of_word(stem, strong=False)
        or next(filter(None, (_layer_of_word(word, strong=False) for word in reversed(folders))), "")
        or ("entry point" if stem in _ENTRY_POINTS else "")
    )


@lru_cache(maxsize=4096)
def _layer_of_word(word: str, strong: bool) -> str:
    for layer, known in _WORDS.items():
        if (word in known or word.endswith(tuple(f"_{each}" for each in known))) and not (
            strong and word in _WEAK
        ):
            return layer
    return ""


def is_upwards(importer: str, imported: str) -> bool:
    """Whether a layer imports one that should use it."""
    if importer not in ORDER or imported not in ORDER:
        return False
    return ORDER.index(imported) < ORDER.index(importer)
