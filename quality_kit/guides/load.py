"""Reads a guide and the guides that it extends; all mistakes in them are told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quality_kit.config import ConfigurationError, Known, Problem, Problems
from quality_kit.config.problems import closest
from quality_kit.guides import parse
from quality_kit.guides.find import find, names, read
from quality_kit.guides.model import Guide
from quality_kit.guides.shape import GUIDE, checked


class Asker(NamedTuple):
    """Who names a guide."""

    #: The file, empty for a command line.
    file: str
    #: The key or option.
    key: str
    #: What paths are relative to.
    folder: Path


class Loaded(NamedTuple):
    """A guide, or what is wrong with it."""

    #: Empty where it could not be read.
    guide: Guide
    problems: tuple[Problem, ...]


def load_guide(reference: str, asker: Asker, known: Known) -> Loaded:
    """The guide of that name or at that path, and all mistakes in it and in those that it extends."""
    return _load(reference, asker, known, ())


def need_guide(reference: str, asker: Asker, known: Known) -> Guide:
    """The guide of that name or at that path.

    Raises:
        ConfigurationError: There is none, or there are mistakes in it.
    """
    loaded = load_guide(reference, asker, known)
    if loaded.problems:
        raise ConfigurationError(loaded.problems)
    return loaded.guide


def own_guides(known: Known) -> Iterator[Guide]:
    """The guides that come with us, by name."""
    for name in names():
        yield need_guide(name, Asker("", name, Path()), known)


def _load(reference: str, asker: Asker, known: Known, readers: tuple[Path, ...]) -> Loaded:
    file = find(reference, asker.folder)
    if file is None:
        return _unread(reference, asker, f"unknown guide {reference!r}{_advice(reference)}")
    if file.resolve() in readers:
        return _unread(reference, asker, f"{file} extends itself in a loop")
    try:
        values = read(file)
    except ValueError as error:
        return _unread(reference, asker, str(error))
    problems = Problems(str(file))
    own = checked(values, GUIDE, "", problems)
    base, wrong = _base(own, Asker(str(file), "extends", file.parent), known, (*readers, file.resolve()))
    guide = _parsed(own, reference, file, parse.Context(known, problems, base))
    noted = [each for each in problems.found if not (wrong and _speaks_of_inherited(each))]
    return Loaded(guide, (*wrong, *noted))


def _speaks_of_inherited(problem: Problem) -> bool:
    """Whether it may be no mistake once the extended guides can be read."""
    return problem.key == "without" or problem.key.endswith("].statements")


def _base(
    values: Mapping[str, Any], asker: Asker, known: Known, readers: tuple[Path, ...]
) -> tuple[Guide, list[Problem]]:
    named = values.get("extends", [])
    guides, problems = [], list[Problem]()
    for reference in [named] if isinstance(named, str) else named:
        loaded = _load(reference, asker, known, readers)
        guides.append(loaded.guide)
        problems += loaded.problems
    return _together(guides), problems


def _together(guides: Sequence[Guide]) -> Guide:
    """Several extended guides as one; the later wins."""
    together = Guide("", "", "")
    for guide in guides:
        known = {each.id: each for each in (*together.statements, *guide.statements)}
        rules = {
            code: {**together.rules.get(code, {}), **guide.rules.get(code, {})}
            for code in (*together.rules, *guide.rules)
        }
        together = guide._replace(
            statements=tuple(known.values()),
            rules=rules,
            path_classes={**together.path_classes, **guide.path_classes},
            ignore=tuple(dict.fromkeys((*together.ignore, *guide.ignore))),
            checklist=guide.checklist or together.checklist,
            exceptions=(*together.exceptions, *guide.exceptions),
        )
    return together


def _parsed(values: Mapping[str, Any], name: str, file: Path, context: parse.Context) -> Guide:
    statements = parse.statements(values, context)
    ids = frozenset(each.id for each in statements)
    return Guide(
        name=name,
        file=str(file),
        title=values.get("title", ""),
        summary=values.get("summary", ""),
        statements=statements,
        rules=parse.rules(values, context),
        path_classes=parse.path_classes(values, context),
        ignore=parse.ignored(values, context),
        checklist=parse.checklist(values, context),
        exceptions=parse.exceptions(values, ids, context),
    )


def _unread(reference: str, asker: Asker, reason: str) -> Loaded:
    return Loaded(Guide(reference, "", ""), (Problem(asker.key, reason, asker.file),))


def _advice(reference: str) -> str:
    close = closest(reference, names())
    return (
        f", did you mean {close!r}?"
        if close
        else f" (valid: {', '.join(names())}, or a path that ends in .toml)"
    )
