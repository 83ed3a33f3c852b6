"""The configuration table: what its keys do, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.projects import make_project, write

PRINT = 'print("x")\n'


def mistakes(tmp_path: Path, table: str) -> list[str]:
    """What is told about a table; the exit code is 2 and nothing is checked."""
    project = make_project(
        tmp_path, {"quality-kit.toml": table, "x.py": PRINT, "app/core/y.py": ""}, git=False
    )
    ran = call(project, "check")
    assert (ran.code, ran.out) == (2, "")
    head, *told = ran.err.splitlines()
    assert head == f"quality-kit: {project}/quality-kit.toml: the configuration has mistakes"
    return [line.removeprefix("  ") for line in told]


def test_all_mistakes_are_told_at_once_with_key_reason_and_nearest_name(tmp_path: Path) -> None:
    table = """
    selct = ["QK1"]
    select = ["ZZ_", 5, "print-call"]
    ignore = ["QK000", "mypi"]
    exclude = "gen/"
    extend-exclude = ["!"]
    fail-on = "eror"
    linters = ["blck"]
    jobs = -1
    source-roots = [1]
    linter-python = ""
    [rules.QK401]
    severity = "fatal"
    exempd = []
    exempt = ["[z-a]"]
    [rules.QK601]
    max-lines = "many"
    count = "logical"
    limits = ["app/"]
    [rules.QK4O1]
    x = 1
    [rules.mypy]
    strict = true
    [path-classes]
    tests = "tests/"
    [[overrides]]
    ignore = ["QK1"]
    [[overrides]]
    paths = ["app/"]
    fail-on = "never"
    rules.QK401.severity = "info"
    """
    assert mistakes(tmp_path, table) == [
        "selct: unknown key 'selct', did you mean 'select'?",
        "select: must be a list of strings",
        "select: unknown code 'ZZ_'; see quality-kit rules",
        "select: unknown code 'print-call', did you mean 'QK401'?",
        "ignore: 'QK000' cannot be switched off: it says what was not checked; exclude the file",
        "ignore: unknown code 'mypi', did you mean 'mypy'?",
        "exclude: must be a list of strings",
        "extend-exclude: '!' is no pattern as in .gitignore",
        "fail-on: unknown value 'eror', did you mean 'error'?",
        "linters: unknown linter 'blck', did you mean 'black'?",
        "jobs: must be a whole number from 0",
        "source-roots: must be a list of strings",
        "linter-python: must be a string",
        "path-classes.tests: must be a list of strings",
        "rules.QK401.severity: unknown severity 'fatal' (valid: error, warning, info)",
        "rules.QK401.exempd: unknown option 'exempd', did you mean 'exempt'?",
        "rules.QK401.exempt: '[z-a]' is no pattern as in .gitignore",
        "rules.QK601.max-lines: must be a whole number from 0",
        "rules.QK601.count: must be one of physical, code",
        "rules.QK601.limits: must be a table of whole numbers from 0",
        "rules.QK4O1: unknown code 'QK4O1', did you mean 'QK401'?",
        "rules.mypy.strict: unknown option 'strict' (valid: severity)",
        "overrides[0].paths: is missing: say which paths the override is about",
        "overrides[1].fail-on: unknown key 'fail-on' (valid: paths, select, extend-select, ignore, rules)",
        "overrides[1].rules.QK401.severity: a severity holds for the whole project; set it under rules",
    ]


KEYS = (
    "extends, select, extend-select, ignore, exclude, extend-exclude, source-roots, fail-on, baseline, linters, "
    "linter-python, require-reason, never-suppress, jobs, packs, path-classes, rules, overrides"
)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("fail-on = true", "fail-on: unknown value 'True' (valid: error, warning, info, never)"),
        ("jobs = 1.5", "jobs: must be a whole number from 0"),
        ("jobs = true", "jobs: must be a whole number from 0"),
        ("require-reason = 1", "require-reason: must be true or false"),
        ('require-reason = "yes"', "require-reason: must be true or false"),
        ('never-suppress = "QK5"', "never-suppress: must be a list of strings"),
        ('never-suppress = ["QK4O1"]', "never-suppress: unknown code 'QK4O1', did you mean 'QK401'?"),
        ('select = "QK1"', "select: must be a list of strings"),
        ("rules = []", "rules: must be a table"),
        ("rules.QK401 = true", "rules.QK401: must be a table of options"),
        ("rules.QK401.exempt = [1]", "rules.QK401.exempt: must be a list of strings"),
        ("rules.QK4.exempt = []", "rules.QK4.exempt: unknown option 'exempt' (valid: severity)"),
        ("overrides = {}", "overrides: must be tables ([[tool.quality-kit.overrides]])"),
        ("overrides = [1]", "overrides: must be tables ([[tool.quality-kit.overrides]])"),
        (
            "[[overrides]]\npaths = []",
            "overrides[0].paths: is missing: say which paths the override is about",
        ),
        ('[[overrides]]\npaths = "app/"', "overrides[0].paths: must be a list of strings"),
        ("path-classes = []", "path-classes: must be a table"),
        ('packs = ["gone"]', "packs: {root}/gone is no folder"),
        ('source-roots = ["apps"]', "source-roots: there is no folder 'apps', did you mean 'app'?"),
        (
            'source-roots = ["app/cor"]',
            "source-roots: there is no folder 'app/cor', did you mean 'app/core'?",
        ),
        (
            'source-roots = [".", "app", "./app/core/", "x.py"]',
            "source-roots: there is no folder 'x.py' (valid: app)",
        ),
        ('source-roots = ["a\\u0000b/c"]', "source-roots: there is no folder 'a\\x00b/c'"),
        ("rules.QK601.limits = {a = -1}", "rules.QK601.limits: must be a table of whole numbers from 0"),
        ('packs = "gone"', "packs: must be a list of strings"),
        (
            'select = ["flake8:F401"]',
            "select: unknown code 'flake8:F401': codes of flake8 are written bare, as F401",
        ),
        ('select = ["mypy:"]', "select: 'mypy:' names no code: write mypy:CODE, or mypy for all of them"),
        ('select = ["ruff:F401"]', "select: unknown linter 'ruff'"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, table: str, told: str) -> None:
    if told.endswith("'ruff'"):
        told += " (valid: autoflake, black, flake8, isort, mypy, vulture)"
    assert mistakes(tmp_path, table) == [told.format(root=tmp_path / "project")]


def test_a_missing_pack_is_told_with_the_other_mistakes(tmp_path: Path) -> None:
    assert mistakes(tmp_path, 'packs = ["gone"]\njobs = -1\nselect = ["QK9999"]\n') == [
        f"packs: {tmp_path}/project/gone is no folder",
        "jobs: must be a whole number from 0",
        "select: unknown code 'QK9999'; see quality-kit rules",
    ]


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("pyproject.toml", b"[tool.quality-kit]\nselect = [\n", "file: is not valid TOML: "),
        ("quality-kit.toml", b'select = ["\xff"]\n', "file: is not valid TOML: "),
        ("pyproject.toml", b"[tool]\nquality-kit = 1\n", "tool.quality-kit: must be a table"),
    ],
    ids=["no TOML", "no UTF-8", "no table"],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, file: str, content: bytes, told: str) -> None:
    project = make_project(tmp_path, {file: content, "x.py": PRINT})
    ran = call(project, "check")
    assert (ran.code, ran.out) == (2, "")
    head, reason, *_ = ran.err.splitlines()
    assert head == f"quality-kit: {project}/{file}: the configuration has mistakes"
    assert reason.startswith(f"  {told}")


def test_a_named_configuration_file_has_to_exist(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": PRINT})
    ran = call(project, "check", "--config", "gone.toml")
    reason = f"file: {project}/gone.toml cannot be read: No such file or directory"
    assert ran == (2, "", f"quality-kit: {project}/gone.toml: the configuration has mistakes\n  {reason}\n")


def test_quality_kit_toml_wins_over_a_pyproject_beside_it(tmp_path: Path) -> None:
    files = {"pyproject.toml": "[tool.quality-kit]\nselect = []\n", "quality-kit.toml": "", "x.py": PRINT}
    assert check(make_project(tmp_path, files), "--no-linters").places == [("x.py", 1, "QK401")]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"quality-kit.toml": b"\xef\xbb\xbfselect = []\n", "x.py": PRINT})
    assert check(project).places == []


def test_source_roots_say_what_modules_are_called(tmp_path: Path) -> None:
    files = {
        "code/lib/deep/shop/__init__.py": "",
        "code/lib/deep/shop/store.py": "class OrderService:\n    pass\n",
        "main.py": "from lib.deep.shop.store import OrderService\n\norders = OrderService()\n",
    }
    project = make_project(tmp_path, files)
    arguments = ("--select", "QK201")
    write(project, "quality-kit.toml", 'source-roots = ["code"]\n')
    assert check(project, *arguments).places == [("main.py", 3, "QK201")]


def test_an_option_of_a_rule_changes_what_it_finds(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"app/service.py": "x = 1\n" * 6})
    write(project, "quality-kit.toml", "rules.QK601.max-lines = 5\n")
    assert check(project, "--select", "QK601").places == [("app/service.py", 6, "QK601")]
    write(project, "quality-kit.toml", "rules.QK601.max-lines = 6\n")
    assert check(project, "--select", "QK601").places == []


def test_an_unparsable_file_is_always_an_error(tmp_path: Path) -> None:
    assert mistakes(tmp_path, '[rules.QK000]\nseverity = "info"\n') == [
        "rules.QK000.severity: QK000 is always an error: nothing was checked; exclude the file"
    ]
    project = tmp_path / "project"
    write(project, "quality-kit.toml", '[rules.QK]\nseverity = "info"\n')
    write(project, "broken.py", "def (\n")
    ran = check(project, "--no-linters")
    severities = [(finding["code"], finding["severity"]) for finding in ran.report["findings"]]
    assert (ran.code, severities) == (1, [("QK000", "error"), ("QK401", "info")])


def test_the_prefix_of_pyproject_is_understood_in_other_files_too(tmp_path: Path) -> None:
    files = {"other.toml": '[tool.quality-kit]\nignore = ["QK401"]\n', "x.py": PRINT}
    project = make_project(tmp_path, files, git=False)
    assert check(project, "--no-linters", "--config", "other.toml").places == []
