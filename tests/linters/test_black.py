"""The adapter of black, against captured output and against the real tool."""

from __future__ import annotations

from pathlib import Path

from quality_kit.finding import Failure, Location
from quality_kit.linters import _adapter
from quality_kit.linters._sources import Sources
from quality_kit.linters.black import LINTER
from tests.in_process import call
from tests.linters.conftest import Tree, brief
from tests.projects import make_project

SOURCES = Sources(Path("/project"), ["app/ugly.py", "a b.py", "bad.py", "sql.py"])

DIFF = """--- app/ugly.py\t2026-11-20 21:16:19.770391+00:00
+++ app/ugly.py\t2026-11-20 21:16:20.155225+00:00
@@ -1,4 +1,6 @@
 import sys
 import os
-def f( a ):
-  return a
+
+
+def f(a):
+    return a
--- a b.py\t2026-11-20 21:16:19.770391+00:00
+++ a b.py\t2026-11-20 21:16:20.155225+00:00
@@ -7,3 +7,4 @@
 import os
 x = 1
+
 y = 2
"""

WITH_A_LINE_LIKE_A_HEADER = """--- sql.py\t2026-11-20 21:16:19.770391+00:00
+++ sql.py\t2026-11-20 21:16:20.155225+00:00
@@ -2,3 +2,3 @@
 \"\"\"
--- drop table\tx
+    -- drop table
 \"\"\"
"""

CANNOT_PARSE = """error: cannot parse for target version Python 3.11: bad.py:1:6
    def f(:
         ^
ParseError: bad input
"""
CANNOT_PARSE_BEFORE_2026 = (
    "error: cannot format bad.py: Cannot parse for target version Python 3.13: 1:6: def f(:\n"
)
INTERNAL_ERROR = "error: cannot format bad.py: INTERNAL ERROR: Black produced invalid code on pass 1.\n"


def read(code: int, stdout: str = "", stderr: str = "") -> _adapter.Reading:
    return LINTER.parse(_adapter.Output(code, stdout, stderr), SOURCES)


def test_a_file_is_one_finding_at_its_first_differing_line() -> None:
    reading = read(1, DIFF)
    assert [(finding.location, finding.message) for finding in reading.findings] == [
        (Location("app/ugly.py", 3, 1, 3, 1), "not formatted: 4 lines differ, first line 3: `def f( a ):`"),
        (Location("a b.py", 9, 1, 9, 1), "not formatted: 1 line differs, first line 9"),
    ]
    assert {(finding.code, finding.name, finding.fixable) for finding in reading.findings} == {
        ("black:format", "format", True)
    }
    assert reading.failures == ()


def test_a_changed_line_that_looks_like_a_header_belongs_to_its_file() -> None:
    assert brief(read(1, WITH_A_LINE_LIKE_A_HEADER).findings) == [("sql.py", 3, 1, "black:format")]


def test_a_file_that_it_cannot_parse_is_a_finding_in_the_words_of_all_its_versions() -> None:
    readings = [read(123, "", text) for text in (CANNOT_PARSE, CANNOT_PARSE_BEFORE_2026)]
    assert [brief(reading.findings) for reading in readings] == [
        [("bad.py", 1, 7, "black:unparsable")],
        [("bad.py", 1, 7, "black:unparsable")],
    ]
    assert [reading.findings[0].message for reading in readings] == [
        "black cannot parse the file: ParseError: bad input",
        "black cannot parse the file: Cannot parse for target version Python 3.13: 1:6: def f(:",
    ]
    assert [reading.failures for reading in readings] == [(), ()]


def test_beside_an_unparsable_file_the_results_for_the_others_count() -> None:
    reading = read(123, DIFF, CANNOT_PARSE)
    assert [finding.code for finding in reading.findings] == [
        "black:format",
        "black:format",
        "black:unparsable",
    ]


