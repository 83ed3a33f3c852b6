"""``extends``: a configuration that is read first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.packs import FORBIDDEN_CALL, RULES
from tests.projects import make_project, run, write

#: A finding each of QK102 and QK401.
CODE = "def add():\n    print(1)\n"
BOTH = {"QK102", "QK401"}


@pytest.mark.parametrize(
    ("base", "own", "codes"),
    [
        ('ignore = ["QK401"]', "", {"QK102"}),
        ('ignore = ["QK401"]', 'ignore = ["QK102"]', set()),
        ('ignore = ["QK401"]', 'extend-select = ["QK4"]', BOTH),
        ('ignore = ["QK401"]', 'select = ["QK1", "QK4"]', BOTH),
        ('select = ["QK401"]', "", {"QK401"}),
        ('select = ["QK401"]', 'select = ["QK1"]', {"QK102"}),
        ('select = ["QK401"]', 'extend-select = ["QK1"]', BOTH),
        ('select = ["QK401"]', 'ignore = ["QK4"]', set()),
        ('extend-exclude = ["app/"]', 'exclude = ["lib/"]', set()),
        ('exclude = ["app/"]', 'exclude = ["lib/"]', BOTH),
        ('extend-exclude = ["app/"]', 'extend-exclude = ["lib/"]', set()),
        ('[[overrides]]\npaths = ["app/"]\nignore = ["QK1"]', "", {"QK401"}),
        (
            '[[overrides]]\npaths = ["app/"]\nignore = ["QK1"]',
            '[[overrides]]\npaths = ["app/"]\nselect = ["QK1"]',
            {"QK102"},
        ),
        ('rules.QK401.exempt = ["app/"]', 'rules.QK401.severity = "info"', {"QK102"}),
        ('rules.QK401.exempt = ["app/"]', "rules.QK401.exempt = []", BOTH),
        ('path-classes.tests = ["app/"]', 'path-classes.scripts = ["ops/"]', set()),
    ],
)
def test_the_own_file_lies_over_the_extended_one(
    tmp_path: Path, base: str, own: str, codes: set[str]
) -> None:
    files = {"base.toml": base, "quality-kit.toml": f'extends = "base.toml"\n{own}', "app/x.py": CODE}
    ran = check(make_project(tmp_path, files), "--no-linters")
    assert ran.code in (0, 1), ran.err
    assert {code for _, _, code in ran.places} == codes


def test_a_pyproject_extends_another_one_and_that_a_file_beside_it(tmp_path: Path) -> None:
    table = "[tool.quality-kit]\nextends = {}\n"
    files = {
        "pyproject.toml": table.format('"../shared/pyproject.toml"'),
        "../shared/pyproject.toml": table.format('"strict.toml"') + 'ignore = ["QK102"]\n',
        "../shared/strict.toml": 'fail-on = "never"\n',
        "x.py": CODE,
    }
    project = make_project(tmp_path, files)
    ran = check(project, "--no-linters", "--verbose")
    assert (ran.code, ran.places) == (0, [("x.py", 2, "QK401")])
    shared = tmp_path / "project" / ".." / "shared"
    assert (
        f"configuration: {shared}/strict.toml, {shared}/pyproject.toml, {project}/pyproject.toml\n" in ran.err
    )


def test_an_extended_file_names_packs_relative_to_itself(tmp_path: Path) -> None:
    files = {f"../company/{path}": text for path, text in RULES.items()}
    files["../company/base.toml"] = 'packs = ["quality/rules"]\n'
    files["quality-kit.toml"] = f'extends = "../company/base.toml"\nselect = ["{FORBIDDEN_CALL}"]\n'
    files["x.py"] = "eval(x)\n"
    assert check(make_project(tmp_path, files)).places == [("x.py", 1, FORBIDDEN_CALL)]


def test_a_pack_that_both_files_name_is_loaded_once(tmp_path: Path) -> None:
    files = {**RULES, "ci/base.toml": 'packs = ["../quality/rules"]\n', "x.py": "eval(x)\n"}
    table = 'extends = "ci/base.toml"\npacks = ["quality/rules"]\nexclude = ["quality/"]\n'
    project = make_project(tmp_path, {**files, "quality-kit.toml": table})
    assert check(project, "--no-linters").places == [("x.py", 1, FORBIDDEN_CALL)]


def test_a_preset_is_read_from_an_installed_package_that_is_not_imported(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "company_style/__init__.py", "raise SystemExit('imported')\n")
    write(site, "company_style/backend.toml", 'ignore = ["QK102"]\n')
    project = make_project(
        tmp_path, {"quality-kit.toml": 'extends = "company_style:backend"\n', "x.py": CODE}
    )
    arguments = ("check", "--no-linters", "--statistics", "--quiet")
    done = run(*arguments, cwd=project, env={"PYTHONPATH": str(site)})
    assert (done.returncode, done.stdout, done.stderr) == (1, "      1  QK401 print-call\n", "")


@pytest.mark.parametrize(
    ("files", "mistakes"),
    [
        (
            {"quality-kit.toml": 'extends = "gone.toml"\n'},
            [
                "{root}/quality-kit.toml",
                "  extends: {root}/gone.toml cannot be read: No such file or directory",
            ],
        ),
        (
            {"quality-kit.toml": 'extends = "quality-kit.toml"\n'},
            ["{root}/quality-kit.toml", "  extends: {root}/quality-kit.toml extends itself in a loop"],
        ),
        (
            {"quality-kit.toml": 'extends = "a.toml"\n', "a.toml": 'extends = "quality-kit.toml"\n'},
            ["{root}/a.toml", "  extends: {root}/quality-kit.toml extends itself in a loop"],
        ),
        (
            {"quality-kit.toml": 'extends = "no_such_package:strict"\n'},
            [
                "{root}/quality-kit.toml",
                "  extends: there is no installed top-level package 'no_such_package' to read strict.toml"
                " from",
            ],
        ),
        (
            {"quality-kit.toml": "extends = 1\n"},
            ["{root}/quality-kit.toml", "  extends: must be a string: a file, or package:preset"],
        ),
        (
            {"quality-kit.toml": 'extends = "base.toml"\nselct = []\n', "base.toml": 'jobs = "many"\n'},
            [
                "{root}/base.toml",
                "  jobs: must be a whole number from 0",
                "{root}/quality-kit.toml",
                "  selct: unknown key 'selct', did you mean 'select'?",
            ],
        ),
        (
            {"quality-kit.toml": 'extends = "gone.toml"\nselct = []\n'},
            [
                "{root}/quality-kit.toml",
                "  extends: {root}/gone.toml cannot be read: No such file or directory",
                "  selct: unknown key 'selct', did you mean 'select'?",
            ],
        ),
    ],
    ids=[
        "a missing file",
        "itself",
        "a loop",
        "a missing package",
        "no string",
        "mistakes in both files",
        "a missing file and a mistake in the own one",
    ],
)
def test_a_mistake_is_told_with_the_file_it_stands_in(
    tmp_path: Path, files: dict[str, str], mistakes: list[str]
) -> None:
    project = make_project(tmp_path, {**files, "x.py": CODE})
    ran = call(project, "check")
    assert (ran.code, ran.out) == (2, "")
    told = [line.format(root=project) for line in mistakes]
    told = [line if line.startswith("  ") else f"{line}: the configuration has mistakes" for line in told]
    assert ran.err.splitlines() == [f"quality-kit: {told[0]}", *told[1:]]


def test_a_preset_that_the_package_lacks_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"quality-kit.toml": 'extends = "pytest:no_such_preset"\n'})
    ran = call(project, "check")
    assert ran.code == 2
    assert "/pytest/no_such_preset.toml cannot be read: No such file or directory\n" in ran.err
