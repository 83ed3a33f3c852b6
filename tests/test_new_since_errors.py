"""Every way in which the commit to compare with cannot be had, and the command that mends it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.in_process import check
from tests.projects import commit, make_project, run, run_git, write

FILES = {"pyproject.toml": "[tool.quality-kit]\n", "a.py": 'print("x")\n'}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path, FILES)
    run_git(root, "symbolic-ref", "HEAD", "refs/heads/main")
    commit(root)
    return root


def complaint(root: Path, *arguments: str) -> str:
    """What is said after "quality-kit: "; the exit code must be 2."""
    ran = check(root, "--no-linters", *arguments)
    assert (ran.code, ran.out) == (2, "")
    return ran.err.removeprefix("quality-kit: ").strip()


def places(root: Path, since: str = "auto") -> list[tuple[str, int, str]]:
    return check(root, "--no-linters", "--new-since", since).places


def clone(root: Path, *options: str) -> Path:
    copy = root.parent / "clone"
    run_git(root.parent, "clone", "--quiet", *options, root.as_uri(), str(copy))
    return copy


def branch(root: Path) -> None:
    """A branch with a new violation, while main went on and mended the old one."""
    run_git(root, "checkout", "--quiet", "-b", "work")
    write(root, "b.py", 'print("new")\n')
    commit(root)
    run_git(root, "checkout", "--quiet", "main")
    write(root, "a.py", "")
    commit(root)
    run_git(root, "checkout", "--quiet", "work")


def test_outside_of_repositories(tmp_path: Path) -> None:
    root = make_project(tmp_path, FILES, git=False)
    assert complaint(root, "--new-since", "main") == (
        f"--new-since needs a git repository, and {root} is in none: `git init`, then commit"
    )
    assert complaint(root, "--staged").startswith("--staged needs a git repository")


def test_without_git(project: Path, tmp_path: Path) -> None:
    done = run("check", "--new-since", "HEAD", cwd=project, env={"PATH": str(tmp_path)})
    assert (done.returncode, done.stderr) == (
        2,
        "quality-kit: --new-since needs git, and there is none: install it, or leave the option out\n",
    )


def test_without_a_commit(tmp_path: Path) -> None:
    root = make_project(tmp_path, FILES)
    assert complaint(root, "--new-since", "auto") == (
        f"--new-since compares with a commit, and the repository of {root} has none yet: `git commit` first"
    )
    assert check(root, "--no-linters", "--staged").places == [("a.py", 1, "QK401")]


def test_an_unknown_revision(project: Path) -> None:
    said = "--new-since: git does not know the revision {} here; if the remote has it: `git fetch origin {}`"
    assert complaint(project, "--new-since", "v9") == said.format("v9", "v9")
    assert complaint(project, "--new-since", "origin/dev") == said.format(
        "origin/dev", "dev:refs/remotes/origin/dev"
    )
    assert complaint(project, "--new-since", "v9...") == said.format("v9", "v9")


@pytest.mark.parametrize("wanted", ["", "--upload-pack=x", "-x"])
def test_no_revision_at_all(project: Path, wanted: str) -> None:
    assert complaint(project, f"--new-since={wanted}") == (
        f"--new-since: {wanted!r} is no revision; name a branch, a tag or a commit"
    )


def test_a_branch_that_only_the_remote_has(project: Path) -> None:
    run_git(project, "branch", "dev")
    assert complaint(clone(project), "--new-since", "dev") == (
        "--new-since: there is no local dev; write --new-since origin/dev"
    )


def test_no_default_branch(project: Path) -> None:
    run_git(project, "branch", "-m", "main", "trunk")
    assert complaint(project, "--new-since", "auto") == (
        "--new-since auto: no default branch to be found (looked for origin/HEAD, origin/main, "
        "origin/master, main, master); name a branch or commit, or: `git remote set-head origin --auto`"
    )


def test_auto_is_where_the_branch_left_the_default_branch(project: Path) -> None:
    branch(project)
    assert places(project) == places(project, "main...") == [("b.py", 1, "QK401")]
    assert places(project, "main") == [("a.py", 1, "QK401"), ("b.py", 1, "QK401")]


def test_the_default_branch_of_the_remote_comes_first_whatever_its_name(project: Path) -> None:
    branch(project)
    run_git(project, "branch", "-m", "main", "trunk")
    run_git(project, "checkout", "--quiet", "trunk")
    copy = clone(project)
    run_git(copy, "checkout", "--quiet", "-b", "work", "origin/work")
    ran = check(copy, "--no-linters", "--new-since", "auto")
    assert (ran.report["new_since"]["ref"], ran.places) == ("origin/trunk", [("b.py", 1, "QK401")])


def test_a_detached_head(project: Path) -> None:
    branch(project)
    run_git(project, "checkout", "--quiet", "--detach")
    assert places(project) == [("b.py", 1, "QK401")]


def test_a_shallow_clone_that_does_not_reach_back_far_enough(project: Path) -> None:
    branch(project)
    copy = clone(project, "--depth=1", "--no-single-branch")
    assert complaint(copy, "--new-since", "origin/main...") == (
        "--new-since: this shallow clone does not reach back to where HEAD left origin/main; "
        "`git fetch --deepen=100 origin` or `git fetch --unshallow origin`"
    )
    run_git(copy, "fetch", "--quiet", "--unshallow", "origin")
    assert places(copy, "origin/main...") == [("b.py", 1, "QK401")]


def test_a_shallow_clone_needs_no_history_for_a_named_commit(project: Path) -> None:
    first = run_git(project, "rev-parse", "HEAD").strip()
    write(project, "b.py", 'print("new")\n')
    commit(project)
    copy = clone(project, "--depth=1")
    assert complaint(copy, "--new-since", first).endswith(f"`git fetch --depth=1 origin {first}`")
    run_git(copy, "fetch", "--quiet", "--depth=1", "origin", first)
    ran = check(copy, "--no-linters", "--new-since", first)
    assert (ran.report["new_since"], ran.places) == (
        {"ref": first[:10], "commit": first},
        [("b.py", 1, "QK401")],
    )


def test_histories_that_have_nothing_in_common(project: Path) -> None:
    run_git(project, "checkout", "--quiet", "--orphan", "alone")
    write(project, "c.py", "")
    commit(project)
    assert complaint(project, "--new-since", "auto") == (
        "--new-since: HEAD and main have no commit in common; name one to compare with: --new-since main"
    )
    assert places(project, "main") == []


def test_a_repository_that_lacks_objects(project: Path) -> None:
    blob = run_git(project, "rev-parse", "HEAD:a.py").strip()
    (project / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    write(project, "a.py", "")
    assert complaint(project, "--new-since", "HEAD").startswith(f"git lacks the object {blob}: ")


def test_a_worktree_beside_the_repository(project: Path) -> None:
    branch(project)
    run_git(project, "checkout", "--quiet", "main")
    run_git(project, "worktree", "add", "--quiet", str(project.parent / "beside"), "work")
    assert places(project.parent / "beside") == [("b.py", 1, "QK401")]
    shutil.rmtree(project.parent / "beside")
