"""The adapter of isort, against captured output and against the real tool."""

from __future__ import annotations

from pathlib import Path

from quality_kit.finding import Failure, NotChecked
from quality_kit.linters._adapter import Output, Reading
from quality_kit.linters._sources import Sources
from quality_kit.linters.isort import LINTER
from tests.linters.conftest import Tree, brief

SOURCES = Sources(Path("/project"), ["a.py", "pkg/b c.py"])

#: The first file does not end in a line feed: the second diff begins on its last line.
GLUED_DIFFS = """--- /project/a.py:before\t2026-11-20 21:28:52.663506
+++ /project/a.py:after\t2026-11-20 21:28:52.809107
@@ -1,2 +1,2 @@
+import os
 import sys
-import os--- /project/pkg/b c.py:before\t2026-11-20 21:16:19.770391
+++ /project/pkg/b c.py:after\t2026-11-20 21:28:52.811074
@@ -2,4 +2,6 @@
 import os
-import sys, re
+import re
+import sys
+
 x = 1
"""
ERRORS = """ERROR: /project/a.py Imports are incorrectly sorted and/or formatted.
ERROR: /project/pkg/b c.py Imports are incorrectly sorted and/or formatted.
"""
WARNING = "<frozen runpy>:88: UserWarning: Failed to pull configuration information from /project/setup.cfg\n"
UNREADABLE = "isort/main.py:109: UserWarning: Unable to parse file a.py due to [Errno 13] Permission denied\n"


def read(code: int, stdout: str = "", stderr: str = "") -> Reading:
    return LINTER.parse(Output(code, stdout, stderr), SOURCES)


def test_the_diffs_of_all_files_are_found_also_behind_a_missing_line_feed() -> None:
    reading = read(1, GLUED_DIFFS, ERRORS)
    assert brief(reading.findings) == [("a.py", 1, 1, "isort:order"), ("pkg/b c.py", 3, 1, "isort:order")]
    assert [finding.message for finding in reading.findings] == [
        "imports not in order: 2 lines differ, first line 1",
        "imports not in order: 3 lines differ, first line 3: `import sys, re`",
    ]
    assert all(finding.fixable for finding in reading.findings)
    assert reading.failures == ()


def test_a_warning_about_the_configuration_is_a_failure_although_it_goes_on() -> None:
    reason = "Failed to pull configuration information from /project/setup.cfg"
    reading = read(1, GLUED_DIFFS, WARNING + ERRORS)
    assert reading.failures == (Failure("isort", reason),)
    assert len(reading.findings) == 2


def test_its_advice_about_the_configuration_is_no_failure() -> None:
    advice = (
        "isort/main.py:1: UserWarning: `known_x` setting is defined, but X is not included in `sections`.\n"
    )
    assert read(0, "", advice) == Reading()


def test_a_file_that_it_cannot_read_is_not_checked() -> None:
    reason = "it cannot read the file: [Errno 13] Permission denied"
    assert read(0, "", UNREADABLE) == Reading(not_checked=(NotChecked("isort", reason, "a.py"),))


def test_the_real_tool_reports_files_with_wrong_order(tree: Tree) -> None:
    tree.write("good.py", "import os\nimport sys\n")
    tree.write("ugly.py", "import sys\nimport os")
    tree.write("windows.py", "'''Doc.'''\r\nimport sys\r\nimport os\r\n")
    tree.write("latin.py", b"# coding: latin-1\nx = '\xe9'\nimport sys\nimport os\n")
    tree.write("klingon.py", "# coding: klingon\nimport sys\nimport os\n")
    results = tree.check("isort")
    assert brief(results.findings) == [
        ("latin.py", 3, 1, "isort:order"),
        ("ugly.py", 1, 1, "isort:order"),
        ("windows.py", 2, 1, "isort:order"),
    ]
    assert (results.failures, results.not_checked) == ((), ())


def test_it_is_silent_about_a_file_that_does_not_parse(tree: Tree) -> None:
    tree.write("bad.py", "def f(:\n    pass\n")
    results = tree.check("isort")
    assert (results.findings, results.failures, LINTER.silent_on_unparsable) == ((), (), True)


def test_a_rejected_configuration_is_a_failure_with_its_words(tree: Tree) -> None:
    tree.write("good.py", "x = 1\n")
    tree.write("pyproject.toml", '[tool.isort]\nprofile = "blakc"\n')
    (failure,) = tree.check("isort").failures
    assert failure.reason.startswith(
        "isort.exceptions.ProfileDoesNotExist: Specified profile of blakc does not exist. Available"
    )
    tree.write("pyproject.toml", "[tool.isort\n")
    assert tree.check("isort").failures == (
        Failure("isort", f"Failed to pull configuration information from {tree.root / 'pyproject.toml'}"),
    )


def test_files_that_the_project_skips_are_skipped_although_they_are_named(tree: Tree) -> None:
    tree.write("pyproject.toml", '[tool.isort]\nextend_skip = ["migrations"]\n')
    tree.write("app/migrations/a.py", "import sys\nimport os\n")
    tree.write("app/b.py", "import sys\nimport os\n")
    assert [finding.location.path for finding in tree.check("isort").findings] == ["app/b.py"]


def test_each_folder_with_its_own_configuration_is_ordered_by_it(tree: Tree) -> None:
    by_length = "import os\nimport abc\n"
    tree.write("a.py", by_length)
    tree.write("service/.isort.cfg", "[settings]\nlength_sort = true\n")
    tree.write("service/app/b.py", by_length)
    assert [finding.location.path for finding in tree.check("isort").findings] == ["a.py"]
