"""A patch applied to HEAD in git's own terms: neither the work tree, the index nor the repository changes."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quality_kit import git
from quality_kit.files import UsageError

_OBJECTS = "GIT_OBJECT_DIRECTORY"
_MORE_OBJECTS = "GIT_ALTERNATE_OBJECT_DIRECTORIES"


@contextmanager
def applied(root: Path, patch: Path) -> Iterator[str]:
    """The id of the tree that HEAD and the patch make, while git can read it.

    New objects go to a temporary folder; every git that is started meanwhile looks into it, too.

    Raises:
        UsageError: There is no such file, or it does not apply.
    """
    if not patch.is_file():
        raise UsageError(f"there is no patch {patch}")
    objects = git.ask(root, "rev-parse", "--git-path", "objects")
    if objects is None:
        raise UsageError(f"--patch needs a git repository, and {root} is in none")
    with tempfile.TemporaryDirectory(prefix="quality-kit-") as folder:
        known = os.path.abspath(root / os.fsdecode(objects).rstrip("\n"))
        with _variables({_OBJECTS: folder, _MORE_OBJECTS: _joined(known)}):
            yield _tree(root, patch, os.path.join(folder, "index"))


def _joined(objects: str) -> str:
    before = os.environ.get(_MORE_OBJECTS)
    return os.pathsep.join((objects, before)) if before else objects


def _tree(root: Path, patch: Path, index: str) -> str:
    top = os.fsdecode(git.ask(root, "rev-parse", "--show-toplevel") or b"").rstrip("\n") or str(root)
    _need(root, index, "read-tree", "HEAD")
    applied = _run(Path(top), index, "apply", "--cached", "--whitespace=nowarn", str(patch.absolute()))
    if applied.returncode:
        reason = applied.stderr.strip() or "git says nothing more"
        raise UsageError(
            f"the patch {patch} does not apply to HEAD: {reason}; check out the commit that it was made from"
        )
    return _need(root, index, "write-tree").strip()


def _need(root: Path, index: str, *arguments: str) -> str:
    done = _run(root, index, *arguments)
    if done.returncode:
        raise UsageError(f"git {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def _run(folder: Path, index: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=git.environment(index),
        capture_output=True,
        text=True,
        errors="replace",
    )


@contextmanager
def _variables(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
