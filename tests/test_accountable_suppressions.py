"""Suppressions have to be of use, to end when they say so, to have a reason, and to be allowed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.in_process import check
from tests.projects import make_project, report, run, write

RULES = ("--no-linters",)
ABOUT_COMMENTS = ("QK001", "QK002", "QK003", "QK005", "QK006", "QK007")

Told = list[tuple[int, str, str]]


def told(report: Mapping[str, Any]) -> Told:
    """Line, code and message of the findings about suppressions; all of them count."""
    found = [finding for finding in report["findings"] if finding["code"] in ABOUT_COMMENTS]
    assert [finding["suppressed_by"] for finding in found] == [None] * len(found)
    return [(finding["line"], finding["code"], finding["message"]) for finding in found]


def told_of(tmp_path: Path, code: str, *arguments: str, configuration: str = "") -> Told:
    files = {"x.py": code, "quality-kit.toml": configuration}
    return told(check(make_project(tmp_path, files), *arguments).report)


def active(report: Mapping[str, Any]) -> list[tuple[int, str]]:
    """Line and code of what nothing silences, without the findings about suppressions."""
    return [
        (finding["line"], finding["code"])
        for finding in report["findings"]
        if finding["suppressed_by"] is None and finding["code"] not in ABOUT_COMMENTS
    ]


def unused(line: int, codes: str) -> tuple[int, str, str]:
    return line, "QK003", f"suppression of {codes} silences nothing; remove it"


USED = {
    "a code": "print()  # quality-kit: ignore[QK401] -- why\n",
    "a family": "print()  # quality-kit: ignore[QK4] -- why\n",
    "all our codes": "print()  # quality-kit: ignore[QK] -- why\n",
    "a noqa": "print()  # noqa: QK401\n",
    "a bare noqa": "print()  # noqa\n",
    "a bare noqa without a finding": "pass  # noqa\n",
    "flake8's codes in a noqa": "pass  # noqa: E501, F401\n",
    "a statement below": "# quality-kit: ignore[QK401] -- why\nif True:\n    pass\n    print()\n",
    "a file": "# quality-kit: ignore-file[QK401] -- why\nprint()\n",
    "two comments for one finding": "# quality-kit: ignore-file[QK401] -- a\nprint()  # noqa: QK401 b\n",
}


@pytest.mark.parametrize("code", USED.values(), ids=USED)
def test_nothing_is_told_of(tmp_path: Path, code: str) -> None:
    assert told_of(tmp_path, code, *RULES) == []


UNUSED = {
    "a code": ("pass  # quality-kit: ignore[QK401] -- why\n", "QK401"),
    "a family": ("pass  # quality-kit: ignore[QK4] -- why\n", "QK4"),
    "all our codes": ("pass  # quality-kit: ignore[QK] -- why\n", "QK"),
    "one of several codes": ("print()  # quality-kit: ignore[QK301, QK401] -- why\n", "QK301"),
    "several codes": ("pass  # quality-kit: ignore[QK401, QK301] -- why\n", "QK401, QK301"),
    "a noqa": ("pass  # noqa: QK401\n", "QK401"),
    "our code among flake8's": ("pass  # noqa: E501, QK401\n", "QK401"),
    "a line where the finding is not": ("# quality-kit: ignore[QK401]\npass\nprint()\n", "QK401"),
    "a file": ("# quality-kit: ignore-file[QK601] -- why\n", "QK601"),
    "a rule across files": ("pass  # quality-kit: ignore[QK501] -- why\n", "QK501"),
}


@pytest.mark.parametrize(("code", "codes"), UNUSED.values(), ids=UNUSED)
def test_unused_is(tmp_path: Path, code: str, codes: str) -> None:
    assert told_of(tmp_path, code, *RULES) == [unused(1, codes)]


def test_an_unused_suppression_can_be_corrected_and_stands_where_the_comment_does(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "x = 1  # type: ignore  # quality-kit: ignore[QK401] -- why\n"})
    (found,) = report(*RULES, cwd=root, exit_code=1)["findings"]
    assert (found["fixable"], found["severity"], found["name"]) == (True, "error", "unused-suppression")
    assert (found["column"], found["end_column"]) == (24, 59)


def test_nothing_can_silence_what_is_told_of_suppressions(tmp_path: Path) -> None:
    code = "# quality-kit: ignore-file[QK003, QK0, QK]\npass  # quality-kit: ignore[QK401]  # noqa\n"
    assert told_of(tmp_path, code, *RULES) == [unused(1, "QK"), unused(2, "QK401")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--no-linters", "--select", "QK101"),
        ("--no-linters", "--ignore", "QK401,QK301,QK501"),
        ("--linters", "isort", "--select", "isort"),
    ],
)
def test_a_run_of_some_rules_says_nothing_of_the_others(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    code = (
        "print(5)  # quality-kit: ignore[QK401, QK301] -- why\n"
        "pass  # quality-kit: ignore[QK4, QK501, QK, mypy, mypy:misc, F401, vulture] -- why\n"
    )
    assert told_of(tmp_path, code, *arguments) == []


def test_a_rule_that_is_off_for_a_path_is_not_judged_there(tmp_path: Path) -> None:
    configuration = '[[overrides]]\npaths = ["old/"]\nignore = ["QK401"]\n'
    code = "pass  # quality-kit: ignore[QK401] -- why\n"
    files = {"old/x.py": code, "new/x.py": code, "quality-kit.toml": configuration}
    found = check(make_project(tmp_path, files), *RULES).report["findings"]
    assert [(finding["path"], finding["code"]) for finding in found] == [("new/x.py", "QK003")]


def test_a_family_is_judged_by_those_of_its_rules_that_the_project_has_on(tmp_path: Path) -> None:
    code = "pass  # quality-kit: ignore[QK1] -- why\n"
    assert told_of(tmp_path, code, *RULES, configuration='ignore = ["QK101"]') == [unused(1, "QK1")]


def test_rules_across_files_that_were_left_out_are_not_judged(tmp_path: Path) -> None:
    code = "pass  # quality-kit: ignore[QK501, QK301] -- why\n"
    assert told_of(tmp_path, code, *RULES, "--no-project-rules") == [unused(1, "QK301")]


def test_a_file_that_does_not_parse_keeps_rules_across_files_from_judging(tmp_path: Path) -> None:
    files = {"x.py": "pass  # quality-kit: ignore[QK501, QK301] -- why\n", "y.py": "def\n"}
    assert told(check(make_project(tmp_path, files), *RULES).report) == [unused(1, "QK301")]


def test_one_file_is_judged_like_the_whole(tmp_path: Path) -> None:
    code = "pass  # quality-kit: ignore[QK401, QK501] -- why\n"
    root = make_project(tmp_path, {"x.py": code, "y.py": code, "quality-kit.toml": ""})
    found = check(root, *RULES, "y.py").report
    assert {finding["path"] for finding in found["findings"]} == {"y.py"}
    assert told(found) == [unused(1, "QK401, QK501")]
    read = check(root, "--stdin-filename", "y.py", "-", input=code.encode()).report
    assert told(read) == [unused(1, "QK401, QK501")]


def test_codes_of_linters_are_judged_where_the_linter_has_run(tmp_path: Path) -> None:
    code = (
        "import os  # quality-kit: ignore[F401, F8] -- why\n\n"
        'x: int = ""  # quality-kit: ignore[mypy, isort:order] -- why\n'
        "y = 1  # quality-kit: ignore[mypy:arg-type, vulture, autoflake:unused-import, ABC123] -- why\n"
        "z = 1  # quality-kit: ignore[flake8] -- why\n"
    )
    root = make_project(tmp_path, {"x.py": code, "w.py": "", "quality-kit.toml": ""})
    assert told(check(root, "--linters", "flake8").report) == [unused(1, "F8")]
    assert told(check(root, "--linters", "flake8,mypy,vulture").report) == [
        unused(1, "F8"),
        unused(4, "mypy:arg-type, vulture"),
    ]
    assert told(check(root, "--linters", "isort,autoflake").report) == [
        unused(3, "isort:order"),
        unused(4, "autoflake:unused-import"),
    ]
    assert told(check(root, "--linters", "mypy,flake8", "x.py").report) == [unused(1, "F8")]
    assert told(check(root, "--linters", "flake8", "--ignore", "autoflake:unused-import").report) == []


def test_a_linter_that_failed_is_not_judged(tmp_path: Path) -> None:
    files = {
        "x.py": "y = 1  # quality-kit: ignore[mypy, F401, QK401] -- why\n",
        "pyproject.toml": "[tool.mypy]\nno_such_setting = true\n",
    }
    found = report("--linters", "mypy,flake8", cwd=make_project(tmp_path, files), exit_code=2)
    assert told(found) == [unused(1, "F401, QK401")]


def test_a_suppression_holds_through_its_last_day(tmp_path: Path) -> None:
    today = date.today()
    days = {
        name: today + timedelta(days=number) for name, number in (("over", -1), ("last", 0), ("early", 1))
    }
    files = {
        f"{name}.py": f"print()  # quality-kit: ignore[QK401] until={day} -- why\n"
        for name, day in days.items()
    }
    found = report(*RULES, cwd=make_project(tmp_path, files), exit_code=1)["findings"]
    over = f"suppression of QK401 ended on {days['over']}; mend what it silenced, or give it a new date"
    assert [(finding["path"], finding["code"], finding["suppressed_by"]) for finding in found] == [
        ("early.py", "QK401", "comment: why"),
        ("last.py", "QK401", "comment: why"),
        ("over.py", "QK401", None),
        ("over.py", "QK005", None),
    ]
    assert found[3]["message"] == over


def test_what_is_over_is_told_from_the_cache_too_and_is_not_called_unused(tmp_path: Path) -> None:
    code = "# quality-kit: ignore-file[QK401, F401] until=2020-02-29\npass\n"
    root = make_project(tmp_path, {"x.py": code})
    message = "suppression of QK401, F401 ended on 2020-02-29; mend what it silenced, or give it a new date"
    for _ in range(2):
        assert told(check(root, *RULES).report) == [(1, "QK005", message)]


def test_a_bad_date_is_a_mistake_and_silences_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "print()  # quality-kit: ignore[QK401] until=2030-02-30 -- why\n"})
    found = check(root, *RULES).report
    mistake = "write until=YYYY-MM-DD, a date of the calendar"
    message = f"suppression that cannot be read and silences nothing: {mistake}"
    assert (told(found), active(found)) == ([(1, "QK001", message)], [(1, "QK401")])


def test_a_project_may_ask_for_reasons(tmp_path: Path) -> None:
    code = (
        "print()  # quality-kit: ignore[QK401]\n"
        "print()  # quality-kit: ignore[QK401] -- why\n"
        "print()  # noqa: QK401\n"
        "print()  # noqa: QK401 why\n"
        "print()  # noqa: E501,QK401\n"
        "print()  # noqa: E501  # quality-kit: ignore[QK401] until=2999-01-01\n"
        "print()  # noqa\n"
    )
    root = make_project(tmp_path, {"x.py": code, "quality-kit.toml": ""})
    assert check(root, *RULES).places == []
    write(root, "quality-kit.toml", "require-reason = true\n")
    found = report(*RULES, cwd=root, exit_code=1)
    wanted = "suppression of QK401 without a reason; write it after "
    assert told(found) == [
        (1, "QK006", f"{wanted}--"),
        (3, "QK006", f"{wanted}the code"),
        (5, "QK006", f"{wanted}the code"),
        (6, "QK006", f"{wanted}--"),
    ]
    assert active(found) == []


FORBIDDEN = "{}, which never-suppress forbids; mend the finding"


@pytest.mark.parametrize(
    ("never", "comment", "codes"),
    [
        ("QK401", "# quality-kit: ignore[QK401] -- why", "QK401"),
        ("QK4", "# quality-kit: ignore[QK401] -- why", "QK401"),
        ("QK401", "# quality-kit: ignore[QK4] -- why", "QK401"),
        ("QK401", "# noqa: QK401 why", "QK401"),
        ("QK401", "# noqa", "QK401"),
        ("ALL", "# quality-kit: ignore-file[QK401, QK301] -- why", "QK401, QK301"),
    ],
)
def test_what_must_not_be_suppressed_is_not(tmp_path: Path, never: str, comment: str, codes: str) -> None:
    files = {"x.py": f"print()  {comment}\n", "quality-kit.toml": f'never-suppress = ["{never}"]\n'}
    found = report(*RULES, cwd=make_project(tmp_path, files), exit_code=1)
    assert told(found) == [(1, "QK007", f"suppression of {FORBIDDEN.format(codes)}")]
    assert active(found) == [(1, "QK401")]


def test_a_suppression_still_silences_what_is_allowed(tmp_path: Path) -> None:
    code = "print(5)  # quality-kit: ignore[QK401, QK301] -- why\nx = 1  # noqa\n"
    files = {"x.py": code, "quality-kit.toml": 'never-suppress = ["QK401", "QK5"]\n'}
    found = check(make_project(tmp_path, files), *RULES).report
    assert told(found) == [(1, "QK007", f"suppression of {FORBIDDEN.format('QK401')}")]
    assert active(found) == [(1, "QK401")]


def test_findings_of_linters_may_be_forbidden_to_suppress_by_any_of_their_codes(tmp_path: Path) -> None:
    code = (
        "# quality-kit: ignore[F401] -- why\nimport os\n"
        'x: int = ""  # quality-kit: ignore[mypy] -- why\n'
        "y = 1  # noqa: E501\n"
    )
    never = 'never-suppress = ["autoflake:unused-import", "mypy:assignment", "E5"]\n'
    root = make_project(tmp_path, {"x.py": code, "quality-kit.toml": never})
    found = check(root, "--linters", "flake8,autoflake,mypy").report
    assert told(found) == [
        (1, "QK007", f"suppression of {FORBIDDEN.format('F401')}"),
        (3, "QK007", f"suppression of {FORBIDDEN.format('mypy:assignment')}"),
        (4, "QK007", f"suppression of {FORBIDDEN.format('E501')}"),
    ]
    assert active(found) == [(2, "F401"), (3, "mypy:assignment")]


def test_what_an_extended_file_forbids_stays_forbidden(tmp_path: Path) -> None:
    files = {
        "x.py": "print(5)  # quality-kit: ignore[QK401, QK301] -- why\n",
        "base.toml": 'never-suppress = ["QK401"]\n',
        "quality-kit.toml": 'extends = "base.toml"\nnever-suppress = ["QK301"]\n',
    }
    found = check(make_project(tmp_path, files), *RULES).report
    assert told(found) == [(1, "QK007", f"suppression of {FORBIDDEN.format('QK401, QK301')}")]


def test_settings_about_suppressions_leave_the_cache_as_it_is(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "print()  # noqa: QK401\n", "quality-kit.toml": ""})
    run("check", *RULES, cwd=root)
    write(root, "quality-kit.toml", 'require-reason = true\nnever-suppress = ["QK5"]\n')
    traced = run("check", *RULES, cwd=root, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert (traced.returncode, "libcst" in traced.stderr) == (1, False)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="needs an interpreter that is older than the syntax")
def test_a_linter_that_cannot_parse_a_file_is_not_judged_there(tmp_path: Path) -> None:
    code = "type Number = int\nimport os  # quality-kit: ignore[isort:order] -- why\n"
    root = make_project(tmp_path, {"new.py": code})
    report = check(root, "--linters", "flake8,isort").report
    assert [finding["code"] for finding in report["findings"]] == ["E999"]
    assert [entry["source"] for entry in report["not_checked"]] == ["isort"]
