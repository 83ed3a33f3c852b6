"""Reviews of real changes: which trees are compared, what is new and fixed, and what the gate says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.projects import commit, run, run_git, write
from tests.reviews import CONFIGURED, changed, review

_CLEAN = '"""A module."""\n\n\ndef f(x: int) -> int:\n    """Do."""\n    return x\n'
_WORSE = _CLEAN.replace("return x", "return x * 37")
_PRINTS = _CLEAN.replace("return x", "print(x)\n    return x")


def _new(found: dict[str, Any]) -> list[tuple[str, int, str]]:
    return [(each["path"], each["line"], each["code"]) for each in found["new"] if each["gating"]]


def _codes(found: dict[str, Any], section: str) -> list[tuple[str, str]]:
    return [(each["path"], each["code"]) for each in found[section]]


def test_a_change_of_the_work_tree_is_held_against_the_default_branch(tmp_path: Path) -> None:
    other = _PRINTS.replace("def f", "def g").replace("print(x)", "print(x, x)")
    root = changed(tmp_path, {"app/a.py": _PRINTS}, {"app/a.py": _WORSE, "app/b.py": other})
    found = review(cwd=root, exit_code=1)
    assert found["verdict"] == "FAIL: 2 new, 1 fixed, debt 1 -> 2"
    assert _new(found) == [("app/a.py", 6, "QK301"), ("app/b.py", 6, "QK401")]
    assert _codes(found, "fixed") == [("app/a.py", "QK401")]
    assert found["failed_conditions"] == ["new-error"]
    assert found["change"] == {"files": 2, "added": 8, "removed": 2}
    assert found["new"][0]["source"] == "return x * 37"


def test_nothing_changed_passes(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _PRINTS}, {})
    found = review(cwd=root, exit_code=0)
    assert found["verdict"] == "PASS: 0 new, 0 fixed, debt 1 -> 1"
    assert (found["new"], found["look_first"], found["contracts"]) == ([], [], [])
    assert "no difference" in run("review", cwd=root).stdout


def test_a_statement_that_was_edited_keeps_its_old_problem(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _WORSE}, {"a.py": _WORSE.replace("x * 37", "x * 37 + f(1)")})
    found = review(cwd=root, exit_code=0)
    assert found["verdict"] == "PASS: 0 new, 0 fixed, debt 1 -> 1"
    assert _codes(found, "old") == [("a.py", "QK301")]


def test_old_problems_in_touched_functions_are_folded(tmp_path: Path) -> None:
    before = f"{_PRINTS}\n\ndef g(x: int) -> int:\n    print(x)\n    return x\n"
    root = changed(tmp_path, {"a.py": before}, {"a.py": before.replace("return x", "return -x", 1)})
    found = review(cwd=root, exit_code=0)
    assert [(each["line"], each["scope"]) for each in found["old"]] == [(6, "f")]


@pytest.mark.parametrize("arguments", [("--staged",), ("HEAD",), ("--commit", "HEAD"), ("HEAD~1..HEAD",)])
def test_ways_to_name_a_change(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {"a.py": _WORSE})
    if arguments[0] == "--staged":
        run_git(root, "add", "a.py")
        write(root, "a.py", _PRINTS)
    elif arguments != ("HEAD",):
        commit(root)
        write(root, "a.py", _PRINTS)
    assert _new(review(*arguments, cwd=root, exit_code=1)) == [("a.py", 6, "QK301")]


def test_the_first_commit_is_held_against_nothing(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _WORSE}, {})
    found = review("--commit", "HEAD", cwd=root, exit_code=1)
    assert (found["base"]["ref"], _new(found)) == ("nothing", [("a.py", 6, "QK301")])


def test_a_branch_is_held_against_where_it_left(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN, "b.py": _CLEAN}, {})
    main = run_git(root, "branch", "--show-current").strip()
    run_git(root, "checkout", "-q", "-b", "topic")
    write(root, "a.py", _WORSE)
    commit(root)
    run_git(root, "checkout", "-q", main)
    write(root, "b.py", _PRINTS)
    commit(root)
    run_git(root, "checkout", "-q", "topic")
    for arguments in ((), (main,), (f"{main}...topic",)):
        found = review(*arguments, cwd=root, exit_code=1)
        assert (_new(found), found["change"]["files"]) == ([("a.py", 6, "QK301")], 1)


def test_a_patch_is_held_against_head_and_touches_nothing(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {"a.py": _WORSE})
    patch = tmp_path / "change.patch"
    patch.write_text(run_git(root, "diff"))
    run_git(root, "checkout", "-q", "a.py")
    before = run_git(root, "count-objects")
    found = review("--patch", str(patch), cwd=root, exit_code=1)
    assert _new(found) == [("a.py", 6, "QK301")]
    assert (run_git(root, "status", "--porcelain", "a.py"), run_git(root, "count-objects")) == ("", before)


def test_renames_deletions_binaries_and_links_are_no_news(tmp_path: Path) -> None:
    root = changed(
        tmp_path,
        {"a.py": _PRINTS, "gone.py": _WORSE, "data.bin": b"\0\1"},
        {"gone.py": None, "data.bin": b"\0\2", "sub/b.py": _PRINTS, "a.py": None, "new.bin": b"\0"},
    )
    (root / "link.py").symlink_to("sub/b.py")
    run_git(root, "add", "--all")
    found = review(cwd=root, exit_code=0)
    assert (_new(found), _codes(found, "fixed")) == ([], [("gone.py", "QK301")])
    assert [(each["path"], each["added"]) for each in found["look_first"] if each["added"]] == []


def test_a_submodule_is_no_file(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {})
    other = tmp_path / "other"
    other.mkdir()
    run_git(other, "init", "-q")
    write(other, "x.py", _PRINTS)
    commit(other)
    run_git(root, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "vendor")
    assert _new(review(cwd=root, exit_code=0)) == []


def test_a_merge_commit_is_held_against_its_first_parent(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN, "b.py": _CLEAN}, {})
    main = run_git(root, "branch", "--show-current").strip()
    run_git(root, "checkout", "-q", "-b", "topic")
    write(root, "a.py", _WORSE)
    commit(root)
    run_git(root, "checkout", "-q", main)
    write(root, "b.py", _PRINTS)
    commit(root)
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.org")
    run_git(root, *identity, "merge", "-q", "--no-ff", "-m", "merge", "topic")
    assert _new(review("--commit", "HEAD", cwd=root, exit_code=1)) == [("a.py", 6, "QK301")]


def test_the_configuration_of_the_head_judges(tmp_path: Path) -> None:
    root = changed(
        tmp_path, {"a.py": _CLEAN}, {"a.py": _WORSE, "pyproject.toml": f'{CONFIGURED}ignore = ["QK301"]\n'}
    )
    head = commit(root)
    write(root, "pyproject.toml", CONFIGURED)
    commit(root)
    found = review("--commit", head, cwd=root, exit_code=1)
    assert [each for each in found["new"] if each["gating"]] == []
    assert found["failed_conditions"] == ["loosened-policy"]
    assert [each["what"] for each in found["drift"]] == ["quality-kit ignore: QK301 added"]


def test_the_baseline_of_the_head_counts(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _WORSE}, {})
    assert run("baseline", "create", cwd=root).returncode == 0
    head = commit(root)
    (root / ".quality-kit-baseline.jsonl").unlink()
    commit(root)
    found = review(f"{head}~1..{head}", cwd=root, exit_code=0)
    assert [each["what"] for each in found["drift"]] == ["1 QK301 entry added to the baseline"]


def test_fixed_entries_of_the_baseline_are_to_be_committed(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _WORSE}, {})
    run("baseline", "create", cwd=root)
    commit(root)
    write(root, "a.py", _CLEAN)
    found = review("HEAD", cwd=root, exit_code=0)
    assert [(each["path"], each["code"]) for each in found["baseline"]["stale"]] == [("a.py", "QK301")]
    assert found["verdict"] == "PASS: 0 new, 1 fixed, debt 1 -> 0"


def test_the_conditions_are_configured(tmp_path: Path) -> None:
    table = f'{CONFIGURED}[tool.quality-kit.review]\nfail-on = ["untested-change"]\n'
    root = changed(tmp_path, {"a.py": _CLEAN, "pyproject.toml": table}, {"a.py": _WORSE})
    assert review(cwd=root, exit_code=1)["failed_conditions"] == ["untested-change"]
    write(root, "pyproject.toml", table.replace("untested-change", "untested"))
    done = run("review", cwd=root)
    assert done.returncode == 2
    assert "review.fail-on: unknown value 'untested'" in done.stderr


def test_a_file_that_does_not_parse_is_told_and_passes_nothing(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {"a.py": "def f(:\n"})
    found = review(cwd=root, exit_code=1)
    assert _new(found) == [("a.py", 1, "QK000")]


def test_linters_look_at_the_changed_files_only(tmp_path: Path) -> None:
    old = "import os\n"
    table = '[tool.quality-kit]\nlinters = ["flake8", "mypy"]\n'
    root = changed(
        tmp_path, {"a.py": _CLEAN, "b.py": old, "pyproject.toml": table}, {"a.py": f"import os\n{_CLEAN}"}
    )
    found = review(cwd=root, exit_code=1)
    assert [(each["path"], each["code"]) for each in found["new"] if each["sources"] == ["flake8"]] == [
        ("a.py", "F401")
    ]
    assert [each["source"] for each in found["not_checked"]] == ["mypy"]


_WRONG = {
    ("HEAD", "--staged", "--commit", "HEAD"): "contradict each other",
    ("nowhere",): "git does not know the revision nowhere here",
    ("--commit", "beef"): "git does not know the commit beef here",
    ("--patch", "missing.patch"): "there is no patch missing.patch",
    ("..HEAD",): "..HEAD is no range",
    ("--output-format", "tetx"): "unknown format 'tetx'",
}


@pytest.mark.parametrize("arguments", _WRONG)
def test_what_cannot_be_reviewed_is_explained(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {})
    done = run("review", *arguments, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert _WRONG[arguments] in done.stderr


def _in_conflict(tmp_path: Path) -> Path:
    root = changed(tmp_path, {"a.py": _CLEAN, "b.py": _CLEAN}, {})
    run_git(root, "checkout", "--quiet", "-b", "other")
    write(root, "a.py", _CLEAN.replace("return x", "return -x"))
    (root / "b.py").unlink()
    commit(root)
    run_git(root, "checkout", "--quiet", "-")
    write(root, "a.py", _CLEAN.replace("return x", "return +x"))
    write(root, "b.py", _PRINTS)
    commit(root)
    git = ("git", "-c", "user.name=n", "-c", "user.email=n@example.org")
    assert run("merge", "other", cwd=root, command=git).returncode == 1
    return root


def test_the_index_of_an_unfinished_merge_is_no_commit_to_come(tmp_path: Path) -> None:
    root = _in_conflict(tmp_path)
    done = run("review", "--staged", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "quality-kit: a.py has merge conflicts: resolve them, then `git add` it\n"


def test_the_work_tree_of_an_unfinished_merge_is_reviewed_as_it_lies_there(tmp_path: Path) -> None:
    root = _in_conflict(tmp_path)
    (root / "b.py").unlink()
    found = review("HEAD", cwd=root, exit_code=1)
    assert _new(found) == [("a.py", 6, "QK000")]
    assert _codes(found, "fixed") == [("b.py", "QK401")]


def test_outside_of_a_repository_git_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "a.py", _CLEAN)
    done = run("review", cwd=tmp_path)
    assert done.returncode == 2
    assert "needs a git repository" in done.stderr


def _annotated(number: int) -> str:
    """A module with that many functions that say nothing of their parameter, and one ``print``."""
    functions = "".join(
        f'\n\ndef f{each}(x) -> int:\n    """Do."""\n    return 1\n' for each in range(number)
    )
    return f'"""A module."""\n{functions}\n\ndef last() -> None:\n    """Do."""\n    print(1)\n'


def _section(text: str, title: str) -> list[str]:
    return text.partition(f"{title}\n")[2].partition("\n\n")[0].splitlines()


def test_many_problems_of_one_kind_do_not_drown_another(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {"app/b.py": _annotated(9)})
    lines = _section(run("review", cwd=root).stdout, "New problems")
    told = [line.split()[2] for line in lines if line.split()[0].partition(":")[0].isdigit()]
    assert sorted(told) == ["QK101", "QK101", "QK101", "QK401"]
    assert lines[-1] == "    and more: 6 QK101 (lines 19, 24, 29, 34, 39, 44)"
    page = run("review", "--output-format", "markdown", cwd=root).stdout
    assert "- and more: 6 QK101 (lines 19, 24, 29, 34, 39, 44)\n" in page
    assert len(review(cwd=root)["new"]) == 10


def test_files_behind_many_problems_are_still_counted(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {f"app/b{each}.py": _annotated(3) for each in range(6)})
    lines = _section(run("review", cwd=root).stdout, "New problems")
    assert (lines[-4], lines[-3].split()[:3]) == ("  app/b5.py", ["21:5", "error", "QK401"])
    assert lines[-1] == "    and more: 3 QK101 (lines 4, 9, 14)"


def test_a_line_with_two_problems_is_shown_once(tmp_path: Path) -> None:
    after = f'{_CLEAN}\n\ndef g(x):\n    """Do."""\n    return x\n'
    root = changed(tmp_path, {"a.py": _CLEAN}, {"a.py": after})
    text = run("review", cwd=root).stdout
    assert (text.count("QK101 missing"), text.count("QK102 missing"), text.count("| def g(x):")) == (1, 1, 1)


def test_a_failing_item_counts_what_stands_above(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {"a.py": _PRINTS})
    text = run("review", cwd=root).stdout
    assert _section(text, "Checklist: style-guide")[4] == "  FAIL Does the code log and not print?  (1 QK401)"
    assert text.count("writes past the log") == 1
    item = next(each for each in review(cwd=root)["checklist"] if each["verdict"] == "fail")
    assert item["codes"] == [["QK401", 1]]


def test_that_no_test_changed_is_said_once(tmp_path: Path) -> None:
    paths = [f"app/m{each}.py" for each in range(4)]
    root = changed(
        tmp_path, dict.fromkeys(paths, _CLEAN), dict.fromkeys(paths, _CLEAN.replace("return x", "return -x"))
    )
    text = run("review", cwd=root).stdout
    assert _section(text, "Tests") == ["  4 modules changed, and no test"]
    assert "no test changed with it" not in text
    assert review(cwd=root)["tests"]["without_tests"] == paths


def test_equal_drifts_are_one_line(tmp_path: Path) -> None:
    root = changed(
        tmp_path, {"a.py": _CLEAN}, {"a.py": f"{_CLEAN}A = 1  # noqa: E221\nB = 2  # noqa: E221\n"}
    )
    line = "  looser   a.py:7, 8 noqa: E221 added, 2 times (no reason given)"
    assert _section(run("review", cwd=root).stdout, "Policy drift") == [line]


def test_many_new_settings_are_named_in_one_line(tmp_path: Path) -> None:
    reads = "".join(f'V{each} = os.getenv("NAME_{each}", "x")\n' for each in range(10, 23))
    root = changed(tmp_path, {"a.py": _CLEAN}, {"app/settings.py": f"import os\n\n{reads}"})
    lines = _section(run("review", cwd=root).stdout, "Contract changes")
    assert (len(lines), lines[-1]) == (11, "  added settings, 3 more: NAME_20, NAME_21, NAME_22")


def test_a_problem_of_a_whole_file_shows_no_line(tmp_path: Path) -> None:
    table = f"{CONFIGURED}[tool.quality-kit.rules.QK601]\nmax-lines = 3\n"
    path = "app/services/jobs.py"
    root = changed(tmp_path, {"pyproject.toml": table}, {path: _CLEAN})
    found = review(cwd=root, exit_code=1)["new"]
    assert [(each["code"], each["source"]) for each in found] == [("QK613", ""), ("QK601", "")]


def test_outlines_of_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": _CLEAN}, {"b.py": _CLEAN})

    def outlined() -> set[str]:
        query = "select cast(key as text) from entries where section like 'facts:quality_kit.outlines%'"
        with closing(sqlite3.connect(root / ".quality-kit-cache/results.sqlite")) as cache:
            return {key for (key,) in cache.execute(query)}

    review(cwd=root)
    assert outlined() == {"b.py"}
    (root / "b.py").rename(root / "c.py")
    review(cwd=root)
    assert outlined() == {"c.py"}
