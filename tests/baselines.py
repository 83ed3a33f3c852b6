"""Projects with a baseline: what the tests about it share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.in_process import Ran, call, check
from tests.projects import make_project, run_git, write

FILE = ".quality-kit-baseline.jsonl"

#: Rules only: the linters have tests of their own.
RULES_ONLY = "linters = []\n"

#: One finding of QK401 in each function.
CODE = """\
def show(order: int) -> None:
    total = order
    print(total)


def close(order: int) -> None:
    print("closed", order)
"""


def recorded_project(tmp_path: Path, files: Mapping[str, str], config: str = RULES_ONLY) -> Path:
    """A repository whose findings are in its baseline, committed."""
    project = make_project(tmp_path, {"quality-kit.toml": config, ".gitignore": ".*-cache/\n", **files})
    assert call(project, "baseline", "create").code == 0
    commit(project, "begin")
    return project


def commit(project: Path, message: str) -> None:
    """Commit everything that has changed, if anything has."""
    run_git(project, "add", "--all")
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    run_git(project, *identity, "commit", "--quiet", "--allow-empty", "-m", message)


def active(project: Path, *arguments: str) -> list[tuple[str, int, str]]:
    """The findings that count."""
    return check(project, *arguments).places


def entries(project: Path, file: str = FILE) -> list[dict[str, Any]]:
    """The lines of the baseline."""
    return [json.loads(line) for line in (project / file).read_text().splitlines()]


def held(project: Path) -> list[tuple[str, str, str]]:
    """Path, code and scope of each line."""
    return [(entry["path"], entry["code"], entry["scope"]) for entry in entries(project)]


def in_ci(project: Path, *arguments: str) -> Ran:
    """``quality-kit check`` as a CI system runs it."""
    return call(project, "check", *arguments, env={"CI": "true"})


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Replace a text that a file holds once."""
    text = (project / path).read_text()
    assert text.count(old) == 1
    write(project, path, text.replace(old, new))
