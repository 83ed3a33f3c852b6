"""The adapter of flake8, against captured output and against the real tool."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality_kit.finding import Failure
from quality_kit.linters._adapter import Output, Reading
from quality_kit.linters._sources import Sources
from quality_kit.linters.flake8 import LINTER
from tests.linters.conftest import Tree, brief

SOURCES = Sources(Path("/project"), ["a.py", "pkg/b: 1.py"])

ROWS = """a.py\x1f1\x1f1\x1fF401\x1f'sys' imported but unused
./pkg/b: 1.py\x1f3\x1f11\x1fE231\x1fmissing whitespace after ':'
"""
CRITICAL = """There was a critical error during execution of Flake8:
required plugins were not installed!
- missing: nope
"""
#: With --verbose.
IGNORED = """flake8.options.config     MainProcess    119 WARNING  ignoring unparseable \
config /project/setup.cfg: File contains no section headers.
file: '/project/setup.cfg', line: 1
'garbage\\n'
flake8.checker            MainProcess    146 INFO     Making checkers
"""


def read(code: int, stdout: str = "", stderr: str = "") -> Reading:
    return LINTER.parse(Output(code, stdout, stderr), SOURCES)


def test_rows_are_findings_under_its_own_codes() -> None:
    reading = read(1, ROWS)
    assert brief(reading.findings) == [("a.py", 1, 1, "F401"), ("pkg/b: 1.py", 3, 11, "E231")]
    assert [(finding.name, finding.message) for finding in reading.findings] == [
        ("F401", "'sys' imported but unused"),
        ("E231", "missing whitespace after ':'"),
    ]
    assert reading.failures == ()


def test_what_is_no_row_is_a_failure_beside_the_findings() -> None:
    reading = read(1, ROWS + CRITICAL)
    assert len(reading.findings) == 2
    assert reading.failures == (Failure("flake8", CRITICAL.strip()),)


def test_a_configuration_that_it_passes_over_in_silence_is_a_failure() -> None:
    assert read(0, "", IGNORED).failures == (
        Failure(
            "flake8",
            "unparseable config /project/setup.cfg: File contains no section headers.\n"
            "file: '/project/setup.cfg', line: 1\n'garbage\\n'",
        ),
    )


def test_the_real_tool_reports_syntax_errors_as_rows(tree: Tree) -> None:
    tree.write("bad.py", "def f(:\n")
    tree.write("open.py", "x = (\n")
    tree.write("ugly.py", "import os\nx = {  }\n")
    results = tree.check("flake8")
    assert [(finding.location.path, finding.code) for finding in results.findings] == [
        ("bad.py", "E999"),
        ("open.py", "E999"),
        ("ugly.py", "F401"),
        ("ugly.py", "E201"),
        ("ugly.py", "E202"),
    ]
    assert results.failures == ()


def test_settings_that_change_the_output_do_not_hide_findings(tree: Tree) -> None:
    settings = "quiet=1 show-source=true count=true statistics=true benchmark=true format=pylint color=always"
    tree.write(".flake8", "\n".join(["[flake8]", *settings.split(), "output-file=out.txt", "tee=true", ""]))
    tree.write("ugly.py", "import os\n")
    results = tree.check("flake8")
    assert (brief(results.findings), results.failures) == ([("ugly.py", 1, 1, "F401")], ())
    assert not (tree.root / "out.txt").exists()


def test_the_configuration_and_the_excludes_of_the_project_count(tree: Tree) -> None:
    tree.write("setup.cfg", "[flake8]\nextend-ignore = F401\nextend-exclude = migrations, ./old,*_pb2.py\n")
    for path in ("app/migrations/a.py", "old/b/c.py", "app/x_pb2.py"):
        tree.write(path, "x=1\n")
    tree.write("app/b.py", "import os\nx=1\n")
    assert brief(tree.check("flake8").findings) == [("app/b.py", 2, 2, "E225")]


@pytest.mark.parametrize(
    ("configuration", "words"),
    [
        (
            "[flake8]\nextend-ignore = E203 # as black\n",
            "ValueError: Error code '#' supplied to 'extend-ignore' option does not match",
        ),
        ("[flake8]\nmax-line-length = wide\n", "ValueError: invalid literal for int() with base 10: 'wide'"),
        (
            "[flake8]\nrequire-plugins = flake8-nope\n",
            "There was a critical error during execution of Flake8:\nrequired plugins were not installed!",
        ),
        ("[flake8\n", "unparseable config"),
        (
            "[flake8:local-plugins]\nextension = X1 = nope:check\n",
            'flake8.exceptions.FailedToLoadPlugin: Flake8 failed to load plugin "local" due to No module',
        ),
    ],
    ids=["comment in a list", "wrong type", "missing plugin", "no ini file", "missing local plugin"],
)
def test_a_broken_configuration_is_a_failure_with_its_words(
    tree: Tree, configuration: str, words: str
) -> None:
    tree.write(".flake8", configuration)
    tree.write("ugly.py", "import os\n")
    (failure,) = tree.check("flake8").failures
    assert failure.reason.startswith(words)


def test_plugins_that_lie_in_the_project_work(tree: Tree) -> None:
    tree.write(".flake8", "[flake8:local-plugins]\nextension = X1 = plugin:check\npaths = ./tools\n")
    tree.write("tools/plugin.py", 'def check(logical_line):\n    yield 0, "X100 line seen"\n')
    tree.write("a.py", "x = 1\n")
    results = tree.check("flake8", targets=["a.py"])
    assert (brief(results.findings), results.failures) == ([("a.py", 1, 1, "X100")], ())
