"""``quality-kit check`` with a plain command line, without typer.

Editors and hooks call it all day, and on an unchanged project typer's start would be half of the time. Only
what is beyond doubt is read here; help, mistakes and rarer ways of writing are typer's.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

from quality_kit.cli.checking import Arguments, checked
from quality_kit.hall.talk import explained_mistakes

_REPEATED = frozenset(("select", "extend_select", "ignore", "linters", "output_format"))
_NUMBER = "jobs"
_FLAGS = frozenset(name for name, default in Arguments._field_defaults.items() if default is False)
#: So many digits always make a number.
_DIGITS = re.compile("[0-9]{1,9}")
_EXPANDED = re.compile(r"[*?\[~$%]")
_SHORT = {"-q": "quiet", "-v": "verbose"}


def run() -> None:
    """Check as the command line says, and exit."""
    with explained_mistakes():
        arguments = plain(sys.argv[2:], is_windows=os.name == "nt")
        if arguments is not None:
            sys.exit(checked(arguments))
        from quality_kit.cli.app import run as run_app  # brings typer

    run_app()


def plain(words: Sequence[str], is_windows: bool = False) -> Arguments | None:
    """The arguments of a plain command line (what follows ``check``), None for any other.

    On Windows no shell has put in what patterns, ``~`` and variables stand for: that is typer's work.
    """
    if is_windows and any(map(_EXPANDED.search, words)):
        return None
    found: dict[str, Any] = {}
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word == "-":
            paths.append(word)
            continue
        name, equals, value = word.partition("=")
        field = _SHORT.get(name) or _field(name)
        if field in _FLAGS and not equals:
            found[field] = True
        elif field is None or field in _FLAGS:
            return None
        elif not _take(found, field, value if equals else next(rest, "")):
            return None
    return Arguments(paths=paths or None, **found)


def _field(name: str) -> str | None:
    field = name.removeprefix("--").replace("-", "_")
    is_option = field in Arguments._fields and field != "paths"
    return field if is_option and name == f"--{field.replace('_', '-')}" else None


def _take(found: dict[str, Any], field: str, value: str) -> bool:
    """Note the value of an option; whether it can be one."""
    is_wrong = field == _NUMBER and not _DIGITS.fullmatch(value)
    if not value or value.startswith("-") or is_wrong:
        return False
    if field in _REPEATED:
        found.setdefault(field, []).append(value)
    else:
        found[field] = int(value) if field == _NUMBER else value
    return True
