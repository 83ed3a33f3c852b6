"""``quality-kit check - --stdin-filename PATH``: an editor's unsaved text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.packs import PACK, TWICE_DEFINED
from tests.projects import make_project, run

PRINT = b'print("x")\n'
LINTERS = ["autoflake", "black", "flake8", "isort", "mypy", "vulture"]


def test_the_text_is_checked_in_place_of_the_file(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"app/x.py": "x = 1\n", "app/y.py": PRINT})
    ran = check(project, "-", "--stdin-filename", "app/x.py", "--select", "QK401", input=b"\n\n" + PRINT)
    assert ran.places == [("app/x.py", 3, "QK401")]
    assert ran.report["summary"]["files"] == 1
    assert (project / "app" / "x.py").read_text() == "x = 1\n"


def test_the_file_need_not_exist(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"app/x.py": "x = 1\n"})
    ran = check(project, "-", "--stdin-filename", "new/y.py", "--select", "QK401", input=PRINT)
    assert ran.places == [("new/y.py", 1, "QK401")]


def test_the_path_decides_which_project_and_settings_hold(tmp_path: Path) -> None:
    table = '[tool.quality-kit]\n[[tool.quality-kit.overrides]]\npaths = ["lib/"]\nignore = ["QK401"]\n'
    project = make_project(tmp_path, {"pyproject.toml": table, "app/x.py": "x = 1\n"})
    for path, places in (("lib/x.py", []), ("app/x.py", [("app/x.py", 1, "QK401")])):
        name = str(project / path)
        assert (
            check(tmp_path, "-", "--stdin-filename", name, "--select", "QK401", input=PRINT).places == places
        )


def test_the_facts_of_the_rest_of_the_tree_count(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"a.py": "class Order: ...\n", "b.py": "class Invoice: ...\n", **PACK})
    arguments = ("-", "--stdin-filename", "b.py", "--select", TWICE_DEFINED)
    text = b"\nclass Order: ...\nclass Invoice: ...\n"
    assert check(project, *arguments, input=text).places == [("b.py", 2, TWICE_DEFINED)]


def test_the_text_replaces_the_facts_of_its_file_in_this_run_only(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"a.py": "class Order: ...\n", "b.py": "class Order: ...\n", **PACK})
    arguments = ("--select", TWICE_DEFINED)
    found = [("b.py", 1, TWICE_DEFINED)]
    assert check(project, *arguments).places == found
    assert check(project, "-", "--stdin-filename", "b.py", *arguments, input=b"class B: ...\n").places == []
    assert check(project, *arguments).places == found


def test_the_linters_that_cannot_read_it_are_told_as_not_checked(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": ""})
    ran = check(project, "-", "--stdin-filename", "x.py", input=b"import os\n")
    assert (ran.code, ran.places) == (0, [])
    reason = "standard input is checked by the rules only"
    assert ran.report["not_checked"] == [{"source": name, "reason": reason, "path": None} for name in LINTERS]


def test_the_source_line_that_is_shown_is_that_of_the_text(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": "saved = 1\n"})
    arguments = ("check", "-", "--stdin-filename", "x.py", "--select", "QK401")
    done = call(project, *arguments, input=PRINT, env={"FORCE_COLOR": "1"})
    assert 'print("x")' in done.out
    assert "saved" not in done.out


def test_text_that_does_not_parse_is_a_finding(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": ""})
    ran = check(project, "-", "--stdin-filename", "x.py", "--select", "QK401", input=b"def (:\n")
    assert (ran.code, ran.places) == (1, [("x.py", 1, "QK000")])


def test_an_excluded_path_is_passed_over_only_with_force_exclude(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {"pyproject.toml": '[tool.quality-kit]\nexclude = ["gen/"]\n', "x.py": ""}
    )
    arguments = ("-", "--select", "QK401", "--stdin-filename")
    assert check(project, *arguments, "gen/x.py", input=PRINT).places == [("gen/x.py", 1, "QK401")]
    ran = check(project, *arguments, "gen/x.py", "--force-exclude", input=PRINT)
    assert (ran.code, ran.report["summary"]["files"]) == (0, 0)
    assert check(project, *arguments, "new.py", "--force-exclude", input=PRINT).places == [
        ("new.py", 1, "QK401")
    ]


def test_it_needs_a_name_and_stands_alone(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": ""})
    alone = "quality-kit: '-' stands alone and needs --stdin-filename, the path that the text belongs to\n"
    assert call(project, "check", "-", input=b"") == (2, "", alone)
    assert call(project, "check", "-", "x.py", "--stdin-filename", "x.py", input=b"") == (2, "", alone)
    without = "quality-kit: --stdin-filename goes with '-' as the path\n"
    assert call(project, "check", "--stdin-filename", "x.py") == (2, "", without)


def test_it_works_in_a_process_of_its_own_with_carriage_returns_and_a_byte_order_mark(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": ""})
    text = b'\xef\xbb\xbfname = "J\xc3\xbcrgen"\r\nprint(name)\r\n'
    done = run("check", "-", "--stdin-filename", "x.py", "--select", "QK401", "-q", cwd=project, input=text)
    lines = done.stdout.splitlines()
    assert (done.returncode, len(lines), lines[0]) == (1, 2, "x.py")
    assert lines[1].startswith("  2:1       error    QK401 print-call  ")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "'-' stands alone and needs --stdin-filename, the path that the text belongs to"),
        ("app", "--stdin-filename app is a folder; name the file that the text belongs to"),
    ],
)
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str, told: str) -> None:
    project = make_project(tmp_path, {"app/x.py": ""})
    ran = call(project, "check", "-", "--stdin-filename", name, input=PRINT)
    assert ran == (2, "", f"quality-kit: {told}\n")
