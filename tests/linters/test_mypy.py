"""The adapter of mypy, against captured output and against the real tool."""

from __future__ import annotations

import venv
from pathlib import Path

import pytest

from quality_kit.finding import Failure, Location, NotChecked
from quality_kit.linters._adapter import Output, Reading
from quality_kit.linters._sources import Sources
from quality_kit.linters.mypy import LINTER
from tests.linters.conftest import Tree, brief

SOURCES = Sources(Path("/project"), ["a.py", "q/conf.py"])

ERRORS = r"""{"file": "a.py", "line": 3, "column": 11, "end_line": 3, "end_column": 12, "message": "Incompatible return value type (got \"int\", expected \"str\")", "hint": null, "code": "return-value", "severity": "error"}

{"file": "a.py", "line": 11, "column": 16, "end_line": 11, "end_column": 22, "message": "Argument 1 of \"m\" is incompatible with supertype \"A\"", "hint": "This violates the Liskov substitution principle\nSee https://mypy.readthedocs.io", "code": "override", "severity": "error"}
{"file": "a.py", "line": 14, "column": 12, "end_line": 14, "end_column": 13, "message": "Revealed type is \"int\"", "hint": null, "code": "misc", "severity": "note"}
{"file": "elsewhere.py", "line": 1, "column": 0, "end_line": 1, "end_column": 1, "message": "m", "hint": null, "code": "misc", "severity": "error"}
"""  # noqa: E501
WITHOUT_COLUMN = '{"file": "a.py", "line": 7, "column": -1, "end_line": -1, "end_column": 0, "message": "m", "hint": null, "code": null, "severity": "error"}\n'  # noqa: E501
SYNTAX = '{"file": "a.py", "line": 1, "column": 7, "end_line": 1, "end_column": 8, "message": "Expected a parameter", "hint": null, "code": "syntax", "severity": "error"}\n'  # noqa: E501
TWICE = r"""{"file": "q/conf.py", "line": -1, "column": -1, "end_line": -1, "end_column": 0, "message": "Duplicate module named \"conf\" (also at \"p/conf.py\")", "hint": "Common resolutions include:\n    b) adding `__init__.py` somewhere", "code": null, "severity": "error"}
"""  # noqa: E501
UNDECODABLE = "a.py: error: Cannot decode file: 'utf-8' codec can't decode byte 0xff in position 0\n"


def read(code: int, stdout: str = "", stderr: str = "") -> Reading:
    return LINTER.parse(Output(code, stdout, stderr), SOURCES)


def test_columns_count_from_one_and_a_note_of_an_error_is_part_of_its_message() -> None:
    reading = read(1, ERRORS)
    assert [(finding.location, finding.code, finding.severity) for finding in reading.findings] == [
        (Location("a.py", 3, 12, 3, 13), "mypy:return-value", "error"),
        (Location("a.py", 11, 17, 11, 23), "mypy:override", "error"),
        (Location("a.py", 14, 13, 14, 14), "mypy:misc", "info"),
    ]
    assert reading.findings[1].message == (
        'Argument 1 of "m" is incompatible with supertype "A"\n'
        "This violates the Liskov substitution principle\nSee https://mypy.readthedocs.io"
    )
    assert (reading.findings[0].name, reading.failures, reading.not_checked) == ("return-value", (), ())


def test_an_unknown_column_is_the_first() -> None:
    (finding,) = read(1, WITHOUT_COLUMN).findings
    assert (finding.location, finding.code) == (Location("a.py", 7, 1, 7, 1), "mypy:misc")


def test_a_file_that_does_not_parse_is_a_finding_and_the_rest_is_not_checked() -> None:
    reading = read(2, SYNTAX)
    assert [finding.location for finding in reading.findings] == [Location("a.py", 1, 7, 1, 8)]
    assert reading.not_checked == (
        NotChecked("mypy", "it stopped at a.py:1 and checked no types: Expected a parameter"),
    )
    assert reading.failures == ()


def test_an_undecodable_file_is_a_finding_and_the_rest_is_not_checked() -> None:
    reading = read(2, "", UNDECODABLE)
    assert brief(reading.findings) == [("a.py", 1, 1, "mypy:syntax")]
    assert (len(reading.not_checked), reading.failures) == (1, ())


def test_two_modules_of_one_name_are_a_failure_with_the_ways_out() -> None:
    reason = 'Duplicate module named "conf" (also at "p/conf.py")\n'
    reason += "Common resolutions include:\n    b) adding `__init__.py` somewhere"
    assert read(2, TWICE) == Reading(failures=(Failure("mypy", reason, "q/conf.py"),))


def test_words_on_standard_error_are_a_failure_also_with_exit_code_zero() -> None:
    words = "pyproject.toml: [mypy]: Unrecognized option: nonsense = True"
    assert read(0, "", words + "\n") == Reading(failures=(Failure("mypy", words),))


def test_the_real_tool_checks_without_configuration_and_ignores_missing_imports(tree: Tree) -> None:
    tree.write("a.py", "import not_there\nfrom b import g\n\n\ndef f(x: int) -> str:\n    return g(x)\n")
    tree.write("b.py", "def g(x: int) -> int:\n    return x\n")
    results = tree.check("mypy")
    assert [(finding.location, finding.code) for finding in results.findings] == [
        (Location("a.py", 6, 12, 6, 16), "mypy:return-value")
    ]
    assert (results.failures, results.not_checked) == ((), ())


