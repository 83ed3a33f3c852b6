"""The text report, as people read it in a pipe or a file."""

from __future__ import annotations

import re
from pathlib import Path

from quality_kit.finding import Failure, Report
from quality_kit.reporters import View
from quality_kit.reporters.text import render
from tests.in_process import call
from tests.packs import PACK
from tests.projects import make_project, run

#: One message whatever the rules of the day say.
TEAM = ("--select", "TEAM001")


def text(root: Path, *arguments: str) -> str:
    """The report, the time taken out."""
    ran = call(root, "check", *arguments)
    assert ran.err == ""
    return re.sub(r"in \d+\.\d s", "in TIME", ran.out)


def project(tmp_path: Path, files: dict[str, str | bytes]) -> Path:
    return make_project(tmp_path, {**PACK, **files})


def test_findings_are_grouped_by_file_and_counted(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {"app/x.py": "eval(1)\n\n\n\n\n\n\n\n\n    \nif 1:\n    eval(2)\n", "b.py": "eval(3)\n", "c.py": ""},
    )
    assert text(root, *TEAM) == (
        "app/x.py\n"
        "  1:1       error    TEAM001 forbidden-call  eval is forbidden\n"
        "  12:5      error    TEAM001 forbidden-call  eval is forbidden\n"
        "\n"
        "b.py\n"
        "  1:1       error    TEAM001 forbidden-call  eval is forbidden\n"
        "\n"
        "Found 3 findings (3 errors) in 3 files in TIME\n"
    )


def test_a_clean_run_is_one_line(tmp_path: Path) -> None:
    assert text(project(tmp_path, {"x.py": "x = 1\n"}), *TEAM) == "No findings in 1 file in TIME\n"


def test_the_summary_counts_severities_and_what_is_suppressed(tmp_path: Path) -> None:
    table = (
        PACK["pyproject.toml"]
        + '[tool.quality-kit.rules]\nTEAM001.severity = "warning"\nQK401.severity = "info"\n'
    )
    code = "eval(1)\neval(2)  # noqa: TEAM001\nprint(1)\nprint(2)\n"
    root = project(tmp_path, {"pyproject.toml": table, "x.py": code})
    summary = text(root, "--select", "TEAM001,QK401").splitlines()[-1]
    assert summary == "Found 3 findings (1 warning, 2 infos) in 1 file in TIME, 1 suppressed"


def test_the_code_of_a_linter_is_not_said_twice(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "import os\nx: int = ''\n"})
    assert text(root, "--linters", "flake8,mypy").splitlines()[:3] == [
        "x.py",
        "  1:1       error    F401  'os' imported but unused",
        '  2:10      error    mypy:assignment  Incompatible types in assignment (expression has type "str", '
        'variable has type "int")',
    ]


def test_quiet_leaves_out_all_but_findings_and_failures(tmp_path: Path) -> None:
    root = project(tmp_path, {"x.py": "eval(1)\n", ".flake8": "[flake8]\nmax-line-length = long\n"})
    lines = text(root, "--quiet", *TEAM, "--linters", "flake8").splitlines()
    assert lines[:2] == ["x.py", "  1:1       error    TEAM001 forbidden-call  eval is forbidden"]
    assert [line for line in lines[2:] if not line.startswith(("failed: flake8: ", "    "))] == [""]
    assert text(root, "--quiet", "--select", "QK401") == ""


def test_statistics_count_by_rule_in_place_of_the_findings(tmp_path: Path) -> None:
    root = project(tmp_path, {"x.py": "eval(1)\nprint(1)\nprint(2)\nclass A: ...\n"})
    assert text(root, "--select", "TEAM,QK401", "--statistics") == (
        "      2  QK401 print-call\n"
        "      1  TEAM001 forbidden-call\n"
        "      1  TEAM002: classes seen\n"
        "\n"
        "Found 3 findings (3 errors) in 1 file in TIME\n"
    )
    assert text(root, "--select", "QK401", "--statistics", "-q") == "      2  QK401 print-call\n"


