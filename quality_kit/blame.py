"""Who wrote which line, and when, as git has it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from quality_kit import git

#: Git's name for a line that no commit holds yet.
_UNCOMMITTED = "0" * 40
_WANTED = ("author", "author-time", "boundary")


class Origin(NamedTuple):
    """Where one line comes from; either an author and a time, or why git knows none."""

    author: str = ""
    #: Seconds since 1970.
    time: int = 0
    unknown: str = ""


_NOT_COMMITTED = Origin(unknown="not committed")
_BEYOND_HISTORY = Origin(unknown="older than this shallow clone")


def blame(root: Path, path: str, lines: Iterable[int]) -> dict[int, Origin]:
    """The origins of some lines of a file of the work tree; one call of git, without git none.

    Args:
        root: The folder that the path is relative to.
        path: A file of the work tree.
        lines: Their numbers, from 1.
    """
    wanted = sorted(set(lines))
    state = _state(root)
    if state.unknown:
        return dict.fromkeys(wanted, Origin(unknown=state.unknown))
    ranges = (f"-L{line},{line}" for line in wanted)
    text, words = _git(root, "blame", "--line-porcelain", "--encoding=UTF-8", *ranges, "--", path)
    if text is None:
        is_committed = _git(root, "cat-file", "-e", f"HEAD:./{path}")[0] is not None
        return dict.fromkeys(wanted, Origin(unknown=words) if is_committed else _NOT_COMMITTED)
    found = dict(_read(text, state.is_shallow))
    return {line: found.get(line, _NOT_COMMITTED) for line in wanted}


def _read(text: str, is_shallow: bool) -> Iterator[tuple[int, Origin]]:
    """A block for each line: its commit and numbers, some values, and behind a tab the line itself."""
    commit, number, values = "", 0, dict[str, str]()
    for row in text.split("\n"):
        if row.startswith("\t"):
            yield number, _origin(commit, values, is_shallow)
            commit = ""
        elif not commit and row:
            commit, _, line, *_ = row.split()
            number, values = int(line), {}
        else:
            name, _, value = row.partition(" ")
            if name in _WANTED:
                values[name] = value


def _origin(commit: str, values: dict[str, str], is_shallow: bool) -> Origin:
    if commit.startswith(_UNCOMMITTED):
        return _NOT_COMMITTED
    if is_shallow and "boundary" in values:  # git names whoever made the last commit that is there
        return _BEYOND_HISTORY
    return Origin(values.get("author", ""), int(values.get("author-time", "0")))


class _State(NamedTuple):
    unknown: str
    is_shallow: bool


@lru_cache(maxsize=1)
def _state(root: Path) -> _State:
    answer, words = _git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if answer is None:
        return _State("no git repository" if "not a git repository" in words else words, is_shallow=False)
    inside, shallow = answer.split()
    return _State("" if inside == "true" else "no git work tree", shallow == "true")


def _git(root: Path, *arguments: str) -> tuple[str | None, str]:
    """What git prints, None if it refuses; and what it complains of, one line."""
    environment = {**git.environment(), "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *map(os.fsencode, arguments)], cwd=root, env=environment, capture_output=True
        )
    except OSError:
        return None, "git cannot be started"
    words = done.stderr.decode("utf-8", "replace").strip().splitlines()
    text = done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
    return text, words[0] if words else f"git ended with exit code {done.returncode}"
