"""What the exit code says: 0 clean, 1 findings, 2 something could not do its work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.projects import make_project

#: A finding each of QK101, QK102 and QK401.
CODE = "def show(order):\n    print(order)\n"
SEVERITIES = 'rules.QK4.severity = "{}"\nrules.QK1.severity = "info"\n'


@pytest.mark.parametrize(
    ("worst", "fail_on", "code"),
    [
        ("error", None, 1),
        ("warning", None, 0),
        ("info", None, 0),
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("error", "never", 0),
    ],
)
def test_the_gate_is_the_mildest_severity_that_fails(
    tmp_path: Path, worst: str, fail_on: str | None, code: int
) -> None:
    table = SEVERITIES.format(worst)
    project = make_project(tmp_path, {"quality-kit.toml": table, "x.py": CODE}, git=False)
    option = ["--fail-on", fail_on] if fail_on else []
    assert check(project, "--no-linters", *option).code == code
    key = f'fail-on = "{fail_on}"\n' if fail_on else ""
    (project / "quality-kit.toml").write_text(key + table)
    assert check(project, "--no-linters").code == code


def test_the_option_wins_over_the_key(tmp_path: Path) -> None:
    files = {"quality-kit.toml": 'fail-on = "never"\n', "x.py": CODE}
    project = make_project(tmp_path, files)
    assert check(project, "--no-linters").code == 0
    assert check(project, "--no-linters", "--fail-on", "error").code == 1


def test_exit_zero_forgives_findings_but_no_failure(tmp_path: Path) -> None:
    files = {".flake8": "[flake8]\nmax-line-length = long\n", "x.py": CODE}
    project = make_project(tmp_path, files)
    assert check(project, "--no-linters", "--exit-zero").code == 0
    assert check(project, "--linters", "flake8", "--exit-zero").code == 2
    assert check(project, "--linters", "flake8", "--exit-zero", "--fail-on", "never").code == 2
    assert call(project, "check", "--exit-zero", "--select", "QK9999").code == 2


def test_a_failure_weighs_more_than_findings(tmp_path: Path) -> None:
    project = make_project(tmp_path, {".flake8": "[flake8]\nmax-line-length = long\n", "x.py": CODE})
    ran = check(project, "--linters", "flake8")
    assert (ran.code, ran.report["summary"]["findings"], ran.report["summary"]["failures"]) == (2, 3, 1)


def test_suppressed_findings_do_not_count(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": 'print("x")  # noqa: QK401\n'})
    assert check(project, "--no-linters").code == 0


def test_a_file_that_does_not_parse_is_an_error(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": "def (:\n"})
    assert check(project, "--no-linters").code == 1


def test_an_unknown_severity_is_told_with_the_nearest(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": CODE})
    told = "quality-kit: --fail-on: unknown severity 'warn', did you mean 'warning'?\n"
    assert call(project, "check", "--fail-on", "warn") == (2, "", told)


@pytest.mark.parametrize(
    ("table", "severities"),
    [
        ("", {"F401": "error", "F811": "error"}),
        ('rules.flake8.severity = "warning"', {"F401": "warning", "F811": "warning"}),
        (
            'rules.F4.severity = "info"\nrules.flake8.severity = "warning"',
            {"F401": "info", "F811": "warning"},
        ),
        ('rules.F4.severity = "info"\nrules.F401.severity = "error"', {"F401": "error", "F811": "error"}),
        ('rules.ALL.severity = "info"\nrules.F8.severity = "warning"', {"F401": "info", "F811": "warning"}),
        ('rules."autoflake:unused-import".severity = "info"', {"F401": "info", "F811": "error"}),
        (
            'rules.autoflake.severity = "info"\nrules.flake8.severity = "warning"',
            {"F401": "warning", "F811": "warning"},
        ),
    ],
)
def test_the_longest_selector_gives_a_finding_its_severity(
    tmp_path: Path, table: str, severities: dict[str, str]
) -> None:
    code = "import os\nfrom json import dumps\nfrom json import dumps\n\ndumps(1)\n"
    project = make_project(tmp_path, {"quality-kit.toml": table, "x.py": code})
    found = check(project, "--linters", "flake8,autoflake").report["findings"]
    assert {finding["code"]: finding["severity"] for finding in found} == severities