def test_a_report_over_200_findings_ends_with_a_table(tmp_path: Path) -> None:
    root = project(tmp_path, {"x.py": "eval(1)\n" * 150 + "print(1)\n" * 50})
    assert len(text(root, "--select", "TEAM001,QK401").splitlines()) == 1 + 200 + 1 + 1
    (root / "y.py").write_text("print(1)\n")
    assert text(root, "--select", "TEAM001,QK401").endswith(
        "\n"
        "    150  TEAM001 forbidden-call\n"
        "     51  QK401 print-call\n"
        "\n"
        "Found 201 findings (201 errors) in 2 files in TIME\n"
    )
    assert "150  TEAM001" not in text(root, "--select", "TEAM001,QK401", "--quiet")


def test_what_failed_is_told_with_its_words(tmp_path: Path) -> None:
    path = "quality/rules/words/forbidden_call.py"
    broken = PACK[path].replace("self.report(node, f", "raise RuntimeError(f")
    root = project(tmp_path, {"x.py": "eval(x)\n", path: broken})
    done = run("check", *TEAM, cwd=root)
    first, last = done.stdout.splitlines()
    assert first.startswith("failed: TEAM001 on x.py: the rule failed: RuntimeError: eval is forbidden (")
    assert re.fullmatch(r"No findings in 1 file in \d+\.\d s, 1 failure: this run proves nothing", last)
    assert (done.returncode, done.stderr) == (2, "")


def test_tools_that_pass_over_the_same_are_told_together(tmp_path: Path) -> None:
    files = {f"broken{number}.py": "def (:\n" for number in range(7)}
    root = make_project(tmp_path, {**files, "x.py": ""})
    lines = text(root, "--linters", "autoflake,isort", "--select", "QK401").splitlines()
    assert lines[-2:] == [
        "not checked by autoflake, isort (the file does not parse): broken0.py, broken1.py, broken2.py,"
        " broken3.py, broken4.py and 2 more",
        "Found 7 findings (7 errors) in 8 files in TIME, 14 checks left out",
    ]


def test_escapes_from_checked_code_and_from_names_are_neutralised(tmp_path: Path) -> None:
    hostile = "\x1b[2J\x1b]0;title\x07\u202eevil"
    table = PACK["pyproject.toml"] + 'rules.TEAM001.reason = "\\u001b[31mis red\\r\\nx.py:1: fine"\n'
    name = b"a\x1b[2Jb\n\xe9.py".decode("utf-8", "surrogateescape")
    root = project(tmp_path, {"pyproject.toml": table, name: "eval(1)\n", "y.py": f"{hostile} (:\n"})
    out = text(root, "--select", "TEAM001,QK401")
    assert re.findall(r"[^\x20-\x7e\n]", out) == []
    assert out.splitlines()[:2] == [
        "a\\x1b[2Jb\\n\\udce9.py",
        "  1:1       error    TEAM001 forbidden-call  eval \\x1b[31mis red\\r\\nx.py:1: fine",
    ]
    assert call(root, "check", "--show-files").out.splitlines()[0] == "a\\x1b[2Jb\\n\\udce9.py"


def test_words_in_other_scripts_are_left_as_they_are(tmp_path: Path) -> None:
    table = PACK["pyproject.toml"] + 'rules.TEAM001.reason = "ist böse 悪い 🙂"\n'
    root = project(tmp_path, {"pyproject.toml": table, "größe.py": "eval(1)\n"})
    assert text(root, *TEAM, "-q") == (
        "größe.py\n  1:1       error    TEAM001 forbidden-call  eval ist böse 悪い 🙂\n"
    )


def test_equal_failures_are_one_line() -> None:
    failures = tuple(Failure("QK201", "it is broken", path) for path in ("a.py", "b.py", "c.py"))
    shown = render(Report("/x", (), failures, (), 3, 0.0), View())
    assert shown.splitlines()[0] == "failed: QK201 on a.py and 2 more files: it is broken"
