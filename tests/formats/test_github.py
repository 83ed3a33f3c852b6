"""Workflow commands: escaping, the budget, the summary of the step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quality_kit.finding import Failure, NotChecked, Severity
from quality_kit.reporters import render
from tests.formats.reports import HOSTILE, finding, report, small_view
from tests.in_process import Ran, call
from tests.packs import PACK
from tests.projects import make_project

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner reads them, and nothing before the last line but commands."""
    read = []
    for line in text.splitlines()[:-1]:
        found = _COMMAND.fullmatch(line)
        assert found is not None, line
        properties = dict(pair.split("=", 1) for pair in found[2].split(","))
        read.append(
            (found[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(found[3]))
        )
    return read


def unescaped(text: str) -> str:
    for sign in "\r\n:,%":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def test_what_is_echoed_cannot_forge_a_command() -> None:
    text = render("github", HOSTILE, small_view())
    failure, error, notice = ("error", "error", "notice")
    assert [level for level, _, _ in commands(text)] == [failure, error, notice]
    [_, (_, properties, data), _] = commands(text)
    assert list(properties) == ["title", "file", "line", "col", "endColumn"]
    assert properties["file"] == "a\\x1b[2J,b:c\\n::error::%0A</script>|`]]>&\\udce9.py"
    assert "\n" not in data
    assert "\\r\\n::error file=x::pwn\\n##[error]pwn" in data


def test_percent_signs_and_line_ends_of_data_are_escaped() -> None:
    text = render("github", report(failures=(Failure("black", "100%\n%0A\r\nend"),)), small_view())
    assert text.splitlines()[0] == (
        "::error title=quality-kit%3A this run proves nothing::black failed: 100%25%0A%250A%0Aend"
    )


def test_of_many_findings_the_worst_are_shown_and_the_rest_is_counted() -> None:
    severities: tuple[Severity, ...] = ("info", "warning", "error")
    findings = [
        finding(f"{severity}{number:02}.py", severity=severity)
        for number in range(11)
        for severity in severities
    ]
    shown = commands(render("github", report(*findings), small_view()))
    levels = [level for level, _, _ in shown]
    assert levels == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [properties.get("file") for level, properties, _ in shown if level == "error"] == [
        *(f"error{number:02}.py" for number in range(9)),
        None,
    ]
    assert [data for _, _, data in shown[9::10]] == [
        f"2 more {level}s; the summary of this step lists all findings"
        for level in ("error", "warning", "notice")
    ]


def test_ten_of_a_level_fit() -> None:
    text = render("github", report(*(finding(f"{number}.py") for number in range(10))), small_view())
    assert len(commands(text)) == 10
    assert "more errors" not in text


def test_failures_come_before_findings_and_count_in_the_budget() -> None:
    failures = tuple(Failure("black", str(number)) for number in range(3))
    found = report(*(finding(f"{number}.py") for number in range(10)), failures=failures)
    passed_over = found._replace(not_checked=tuple(NotChecked("isort", str(number)) for number in range(30)))
    shown = commands(render("github", passed_over, small_view()))
    assert [data for _, _, data in shown[:3]] == [f"black failed: {number}" for number in range(3)]
    assert shown[9][2].startswith("4 more errors")
    assert len(shown) == 11


def project(tmp_path: Path, files: dict[str, str]) -> Path:
    return make_project(tmp_path, {**PACK, **files})


def check(root: Path, *arguments: str, **env: str) -> Ran:
    return call(root, "check", "--select", "TEAM001", *arguments, env=env)


def test_the_summary_of_the_step_is_appended(tmp_path: Path) -> None:
    root = project(tmp_path, {"x.py": "eval(1)\n"})
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n")
    ran = check(root, "--output-format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert ran.out.startswith(
        "::error title=TEAM001 forbidden-call,file=x.py,line=1,col=1,endColumn=8::x.py:1:1: "
    )
    lines = summary.read_text().splitlines()
    assert lines[:2] == ["# before", "## quality-kit"]
    assert lines[-1] == "| x.py:1:1 | error | TEAM001 forbidden-call | eval is forbidden |"


def test_other_formats_leave_the_summary_alone(tmp_path: Path) -> None:
    root = project(tmp_path, {"x.py": "eval(1)\n"})
    check(root, "--output-format", "json", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert not (tmp_path / "summary.md").exists()


def test_a_summary_stays_below_what_github_takes_and_counts_the_rest(tmp_path: Path) -> None:
    root = project(tmp_path, {"x.py": "eval(1)\n" * 12_000})
    summary = tmp_path / "summary.md"
    summary.write_text("x" * 500_000)
    check(root, "--output-format", "github", GITHUB_STEP_SUMMARY=str(summary))
    size = summary.stat().st_size
    assert 1024 * 1024 - 300 < size < 1024 * 1024
    text = summary.read_text()[500_000:]
    shown = text.count("| eval is forbidden |")
    assert text.splitlines()[-1] == f"This page is full: {12_000 - shown} more findings are not shown."


def test_a_summary_that_cannot_be_written_is_told_and_changes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path, {"x.py": "eval(1)\n"})
    ran = check(root, "--output-format", "github", GITHUB_STEP_SUMMARY=str(tmp_path))
    assert (ran.code, ran.err) == (1, f"cannot write the summary of the step to {tmp_path}: Is a directory\n")


def test_paths_are_those_of_the_repository(tmp_path: Path) -> None:
    files = {f"backend/{path}": content for path, content in PACK.items()}
    root = make_project(tmp_path, {**files, "backend/x.py": "eval(1)\n"})
    out = check(root / "backend", "--output-format", "github").out
    assert ",file=backend/x.py,line=1," in out


@pytest.mark.parametrize(
    "name", ["::error::pwn.py", "a ##[error]pwn.py", " ::add-mask::1.py", "##vso[x]y.py"]
)
def test_no_other_output_can_forge_a_command_either(tmp_path: Path, name: str) -> None:
    root = make_project(
        tmp_path, {name: "print(1)\n", ".flake8": f"[flake8]\n{name} = [\nmax-line-length = {name}\n"}
    )
    for arguments in (
        ["--output-format", "text"],
        ["--output-format", "json:r.json", "--output-format", "markdown"],
    ):
        ran = call(root, "check", "--linters", "flake8", "--select", "QK401,E", *arguments)
        for line in (*ran.out.splitlines(), *ran.err.splitlines()):
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
            assert "##vso[" not in line
