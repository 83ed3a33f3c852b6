"""``quality-kit check`` with a plain command line, without typer.

Editors and hooks call it all day, and on an unchanged project typer's start would be half of the time. Only
what is beyond doubt is read here; help, mistakes and rarer ways of writing are typer's.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from quality_kit.cli.checking import Arguments, checked
from quality_kit.hall.talk import explained_mistakes

_REPEATED = frozenset(("select", "extend_select", "ignore", "linters", "output_format"))
_NUMBER = "jobs"
_FLAGS = frozenset(name for name, default in Arguments._field_defaults.items() if default is False)
_SHORT = {"-q": "quiet", "-v": "verbose"}


def run() -> None:
    """Check as the command line says, and exit."""
    arguments = plain(sys.argv[2:])
    if arguments is None:
        from quality_kit.cli.app import run as run_app  # brings typer

        return run_app()
    with explained_mistakes():
        code = checked(arguments)
    sys.exit(code)


def plain(words: Sequence[str]) -> Arguments | None:
    """The arguments of a plain command line (what follows ``check``), None for any other."""
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
    is_wrong = field == _NUMBER and not (value.isascii() and value.isdigit())
    if not value or value.startswith("-") or is_wrong:
        return False
    if field in _REPEATED:
        found.setdefault(field, []).append(value)
    else:
        found[field] = int(value) if field == _NUMBER else value
    return True
