"""What it means for the members of a class that it inherits from a class of another package."""

from __future__ import annotations

import builtins
import importlib
import re
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

#: Packages whose classes hold data: they read the fields, and call few methods.
_DATA_PACKAGES = frozenset(
    (
        *(
            "pydantic",
            "pydantic_settings",
            "sqlmodel",
            "msgspec",
            "attr",
            "attrs",
            "typing",
            "typing_extensions",
        ),
        *("sqlalchemy", "flask_sqlalchemy", "beanie", "odmantic", "mongoengine", "peewee", "tortoise"),
    )
)
_TABLE_PACKAGES = frozenset(
    ("sqlalchemy", "sqlmodel", "flask_sqlalchemy", "beanie", "odmantic", "mongoengine", "peewee", "tortoise")
)
#: Their classes are found by their base: models, commands, admin pages, test cases.
_FOUND_BY_BASE = re.compile(
    r"DeclarativeBase|Base$|SQLModel|Document|Model$|BaseCommand|AppConfig|Admin$|Migration|TestCase|HttpUser"
    r"|Config$|Plugin"
)
_DATA_HOOKS = frozenset(("model_post_init", "settings_customise_sources", "customise_sources"))
_DISPATCHED = re.compile(r"(?:visit|do|handle|depart|leave|generic|on|test|setup|teardown)_?[A-Z_a-z]*\Z")


class Base(NamedTuple):
    """A base of another package."""

    #: Whether its fields are read: of every foreign base, as nobody can know.
    reads_fields: bool
    #: Whether it may call a method of that name, with the parameters that it wants.
    calls: Callable[[str], bool]
    #: Whether it reads attributes that a method sets on ``self``.
    reads_attributes: bool
    #: Whether it finds its subclasses by itself.
    finds_classes: bool


def base(name: str) -> Base:
    """What the class of that dotted name means for its subclasses."""
    package, last = name.partition(".")[0], name.rpartition(".")[2]
    finds = package in _TABLE_PACKAGES or (
        package not in _DATA_PACKAGES and _FOUND_BY_BASE.search(last) is not None
    )
    if package in _DATA_PACKAGES:
        return Base(True, _DATA_HOOKS.__contains__, False, finds)
    if package == "builtins" or package in sys.stdlib_module_names:
        return Base(name != "builtins.object", lambda method: _has(name, method), False, finds)
    return Base(True, lambda _method: True, True, finds)


def _has(name: str, method: str) -> bool:
    """Whether the class of the standard library has the method, or finds it by the beginning of its name."""
    found = _standard_class(name)
    if found is None:
        return True
    if hasattr(found, method):
        return method not in ("__init__", "__new__")
    finds = any(hasattr(found, each) for each in ("visit", "handle_one_request", "handle_starttag", "onecmd"))
    return finds and _DISPATCHED.match(method) is not None


@lru_cache
def _standard_class(name: str) -> object:
    """The class, of the standard library only; None where this Python has none of that name."""
    module, _, last = name.rpartition(".")
    if module == "builtins":
        return getattr(builtins, last, None)
    try:
        return getattr(importlib.import_module(module), last, None)
    except ImportError:
        return None
