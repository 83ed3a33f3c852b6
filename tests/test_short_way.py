"""The short way understands what it takes on as typer does, and leaves everything else to typer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from quality_kit.cli.app import app
from quality_kit.cli.checking import Arguments
from quality_kit.cli.short_way import plain
from tests.projects import run


def by_typer(*words: str) -> Arguments:
    """The arguments of ``quality-kit check`` as typer reads them."""
    command = get_command(app).commands["check"]  # type: ignore[attr-defined]
    values: Any = command.make_context("check", list(words)).params
    given: Any = {name: None if value == () else value for name, value in values.items()}
    return Arguments(**given)


@pytest.mark.parametrize(
    "line",
    [
        "",
        ".",
        "app tests/test_a.py",
        "- --stdin-filename app/x.py",
        "--select QK2,QK301 --select=F401 --extend-select QK5 --ignore QK1",
        "--linters black,mypy app",
        "--no-linters --no-project-rules --exit-zero --statistics --quiet --verbose",
        "-q -v --no-cache --force-exclude --show-files --staged --no-baseline",
        "--output-format text --output-format json:report.json --output-file report.txt",
        "--new-since auto --fail-on warning --jobs 2 --jobs=0",
        "--cache-dir /tmp/x --config quality-kit.toml --baseline debt.jsonl",
        "--config=a=b.toml",
    ],
)
def test_a_plain_line_means_the_same_both_ways(line: str) -> None:
    """Every option is in one of the lines."""
    assert plain(line.split()) == by_typer(*line.split())


def test_no_option_is_forgotten() -> None:
    """An option of typer's that the short way does not know would never be read by it."""
    parameters = get_command(app).commands["check"].params  # type: ignore[attr-defined]
    assert tuple(each.name for each in parameters if each.name != "help") == Arguments._fields


@pytest.mark.parametrize(
    "line",
    [
        "--help",
        "-h",
        "-qv",
        "--",
        "-- app",
        "--jobs two",
        "--jobs -1",
        f"--jobs {'9' * 5000}",
        "--select",
        "--select=",
        "--config --quiet",
        "--quiet=yes",
        "--paths app",
        "--no_linters",
        "--no-linter",
        "-x",
        "---quiet",
    ],
)
def test_anything_else_is_left_to_typer(line: str) -> None:
    """Help, mistakes and rare ways of writing."""
    assert plain(line.split()) is None


@pytest.mark.parametrize("word", ["app/*.py", "a?.py", "[ab].py", "~/x.py", "$HOME/x.py", "%HOME%/x.py"])
def test_what_no_shell_of_windows_expands_is_left_to_typer(word: str) -> None:
    assert plain([word], is_windows=True) is None
    assert plain([word], is_windows=False) == Arguments(paths=[word])
    assert plain(["app/x.py"], is_windows=True) == Arguments(paths=["app/x.py"])


def test_a_number_of_any_length_is_a_mistake_of_the_user(tmp_path: Path) -> None:
    done = run("check", "--jobs", "9" * 5000, cwd=tmp_path)
    assert done.returncode == 2
    assert "Invalid value for '--jobs'" in done.stderr


def test_a_plain_check_brings_neither_typer_nor_libcst_when_nothing_has_changed(tmp_path: Path) -> None:
    """That is what makes it short."""
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "a.py").write_text("print(1)\n")
    script = (
        "import sys\nfrom quality_kit.cli.main import main\n"
        "sys.argv[1:] = ['check', '--no-linters', '--exit-zero', '--quiet']\n"
        "try:\n    main()\nfinally:\n"
        "    print(sorted({'typer', 'click', 'rich', 'libcst', 'argparse', 'pydantic'} & set(sys.modules)))\n"
    )
    run = [sys.executable, "-P", "-c", script]
    first, again = (
        subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True).stdout for _ in range(2)
    )
    assert first.splitlines()[-1] == "['libcst']"
    assert again.splitlines()[-1] == "[]"
