"""How much of a guide's layout a repository has, from the paths that the guide's rules require."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from quality_kit.config.globs import matches
from quality_kit.guides.model import Guide

STRUCTURE = "QK611"
#: What stands in a path for the folder of a module, and for the last part of that.
_FOLDER, _NAME = "{module}", "{name}"
_OR = " | "
#: Behind it stands on what condition a path is required.
_WHEN = " when "
#: In the folder of each module, whatever the guide.
_OF_ANY_PACKAGE = f"{_FOLDER}/__init__.py"
#: What a folder holds that nobody has put anything into: no condition is met by it.
_EMPTY = frozenset(("__init__.py", ".gitkeep", ".keep"))
#: Less says nothing about a layout.
_ENOUGH_PATHS = 4
_HALF = 0.5


class Fit(NamedTuple):
    """How well a layout fits."""

    guide: str
    found: int
    wanted: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.found / self.wanted if self.wanted else 0.0


def best_fit(guides: Iterable[Guide], files: Sequence[str]) -> Fit | None:
    """The guide of which most is there; None where none is there by half.

    A guide that requires few paths is there in full sooner than one that requires many, so their number counts too.
    """
    fits = [fit(guide, files) for guide in guides]
    good = [each for each in fits if each.found >= _ENOUGH_PATHS and each.share >= _HALF]
    return max(good, key=lambda each: each.share * each.found, default=None)


def fit(guide: Guide, files: Sequence[str]) -> Fit:
    """How many of the required paths there are.

    Args:
        guide: The guide.
        files: All files, relative to the root.
    """
    wanted = list(_wanted(guide, files))
    found = sum(any(matches(paths, file) for file in files) for paths in wanted)
    return Fit(guide.name, found, len(wanted))


def _wanted(guide: Guide, files: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each required path as patterns, of which one is enough."""
    modules = sorted(set(_modules(guide, files)))
    full = [file for file in files if _last(file) not in _EMPTY]
    for required in guide.options(STRUCTURE, "required"):
        pattern, _, condition = required.partition(_WHEN)
        for module in modules if _FOLDER in pattern or _NAME in pattern else [""]:
            is_asked = not condition or _is_there(_filled(condition, module), full)
            if is_asked and pattern != _OF_ANY_PACKAGE:
                yield _anchored(_filled(pattern, module))


def _filled(pattern: str, module: str) -> str:
    return pattern.replace(_FOLDER, module).replace(_NAME, _last(module))


def _is_there(pattern: str, files: Sequence[str]) -> bool:
    return any(matches(_anchored(pattern), file) for file in files)


def _anchored(pattern: str) -> tuple[str, ...]:
    return tuple(f"/{each.strip().removeprefix('/')}" for each in pattern.split(_OR))


def _modules(guide: Guide, files: Sequence[str]) -> Iterator[str]:
    globs = [glob.strip("/").split("/") for glob in guide.options(STRUCTURE, "modules")]
    for file in files:
        parts = file.split("/")[:-1]
        for glob in globs:
            head = parts[: len(glob)]
            if file.endswith(".py") and len(head) == len(glob) and all(map(fnmatchcase, head, glob)):
                if not head[-1].startswith(("tests", "docs")):
                    yield "/".join(head)


def _last(module: str) -> str:
    return module.rpartition("/")[2]
