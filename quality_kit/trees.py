"""The trees of a run that git keeps: the index, and the commit that is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quality_kit import files
from quality_kit.changes import find_base
from quality_kit.git_objects import index_tree
from quality_kit.project import Project
from quality_kit.request import BaseTree


class StagedTree(NamedTuple):
    """What is staged, and all other files than Python files of it."""

    project: Project
    others: tuple[str, ...]


def staged_tree(
    root: Path, paths: Sequence[Path], exclude: tuple[str, ...], force_exclude: bool
) -> StagedTree:
    """The index; it is reported on the paths (absolute), none means all of it.

    Raises:
        UsageError: A path is not in the index, or files of it are in conflict.
    """
    snapshot = index_tree(root)
    listing = files.sorted_out(snapshot.blobs, exclude)
    targets = listing.python
    if paths:
        targets = files.chosen_names(root, paths, snapshot.blobs, exclude, force_exclude)
    known = tuple(sorted({*listing.python, *targets}))
    return StagedTree(Project(root, known, targets, snapshot=snapshot), listing.others)


def base_tree(project: Project, revision: str, exclude: tuple[str, ...]) -> BaseTree:
    """The commit for a revision (or ``auto``) under the excludes of today.

    A file that is reported on counts there under its old name.

    Raises:
        UsageError: The commit cannot be had.
    """
    base = find_base(project.root, revision, staged=project.snapshot is not None)
    listing = files.sorted_out(base.tree.blobs, exclude)
    targets = listing.python
    if project.targets != project.files:
        before = {new: old for old, new in base.renames.items()}
        names = {before.get(path, path) for path in project.targets}
        targets = tuple(sorted(names.intersection(base.tree.blobs)))
    known = tuple(sorted({*listing.python, *targets}))
    return BaseTree(base, Project(project.root, known, targets, snapshot=base.tree), listing.others)
