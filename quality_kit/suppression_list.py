"""All suppressions of a project, with who wrote them and when.

They are read from the texts: no file is parsed for them, so a file that does not parse has some, too. Files that
are no Python count where a rule may find something in them, as in ``.env.example``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from quality_kit import files
from quality_kit.blame import Origin, blame
from quality_kit.project import Project
from quality_kit.source import SourceFile, UndecodableError
from quality_kit.suppression import Suppression, read_plain_suppressions, read_suppressions

_SECONDS_A_DAY = 86_400


class Listed(NamedTuple):
    """One comment; a ``noqa`` for several tools is one."""

    path: str
    suppression: Suppression
    is_expired: bool
    origin: Origin
    #: Whole days since it was written, None where git does not know.
    age: int | None


def list_suppressions(
    project: Project,
    inputs: Iterable[str],
    today: date,
    now: float,
    is_unreadable: Callable[[str, str], None],
) -> list[Listed]:
    """The suppressions in the project's targets and inputs, sorted by path and line.

    Args:
        project: Where to look.
        inputs: Files that are no Python and in which rules find something.
        today: The day that decides what is over.
        now: Seconds since 1970, from which ages are counted.
        is_unreadable: Called with the path and the reason for a file that cannot be read.
    """
    listed: list[Listed] = []
    plain = frozenset(inputs)
    for path in sorted({*project.targets, *plain}):
        try:
            found = [*_joined(_read_plain(project, path) if path in plain else _read(project, path))]
        except OSError as error:
            is_unreadable(path, str(error.strerror))
        except (UndecodableError, RecursionError) as error:
            is_unreadable(path, str(error))
        else:
            listed += _with_origins(project, path, found, today, now)
    return listed


def _read(project: Project, path: str) -> list[Suppression]:
    data = files.read(project.absolute(path))
    return read_suppressions(SourceFile(path, data or b""))


def _read_plain(project: Project, path: str) -> list[Suppression]:
    data = files.read(project.absolute(path))
    return read_plain_suppressions(SourceFile(path, data or b""))


def _joined(found: Sequence[Suppression]) -> Iterator[Suppression]:
    """A noqa is read as two, one for our codes and one for the other tools'."""
    for _, same in groupby(found, key=lambda one: (one.line, one.column)):
        first, *others = same
        yield first._replace(codes=(*first.codes, *(code for one in others for code in one.codes)))


def _with_origins(
    project: Project, path: str, found: Sequence[Suppression], today: date, now: float
) -> Iterator[Listed]:
    if found:
        origins = blame(project.root, path, (suppression.line for suppression in found))
        for suppression in found:
            origin = origins[suppression.line]
            age = None if origin.unknown else max(int(now - origin.time) // _SECONDS_A_DAY, 0)
            yield Listed(path, suppression, suppression.is_expired(today), origin, age)
