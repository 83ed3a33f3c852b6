"""The real pre-commit with a repository made from this checkout: install, a commit refused, corrected, accepted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.projects import make_project, write
from tests.test_staged import APP, MANIFEST

ROOT = MANIFEST.parent
PRE_COMMIT = str(Path(sys.executable).with_name("pre-commit"))
CONFIG = """
repos:
  - repo: {kit}
    rev: {revision}
    hooks:
      - id: quality-kit
      - id: quality-kit-project
"""


def test_the_manifest_and_our_own_configuration_are_valid() -> None:
    for verb, file in (
        ("validate-manifest", MANIFEST),
        ("validate-config", ROOT / ".pre-commit-config.yaml"),
    ):
        done = subprocess.run([PRE_COMMIT, verb, str(file)], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (0, ""), done.stdout


def test_the_full_hook_runs_the_linters_of_the_environment(tmp_path: Path) -> None:
    kit = copy_of_the_checkout(tmp_path)
    root = make_project(tmp_path, {**APP, "app/odd.py": "import  os\n"})
    command = [PRE_COMMIT, "try-repo", str(kit), "quality-kit-full", "--files", "app/main.py"]
    done = call(
        command, root, tmp_path, PATH=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    )
    assert done.returncode == 1
    for said in ("quality-kit (rules and linters)", "QK201", "F401", "black:format"):
        assert said in done.stdout, done.stdout


def test_a_commit_is_refused_until_it_is_right(tmp_path: Path) -> None:
    without_network_skip(tmp_path)
    kit = copy_of_the_checkout(tmp_path)
    root = make_project(tmp_path, APP)
    git(root, tmp_path, "commit", "-qm", "all old")
    config = CONFIG.format(kit=kit, revision=git(kit, tmp_path, "rev-parse", "HEAD").stdout.strip())
    write(root, ".pre-commit-config.yaml", config)
    git(root, tmp_path, "add", "--all")
    installed = call([PRE_COMMIT, "install", "--install-hooks"], root, tmp_path)
    assert installed.returncode == 0, installed.stdout + installed.stderr

    # One of the files involved is staged; the class, and the example file, are known from the tree.
    write(root, "app/main.py", f"{APP['app/main.py']}\n")
    write(root, "app/settings.py", f"{APP['app/settings.py']}\n")
    assert codes(commit(root, tmp_path, expected=1)) == ["QK201", "QK501"]

    write(root, "app/main.py", "")
    write(root, "app/settings.py", "")
    commit(root, tmp_path, expected=0)

    write(root, "app/settings.py", 'import os\n\nURL = os.environ["OTHER"]\n')
    commit(root, tmp_path, expected=0)
    # No Python file is staged, and yet what one reads is no longer documented.
    write(root, ".env.example", "")
    assert codes(commit(root, tmp_path, expected=1)) == ["QK501", "QK401"]


def commit(root: Path, home: Path, expected: int) -> str:
    """Commit all that has changed, and give what is said."""
    git(root, home, "add", "--all")
    done = call(["git", "commit", "-m", "change"], root, home)
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout + done.stderr


def codes(said: str) -> list[str]:
    return [
        word
        for line in said.splitlines()
        if line.startswith("  ")
        for word in line.split()
        if word[:2] == "QK"
    ]


def copy_of_the_checkout(tmp_path: Path) -> Path:
    """A repository of the files as they are now, so that changes that wait for their commit are tested too."""
    kit = tmp_path / "kit"
    listed = git(ROOT, tmp_path, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "examples/")):
            (kit / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, kit / name)
    for arguments in (["init", "-q"], ["add", "--all"], ["commit", "-qm", "copy"]):
        assert git(kit, tmp_path, *arguments).returncode == 0
    return kit


def without_network_skip(tmp_path: Path) -> None:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-cache-dir",
        "--retries",
        "0",
    ]
    done = subprocess.run([*pip, "--dest", str(tmp_path / "pip"), "pathspec"], capture_output=True, text=True)
    if done.returncode:
        pytest.skip("pre-commit has to fetch packages from PyPI, which cannot be reached")


def git(folder: Path, home: Path, *arguments: str) -> CompletedProcess[str]:
    return call(["git", *arguments], folder, home)


def call(command: list[str], cwd: Path, home: Path, **more: str) -> CompletedProcess[str]:
    """Run a command; how pip and git reach the world is the user's, all else is made for the test."""
    env: Mapping[str, str] = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))},
        **{
            f"GIT_{role}_{what}": "someone@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        **more,
    }
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True)
