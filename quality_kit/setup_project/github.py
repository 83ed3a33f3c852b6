"""A GitHub workflow that checks pull requests and the default branch."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from quality_kit.neighbours.documents import Documents
from quality_kit.setup_project.job import CHECK, RUNS_US, Job

FOLDER = ".github/workflows"
FILE = f"{FOLDER}/quality-kit.yml"

#: The versions of GitHub's own actions, where the repository's other workflows name none.
_ACTIONS = {"actions/checkout": "v4", "actions/setup-python": "v5"}
_USUAL_BRANCH = "main"


def is_there(documents: Documents) -> bool:
    """Whether a workflow runs us already."""
    return any(RUNS_US.search(text) for text in _workflows(documents))


def workflow(job: Job, documents: Documents) -> str:
    """The workflow file."""
    checkout, python = (_action(name, documents) for name in _ACTIONS)
    lines = [
        "name: quality-kit",
        "",
        "on:",
        "  pull_request:",
        "  push:",
        f"    branches: [{_default_branch(documents.top)}]",
        "",
        "permissions:",
        "  contents: read",
        "",
        "jobs:",
        "  quality-kit:",
        "    runs-on: ubuntu-latest",
        *_working_directory(job),
        "    steps:",
        f"      - uses: {checkout}",
        "        with:",
        "          fetch-depth: 0  # a change is compared with the commit that it starts from",
        f"      - uses: {python}",
        "        with:",
        f'          python-version: "{job.python}"',
        *_install(job),
        "      - run: pip install quality-kit",
        f"      - run: {CHECK}",
        "",
    ]
    return "\n".join(lines)


def _working_directory(job: Job) -> list[str]:
    if not job.folder:
        return []
    return ["    defaults:", "      run:", f"        working-directory: {job.folder}"]


def _install(job: Job) -> Iterator[str]:
    if job.install:
        yield "      # mypy and the plugins of flake8 must see what the project is built on."
        yield "      - run: |"
        yield from (f"          {command}" for command in job.install)


def _action(name: str, documents: Documents) -> str:
    named = re.compile(rf"uses:\s*[\"']?({re.escape(name)}@[\w.-]+)")
    found = (found[1] for text in _workflows(documents) for found in named.finditer(text))
    return next(found, f"{name}@{_ACTIONS[name]}")


def _workflows(documents: Documents) -> Iterator[str]:
    for file in sorted((documents.top / FOLDER).glob("*.y*ml")):
        yield documents.text(file) or ""


def _default_branch(top: Path) -> str:
    """As the remote says, else as the branch is called that is checked out."""
    for reference in ("refs/remotes/origin/HEAD", "HEAD"):
        command = ["git", "symbolic-ref", "--short", reference]
        done = subprocess.run(command, cwd=top, capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.strip().removeprefix("origin/")
    return _USUAL_BRANCH
