"""Real merges of branches that each shrink the baseline, or of which one makes it grow."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.baselines import FILE, active, commit, entries, held, in_ci, recorded_project
from tests.in_process import call, check
from tests.projects import run_git, write

NAMES = "abcdefgh"


def function(name: str) -> str:
    """A finding of QK102 each."""
    return f"def {name}():\n    pass\n"


def forked(tmp_path: Path, more: dict[str, str] | None = None) -> Path:
    """Eight files with a finding each in the baseline, on a branch main with a branch work beside it."""
    files = {f"{name}.py": function(name) for name in NAMES}
    project = recorded_project(tmp_path, {**files, **(more or {})})
    run_git(project, "branch", "-m", "main")
    run_git(project, "branch", "work")
    return project


def on(project: Path, branch: str, files: dict[str, str], *command: str) -> None:
    """Commit a change on a branch, after the command (of ``quality-kit``) that writes the baseline."""
    run_git(project, "checkout", "--quiet", branch)
    for path, content in files.items():
        write(project, path, content)
    assert call(project, *command).code == 0
    commit(project, f"change {', '.join(files)}")


def merge(project: Path) -> bool:
    """Merge work into main; whether git could do it alone."""
    run_git(project, "checkout", "--quiet", "main")
    try:
        run_git(project, "-c", "user.name=T", "-c", "user.email=t@example.org", "merge", "--quiet", "work")
    except subprocess.CalledProcessError:
        return False
    return True


def paths(project: Path) -> str:
    return "".join(path.removesuffix(".py") for path, _, _ in held(project))


def test_both_sides_shrink(tmp_path: Path) -> None:
    project = forked(tmp_path)
    on(project, "main", {"b.py": ""}, "check")
    on(project, "work", {"g.py": ""}, "check")
    assert merge(project)
    assert (paths(project), active(project), call(project, "baseline", "check").code) == ("acdefh", [], 0)


def test_one_side_shrinks_and_the_other_grows_by_create(tmp_path: Path) -> None:
    project = forked(tmp_path)
    on(project, "main", {"b.py": ""}, "check")
    on(project, "work", {"z.py": function("z")}, "baseline", "create", "--force")
    assert merge(project)
    assert (paths(project), active(project), call(project, "baseline", "check").code) == ("acdefghz", [], 0)


def test_both_sides_grow_in_the_same_place_with_a_union_merge(tmp_path: Path) -> None:
    project = forked(tmp_path, {".gitattributes": f"{FILE} merge=union\n"})
    on(project, "main", {"z.py": function("z")}, "baseline", "create", "--force")
    on(project, "work", {"y.py": function("y")}, "baseline", "create", "--force")
    assert merge(project)
    assert (paths(project), active(project)) == ("abcdefghzy", [])  # read although it is not sorted
    assert paths(project) == "abcdefghyz"  # and sorted by the run


def test_entries_that_a_union_merge_brings_back_are_stale_and_no_debt(tmp_path: Path) -> None:
    project = forked(tmp_path, {".gitattributes": f"{FILE} merge=union\n"})
    on(project, "main", {"d.py": ""}, "check")
    on(project, "work", {"d.py": "", "e.py": ""}, "check")
    assert merge(project)
    write(project, FILE, (project / FILE).read_text() + resurrected(project))
    assert call(project, "baseline", "check").code == 1
    assert (in_ci(project).code, active(project), paths(project)) == (0, [], "abcfgh")


def resurrected(project: Path) -> str:
    """All lines that the file had in the beginning."""
    first = run_git(project, "rev-list", "--max-parents=0", "HEAD").strip()
    return run_git(project, "show", f"{first}:{FILE}")


def test_a_conflict_is_told_with_its_line_and_how_to_mend_it(tmp_path: Path) -> None:
    project = forked(tmp_path)
    on(project, "main", {"d.py": ""}, "check")
    on(project, "work", {"e.py": ""}, "check")
    assert not merge(project)
    ran = check(project)
    number = (project / FILE).read_text().split("\n").index("<<<<<<< HEAD") + 1
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"quality-kit: {FILE}:{number}: a merge conflict is not resolved: delete the lines with the marks and "
        "keep all others of both sides, then run quality-kit baseline prune\n"
    )
    kept = [line for line in (project / FILE).read_text().splitlines() if line.startswith("{")]
    write(project, FILE, "".join(f"{line}\n" for line in kept))
    assert call(project, "baseline", "prune").code == 0
    assert (paths(project), active(project)) == ("abcfgh", [])


@pytest.mark.parametrize(("ours", "theirs"), [(440, 430), (430, 440)])
def test_ceilings_that_both_sides_lowered_make_no_debt(tmp_path: Path, ours: int, theirs: int) -> None:
    service = "services/order.py"
    project = forked(tmp_path, {service: "x = 1\n" * 450, ".gitattributes": f"{FILE} merge=union\n"})
    on(project, "main", {service: "x = 1\n" * ours}, "check")
    on(project, "work", {service: "x = 1\n" * theirs}, "check")
    assert not merge(project)  # of the service itself
    write(project, service, "x = 1\n" * 435)
    assert active(project) == []
    assert [entry["ceiling"] for entry in entries(project) if entry["path"] == service] == [435]
