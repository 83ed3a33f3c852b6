"""``--linters``, ``--no-linters``, ``--select`` and the keys ``linters`` and ``select``: what is started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.projects import make_project, write

ALL = "autoflake, black, flake8, isort, mypy, vulture"


@pytest.mark.parametrize(
    ("table", "arguments", "linters"),
    [
        ("", [], ALL),
        ("", ["--select", "QK401"], "none"),
        ("", ["--select", "QK"], "none"),
        ("", ["--select", "ALL"], ALL),
        ("", ["--select", "QK401,F401"], "flake8"),
        ("", ["--select", "mypy:arg-type,black"], "black, mypy"),
        ("", ["--extend-select", "QK401"], ALL),
        ("", ["--no-linters"], "none"),
        ("", ["--linters", "mypy,black"], "black, mypy"),
        ("", ["--linters", "mypy", "--linters", "black"], "black, mypy"),
        ("", ["--linters", "mypy", "--select", "QK401"], "mypy"),
        ("", ["--linters", "mypy", "--select", "F401"], "mypy"),
        ("", ["--no-linters", "--select", "F401"], "none"),
        ("", ["--ignore", "mypy,vulture"], "autoflake, black, flake8, isort"),
        ("", ["--ignore", "ALL"], "none"),
        ("", ["--ignore", "mypy", "--extend-select", "mypy:misc"], ALL),
        ('select = ["QK2"]', [], "none"),
        ('select = ["QK2", "F401"]', [], "flake8"),
        ('select = ["ALL"]\nignore = ["mypy"]', [], "autoflake, black, flake8, isort, vulture"),
        ('ignore = ["F401"]', [], ALL),
        ('select = ["QK2"]', ["--extend-select", "mypy"], "mypy"),
        ('select = ["QK2"]', ["--linters", "black"], "black"),
        ('select = ["F401"]', ["--select", "QK401"], "none"),
        ('linters = ["black", "mypy"]', [], "black, mypy"),
        ('linters = ["black", "mypy"]\nselect = ["QK2"]', [], "black, mypy"),
        ("linters = []", [], "none"),
        ("linters = []", ["--extend-select", "isort"], "isort"),
        ("linters = []", ["--select", "isort"], "isort"),
        ('linters = ["black"]', ["--select", "QK401"], "none"),
        ('linters = ["black"]', ["--no-linters"], "none"),
        ('ignore = ["mypy"]', ["--linters", "mypy"], "mypy"),
        ('select = ["QK2"]\n[[overrides]]\npaths = ["app/"]\nextend-select = ["black"]', [], "black"),
        ('[[overrides]]\npaths = ["app/"]\nselect = ["F401"]', ["--select", "QK401"], "none"),
        ('[[overrides]]\npaths = ["app/"]\nignore = ["mypy"]', [], ALL),
    ],
)
def test_what_is_asked_for_is_started(tmp_path: Path, table: str, arguments: list[str], linters: str) -> None:
    project = make_project(tmp_path, {"quality-kit.toml": table, "x.py": ""}, git=False)
    ran = call(project, "check", "--show-files", "--verbose", *arguments)
    assert [line for line in ran.err.splitlines() if line.startswith("linters: ")] == [f"linters: {linters}"]


def test_linters_and_no_linters_contradict_each_other(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": ""}, git=False)
    expected = "quality-kit: --linters and --no-linters contradict each other; use one of them\n"
    assert call(project, "check", "--linters", "mypy", "--no-linters") == (2, "", expected)


#: F401 in the first line, F811 in the third.
CODE = "import os\nfrom json import dumps\nfrom json import dumps\n\ndumps(1)\n"


@pytest.mark.parametrize(
    ("table", "arguments", "codes"),
    [
        ("", ["--linters", "flake8"], ["F401", "F811"]),
        ("", ["--linters", "flake8", "--select", "QK401"], ["F401", "F811"]),
        ("", ["--linters", "flake8", "--select", "QK401,F401"], ["F401"]),
        ("", ["--linters", "flake8", "--ignore", "F8"], ["F401"]),
        ("", ["--select", "F811"], ["F811"]),
        ('select = ["QK2"]\nlinters = ["flake8"]', [], ["F401", "F811"]),
        ('select = ["QK2", "F8"]\nlinters = ["flake8"]', [], ["F811"]),
        ('ignore = ["F401"]', ["--linters", "flake8"], ["F811"]),
        ('ignore = ["flake8"]', ["--linters", "flake8"], ["F401", "F811"]),
        ('linters = ["flake8"]\n[[overrides]]\npaths = ["x.py"]\nselect = ["QK401"]', [], ["F401", "F811"]),
        ('linters = ["flake8"]\n[[overrides]]\npaths = ["x.py"]\nselect = ["F401"]', [], ["F401"]),
        ('linters = ["flake8"]\n[[overrides]]\npaths = ["x.py"]\nignore = ["F401"]', [], ["F811"]),
        ('select = ["F"]\n[[overrides]]\npaths = ["x.py"]\nselect = ["QK401"]', [], []),
    ],
)
def test_of_a_linter_that_runs_the_selected_findings_count(
    tmp_path: Path, table: str, arguments: list[str], codes: list[str]
) -> None:
    project = make_project(tmp_path, {"quality-kit.toml": table, "x.py": CODE})
    assert [code for _, _, code in check(project, *arguments).places] == codes


def test_a_linter_that_is_ignored_cannot_fail_the_run(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": "x = 1\n", ".flake8": "[flake8]\nmax-line-length = long\n"})
    assert check(project, "--linters", "flake8").code == 2
    write(project, "quality-kit.toml", 'select = ["QK401", "flake8"]\nignore = ["flake8"]\n')
    assert check(project).code == 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="needs an interpreter that is older than the syntax")
def test_syntax_that_is_too_new_for_the_linters_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"pyproject.toml": "", "new.py": "type Number = int\n"})
    found = check(project, "--linters", "flake8,isort,autoflake")
    assert found.places == [("new.py", 1, "E999")]
    assert [(entry["source"], entry["path"]) for entry in found.report["not_checked"]] == [
        ("autoflake", "new.py"),
        ("isort", "new.py"),
    ]
