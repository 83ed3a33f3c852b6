"""The entry of our hook, written in the style of the entries around it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

#: The door that starts in no time, with the rules only: the linters have hooks of their own where a team
#: wants them before commits.
COMMAND = "quality-kit-pre-commit"
_DASH = "- "

_HOOK = {
    "id": "quality-kit",
    "name": "quality-kit",
    "entry": COMMAND,
    "language": "system",
    "types": ["python"],
    "require_serial": "true",
}


class Indents(NamedTuple):
    """How far things stand from the left, in columns."""

    #: The dash of a repository.
    dash: int = 2
    #: From there to its keys.
    step: int = 2
    #: From its keys to the dash of a hook.
    inner: int = 2


def entry(folder: str) -> dict[str, Any]:
    """What pre-commit shall read; scalars as text.

    Args:
        folder: The project's root as seen from the repository's; empty where they are the same.
    """
    scope = {"files": f"^{re.escape(folder)}/"} if folder else {}
    return {"repo": "local", "hooks": [{**_HOOK, **scope}]}


def block(folder: str, indents: Indents) -> list[str]:
    """The entry as the lines of a list of repositories."""
    dash, keys = " " * indents.dash, " " * (indents.dash + indents.step)
    hook = keys + " " * indents.inner
    first, *rest = _settings(folder)
    return [
        f"{dash}-{' ' * (indents.step - 1)}repo: local",
        f"{keys}hooks:",
        f"{hook}{_DASH}{first}",
        *(f"{hook}{' ' * len(_DASH)}{line}" for line in rest),
    ]


def in_one_line(folder: str) -> str:
    """The entry for a list in brackets."""
    return f"{{repo: local, hooks: [{{{', '.join(_settings(folder))}}}]}}"


def _settings(folder: str) -> list[str]:
    return [f"{key}: {_written(value)}" for key, value in entry(folder)["hooks"][0].items()]


def _written(value: str | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return f"'{value}'" if value.startswith("^") else value
