"""The configuration of a head that is not in the work tree: its own judges, as it would after checking it out."""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from quality_kit import files
from quality_kit.baseline import DEFAULT_FILE
from quality_kit.config import find_file
from quality_kit.git_objects import Blobs, commit_tree
from quality_kit.prepare import Wishes
from quality_kit.project import Snapshot

_OWN_FILE = "quality-kit.toml"
_NAMES = (_OWN_FILE, "pyproject.toml")


@contextmanager
def with_head_settings(root: Path, tree: str | None, wishes: Wishes) -> Iterator[Wishes]:
    """The wishes with the configuration and the baseline of a commit or tree; for the time of the review.

    Nothing changes for a work tree or an index, where the user has named files, and where they are the same.

    Raises:
        UsageError: Git lacks an object.
    """
    if tree is None or wishes.config_file is not None:
        yield wishes
        return
    snapshot = commit_tree(root, tree)
    with closing(Blobs(root)) as blobs, tempfile.TemporaryDirectory(prefix="quality-kit-") as folder:
        if not _is_same(root, snapshot, blobs):
            wishes = wishes._replace(config_file=_written(Path(folder), snapshot, blobs))
        baseline = _value(snapshot, blobs, "baseline") or DEFAULT_FILE
        if baseline in snapshot.blobs and wishes.baseline is None:
            _write(Path(folder), baseline, blobs.read(snapshot.blobs[baseline]))
            wishes = wishes._replace(baseline=str(Path(folder, baseline)))
        elif wishes.baseline is None and baseline not in snapshot.blobs:
            wishes = wishes._replace(use_baseline=False)
        yield wishes


def _is_same(root: Path, snapshot: Snapshot, blobs: Blobs) -> bool:
    """Whether the work tree says the same; what these files extend is taken to go with them."""
    mine, name = find_file(root), _name(snapshot)
    if mine is None or name is None:
        return mine is None and name is None
    return mine.name == name and files.read(str(mine)) == blobs.read(snapshot.blobs[name])


def _name(snapshot: Snapshot) -> str | None:
    return next((name for name in _NAMES if name in snapshot.blobs), None)


def _written(folder: Path, snapshot: Snapshot, blobs: Blobs) -> str:
    """The configuration file in a folder beside all that it may refer to: other TOML files and rule packs."""
    name = _name(snapshot)
    if name is None:
        _write(folder, _OWN_FILE, b"")
        return str(folder / _OWN_FILE)
    packs = [
        os.path.normpath(pack) for pack in _value(snapshot, blobs, "packs") or () if isinstance(pack, str)
    ]
    for path in _wanted(snapshot.blobs, packs):
        _write(folder, path, blobs.read(snapshot.blobs[path]))
    return str(folder / name)


def _wanted(paths: Iterable[str], packs: list[str]) -> Iterator[str]:
    for path in paths:
        if path.endswith(".toml") or any(path.startswith(f"{pack}/") for pack in packs):
            yield path


def _value(snapshot: Snapshot, blobs: Blobs, key: str) -> Any:
    """A key of the table, before anybody has validated it."""
    name = _name(snapshot)
    if name is None:
        return None
    with suppress(ValueError, RecursionError):
        content: Any = tomllib.loads(blobs.read(snapshot.blobs[name]).decode())
        for part in ("tool", "quality-kit") if name != _OWN_FILE else ():
            content = content.get(part) if isinstance(content, dict) else None
        return content.get(key) if isinstance(content, dict) else None
    return None


def _write(folder: Path, path: str, data: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