def test_its_cache_lies_where_the_project_expects_it(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MYPY_CACHE_DIR")
    tree.write("a.py", "x: int = 1\n")
    tree.check("mypy")
    assert (tree.root / ".mypy_cache").is_dir()


def test_only_targets_are_reported_and_their_imports_followed(tree: Tree) -> None:
    tree.write("a.py", "from b import g\n\nx: str = g()\n")
    tree.write("b.py", "def g() -> int:\n    return 'no'\n")
    assert brief(tree.check("mypy", targets=["a.py"]).findings) == [("a.py", 3, 10, "mypy:assignment")]


def test_one_unparsable_file_stops_it_and_that_is_told(tree: Tree) -> None:
    tree.write("a.py", "x: int = 'no'\n")
    tree.write("bad.py", "def f(:\n    pass\n")
    results = tree.check("mypy")
    assert {(finding.location.path, finding.code) for finding in results.findings} == {
        ("bad.py", "mypy:syntax")
    }
    assert [(passed.source, passed.path) for passed in results.not_checked] == [("mypy", None)]
    assert results.not_checked[0].reason.startswith("it stopped at bad.py:1 and checked no types: ")
    assert results.failures == ()


def test_a_rejected_option_is_a_failure_beside_what_was_found(tree: Tree) -> None:
    tree.write("pyproject.toml", "[tool.mypy]\ndisallow_untyped = true\n")
    tree.write("a.py", "x: int = 'no'\n")
    results = tree.check("mypy")
    words = "pyproject.toml: [mypy]: Unrecognized option: disallow_untyped = True"
    assert results.failures == (Failure("mypy", words),)
    assert brief(results.findings) == [("a.py", 1, 10, "mypy:assignment")]


@pytest.mark.parametrize(
    ("configuration", "words"),
    [
        (
            "[tool.mypy\n",
            "pyproject.toml: Expected ']' at the end of a table declaration (at line 1, column 11)",
        ),
        (
            '[tool.mypy]\nplugins = ["nope"]\n',
            "pyproject.toml: Error importing plugin \"nope\": No module named 'nope'",
        ),
    ],
    ids=["broken file", "missing plugin"],
)
def test_a_broken_configuration_is_a_failure_with_its_words(
    tree: Tree, configuration: str, words: str
) -> None:
    tree.write("pyproject.toml", configuration)
    tree.write("a.py", "x = 1\n")
    assert tree.check("mypy").failures == (Failure("mypy", words),)


def test_settings_that_change_the_output_do_not_hide_findings(tree: Tree) -> None:
    settings = "pretty show_absolute_path show_error_context hide_error_codes warn_unused_configs"
    lines = [f"{name} = true" for name in [*settings.split(), "install_types", "non_interactive"]]
    other = '[[tool.mypy.overrides]]\nmodule = "unused.*"\nignore_errors = true\n'
    tree.write("pyproject.toml", "\n".join(["[tool.mypy]", *lines, "", other]))
    tree.write("a.py", "x: int = 'no'\n")
    results = tree.check("mypy")
    assert (brief(results.findings), results.failures) == ([("a.py", 1, 10, "mypy:assignment")], ())


def test_excludes_of_the_project_count_although_the_files_are_named(tree: Tree) -> None:
    tree.write("mypy.ini", "[mypy]\nexclude = (?x)(\n    ^old/\n    | _pb2\\.py$ )\n")
    for path in ("old/a.py", "new/x_pb2.py", "new/b.py"):
        tree.write(path, "x: int = 'no'\n")
    assert [finding.location.path for finding in tree.check("mypy").findings] == ["new/b.py"]


def test_a_plugin_that_lies_in_the_project_works(tree: Tree) -> None:
    tree.write("mypy.ini", "[mypy]\nplugins = tools/plugin.py\n")
    tree.write(
        "tools/plugin.py",
        "from mypy.plugin import Plugin\n\n\nclass Own(Plugin):\n"
        "    def get_function_hook(self, fullname):\n        if fullname == 'a.f':\n"
        "            return self.hook\n\n"
        "    def hook(self, context):\n        context.api.fail('seen', context.context)\n"
        "        return context.default_return_type\n\n\ndef plugin(version):\n    return Own\n",
    )
    tree.write("a.py", "def f() -> None: ...\n\n\nf()\n")
    results = tree.check("mypy", targets=["a.py"])
    assert [(finding.location.line, finding.message) for finding in results.findings] == [(4, "seen")]
    assert results.failures == ()


def test_imports_are_looked_up_in_the_environment_of_the_project(tree: Tree) -> None:
    venv.create(tree.root / ".venv", symlinks=True, with_pip=False)
    (packages,) = (tree.root / ".venv" / "lib").glob("python3*/site-packages")
    (packages / "typed").mkdir()
    (packages / "typed" / "py.typed").write_text("")
    (packages / "typed" / "__init__.py").write_text("def f() -> int: ...\n")
    tree.write("a.py", "from typed import f\n\nx: str = f()\n")
    results = tree.check("mypy")
    assert (brief(results.findings), results.failures) == ([("a.py", 3, 10, "mypy:assignment")], ())
