"""Which runs judge which entries of the baseline, which of them write it, and what CI says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.baselines import CODE, FILE, RULES_ONLY, commit, edit, entries, held, in_ci, recorded_project
from tests.in_process import call, check
from tests.packs import RULES
from tests.projects import run, run_git, write

A, B = ("a.py", "QK102", "a"), ("b.py", "QK102", "b")
TWO = {"a.py": "def a():\n    pass\n", "b.py": "def b():\n    pass\n"}


WITH_PACK = f'{RULES_ONLY}packs = ["quality/rules"]\nexclude = ["quality/"]\n'


def stale(project: Path, *arguments: str) -> list[tuple[str, str]]:
    """Path and code of the entries that a run calls stale."""
    found = check(project, *arguments).report["baseline"]["stale"]
    return [(entry["path"], entry["code"]) for entry in found]


def fixed(tmp_path: Path) -> Path:
    """A project in which both findings of the baseline are fixed."""
    project = recorded_project(tmp_path, TWO)
    write(project, "a.py", "")
    write(project, "b.py", "")
    return project


def test_a_full_clean_run_removes_what_is_stale_and_says_so(tmp_path: Path) -> None:
    project = fixed(tmp_path)
    done = run("check", cwd=project)
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        0,
        f"{FILE}: 2 stale entries removed; commit it",
    )
    assert (project / FILE).read_text() == ""
    assert run("check", cwd=project).stdout.startswith("No findings in 2 files")


def test_with_a_machine_format_it_says_so_on_standard_error(tmp_path: Path) -> None:
    ran = check(fixed(tmp_path))
    assert ran.err == f"{FILE}: 2 stale entries removed; commit it\n"


@pytest.mark.parametrize(
    ("arguments", "judged"),
    [
        (["a.py"], [("a.py", "QK102")]),
        (["--select", "QK102"], [("a.py", "QK102"), ("b.py", "QK102")]),
        (["--select", "QK3"], []),
        (["--ignore", "QK1"], []),
        (["--no-project-rules"], [("a.py", "QK102"), ("b.py", "QK102")]),
        (["--no-linters"], [("a.py", "QK102"), ("b.py", "QK102")]),
        (["."], [("a.py", "QK102"), ("b.py", "QK102")]),
    ],
)
def test_a_run_over_a_part_judges_that_part_and_writes_nothing(
    tmp_path: Path, arguments: list[str], judged: list[tuple[str, str]]
) -> None:
    project = fixed(tmp_path)
    before = (project / FILE).read_text()
    assert stale(project, *arguments) == judged
    assert (project / FILE).read_text() == before
    told = f"baseline: {len(judged)} stale entr{'y' if len(judged) == 1 else 'ies'} in {FILE}; "
    assert (told in call(project, "check", *arguments).out) == bool(judged)


def test_a_run_with_findings_writes_nothing(tmp_path: Path) -> None:
    project = fixed(tmp_path)
    write(project, "c.py", 'print("c")\n')
    assert call(project, "check").code == 1
    assert held(project) == [A, B]
    assert call(project, "check", "--exit-zero").code == 0
    assert held(project) == [A, B]
    write(project, "quality-kit.toml", f'{RULES_ONLY}rules.QK401.severity = "warning"\n')
    assert call(project, "check").code == 0
    assert held(project) == []


def test_standard_input_judges_its_file_and_writes_nothing(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, TWO)
    ran = check(project, "-", "--stdin-filename", "a.py", input=b"")
    assert ran.report["baseline"]["stale"][0]["path"] == "a.py"
    assert held(project) == [A, B]


def test_a_deleted_file_is_judged_by_a_run_over_the_whole_tree_only(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {**TWO, "c.py": ""})
    (project / "a.py").unlink()
    assert stale(project, "b.py") == []
    assert stale(project, ".") == [("a.py", "QK102")]
    assert call(project, "check").code == 0
    assert held(project) == [B]


def test_what_is_switched_off_or_excluded_is_not_judged(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, TWO)
    override = '[[overrides]]\npaths = ["a.py"]\nignore = ["QK102"]\n'
    for config in (f'{RULES_ONLY}ignore = ["QK102"]\n', f'{RULES_ONLY}exclude = ["*.py"]\n'):
        write(project, "quality-kit.toml", config)
        assert (call(project, "check").code, held(project)) == (0, [A, B])
    write(project, "quality-kit.toml", RULES_ONLY + override)
    write(project, "b.py", "")
    assert (call(project, "check").code, held(project)) == (0, [A])


def test_a_file_that_does_not_parse_is_not_judged(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, TWO)
    write(project, "a.py", "def (:\n")
    write(project, "b.py", "")
    assert stale(project) == [("b.py", "QK102")]
    assert call(project, "baseline", "prune").code == 0
    assert held(project) == [A]


def test_a_rule_that_failed_on_a_file_does_not_judge_it(tmp_path: Path) -> None:
    path = "quality/rules/words/forbidden_call.py"
    project = recorded_project(tmp_path, {**RULES, "a.py": "eval(x)\n", "b.py": "eval(x)\n"}, WITH_PACK)
    assert [entry["code"] for entry in entries(project)] == ["TEAM001", "TEAM001"]
    edit(project, path, "self.report(node, f", "raise ValueError(f")
    write(project, "b.py", "")
    ran = check(project)
    assert (ran.code, [entry["path"] for entry in ran.report["baseline"]["stale"]]) == (2, ["b.py"])


def test_a_linter_that_did_not_run_or_failed_is_not_judged(tmp_path: Path) -> None:
    config = 'select = []\nlinters = ["flake8", "mypy"]\n'
    project = recorded_project(tmp_path, {"a.py": "import os\nx: int = ''\n"}, config)
    write(project, "a.py", "")
    both = [("a.py", "F401"), ("a.py", "mypy:assignment")]
    assert stale(project, "--no-linters") == []
    assert stale(project, "--linters", "flake8") == both[:1]
    assert stale(project, "a.py") == both
    write(project, ".flake8", "[flake8]\nmax-line-length = long\n")
    ran = check(project)
    assert (ran.code, [entry["code"] for entry in ran.report["baseline"]["stale"]]) == (
        2,
        ["mypy:assignment"],
    )


def test_mypy_is_judged_with_the_whole_tree_only(tmp_path: Path) -> None:
    config = 'select = []\nlinters = ["mypy"]\n'
    project = recorded_project(tmp_path, {"a.py": "x: int = ''\n", "b.py": ""}, config)
    write(project, "a.py", "")
    assert stale(project, "a.py") == []
    write(project, "b.py", "def (:\n")
    assert stale(project) == []
    write(project, "b.py", "")
    assert stale(project, ".") == [("a.py", "mypy:assignment")]


def test_a_plugin_of_flake8_that_may_be_missing_is_not_judged(tmp_path: Path) -> None:
    config = 'select = []\nlinters = ["flake8"]\n'
    project = recorded_project(tmp_path, {"a.py": "import os\n"}, config)
    [line] = (project / FILE).read_text().splitlines()
    write(project, FILE, f"{line.replace('F401', 'B008')}\n{line}\n")
    write(project, "a.py", "")
    assert call(project, "check").code == 0
    assert held(project) == [("a.py", "B008", "")]


def test_the_project_rules_are_judged_with_the_whole_tree_only(tmp_path: Path) -> None:
    read = 'import os\n\nURL = os.environ["SHOP_URL"]\n'
    project = recorded_project(tmp_path, {".env.example": "A=1\n", "a.py": read, "b.py": read})
    write(project, "a.py", "")
    assert stale(project, "a.py") == []
    write(project, "b.py", "")
    assert stale(project, "a.py") == []
    assert stale(project, ".", "--no-project-rules") == []
    assert stale(project, ".") == [("a.py", "QK501")]


def branched(tmp_path: Path) -> Path:
    """A branch off main whose change has fixed the finding of a.py; that of b.py was fixed on main."""
    project = recorded_project(tmp_path, TWO)
    run_git(project, "branch", "-m", "main")
    write(project, "b.py", "")
    commit(project, "fix b")
    run_git(project, "checkout", "--quiet", "-b", "work")
    write(project, "a.py", "")
    commit(project, "fix a")
    return project


def test_under_ci_stale_entries_of_touched_files_fail_and_nothing_is_written(tmp_path: Path) -> None:
    project = branched(tmp_path)
    ran = in_ci(project)
    assert (ran.code, held(project)) == (1, [A, B])
    assert ran.out.splitlines()[:3] == [
        f"failed: baseline: 1 stale entry in {FILE} about files that this change touched; "
        "run quality-kit baseline prune, and commit the file",
        "    a.py: QK102 (1)",
        f"baseline: 1 stale entry in {FILE}; quality-kit baseline prune removes what is stale",
    ]
    told = in_ci(project, "--output-format", "json")
    assert told.err.startswith(f"failed: baseline: 1 stale entry in {FILE} about")
    assert [(entry["path"], entry["fails"]) for entry in told.report["baseline"]["stale"]] == [
        ("a.py", True),
        ("b.py", False),
    ]
    assert in_ci(project, "--exit-zero").code == 0
    assert in_ci(project, "--fail-on", "never").code == 0
    assert call(project, "baseline", "prune").code == 0
    commit(project, "prune")
    assert in_ci(project).code == 0


def test_under_ci_the_target_branch_is_what_the_system_says(tmp_path: Path) -> None:
    project = branched(tmp_path)
    run_git(project, "update-ref", "refs/remotes/origin/release", "HEAD")
    named = call(project, "check", env={"CI": "true", "GITHUB_BASE_REF": "release"})
    assert named.code == 0
    assert f"baseline: 2 stale entries in {FILE}; " in named.out


def test_without_history_or_without_git_all_are_a_notice(tmp_path: Path) -> None:
    project = branched(tmp_path)
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=work", project.as_uri(), str(clone))
    done = run("check", cwd=clone, env={"CI": "true"})
    assert (done.returncode, f"baseline: 2 stale entries in {FILE}; " in done.stdout) == (0, True)
    (project / ".git").rename(tmp_path / "git")
    assert in_ci(project).code == 0


def test_a_value_that_says_no_is_no_ci(tmp_path: Path) -> None:
    project = fixed(tmp_path)
    assert call(project, "check", env={"CI": "false"}).code == 0
    assert held(project) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_written_to_costs_nothing_but_the_change(tmp_path: Path) -> None:
    project = fixed(tmp_path)
    project.chmod(0o555)
    ran = call(project, "check", "--no-cache")
    project.chmod(0o755)
    assert (ran.code, held(project)) == (0, [A, B])
    assert ran.err.startswith("quality-kit: the baseline stays as it is: cannot write")


def test_other_places_and_none(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE}, f'{RULES_ONLY}baseline = "ci/debt.jsonl"\n')
    assert len(entries(project, "ci/debt.jsonl")) == 2
    assert not (project / FILE).exists()
    assert check(project / "app").places == []
    assert len(check(project, "--no-baseline").places) == 2
    write(project, "empty.jsonl", "")
    assert len(check(project / "app", "--baseline", "../empty.jsonl").places) == 2
    assert call(project, "check", "--baseline", "x", "--no-baseline").err == (
        "quality-kit: --baseline and --no-baseline contradict each other; use one of them\n"
    )
    missing = call(project, "check", "--baseline", "x.jsonl")
    assert (missing.code, missing.err) == (
        2,
        "quality-kit: there is no baseline x.jsonl: quality-kit baseline create makes it\n",
    )
    edit(project, "quality-kit.toml", "ci/debt", "ci/dept")
    assert call(project, "check").code == 2
