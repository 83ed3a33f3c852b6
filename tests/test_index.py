"""``check --staged``: what is checked is what would be committed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.projects import COMMAND, commit, make_project, run, run_git, write

PRINTS = 'print("x")\n'
RULES = ("--staged", "--no-linters")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(
        tmp_path, {"pyproject.toml": "[tool.quality-kit]\n", "a.py": "a = 1\n", "b.py": "b = 1\n"}
    )
    write(root, ".git/info/exclude", ".quality-kit-cache\n.mypy_cache\n")
    commit(root)
    return root


def test_the_index_counts_and_not_the_work_tree(project: Path) -> None:
    write(project, "a.py", PRINTS)
    write(project, "untracked.py", PRINTS)
    assert check(project, *RULES).places == []
    run_git(project, "add", "a.py")
    write(project, "a.py", "a = 2\n")
    assert check(project, *RULES).places == [("a.py", 1, "QK401")]
    assert check(project, "--no-linters").places == [("untracked.py", 1, "QK401")]
    (project / "a.py").unlink()
    assert check(project, *RULES, "a.py").places == [("a.py", 1, "QK401")]


def test_what_a_commit_would_add_is_staged_and_new_since_head(project: Path) -> None:
    write(project, "a.py", PRINTS)
    commit(project)
    write(project, "a.py", PRINTS + "\n" + PRINTS.replace("x", "y"))
    run_git(project, "add", "a.py")
    write(project, "a.py", "")
    assert check(project, *RULES, "--new-since", "HEAD").places == [("a.py", 3, "QK401")]
    run_git(project, "mv", "--force", "a.py", "c.py")
    assert check(project, *RULES, "--new-since", "HEAD").places == [("c.py", 3, "QK401")]


def test_the_linters_see_the_index_too(project: Path) -> None:
    write(project, "a.py", "import os\n\nx: int = unknown\n")
    write(project, "extra.pyi", "")
    write(project, ".flake8", "[flake8]\nignore = F821\n")
    run_git(project, "add", "--all")
    write(project, "a.py", "a = 1\n")
    (project / ".flake8").unlink()
    arguments = ("--staged", "--linters", "flake8,mypy,vulture,autoflake,black", "--ignore", "QK")
    expected = [("a.py", 1, "F401"), ("a.py", 3, "mypy:name-defined")]
    assert check(project, *arguments).places == expected
    assert check(project, *arguments).places == expected
    assert check(project, *arguments, "--new-since", "HEAD").places == expected


def test_the_index_of_a_partial_commit_counts_in_its_hook(project: Path) -> None:
    """``git commit a.py`` leaves out what else is staged, and says so with an index of its own."""
    write(project, "a.py", PRINTS)
    write(project, "b.py", PRINTS)
    run_git(project, "add", "--all")
    hook = project / ".git/hooks/pre-commit"
    write(project, ".git/hooks/pre-commit", f"#!/bin/sh\nexec {COMMAND[0]} check --staged --no-linters\n")
    hook.chmod(0o755)
    environment = {"GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "n@example.org"}
    environment |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in environment.items()}
    done = run("commit", "-m", "x", "b.py", cwd=project, env=environment, command=("git",))
    assert done.returncode == 1
    assert "b.py" in done.stderr + done.stdout
    assert "a.py" not in done.stderr + done.stdout


def test_an_index_of_another_repository_is_none_of_ours(project: Path) -> None:
    ran = call(project, "check", *RULES, env={"GIT_INDEX_FILE": os.devnull})
    assert (ran.code, ran.out.partition(" in ")[2].partition(" in ")[0]) == (0, "2 files")


def test_a_folder_can_be_named_and_what_is_not_staged_cannot(project: Path) -> None:
    write(project, "app/c.py", PRINTS)
    write(project, "a.py", PRINTS)
    run_git(project, "add", "--all")
    assert check(project, *RULES, "app").places == [("app/c.py", 1, "QK401")]
    write(project, "new.py", PRINTS)
    ran = check(project, *RULES, "new.py")
    assert (ran.code, ran.err) == (
        2,
        "quality-kit: new.py is not staged: `git add` it, or leave out --staged\n",
    )


def test_files_in_conflict_have_to_be_decided_first(project: Path) -> None:
    run_git(project, "checkout", "--quiet", "-b", "other")
    write(project, "a.py", "a = 2\n")
    commit(project)
    run_git(project, "checkout", "--quiet", "-")
    write(project, "a.py", "a = 3\n")
    commit(project)
    run("merge", "other", cwd=project, command=("git", "-c", "user.name=n", "-c", "user.email=n@example.org"))
    ran = check(project, *RULES)
    assert (ran.code, ran.err) == (
        2,
        "quality-kit: a.py has merge conflicts: resolve them, then `git add` it\n",
    )


def test_the_terminal_shows_the_staged_line(project: Path) -> None:
    write(project, "a.py", PRINTS)
    run_git(project, "add", "--all")
    write(project, "a.py", "something_else()\n")
    shown = run("check", *RULES, cwd=project, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    shown += run("check", *RULES, cwd=project, env={"FORCE_COLOR": "1"}).stdout
    assert ('"x"' in shown, "something_else" in shown) == (True, False)


def test_staged_and_standard_input_contradict_each_other(project: Path) -> None:
    ran = check(project, "--staged", "-", "--stdin-filename", "a.py", input=b"")
    assert ran.code == 2
    assert ran.err == "quality-kit: --staged and '-' contradict each other: the text comes from one place\n"
