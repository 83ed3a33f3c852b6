"""Projects in temporary folders, and the real command run on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

#: The installed command, beside the interpreter of the tests.
COMMAND = (str(Path(sys.executable).with_name("quality-kit")),)
AS_MODULE = (sys.executable, "-m", "quality_kit")

#: What a run may see of the surroundings: nothing that the user of this machine has configured.
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")
_NO_GIT_CONFIGURATION = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_SECONDS = 120


def make_project(tmp_path: Path, files: Mapping[str, str | bytes], git: bool = True) -> Path:
    """A folder ``project`` with the files; with ``git`` they are tracked in a repository of its own."""
    root = tmp_path / "project"
    root.mkdir()
    for path, content in files.items():
        write(root, path, content)
    if git:
        run_git(root, "init", "--quiet")
        run_git(root, "add", "--all", "--force")
    return root


def write(root: Path, path: str, content: str | bytes) -> None:
    """Make or replace one file; text is written as UTF-8 with the line ends it has."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def run_git(root: Path, *arguments: str) -> str:
    """Run git in the folder and return what it prints."""
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=_environment(root, {}), capture_output=True, check=True
    )
    return os.fsdecode(done.stdout)


def commit(root: Path, add: bool = True) -> str:
    """Commit what there is (without ``add``: what is staged), also when nothing has changed; its id."""
    if add:
        run_git(root, "add", "--all")
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.org")
    run_git(root, *identity, "commit", "--quiet", "--allow-empty", "--message", "x")
    return run_git(root, "rev-parse", "HEAD").strip()


def run(
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    input: str | bytes | None = None,
    command: Sequence[str] = COMMAND,
) -> CompletedProcess[str]:
    """Run quality-kit in a folder; bytes that are no UTF-8 come back as surrogates."""
    given = input.encode() if isinstance(input, str) else input or b""
    done = subprocess.run(
        [*command, *arguments],
        cwd=cwd,
        env=_environment(cwd, env or {}),
        input=given,
        capture_output=True,
        timeout=_SECONDS,
    )
    output, errors = (text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
    return CompletedProcess(done.args, done.returncode, output, errors)


def report(
    *arguments: str,
    cwd: Path,
    input: str | bytes | None = None,
    command: Sequence[str] = COMMAND,
    exit_code: int | None = None,
) -> dict[str, Any]:
    """The JSON report of ``quality-kit check`` with the arguments; the exit code must be the given one."""
    done = run("check", "--output-format", "json", *arguments, cwd=cwd, input=input, command=command)
    assert exit_code is None or done.returncode == exit_code, (done.returncode, done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def places(report: Mapping[str, Any]) -> list[tuple[str, int, str]]:
    """Path, line and code of every finding."""
    return [(finding["path"], finding["line"], finding["code"]) for finding in report["findings"]]


def _environment(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, **_NO_GIT_CONFIGURATION, "HOME": str(home.parent), **more}
