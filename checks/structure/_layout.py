"""Patterns of a layout: which folders are modules, which paths exist, with placeholders filled in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice, takewhile
from posixpath import basename, dirname

_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?")
_MEANING = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
#: ``**`` that is not a part by itself may stand for slashes and names.
_OPEN = re.compile(r"[^/]\*\*|\*\*[^/]|\*\*\Z")
_NOT = "!"
#: What a folder holds that nobody has put anything into.
_EMPTY = frozenset(("__init__.py", ".gitkeep", ".keep"))
_OR = " | "
_WHEN = " when "
_BELONGS = " -> "


class Layout:
    """The files of a tree, and the folders that hold them."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.files = sorted(paths)
        self._paths = frozenset(self.files).union(
            f"{folder}/" for path in self.files for folder in _folders(path)
        )

    def has(self, pattern: str) -> bool:
        """Whether a path matches; with a slash at its end the pattern means a folder, with `` | `` either."""
        return any(self._has(each.strip().removeprefix("/")) for each in pattern.split(_OR))

    def has_content(self, pattern: str) -> bool:
        """Whether a path matches; a folder with nothing but ``__init__.py`` does not."""
        return self._filled.has(pattern)

    @cached_property
    def _filled(self) -> Layout:
        return Layout(path for path in self.files if basename(path) not in _EMPTY)

    def matching(self, glob: str) -> Iterator[str]:
        """The files that match; of a folder the first file in it."""
        pattern = _compiled(glob.rstrip("/"))
        if not glob.endswith("/"):
            yield from (path for path in self.files if pattern.fullmatch(path))
            return
        seen: set[str] = set()
        for path in self.files:
            folder = next((each for each in _folders(path) if pattern.fullmatch(each)), None)
            if folder is not None and folder not in seen:
                seen.add(folder)
                yield path

    def _has(self, path: str) -> bool:
        if not _TOKEN.search(path):
            return path in self._paths
        candidates = self._candidates(path)
        first = next(candidates, None)  # most patterns are of names that nothing has: not worth compiling
        if first is None:
            return False
        return any(map(_compiled(path).fullmatch, chain((first,), candidates)))

    def _candidates(self, pattern: str) -> Iterator[str]:
        """The paths whose last part begins like that of the pattern; all where it begins with anything."""
        begin = _TOKEN.split(pattern.rstrip("/").rpartition("/")[2], maxsplit=1)[0]
        if not begin or _OPEN.search(pattern):
            return iter(self._paths)
        named = islice(self._by_last, bisect_left(self._by_last, (begin,)), None)
        return (path for _, path in takewhile(lambda pair: pair[0].startswith(begin), named))

    @cached_property
    def _by_last(self) -> list[tuple[str, str]]:
        return sorted((path.rstrip("/").rpartition("/")[2], path) for path in self._paths)


def modules(python: Iterable[str], globs: Sequence[str]) -> list[str]:
    """The folders with Python files of their own that the globs name; the last that matches decides."""
    folders = dict.fromkeys(dirname(path) for path in sorted(python))
    return [folder for folder in folders if folder and _is_named(folder, globs)]


def filled(pattern: str, module: str) -> str:
    """The pattern for one module: its folder for ``{module}``, the name of the folder for ``{name}``."""
    return pattern.replace("{module}", module).replace("{name}", basename(module))


def is_about_modules(pattern: str) -> bool:
    """Whether it is required of each module and not of the project."""
    return "{module}" in pattern or "{name}" in pattern


def on_condition(pattern: str) -> tuple[str, str]:
    """What is required, and what must be there for it to be required; empty for nothing."""
    wanted, _, condition = pattern.partition(_WHEN)
    return wanted.strip(), condition.strip()


def divided(entry: str) -> tuple[str, str]:
    """The glob of what is forbidden, and where it belongs."""
    glob, _, place = entry.partition(_BELONGS)
    return glob.strip(), place.strip()


def _is_named(folder: str, globs: Sequence[str]) -> bool:
    named = False
    for glob in globs:
        pattern = _compiled(glob.removeprefix(_NOT).rstrip("/"))
        if pattern.fullmatch(folder):
            named = not glob.startswith(_NOT)
    return named


def _folders(path: str) -> Iterator[str]:
    """From the outside in."""
    at = path.find("/")
    while at != -1:
        yield path[:at]
        at = path.find("/", at + 1)


@lru_cache
def _compiled(glob: str) -> re.Pattern[str]:
    """A glob without a slash matches at any depth."""
    rooted = glob.removeprefix("/")
    parts, last = [] if "/" in glob.rstrip("/") else ["(?:.*/)?"], 0
    for token in _TOKEN.finditer(rooted):
        parts += [re.escape(rooted[last : token.start()]), _MEANING[token[0]]]
        last = token.end()
    return re.compile("".join((*parts, re.escape(rooted[last:]))))
