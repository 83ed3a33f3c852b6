"""The entries of example environment files (``.env.example`` and the like).

The format is that of python-dotenv, which does not read them here: it passes over commented entries,
and a long run of spaces costs it time that grows with the square of the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: No real example file is longer; what follows is not read.
_MOST_CHARACTERS = 1_000_000
#: The start of an entry up to its value. Every repetition is possessive: nothing is tried twice.
_ENTRY = re.compile(
    r"""
    (?P<comment>[ \t]*+\#[\# \t]*+)?+ [ \t]*+ (?:export[ \t]++)?+
    (?P<quote>['"]?+) (?P<name>[A-Za-z_][\w.-]*+) (?P=quote) [ \t]*+ (?P<sign>=?+) [ \t]*+
    """,
    re.ASCII | re.VERBOSE,
)
#: A value in quotes, which may have several lines, up to the end of its last line.
_QUOTED = re.compile(
    r"""(?:"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+')[ \t]*+(?:\#[^\n]*+)?+(?=\n|\Z)""", re.DOTALL
)


class Entry(NamedTuple):
    """One variable that an example file names."""

    name: str
    #: The line in the file, from 1.
    line: int
    #: ``# NAME=value``: it documents a variable without setting it.
    is_commented: bool


def entries(text: str) -> Iterator[Entry]:
    """The variables a text names, set or commented out, in order; any text will do."""
    text = text.removeprefix("\ufeff")[:_MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n")
    position, line = 0, 1
    while position < len(text):
        end = text.find("\n", position) % (len(text) + 1)  # -1 is the end of the text
        found = _ENTRY.match(text, position, end)
        if found is not None and _is_entry(found, end):
            yield Entry(found["name"], line, found["comment"] is not None)
            value = _QUOTED.match(text, found.end()) if found["comment"] is None else None
            end = value.end() if value is not None else end
        line += text.count("\n", position, end + 1)
        position = end + 1


def _is_entry(found: re.Match[str], end: int) -> bool:
    """Whether there is a value, or nothing but a name as for a variable that is taken from outside."""
    return bool(found["sign"]) or (
        found["comment"] is None and found.end() == end and found["name"].isupper()
    )


def closest(files: list[str], path: str) -> str:
    """The example file of the part of the tree that a path is in, or just the first one."""
    above = [file for file in files if path.startswith(file[: file.rfind("/") + 1])]
    return max(above, key=lambda file: file.count("/"), default=files[0])
