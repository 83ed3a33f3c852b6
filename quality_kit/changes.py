"""Which commit a tree is compared with, and which of its files have other names now."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

from quality_kit import git
from quality_kit.files import UsageError
from quality_kit.git_objects import commit_tree, index_file
from quality_kit.project import Snapshot

#: The value of ``--new-since`` that means: where HEAD left the default branch.
AUTO = "auto"
#: ``main...``, as git itself writes it: where HEAD left main.
SINCE_LEFT = "..."
#: The tree before the first commit; no branch can have that name.
NOTHING = ".."
#: Where the default branch is looked for, the best place first.
DEFAULT_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_REMOTE = "origin"
#: What git prints of a commit's id when it is short.
_SHORT = 10
_FULL_LENGTHS = (40, 64)


class Base(NamedTuple):
    """The commit that a tree is compared with."""

    #: As people call it: ``origin/main``, ``v1.2``, ``1a2b3c4d5e``.
    ref: str
    #: The full id.
    commit: str
    #: The files below the root.
    tree: Snapshot
    #: Of files that have another name now: from the old path to the new one.
    renames: Mapping[str, str]


class Head(NamedTuple):
    """What is compared with a base, as git knows it."""

    #: Before the id of the base in what ``git diff`` compares, and behind it.
    options: tuple[str, ...] = ()
    tree: tuple[str, ...] = ()
    #: The file of another index than the repository's own.
    index_file: str | None = None
    #: The commit whose history has the base.
    commit: str = "HEAD"

    def sides(self, base: str) -> tuple[str, ...]:
        """What ``git diff`` compares."""
        return (*self.options, base, *self.tree)

    @property
    def where(self) -> tuple[str, ...]:
        """Where ``git grep`` looks."""
        return self.tree or self.options or ("--untracked",)


WORK_TREE = Head()


def index_head(root: Path) -> Head:
    """The index, that of a hook where one runs."""
    return Head(options=("--cached",), index_file=index_file(root))


def tree_head(root: Path, tree: str) -> Head:
    """A commit, or a tree that belongs to no commit: then the base is looked for from HEAD.

    Raises:
        UsageError: There is none of that name here.
    """
    commit = _resolved(root, tree)
    found = commit or (git.ask(root, "rev-parse", "--verify", "--quiet", f"{tree}^{{tree}}") or b"").decode()
    if not found:
        _unknown(root, tree)
    return Head(tree=(found.strip(),), commit=commit or "HEAD")


def find_base(root: Path, wanted: str, head: Head) -> Base:
    """The commit for a revision, ``REVISION...`` (where the head left it), ``auto`` or ``NOTHING``.

    Raises:
        UsageError: There is no such commit here; the message has the command that mends it.
    """
    _need_commits(root)
    if wanted == NOTHING:
        ref, commit = "nothing", _empty_tree(root)
    elif wanted == AUTO:
        ref = _default_branch(root)
        commit = _merge_base(root, ref, head.commit)
    elif wanted.endswith(SINCE_LEFT):
        ref = wanted.removesuffix(SINCE_LEFT)
        _commit(root, ref)
        commit = _merge_base(root, ref, head.commit)
    else:
        ref, commit = wanted, _commit(root, wanted)
    name = ref[:_SHORT] if commit.startswith(ref) and len(ref) in _FULL_LENGTHS else ref
    return Base(name, commit, commit_tree(root, commit), dict(_renames(root, commit, head)))


def _empty_tree(root: Path) -> str:
    """The tree before the first commit."""
    found = git.ask(root, "hash-object", "-t", "tree", os.devnull)
    return (found or b"").decode().strip()


def with_same_contents(
    renames: Mapping[str, str], before: Mapping[str, bytes], now: Mapping[str, bytes]
) -> dict[str, str]:
    """The renames and those that git cannot know: of files that it does not track yet, told by their digests."""
    gone = {digest: path for path, digest in before.items() if path not in now and path not in renames}
    known = {*before, *renames.values()}
    found = {gone[digest]: path for path, digest in now.items() if digest in gone and path not in known}
    return {**found, **renames}


def need_repository(root: Path, option: str) -> None:
    """Complain unless git can be asked about the root.

    Raises:
        UsageError: It cannot.
    """
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--is-inside-work-tree"],
            cwd=root,
            env=git.environment(),
            capture_output=True,
            text=True,
            errors="replace",
        )
    except OSError:
        raise UsageError(
            f"{option} needs git, and there is none: install it, or leave the option out"
        ) from None
    if done.returncode and "not a git repository" not in done.stderr:
        raise UsageError(f"{option} needs git, which refuses to look at {root}: {done.stderr.strip()}")
    if done.returncode or done.stdout.strip() != "true":
        raise UsageError(f"{option} needs a git repository, and {root} is in none: `git init`, then commit")


def _need_commits(root: Path) -> None:
    if _resolved(root, "HEAD") is None:
        raise UsageError(
            f"--new-since compares with a commit, and the repository of {root} has none yet: `git commit` first"
        )


def _resolved(root: Path, ref: str) -> str | None:
    found = git.ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    return found.decode().strip() if found else None


def _commit(root: Path, ref: str) -> str:
    return _resolved(root, ref) or _unknown(root, ref)


def _unknown(root: Path, ref: str) -> NoReturn:
    if not ref or ref.startswith("-"):
        raise UsageError(f"--new-since: {ref!r} is no revision; name a branch, a tag or a commit")
    if _resolved(root, f"{_REMOTE}/{ref}"):
        raise UsageError(f"--new-since: there is no local {ref}; write --new-since {_REMOTE}/{ref}")
    branch = ref.removeprefix(f"{_REMOTE}/")
    target = f" {branch}:refs/remotes/{ref}" if branch != ref else f" {ref}"
    raise UsageError(
        f"--new-since: git does not know the revision {ref} here; "
        f"if the remote has it: `git fetch {_depth(root)}{_REMOTE}{target}`"
    )


def _depth(root: Path) -> str:
    return "--depth=1 " if _is_shallow(root) else ""


def _is_shallow(root: Path) -> bool:
    return (git.ask(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def _default_branch(root: Path) -> str:
    for ref in DEFAULT_BRANCHES:
        if _resolved(root, ref):
            return _spelt_out(root, ref)
    raise UsageError(
        f"--new-since {AUTO}: no default branch to be found (looked for {', '.join(DEFAULT_BRANCHES)}); "
        f"name a branch or commit, or: `git remote set-head {_REMOTE} --auto`"
    )


def _spelt_out(root: Path, ref: str) -> str:
    """``origin/HEAD`` is only another name for a branch."""
    found = git.ask(root, "rev-parse", "--abbrev-ref", "--end-of-options", ref)
    lines = (found or b"").decode("utf-8", "replace").split()
    return lines[-1] if lines else ref


def _merge_base(root: Path, ref: str, head: str) -> str:
    found = git.ask(root, "merge-base", head, ref)
    if found:
        return found.decode().split()[0]
    if _is_shallow(root):
        raise UsageError(
            f"--new-since: this shallow clone does not reach back to where HEAD left {ref}; "
            f"`git fetch --deepen=100 {_REMOTE}` or `git fetch --unshallow {_REMOTE}`"
        )
    raise UsageError(
        f"--new-since: HEAD and {ref} have no commit in common; name one to compare with: --new-since {ref}"
    )


def _renames(root: Path, commit: str, head: Head) -> Iterator[tuple[str, str]]:
    options = ("-M", "--diff-filter=R", "--name-status", "-z", "--relative", "--no-ext-diff")
    found = git.ask(
        root,
        *("-c", "diff.autoRefreshIndex=false", "diff", *options, "--ignore-submodules"),
        *(*head.sides(commit), "--"),
        index=head.index_file,
    )
    fields = iter((found or b"").split(b"\0"))
    for status in fields:
        if status:
            yield os.fsdecode(next(fields)), os.fsdecode(next(fields))
