"""The trees of a run that git keeps: the index, and the commit that is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quality_kit import files
from quality_kit.changes import Head, find_base
from quality_kit.git_objects import commit_tree, index_tree
from quality_kit.project import Project
from quality_kit.request import BaseTree


class KeptTree(NamedTuple):
    """A tree that git keeps, and all other files than Python files of it."""

    project: Project
    others: tuple[str, ...]


def kept_tree(
    root: Path, tree: str | None, paths: Sequence[Path], exclude: tuple[str, ...], force_exclude: bool
) -> KeptTree:
    """A commit or tree, None for the index; it is reported on the paths (absolute), none means all of it.

    Raises:
        UsageError: A path is not in it, or files of the index are in conflict.
    """
    snapshot = index_tree(root) if tree is None else commit_tree(root, tree)
    listing = files.sorted_out(snapshot.blobs, exclude)
    targets = listing.python
    if paths:
        targets = files.chosen_names(root, paths, snapshot.blobs, exclude, force_exclude)
    known = tuple(sorted({*listing.python, *targets}))
    return KeptTree(Project(root, known, targets, snapshot=snapshot), listing.others)


def base_tree(project: Project, revision: str, head: Head, exclude: tuple[str, ...]) -> BaseTree:
    """The commit for a revision (or ``auto``) under the excludes of today.

    A file that is reported on counts there under its old name.

    Raises:
        UsageError: The commit cannot be had.
    """
    base = find_base(project.root, revision, head)
    listing = files.sorted_out(base.tree.blobs, exclude)
    targets = listing.python
    if project.targets != project.files:
        before = {new: old for old, new in base.renames.items()}
        names = {before.get(path, path) for path in project.targets}
        targets = tuple(sorted(names.intersection(base.tree.blobs)))
    known = tuple(sorted({*listing.python, *targets}))
    return BaseTree(base, Project(project.root, known, targets, snapshot=base.tree), listing.others)
