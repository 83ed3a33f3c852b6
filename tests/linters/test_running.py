"""The six side by side: what they are given, what they may not do, how they end."""

from __future__ import annotations

import os
import sys
import time
import venv
from pathlib import Path

import pytest

from quality_kit import linters
from quality_kit.finding import Failure, NotChecked
from tests.linters.conftest import Tree, brief

PER_FILE = ("autoflake", "black", "flake8", "isort")
ALL = (*PER_FILE, "mypy", "vulture")


def test_the_linters_are_those_that_have_a_module() -> None:
    assert linters.available() == ALL
    assert linters.silent_on_unparsable() == ("autoflake", "isort")


def test_all_linters_report_on_one_tree(tree: Tree) -> None:
    tree.write("good.py", "x = 1\n")
    tree.write("pkg/ugly.py", "import sys\nimport os\nx: int = 'no'\n\n\ndef f(unused): ...\n")
    results = tree.check(*ALL)
    assert brief(results.findings) == [
        ("pkg/ugly.py", 1, 1, "F401"),
        ("pkg/ugly.py", 1, 1, "autoflake:unused-import"),
        ("pkg/ugly.py", 1, 1, "isort:order"),
        ("pkg/ugly.py", 2, 1, "F401"),
        ("pkg/ugly.py", 2, 1, "autoflake:unused-import"),
        ("pkg/ugly.py", 2, 1, "vulture:unused-import"),
        ("pkg/ugly.py", 3, 1, "black:format"),
        ("pkg/ugly.py", 3, 10, "mypy:assignment"),
        ("pkg/ugly.py", 6, 1, "vulture:unused-variable"),
    ]
    assert (results.failures, results.not_checked) == ((), ())
    assert {finding.sources for finding in results.findings} == {(name,) for name in ALL}


def test_names_with_spaces_and_names_like_options_are_files(tree: Tree) -> None:
    names = ["-v.py", "@list.py", "a b/c: d.py", "été.py"]
    for name in names:
        tree.write(name, "import sys\nimport os\nx=1\n")
    results = tree.check(*PER_FILE, "vulture")
    by_tool = {
        tool: {finding.location.path for finding in results.findings if finding.sources == (tool,)}
        for tool in (*PER_FILE, "vulture")
    }
    assert by_tool == {tool: set(names) for tool in (*PER_FILE, "vulture")}
    tree.write("@list.py", "x: int = 'no'\n")
    tree.write("-v.py", "x: int = 'no'\n")
    checked = tree.check("mypy", targets=["-v.py", "@list.py"])
    assert [finding.location.path for finding in checked.findings] == ["-v.py", "@list.py"]
    assert (results.failures, checked.failures) == ((), ())


def test_names_that_would_break_an_output_are_told_as_not_checked(tree: Tree) -> None:
    names = ["a\nb.py", "c\x1f.py", os.fsdecode(b"d\xff.py")]
    for name in names:
        (tree.root / name).write_text("import os\n")
    tree.write("good.py", "x = 1\n")
    results = tree.check(*ALL)
    reason = "the name of the file holds a control character or is no text"
    assert (results.findings, results.failures) == ((), ())
    assert set(results.not_checked) == {NotChecked(tool, reason, name) for tool in ALL for name in names}


def test_a_file_from_standard_input_is_told_as_not_checked(tree: Tree) -> None:
    tree.write("a.py", "import os\n")
    results = tree.start("flake8", stdin=("a.py", b"x = 1\n")).collect()
    reason = "it reads files, and this one comes from standard input"
    assert results == linters.LinterResults((), (), (NotChecked("flake8", reason, "a.py"),))


def test_without_files_nothing_starts(tree: Tree) -> None:
    tree.write("a.py", "import os\n")
    results = tree.check(*ALL, targets=[], python="/nowhere/python")
    assert results == linters.LinterResults((), (), ())


def test_a_program_that_is_no_python_and_says_nothing_has_not_checked_anything(tree: Tree) -> None:
    tree.write("a.py", "import os\n")
    silent = tree.root.parent / "silent"
    silent.write_text("#!/bin/sh\n")
    silent.chmod(0o755)
    results = tree.check(*ALL, python=str(silent))
    words = f"{silent} never started it: is that a Python?"
    assert results.failures == tuple(Failure(name, words) for name in ALL)


def test_modules_of_the_project_are_not_taken_for_the_tools(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tree.root))
    for name in (*ALL, "click", "pyflakes", "pathspec"):
        tree.write(f"{name}.py", "raise SystemExit('the checked code was run')\n")
    tree.write("app.py", "import os\n")
    results = tree.check(*ALL, targets=["app.py"])
    assert results.failures == ()
    assert [finding.code for finding in results.findings] == [
        "F401",
        "autoflake:unused-import",
        "vulture:unused-import",
    ]


