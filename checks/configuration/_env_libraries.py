"""The libraries whose objects read variables by name: decouple, starlette, environs, django-environ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Library(NamedTuple):
    """How one library is asked for a variable."""

    #: The classes whose objects read.
    classes: frozenset[str]
    #: Objects that the library offers ready-made.
    objects: frozenset[str]
    #: The methods that read; None when all do but a few.
    methods: frozenset[str] | None
    #: Where the default stands in ``reader("X", ...)``.
    default_position: int
    #: The argument of the class that is put before each name.
    prefix: tuple[str, ...] = ()


_OTHER_METHODS = frozenset(
    "read_env prefixed seal dump add_parser parser_for read_envfile parse_value scheme".split()
)
_DECOUPLE = Library(
    frozenset(("decouple.Config", "decouple.AutoConfig")),
    frozenset(("decouple.config",)),
    frozenset(("get",)),
    1,
)
_STARLETTE = Library(
    frozenset(("starlette.config.Config",)), frozenset(), frozenset(("get",)), 2, ("env_prefix",)
)
_ENVIRONS = Library(
    frozenset(("environs.Env", "environs.FileAwareEnv")), frozenset(("environs.env",)), None, 1, ("prefix",)
)
_DJANGO = Library(frozenset(("environ.Env", "environ.FileAwareEnv")), frozenset(), None, 1)
LIBRARIES: Mapping[str, Library] = {
    "decouple": _DECOUPLE,
    "starlette": _STARLETTE,
    "environs": _ENVIRONS,
    "environ": _DJANGO,
}
#: The modules they are imported from.
MODULES = frozenset(("decouple", "starlette.config", "environs", "environ"))
#: The names of the argument that gives a default.
DEFAULT_NAMES = ("default", "missing", "load_default")
#: The variable that a method of django-environ reads when it is given no name.
DJANGO_NAMES = {
    "db": "DATABASE_URL",
    "db_url": "DATABASE_URL",
    "cache": "CACHE_URL",
    "cache_url": "CACHE_URL",
    "email": "EMAIL_URL",
    "email_url": "EMAIL_URL",
    "search_url": "SEARCH_URL",
    "channels": "CHANNELS_URL",
}


def reads(library: str, method: str) -> bool:
    """Whether a method (empty for a call of the object itself) of the library's objects reads a variable."""
    methods = LIBRARIES[library].methods
    return not method or (method in methods if methods is not None else method not in _OTHER_METHODS)


def default_position(library: str, method: str) -> int:
    """Where a call gives its default when it does not name it."""
    cast_comes_first = library == "environ" and not method
    return LIBRARIES[library].default_position + cast_comes_first
