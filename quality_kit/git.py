"""Runs git in a folder, as a reader: it takes no locks and writes nothing, not even a fresher index."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

#: In a hook git sets these for its own children; they would point to another folder than the root.
_FOREIGN_VARIABLES = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))
_AS_READER = {"GIT_OPTIONAL_LOCKS": "0"}


def ask(root: Path, *arguments: str, index: str | None = None) -> bytes | None:
    """What git prints; None when it refuses or is not there.

    ``index`` is the file of another index than the repository's own.
    """
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, env=environment(index), capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def environment(index: str | None = None) -> Mapping[str, str]:
    """The variables for a git that looks at the repository around its working directory."""
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN_VARIABLES}
    return {**kept, **_AS_READER, **({"GIT_INDEX_FILE": index} if index else {})}
