"""The adapter of vulture, against captured output and against the real tool."""

from __future__ import annotations

from pathlib import Path

from quality_kit.finding import Failure
from quality_kit.linters._adapter import Output, Reading
from quality_kit.linters._sources import Sources
from quality_kit.linters.vulture import LINTER
from tests.linters.conftest import Tree, brief

SOURCES = Sources(Path("/project"), ["a.py", "pkg/b: c.py", "bad.py", "nul.py", "undecodable.py"])

ROWS = """a.py:2: unused import 'os' (90% confidence)
a.py:26: unused function 'f' (60% confidence, 3 lines)
pkg/b: c.py:17: unreachable 'else' block (100% confidence)
pkg/b: c.py:42: unsatisfiable 'if' condition (100% confidence)
"""
COMPLAINTS = """bad.py:1: invalid syntax at "def f(:"
nul.py:None: source code string cannot contain null bytes
Error: Could not read file /project/undecodable.py -\x20
Try to change the encoding to UTF-8.
"""
OLD_COMPLAINT = 'nul.py: invalid source code "source code string cannot contain null bytes"\n'


def read(code: int, stdout: str = "", stderr: str = "") -> Reading:
    return LINTER.parse(Output(code, stdout, stderr), SOURCES)


def test_rows_are_findings_named_for_what_is_unused() -> None:
    reading = read(3, ROWS)
    assert brief(reading.findings) == [
        ("a.py", 2, 1, "vulture:unused-import"),
        ("a.py", 26, 1, "vulture:unused-function"),
        ("pkg/b: c.py", 17, 1, "vulture:unreachable-code"),
        ("pkg/b: c.py", 42, 1, "vulture:unreachable-code"),
    ]
    assert (reading.findings[0].name, reading.findings[0].message) == ("unused-import", "unused import 'os'")


def test_files_that_it_cannot_parse_are_findings() -> None:
    reading = read(1, "", COMPLAINTS)
    assert brief(reading.findings) == [
        ("bad.py", 1, 1, "vulture:unparsable"),
        ("nul.py", 1, 1, "vulture:unparsable"),
        ("undecodable.py", 1, 1, "vulture:unparsable"),
    ]
    assert brief(read(1, "", OLD_COMPLAINT).findings) == [("nul.py", 1, 1, "vulture:unparsable")]
    assert reading.failures == ()


def test_other_words_are_a_failure() -> None:
    reading = read(1, "", "Error: /project/gone.py could not be found.\n")
    assert reading == Reading(failures=(Failure("vulture", "Error: /project/gone.py could not be found."),))


def test_the_real_tool_looks_at_the_whole_project_and_reports_targets(tree: Tree) -> None:
    tree.write("a.py", "import json\n\n\ndef used(unused):\n    return 1\n    print()\n")
    tree.write("b.py", "import json\nfrom a import used\n\nused(json)\n")
    tree.write("c.py", "import re\n")
    assert brief(tree.check("vulture", targets=["a.py"]).findings) == [
        ("a.py", 4, 1, "vulture:unused-variable"),
        ("a.py", 6, 1, "vulture:unreachable-code"),
    ]


def test_beside_an_unparsable_file_the_results_for_the_others_count(tree: Tree) -> None:
    tree.write("a.py", "import re\n")
    tree.write("bad.py", "def f(:\n")
    results = tree.check("vulture")
    assert brief(results.findings) == [
        ("a.py", 1, 1, "vulture:unused-import"),
        ("bad.py", 1, 1, "vulture:unparsable"),
    ]
    assert results.failures == ()


def test_the_confidence_is_ninety_unless_the_project_decides_otherwise(tree: Tree) -> None:
    tree.write("a.py", "def f():\n    pass\n")
    assert tree.check("vulture").findings == ()
    tree.write("pyproject.toml", "[tool.vulture]\nmin_confidence = 60\n")
    assert brief(tree.check("vulture").findings) == [("a.py", 1, 1, "vulture:unused-function")]


def test_settings_that_change_the_output_do_not_hide_findings(tree: Tree) -> None:
    settings = (
        'make_whitelist = true\nsort_by_size = true\nverbose = true\nexclude = ["old"]\npaths = ["nowhere"]\n'
    )
    tree.write("pyproject.toml", f'[tool.vulture]\n{settings}ignore_names = ["\\"", "json"]\n')
    tree.write("a.py", "import json\nimport re\n")
    tree.write("old/b.py", "import re\n")
    results = tree.check("vulture")
    assert (brief(results.findings), results.failures) == ([("a.py", 2, 1, "vulture:unused-import")], ())


def test_a_rejected_configuration_is_a_failure_with_its_words(tree: Tree) -> None:
    tree.write("a.py", "x = 1\n")
    tree.write("pyproject.toml", "[tool.vulture]\nconfidence = 60\n")
    assert tree.check("vulture").failures == (Failure("vulture", "Unknown configuration key: confidence"),)
    tree.write("pyproject.toml", "[tool.vulture\n")
    assert [failure.reason.partition(":")[0] for failure in tree.check("vulture").failures] == [
        "tomllib.TOMLDecodeError"
    ]
