"""Changes in repositories made for a test, and the real command that reviews them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.projects import commit, make_project, run, write

#: A project that quality-kit finds nothing in.
CONFIGURED = "[tool.quality-kit]\nlinters = []\n"


def changed(
    tmp_path: Path, before: Mapping[str, str | bytes], after: Mapping[str, str | bytes | None]
) -> Path:
    """A repository on its default branch with ``before`` committed, and ``after`` done to the work tree.

    What is None is deleted.
    """
    root = make_project(tmp_path, {"pyproject.toml": CONFIGURED, **before})
    commit(root)
    for path, content in after.items():
        if content is None:
            (root / path).unlink()
        else:
            write(root, path, content)
    return root


def review(*arguments: str, cwd: Path, exit_code: int | None = None) -> dict[str, Any]:
    """The JSON of ``quality-kit review`` with the arguments; the exit code must be the given one."""
    done = run("review", "--output-format", "json", *arguments, cwd=cwd)
    assert exit_code is None or done.returncode == exit_code, (done.returncode, done.stdout, done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
