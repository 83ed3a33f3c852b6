"""Findings of QK502, which stand in a file that is no Python: named, silenced, recorded."""

from __future__ import annotations

from pathlib import Path

from tests.baselines import RULES_ONLY, active, commit, entries, recorded_project
from tests.examples import findings
from tests.in_process import call, check
from tests.projects import make_project, write

CODE = 'import os\n\nURL = os.environ["URL"]\n'
RULE = 'select = ["QK502"]\n' + RULES_ONLY


def test_a_finding_stands_at_the_name() -> None:
    (finding,) = findings({"app/m.py": CODE, ".env.example": "URL=\n  export MAIL_URL=x\n"}, "QK502")
    assert (finding.location.path, finding.location.place) == (".env.example", (2, 10, 2, 18))
    assert (finding.severity, finding.message) == (
        "warning",
        "environment variable MAIL_URL is documented but nothing reads it; delete it or correct its name",
    )


def test_the_finding_is_the_same_one_wherever_the_entry_stands() -> None:
    first = findings({"app/m.py": CODE, ".env.example": "MAIL_URL=\n"}, "QK502")
    later = findings({"app/m.py": CODE, ".env.example": "URL=\n\n# MAIL_URL=1\n"}, "QK502")
    assert [one.fingerprint for one in first] == [one.fingerprint for one in later]


def test_comments_in_the_example_file_silence_it(tmp_path: Path) -> None:
    example = (
        'URL=it\'s (\nMAIL_URL="a" # quality-kit: ignore[QK502] -- cron\n'
        "# quality-kit: ignore[QK502] -- the proxy\nPROXY_URL=\nGONE_URL=\n"
    )
    project = make_project(tmp_path, {"quality-kit.toml": RULE, "app/m.py": CODE, ".env.example": example})
    found = check(project).report["findings"]
    assert [(one["line"], one["suppressed_by"]) for one in found] == [
        (2, "comment: cron"),
        (4, "comment: the proxy"),
        (5, None),
    ]


def test_an_indented_comment_is_about_the_next_line_and_is_taken_out_where_it_stands(tmp_path: Path) -> None:
    cron, none = "# quality-kit: ignore[QK502] -- cron", "# quality-kit: ignore[QK502] -- none"
    example = f"  {cron}\nMAIL_URL=\n\t{none}\nURL=\n"
    project = make_project(tmp_path, {"quality-kit.toml": RULE, "app/m.py": CODE, ".env.example": example})
    found = check(project).report["findings"]
    assert [(one["code"], one["line"], one["column"], one["end_column"]) for one in found] == [
        ("QK502", 2, 1, 9),
        ("QK003", 3, 2, 38),
    ]
    told = call(project, "check", "--output-format", "rdjson").report["diagnostics"]
    assert [each["suggestions"] for each in told] == [
        [{"range": {"start": {"line": 3, "column": 1}, "end": {"line": 4, "column": 1}}, "text": ""}]
    ]


def test_the_text_report_shows_the_entry(tmp_path: Path) -> None:
    files = {"quality-kit.toml": RULE, "app/m.py": CODE, ".env.example": "MAIL_URL=\n"}
    done = call(make_project(tmp_path, files), "check", "--output-format", "text")
    assert done.code == 0  # a warning
    assert ".env.example" in done.out


def test_a_baseline_holds_it_and_forgets_it(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/m.py": CODE, ".env.example": "URL=\nMAIL_URL=\n"}, RULE)
    assert [(one["path"], one["code"]) for one in entries(project)] == [(".env.example", "QK502")]
    assert active(project) == []
    write(project, ".env.example", "URL=\n")
    commit(project, "delete it")
    assert active(project) == []
    assert entries(project) == []


def test_other_rules_read_none_of_its_files(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {"quality-kit.toml": RULES_ONLY, "app/m.py": CODE, ".env.example": "URL=\nMAIL_URL=\n"}
    )
    assert check(project).places == []
