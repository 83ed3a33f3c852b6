"""From what the user wants reviewed to a ``ReviewRequest``."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from quality_kit import __version__, files, git
from quality_kit.changes import WORK_TREE, Head
from quality_kit.config import Known
from quality_kit.files import UsageError
from quality_kit.git_objects import Blobs
from quality_kit.guides import Guide, configured, need_guide
from quality_kit.linters import available, file_by_file
from quality_kit.prepare import Prepared, Wishes, head_of, prepare, survey
from quality_kit.project import Project, Snapshot
from quality_kit.request import BaseTree, CheckRequest
from quality_kit.review.build import ReviewRequest
from quality_kit.review.change import Change, Read, Side
from quality_kit.review.checklist import rules_of
from quality_kit.review.diff import FileChange, diff, new_file, untracked
from quality_kit.review.mentions import mentions
from quality_kit.review.outlining import outlines_wanted
from quality_kit.review.target import Target

#: The guide whose checklist counts where the project names none, or one without a checklist.
DEFAULT_GUIDE = "style-guide"


class PreparedReview(NamedTuple):
    """A review that can start, and what has to be closed after it."""

    request: ReviewRequest
    prepared: Prepared
    blobs: tuple[Blobs, ...]

    def close(self) -> None:
        """End the processes that read from git."""
        for each in self.blobs:
            each.close()
        self.prepared.cache.close()


def prepare_review(wishes: Wishes, wanted: Target, all_linters: bool) -> PreparedReview:
    """A review for the wishes.

    Args:
        wishes: As for a check; which trees are compared is added here.
        wanted: The two trees.
        all_linters: Whether linters that look at whole trees run, too.

    Raises:
        UsageError: A tree cannot be had.
        ConfigurationError: The configuration has mistakes; all of them are told.
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    guide, also = _guide(wishes)
    prepared = prepare(
        wishes._replace(new_since=wanted.base, staged=wanted.is_staged, tree=wanted.head, also=also)
    )
    root, base = prepared.request.project.root, prepared.request.base
    assert base is not None  # new_since is given
    head = head_of(root, wishes._replace(staged=wanted.is_staged, tree=wanted.head))
    change, blobs = _change(prepared.request.project, base, head)
    whole = () if all_linters else _of_whole_trees(prepared.request)
    check = prepared.request._replace(
        linters=tuple(name for name in prepared.request.linters if name not in whole),
        linted=frozenset(file.path for file in change.files),
        wanted=outlines_wanted(change),
    )
    request = ReviewRequest(
        check,
        base,
        change,
        prepared.wanted_config,
        wanted.name,
        head.tree[0] if head.tree else "",
        guide,
        prepared.wanted_config.review_fail_on,
        _relative(prepared.baseline_file, root),
        whole,
        _versions(check.linters),
    )
    return PreparedReview(request, prepared, blobs)


def _guide(wishes: Wishes) -> tuple[Guide, tuple[str, ...]]:
    """The guide whose checklist is gone through, and the rules it needs: the last that the project names."""
    around = survey(wishes)
    known = Known(around.catalogue, available())
    named, asker = configured(around.tables)
    guide = need_guide(named[-1] if named else DEFAULT_GUIDE, asker, known)
    if not guide.checklist:
        guide = guide._replace(checklist=need_guide(DEFAULT_GUIDE, asker, known).checklist)
    return guide, tuple(dict.fromkeys(code for code in rules_of(guide) if around.catalogue.find(code)))


def has_parent(root: Path, commit: str) -> bool:
    """Whether a commit is not the first one.

    Raises:
        UsageError: There is no such commit, or the clone ends with it.
    """
    found = git.ask(root, "rev-list", "--parents", "--max-count=1", commit, "--")
    if not found:
        raise UsageError(
            f"git does not know the commit {commit} here; `git fetch origin {commit}` may bring it"
        )
    if len(found.split()) > 1:
        return True
    shallow = git.ask(root, "rev-parse", "--is-shallow-repository") or b""
    if shallow.strip() == b"true":
        raise UsageError(
            f"this shallow clone ends at {commit}: `git fetch --deepen=1 origin` brings its parent"
        )
    return False


def _change(project: Project, base: BaseTree, head: Head) -> tuple[Change, tuple[Blobs, ...]]:
    changed = diff(project.root, head.sides(base.base.commit), head.index_file)
    if head == WORK_TREE:
        changed = tuple(sorted((*changed, *_untracked(project.root, changed))))
    blobs = Blobs(project.root), Blobs(project.root)
    read = _from_disk(project) if project.snapshot is None else _from_git(project.snapshot, blobs[1])
    before, now = Side(_from_git(base.base.tree, blobs[0])), Side(read)
    return Change(changed, before, now, lambda words: mentions(project.root, head.where, words)), blobs


def _untracked(root: Path, changed: Sequence[FileChange]) -> list[FileChange]:
    known = {file.path for file in changed}
    new = (path for path in untracked(root) if path not in known)
    return [new_file(path, files.read(str(root / path)) or b"") for path in new]


def _from_git(tree: Snapshot, blobs: Blobs) -> Read:
    return lambda path: blobs.read(tree.blobs[path]) if path in tree.blobs else None


def _from_disk(project: Project) -> Read:
    def read(path: str) -> bytes | None:
        with suppress(OSError):
            return files.read(project.absolute(path))
        return None

    return read


def _of_whole_trees(request: CheckRequest) -> tuple[str, ...]:
    return tuple(name for name in request.linters if name not in file_by_file())


def _relative(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def _versions(linters: Sequence[str]) -> tuple[tuple[str, str], ...]:
    found = [("quality-kit", __version__)]
    for linter in linters:
        with suppress(importlib.metadata.PackageNotFoundError):
            found.append((linter, importlib.metadata.version(linter)))
    return tuple(found)
