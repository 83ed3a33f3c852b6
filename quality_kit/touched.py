"""Which files a change touches, as git tells it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from quality_kit import git
from quality_kit.changes import DEFAULT_BRANCHES

#: Where the CI systems name the branch that a change is meant for.
_TARGET_BRANCHES = ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME")


def touched_paths(root: Path, environment: Mapping[str, str]) -> frozenset[str] | None:
    """The paths below the root that differ from the commit where the work left the default branch.

    Renamed files are there under both names. None where that commit cannot be found: outside of a
    repository, in a clone without history.
    """
    for branch in _branches(environment):
        base = git.ask(root, "merge-base", "HEAD", branch)
        if base:
            commit = os.fsdecode(base).strip()
            names = git.ask(root, "diff", "-z", "--name-only", "--no-renames", "--relative", commit)
            return (
                None if names is None else frozenset(os.fsdecode(name) for name in names.split(b"\0") if name)
            )
    return None


def _branches(environment: Mapping[str, str]) -> Iterator[str]:
    for variable in _TARGET_BRANCHES:
        if environment.get(variable):
            yield f"origin/{environment[variable]}"
    yield from DEFAULT_BRANCHES
