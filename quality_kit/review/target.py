"""Which two trees a review is about, from what the user wrote."""

from __future__ import annotations

from typing import NamedTuple

from quality_kit.changes import AUTO, NOTHING, SINCE_LEFT
from quality_kit.files import UsageError

_RANGE = ".."
_PARENT = "^1"


class Target(NamedTuple):
    """What is reviewed."""

    #: As ``--new-since`` takes it.
    base: str
    #: A commit or tree; None for the work tree or the index.
    head: str | None
    is_staged: bool
    #: What is reviewed, as people call it.
    name: str


def target(revision: str | None, commit: str | None, is_staged: bool, has_parent: bool = True) -> Target:
    """The trees for ``REF``, ``A..B``, ``A...B``, ``--commit SHA``, ``--staged``; nothing: since the default branch.

    A single revision stands for where HEAD left it: what others did there meanwhile is not part of the change.

    Raises:
        UsageError: They contradict each other, or one is empty.
    """
    given = [name for name, value in (("--commit", commit), ("--staged", is_staged)) if value]
    if len(given) > 1 or (commit is not None and revision is not None):
        raise UsageError(f"{' and '.join(given or ['a revision'])} contradict each other; name one change")
    if commit is not None:
        return Target(f"{commit}{_PARENT}" if has_parent else NOTHING, commit, False, commit)
    if revision is None:
        return Target("HEAD" if is_staged else AUTO, None, is_staged, _name(is_staged))
    if _RANGE in revision:
        return _range(revision)
    return Target(f"{revision}{SINCE_LEFT}", None, is_staged, _name(is_staged))


def _range(revision: str) -> Target:
    symmetric = SINCE_LEFT in revision
    base, _, head = revision.partition(SINCE_LEFT if symmetric else _RANGE)
    if not base or head.startswith("."):
        raise UsageError(f"{revision} is no range; write A..B, or A...B for what B did since it left A")
    return Target(f"{base}{SINCE_LEFT}" if symmetric else base, head or "HEAD", False, head or "HEAD")


def _name(is_staged: bool) -> str:
    return "the index" if is_staged else "the work tree"