def test_an_internal_error_is_a_failure_about_that_file() -> None:
    reason = "error: cannot format bad.py: INTERNAL ERROR: Black produced invalid code on pass 1."
    assert read(123, "", INTERNAL_ERROR) == _adapter.Reading(failures=(Failure("black", reason, "bad.py"),))


def test_an_exit_code_that_claims_findings_without_showing_any_is_a_failure() -> None:
    reading = read(1, "", "Oh no! The required version `1` does not match the running version `26.10.1`!\n")
    reason = "Oh no! The required version `1` does not match the running version `26.10.1`!"
    assert reading == _adapter.Reading(failures=(Failure("black", reason),))


def test_the_real_tool_reports_what_it_would_format_and_what_it_cannot_parse(tree: Tree) -> None:
    tree.write("good.py", "x = 1\n")
    tree.write("pkg/ugly.py", "x = 1\r\ny={ }\r\n")
    tree.write("bad.py", "x = 1\ndef f(:\n")
    tree.write("klingon.py", "# coding: klingon\n")
    results = tree.check("black")
    assert brief(results.findings) == [
        ("bad.py", 2, 7, "black:unparsable"),
        ("klingon.py", 1, 1, "black:unparsable"),
        ("pkg/ugly.py", 2, 1, "black:format"),
    ]
    assert results.failures == ()


def test_what_only_python_cannot_parse_is_not_formatted(tmp_path: Path) -> None:
    files = {"a.py": "f()=1\n", "b.py": "x=1\n", "pyproject.toml": "[tool.quality-kit]\n"}
    root = make_project(tmp_path, files)
    assert call(root, "check", "--linters", "black", "--output-format", "json").places == [
        ("a.py", 1, "QK000"),
        ("b.py", 1, "black:format"),
    ]


def test_a_rejected_configuration_is_a_failure_with_its_words(tree: Tree) -> None:
    tree.write("good.py", "x = 1\n")
    tree.write("pyproject.toml", "[tool.black\n")
    (broken,) = tree.check("black").failures
    assert "Error reading configuration file: Expected ']' at the end of a table declaration" in broken.reason
    tree.write("pyproject.toml", "[tool.black]\nline-lenght = 100\n")
    (unknown,) = tree.check("black").failures
    path = tree.root / "pyproject.toml"
    assert unknown == Failure("black", f"Invalid config keys detected: 'line_lenght' (in {path})")


def test_excludes_of_the_project_count_although_the_files_are_named(tree: Tree) -> None:
    tree.write(
        "pyproject.toml", "[tool.black]\nextend-exclude = '''\n(\n  ^/old/  # frozen\n| _pb2\\.py$\n)\n'''\n"
    )
    for path in ("old/a.py", "new/old/a.py", "new/x_pb2.py", "new/b.py"):
        tree.write(path, "x=1\n")
    assert [finding.location.path for finding in tree.check("black").findings] == ["new/b.py", "new/old/a.py"]


def test_each_folder_with_its_own_configuration_is_formatted_by_it(tree: Tree) -> None:
    long_line = f"x = [{', '.join(['1000'] * 16)}]\n"
    tree.write("pyproject.toml", "[tool.black]\nline-length = 120\n")
    tree.write("service/pyproject.toml", "[tool.black]\nline-length = 88\n")
    tree.write("a.py", long_line)
    tree.write("service/app/b.py", long_line)
    assert brief(tree.check("black").findings) == [("service/app/b.py", 1, 1, "black:format")]


def test_a_link_out_of_the_tree_does_not_lead_it_away_from_the_configuration(tree: Tree) -> None:
    tree.write("pyproject.toml", "[tool.black]\nskip-string-normalization = true\n")
    tree.write("a.py", "x = 'a'\n")
    tree.write("../elsewhere/b.py", "x=1\n")
    (tree.root / "link.py").symlink_to("../elsewhere/b.py")
    results = tree.check("black")
    assert (results.findings, results.failures) == ((), ())
