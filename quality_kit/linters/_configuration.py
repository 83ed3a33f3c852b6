"""The configuration files that linters read: which files of the tree share one, and what it says."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quality_kit.cache import digest
from quality_kit.linters._adapter import Configuration, Texts
from quality_kit.linters._tables import is_repository


class ConfigurationFiles:
    """Each file is read once, for all linters of a run."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._contents: dict[str, bytes | None] = {}

    def folders(self, paths: Iterable[str], configuration: Configuration) -> dict[str, list[str]]:
        """The paths by the nearest folder above them that has its own configuration; empty for the root.

        Tools that start beside the checked files are started once per such folder: isort takes
        the configuration of its first file for all, black that of the common folder of all, so
        the result for a file would depend on which others are checked with it.
        """
        known = {"": ""}
        found: dict[str, list[str]] = {}
        for path in paths:
            folder = os.path.dirname(path) if configuration.nested else ""
            found.setdefault(self._nearest(folder, configuration, known), []).append(path)
        return found

    def texts(self, folder: str, configuration: Configuration) -> Texts:
        """The contents of all files that may count for a folder, by absolute path."""
        found: dict[str, bytes] = {}
        paths = [os.path.expanduser(os.path.expandvars(path)) for path in configuration.of_user]
        start = self._root / folder
        for around in (start, *start.parents):
            paths += [str(around / name) for name in configuration.files]
            at_top = configuration.upwards == "in repository" and is_repository(around)
            if at_top or configuration.upwards == "not":
                break
        for path in paths:
            if (content := self._read(path)) is not None:
                found[path] = content
        return found

    def _nearest(self, folder: str, configuration: Configuration, known: dict[str, str]) -> str:
        if folder not in known:
            own = self._is_configured(folder, configuration)
            known[folder] = folder if own else self._nearest(os.path.dirname(folder), configuration, known)
        return known[folder]

    def _is_configured(self, folder: str, configuration: Configuration) -> bool:
        absolute = os.path.join(self._root, folder)
        if configuration.upwards == "in repository" and is_repository(absolute):
            return True
        contents = (
            (self._read(os.path.join(absolute, name)), mark) for name, mark in configuration.files.items()
        )
        return any(content is not None and mark in content for content, mark in contents)

    def _read(self, path: str) -> bytes | None:
        if path not in self._contents:
            try:
                self._contents[path] = Path(path).read_bytes()
            except OSError:
                self._contents[path] = None
        return self._contents[path]


def digest_of(texts: Texts, root: Path) -> bytes:
    """A key for the contents and where they stand, seen from the root: a copy of the tree has the same."""
    named = {_seen_from(root, path): text for path, text in texts.items()}
    return digest(*(part for path in sorted(named) for part in (os.fsencode(path), named[path])))


def _seen_from(root: Path, path: str) -> str:
    """Files of the user stay where they are."""
    folder = Path(path).parent
    is_around = folder == root or root in folder.parents or folder in root.parents
    return os.path.relpath(path, root) if is_around else path
