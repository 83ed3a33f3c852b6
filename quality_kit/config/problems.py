"""Collects what is wrong with a configuration, so that all of it can be told at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_SIMILAR = 0.6
_FEW = 20


class Problem(NamedTuple):
    """One mistake: the key (dotted), what is wrong with it and how to mend it."""

    key: str
    reason: str
    #: The configuration file it stands in; empty for the command line.
    file: str = ""


class ConfigurationError(Exception):
    """A configuration that cannot be used.

    Attributes:
        problems: All mistakes found.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{file}: {key}: {reason}" for key, reason, file in self.problems))


class Problems:
    """A list that grows while a configuration is read."""

    def __init__(self, file: str = "") -> None:
        self.found: list[Problem] = []
        self._file = file

    def add(self, key: str, reason: str) -> None:
        """Note a mistake."""
        self.found.append(Problem(key, reason, self._file))

    def unknown(self, key: str, what: str, value: str, known: Iterable[str]) -> None:
        """Note a value that is none of the known ones, and name the nearest."""
        self.add(key, f"unknown {what} {value!r}{nearest(value, known)}")


def nearest(value: str, known: Iterable[str]) -> str:
    """``, did you mean ...?`` for a slip of the pen, else the valid values when they are few."""
    names = list(known)
    close = closest(value, names)
    if close is not None:
        return f", did you mean {close!r}?"
    return f" (valid: {', '.join(names)})" if len(names) <= _FEW else ""


def closest(value: str, known: Iterable[str]) -> str | None:
    """The known name that somebody may have meant, whatever the case of its letters."""
    import difflib  # only for mistakes

    names = {name.lower(): name for name in known}
    close = difflib.get_close_matches(value.lower(), names, n=1, cutoff=_SIMILAR)
    return names[close[0]] if close else None
