"""Puts a tree that git keeps into a temporary folder, for tools that read files.

The folder stands for the repository: beside the Python files it has what tools look for in the folders
above them, configuration and the mark of a repository's top.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from posixpath import basename, dirname

from quality_kit import files
from quality_kit.cache import Cache
from quality_kit.contents import look_at
from quality_kit.project import Project

_CONFIGURATION_FILES = frozenset(
    (
        "pyproject.toml",
        "setup.cfg",
        "tox.ini",
        ".flake8",
        ".isort.cfg",
        ".editorconfig",
        "mypy.ini",
        ".mypy.ini",
    )
)
#: What mypy reads beside Python files.
_TYPE_FILES = (".pyi", "/py.typed")
_MARK = ".git"
_UP = "../"


@contextmanager
def on_disk(
    project: Project, configured_by: Project | None, contents: Mapping[str, bytes]
) -> Iterator[Project]:
    """A project that git keeps, as linters can read it: a copy in a temporary folder, gone afterwards.

    Python files that are not looked at are empty when another tree configures the linters: those that
    look at one file at a time only want to know whether the others are there.
    """
    prefix = project.snapshot.prefix if project.snapshot is not None else ""
    if configured_by is not None:
        written = {**dict.fromkeys(project.files, b""), **{path: contents[path] for path in project.targets}}
    else:
        written = {**contents, **_type_files(project)}
    settings = _configuration(configured_by or project, prefix, project.files)
    with tempfile.TemporaryDirectory(prefix="quality-kit-") as folder:
        top = Path(os.path.realpath(folder)) / _top_name(project.root, prefix)  # it may be a package
        (top / _MARK).mkdir(parents=True)
        for path, data in {**written, **settings}.items():
            _write(os.path.normpath(top / prefix / path), data)
        yield project._replace(root=top / prefix, snapshot=None)


def _top_name(root: Path, prefix: str) -> str:
    return (root, *root.parents)[prefix.count("/")].name


def _write(file: str, data: bytes) -> None:
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(file, "wb") as output:
        output.write(data)


def _configuration(project: Project, prefix: str, paths: Iterable[str]) -> dict[str, bytes]:
    """The linters' configuration files in the folders above some paths, by path relative to the root.

    They are those of the project's own tree; above its root those of the work tree.
    """
    above = [_UP * level for level in range(1, prefix.count("/") + 1)]
    if project.snapshot is not None:
        names = [path for path in project.snapshot.blobs if basename(path) in _CONFIGURATION_FILES]
        return {**_from_disk(project, above), **_from_git(project, names)}
    folders = {"", *(f"{folder}/" for path in paths for folder in _folders_above(path))}
    return _from_disk(project, [*above, *folders])


def _type_files(project: Project) -> dict[str, bytes]:
    """What tools that look at types read beside the Python files of a tree that git keeps."""
    blobs = project.snapshot.blobs if project.snapshot is not None else {}
    return _from_git(project, [path for path in blobs if f"/{path}".endswith(_TYPE_FILES)])


def _folders_above(path: str) -> Iterator[str]:
    while path := dirname(path):
        yield path


def _from_disk(project: Project, folders: Iterable[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for path in (f"{folder}{name}" for folder in folders for name in _CONFIGURATION_FILES):
        with suppress(OSError):  # the linters themselves complain of what they cannot read
            if (data := files.read(project.absolute(path))) is not None:
                found[path] = data
    return found


def _from_git(project: Project, paths: Iterable[str]) -> dict[str, bytes]:
    contents = look_at(project, paths, Cache(None))
    try:
        return dict(contents)
    finally:
        contents.close()