def test_the_environment_of_a_continuous_integration_changes_nothing(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    step_outputs = tree.root.parent / "step-outputs"
    step_outputs.write_text("")
    for name in ("FORCE_COLOR", "MYPY_FORCE_COLOR", "CLICOLOR_FORCE", "PYTHONDEVMODE"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("PYTHONWARNINGS", "always")
    monkeypatch.setenv("GITHUB_OUTPUT", str(step_outputs))
    tree.write("a.py", "import sys\nimport os\nx: int= 'no'\ny = '\\d'\n")
    results = tree.check(*ALL)
    assert [finding.code for finding in results.findings] == [
        "F401",
        "autoflake:unused-import",
        "isort:order",
        "F401",
        "autoflake:unused-import",
        "vulture:unused-import",
        "black:format",
        "E225",
        "mypy:assignment",
        "W605",
    ]
    assert (results.failures, step_outputs.read_text()) == ((), "")


def test_a_missing_tool_is_a_failure_that_says_where(tree: Tree) -> None:
    environment = tree.root.parent / "bare"
    venv.create(environment, symlinks=True, with_pip=False)
    tree.write("a.py", "import os\n")
    python = str(environment / "bin" / "python")
    results = tree.check(*ALL, python=python)
    assert results.findings == ()
    assert results.failures == tuple(
        Failure(
            name,
            f"ImportError: No module named {name}\n"
            f"({python} lacks it: install {name} there, or set linter-python)",
        )
        for name in ALL
    )


def test_a_missing_interpreter_is_a_failure(tree: Tree) -> None:
    tree.write("a.py", "import os\n")
    results = tree.check("black", python="/nowhere/python")
    reason = "it cannot be started with /nowhere/python: No such file or directory"
    assert results == linters.LinterResults((), (Failure("black", reason),), ())


def test_an_environment_of_the_project_without_the_tool_is_not_used(tree: Tree) -> None:
    venv.create(tree.root / ".venv", symlinks=True, with_pip=False)
    tree.write("a.py", "import os\n")
    results = tree.check("flake8")
    assert (brief(results.findings), results.failures) == ([("a.py", 1, 1, "F401")], ())


def test_an_environment_of_the_project_with_the_tool_is_used(tree: Tree) -> None:
    venv.create(tree.root / ".venv", symlinks=True, with_pip=False)
    (packages,) = (tree.root / ".venv" / "lib").glob("python3*/site-packages")
    (packages / "flake8-1.0.dist-info").mkdir()
    (packages / "flake8.py").write_text("print('own flake8')\nraise SystemExit(1)\n")
    tree.write("a.py", "import os\n")
    assert tree.check("flake8").failures == (Failure("flake8", "own flake8"),)


def script(tree: Tree, text: str) -> str:
    """An interpreter that does something else."""
    path = tree.root.parent / "python"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


def test_a_linter_that_takes_too_long_is_stopped_and_the_others_count(tree: Tree) -> None:
    tree.write("a.py", "import os\n")
    slow = script(tree, f'test "$2" = black && exec sleep 60\nexec {sys.executable} "$@"')
    started = time.monotonic()
    results = tree.start("black", "flake8", python=slow, timeout=3).collect()
    assert 3 <= time.monotonic() - started < 10
    reason = "it was stopped after 3 seconds: give it fewer files or more time"
    assert results.failures == (Failure("black", reason),)
    assert brief(results.findings) == [("a.py", 1, 1, "F401")]


def test_stopping_ends_a_linter_with_all_that_it_has_started(tree: Tree) -> None:
    tree.write("a.py", "import os\n")
    pipe = tree.root.parent / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    # The grandchild ignores the polite signal, and holds the pipe open as long as it lives.
    stubborn = script(tree, f"(trap '' TERM; echo up; sleep 60; sleep 60) > '{pipe}' &\nwait")
    running = tree.start("black", python=stubborn)
    assert _read(reader, until=b"up\n") == b"up\n"
    running.stop()
    assert _read(reader, until=b"") == b""
    os.close(reader)


def _read(reader: int, until: bytes) -> bytes | None:
    """What a pipe without a writer (empty), or with one (bytes, None for silence), says before long."""
    deadline = time.monotonic() + 10
    said: bytes | None = None
    while time.monotonic() < deadline:
        try:
            said = os.read(reader, 100)
        except BlockingIOError:
            said = None
        if said == until:
            break
        time.sleep(0.01)
    return said


def test_nothing_is_left_in_the_folder_for_temporary_files(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    tree.write("a.py", "import os\n")
    tree.check("flake8", "vulture")
    tree.start("flake8", python=script(tree, "exec sleep 60")).stop()
    assert list(temporary.iterdir()) == []


def test_more_files_than_a_command_line_holds_are_checked_in_one_start(tree: Tree) -> None:
    folder = "/".join(["a" * 200] * 6)
    for number in range(2000):
        tree.write(f"{folder}/{'b' * 200}{number}.py", "")
    tree.write("a.py", "import os\n")
    python = tree.noting_python()
    results = tree.check("isort", "vulture", python=python)
    assert ([finding.code for finding in results.findings], results.failures) == (
        ["vulture:unused-import"],
        (),
    )
    assert [line.partition(" ")[0] for line in tree.starts()] == ["isort", "vulture"]
