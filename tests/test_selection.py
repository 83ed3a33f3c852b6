"""Which rules' codes are on: ``--select``, ``--extend-select``, ``--ignore`` and their keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality_kit.config import Selection
from tests.in_process import call, check
from tests.packs import PACK, TWICE_DEFINED
from tests.projects import make_project, write

#: A finding each of QK101, QK102 and QK401.
CODE = "def show(order):\n    print(order)\n"
FOUND = {"QK101", "QK102", "QK401"}


def codes(folder: Path, *arguments: str) -> set[str]:
    ran = check(folder, "--no-linters", *arguments)
    assert ran.code in (0, 1), ran.err
    return {code for _, _, code in ran.places}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, {"app/x.py": CODE})


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], FOUND),
        (["--select", "QK401"], {"QK401"}),
        (["--select", "QK1"], {"QK101", "QK102"}),
        (["--select", "QK1,QK401"], FOUND),
        (["--select", " QK101 , QK401 "], {"QK101", "QK401"}),
        (["--select", "QK101", "--select", "QK401"], {"QK101", "QK401"}),
        (["--select", "QK"], {*FOUND, "QK613"}),
        (["--select", "ALL"], {*FOUND, "QK613"}),
        (["--select", "QK3"], set()),
        (["--select", "F401"], set()),
        (["--ignore", "QK1"], {"QK401"}),
        (["--ignore", "QK101,QK401"], {"QK102"}),
        (["--ignore", "ALL"], set()),
        (["--select", "QK1", "--ignore", "QK101"], {"QK102"}),
        (["--select", "QK101", "--ignore", "QK1"], {"QK101"}),
        (["--select", "QK101", "--ignore", "ALL"], {"QK101"}),
        (["--select", "QK101", "--ignore", "QK101"], set()),
        (["--select", "ALL", "--ignore", "QK"], set()),
        (["--extend-select", "QK101", "--ignore", "QK1"], {"QK101", "QK401"}),
        (["--select", "QK4", "--extend-select", "QK102"], {"QK102", "QK401"}),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else None,
)
def test_the_longest_selector_that_fits_a_code_decides(
    project: Path, arguments: list[str], expected: set[str]
) -> None:
    assert codes(project, *arguments) == expected


@pytest.mark.parametrize(
    ("table", "arguments", "expected"),
    [
        ('select = ["QK1"]', [], {"QK101", "QK102"}),
        ('ignore = ["QK1"]', [], {"QK401"}),
        ('select = ["QK1"]\nignore = ["QK101"]', [], {"QK102"}),
        ('ignore = ["QK1"]\nextend-select = ["QK101"]', [], {"QK101", "QK401"}),
        ("select = []", [], set()),
        ('select = ["QK1"]', ["--select", "QK4"], {"QK401"}),
        ('select = ["QK1"]', ["--extend-select", "QK4"], FOUND),
        ('select = ["QK1"]', ["--ignore", "QK101"], {"QK102"}),
        ('ignore = ["QK401"]', ["--ignore", "QK101"], {"QK102"}),
        ('ignore = ["QK401"]', ["--select", "QK4"], {"QK401"}),
        ('ignore = ["QK401"]', ["--extend-select", "QK4"], FOUND),
        ('extend-select = ["QK101"]', ["--ignore", "QK1"], {"QK401"}),
    ],
)
def test_the_command_line_has_the_last_word_over_the_file(
    project: Path, table: str, arguments: list[str], expected: set[str]
) -> None:
    write(project, "quality-kit.toml", table)
    assert codes(project, *arguments) == expected


def test_a_rule_that_is_off_by_default_runs_when_it_is_selected(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"a.py": "class A: ...\n", "b.py": "class A: ...\n", **PACK})
    assert codes(project) == set()
    assert codes(project, "--extend-select", TWICE_DEFINED) == {TWICE_DEFINED}
    assert codes(project, "--select", "TEAM") == {TWICE_DEFINED}


def test_an_option_that_is_given_but_empty_is_a_mistake(project: Path) -> None:
    for option in ("--select", "--extend-select", "--ignore", "--linters", "--output-format"):
        expected = f"quality-kit: {option} is empty: leave it out, or give it a value\n"
        assert call(project, "check", option, " , ") == (2, "", expected)


def test_what_the_tool_says_of_unchecked_files_cannot_be_switched_off(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"broken.py": "def (:\n"})
    assert check(project, "--select", "QK401").places == [("broken.py", 1, "QK000")]
    reason = "cannot be switched off: it says what was not checked; exclude the file"
    assert call(project, "check", "--ignore", "QK000") == (
        2,
        "",
        f"quality-kit: --ignore: 'QK000' {reason}\n",
    )


def test_all_unknown_names_are_told_at_once_with_the_nearest_valid_one(project: Path) -> None:
    names = ["--select", "QK999,qk401,print-call", "--extend-select", "myp", "--ignore", "mypi:attr,mypy:"]
    ran = call(project, "check", *names, "--linters", "blak,mypy")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "quality-kit: --select: unknown code 'QK999'; see quality-kit rules",
        "--select: unknown code 'qk401', did you mean 'QK401'?",
        "--select: unknown code 'print-call', did you mean 'QK401'?",
        "--extend-select: unknown code 'myp', did you mean 'mypy'?",
        "--ignore: unknown linter 'mypi', did you mean 'mypy'?",
        "--ignore: 'mypy:' names no code: write mypy:CODE, or mypy for all of them",
        "--linters: unknown linter 'blak', did you mean 'black'?",
    ]


@pytest.mark.parametrize(
    ("selection", "code", "tool", "expected"),
    [
        (Selection(), "mypy:misc", "mypy", True),
        (Selection(ignore=("mypy",)), "mypy:misc", "mypy", False),
        (Selection(ignore=("mypy",), extend_select=("mypy:misc",)), "mypy:misc", "mypy", True),
        (Selection(ignore=("mypy:misc",)), "mypy:misc", "mypy", False),
        (Selection(ignore=("mypy:mis",)), "mypy:misc", "mypy", True),
        (Selection(select=("F4",)), "F401", "flake8", True),
        (Selection(select=("F4",)), "F811", "flake8", False),
        (Selection(select=("flake8",), ignore=("E",)), "E501", "flake8", False),
        (Selection(select=("E",), ignore=("flake8",)), "E501", "flake8", True),
        (Selection(select=("flake8",)), "QK401", None, False),
        (Selection(select=("QK2",)), "mypy:misc", "mypy", False),
        (Selection(select=("QK2",), whole=("mypy",)), "mypy:misc", "mypy", True),
        (Selection(select=("QK2",), ignore=("mypy:misc",), whole=("mypy",)), "mypy:misc", "mypy", False),
        (Selection(ignore=("ALL",)), "QK000", None, True),
    ],
)
def test_a_selection_knows_the_codes_of_linters(
    selection: Selection, code: str, tool: str | None, expected: bool
) -> None:
    assert selection.has(code, tool, default=True) is expected
