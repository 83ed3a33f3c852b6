"""What is known from an earlier run is not found out again, and what may have changed is."""

from __future__ import annotations

import importlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quality_kit.finding import Failure, Finding
from tests import projects
from tests.linters.conftest import Tree, brief
from tests.projects import AS_MODULE, make_project

PER_FILE = ("autoflake", "black", "flake8", "isort")
REMEMBERED = (*PER_FILE, "vulture")
DISTRIBUTIONS = [f"{name}-1.0" for name in REMEMBERED]


@pytest.fixture
def remembering(tree: Tree) -> Tree:
    """A tree whose runs share a cache."""
    tree.cache_folder = tree.root.parent / "cache"
    tree.write("a.py", "import sys\nimport os\nx=1\n")
    tree.write("b.py", "import re\n")
    return tree


def run(tree: Tree, *names: str, python: str | None = None) -> tuple[Finding, ...]:
    results = tree.check(*(names or REMEMBERED), python=python or tree.noting_python(*DISTRIBUTIONS))
    assert (results.failures, results.not_checked) == ((), ())
    return results.findings


def database(tree: Tree, query: str, *values: str) -> list[tuple[bytes, ...]]:
    """What the cache holds, past its own door."""
    assert tree.cache_folder is not None
    (file,) = tree.cache_folder.glob("*.sqlite")
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(query, values).fetchall()


def disguise(python: Path, script: str) -> None:
    """Make an interpreter do something else; it looks the same from outside."""
    before = os.stat(python)
    python.write_text(script.ljust(before.st_size))
    os.utime(python, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_an_unchanged_tree_starts_no_process_and_gives_the_same_findings(remembering: Tree) -> None:
    cold = run(remembering)
    assert remembering.starts() == [f"{name} a.py b.py" for name in REMEMBERED]
    warm = run(remembering)
    assert (warm, remembering.starts()) == (cold, [])
    assert len(cold) == 11


def test_what_was_remembered_needs_the_tool_no_more(remembering: Tree) -> None:
    cold = run(remembering)
    python = Path(remembering.noting_python(*DISTRIBUTIONS))
    disguise(python, "#!/bin/sh\nexit 99\n")
    assert run(remembering, python=str(python)) == cold


def test_only_an_edited_file_is_checked_again_but_dead_code_in_all(remembering: Tree) -> None:
    run(remembering)
    remembering.starts()
    remembering.write("b.py", "import json\n")
    findings = run(remembering)
    assert remembering.starts() == [*(f"{name} b.py" for name in PER_FILE), "vulture a.py b.py"]
    assert [(finding.code, finding.message) for finding in findings if finding.location.path == "b.py"] == [
        ("F401", "'json' imported but unused"),
        ("autoflake:unused-import", "unused import 'json'"),
        ("vulture:unused-import", "unused import 'json'"),
    ]


def test_targets_that_were_checked_with_the_whole_tree_are_known(remembering: Tree) -> None:
    cold = run(remembering)
    remembering.starts()
    results = remembering.check(
        *REMEMBERED, targets=["b.py"], python=remembering.noting_python(*DISTRIBUTIONS)
    )
    assert results.findings == tuple(finding for finding in cold if finding.location.path == "b.py")
    assert remembering.starts() == []


def test_mypy_is_started_always_and_remembers_by_itself(remembering: Tree) -> None:
    python = remembering.noting_python("mypy-1.0")
    run(remembering, "mypy", python=python)
    run(remembering, "mypy", python=python)
    assert remembering.starts() == ["mypy a.py b.py", "mypy a.py b.py"]


@pytest.mark.parametrize(
    ("path", "text", "started"),
    [
        ("pyproject.toml", "[tool.black]\nline-length = 80\n", REMEMBERED),
        ("setup.cfg", "[flake8]\nmax-line-length = 80\n", ("autoflake", "flake8", "isort")),
        (".flake8", "[flake8]\nmax-line-length = 80\n", ("flake8",)),
        (".isort.cfg", "[settings]\nforce_single_line = true\n", ("flake8", "isort")),
        (".editorconfig", "root = true\n[*.py]\nmax_line_length = 80\n", ("flake8", "isort")),
        ("../pyproject.toml", "[tool.black]\nline-length = 80\n", ("autoflake", "flake8")),
    ],
)
def test_a_configuration_that_a_tool_may_read_makes_it_check_again(
    remembering: Tree, path: str, text: str, started: tuple[str, ...]
) -> None:
    run(remembering)
    remembering.starts()
    remembering.write(path, text)
    run(remembering)
    assert [line.partition(" ")[0] for line in remembering.starts()] == list(started)


def test_an_edit_of_the_configuration_changes_the_findings(remembering: Tree) -> None:
    remembering.write(".flake8", "[flake8]\nextend-ignore = E225\n")
    assert "E225" not in {finding.code for finding in run(remembering, "flake8")}
    remembering.write(".flake8", "[flake8]\n")
    assert "E225" in {finding.code for finding in run(remembering, "flake8")}


def test_another_version_of_the_tool_or_of_a_plugin_checks_again(remembering: Tree) -> None:
    run(remembering)
    remembering.starts()
    run(remembering, python=remembering.noting_python(*DISTRIBUTIONS, "flake8_plugin-2.0"))
    assert [line.partition(" ")[0] for line in remembering.starts()] == list(REMEMBERED)


def test_nothing_is_remembered_for_an_interpreter_that_cannot_be_looked_into(remembering: Tree) -> None:
    python = remembering.noting_python()
    run(remembering, "flake8", python=python)
    run(remembering, "flake8", python=python)
    assert remembering.starts() == ["flake8 a.py b.py", "flake8 a.py b.py"]


def test_with_a_plugin_in_the_project_nothing_is_remembered(remembering: Tree) -> None:
    remembering.write(".flake8", "[flake8:local-plugins]\nextension = X1 = plugin:check\npaths = tools\n")
    remembering.write("tools/plugin.py", 'def check(logical_line):\n    yield 0, "X100 first"\n')
    assert "first" in {finding.message for finding in run(remembering, "flake8")}
    remembering.write("tools/plugin.py", 'def check(logical_line):\n    yield 0, "X100 second"\n')
    assert "second" in {finding.message for finding in run(remembering, "flake8")}


def test_a_new_package_of_the_project_changes_the_order_of_imports(remembering: Tree) -> None:
    remembering.write("a.py", "import numpy\nimport orders\n")
    assert brief(run(remembering, "isort")) == []
    remembering.write("orders/__init__.py", "")
    assert brief(run(remembering, "isort")) == [("a.py", 2, 1, "isort:order")]


def test_a_new_configuration_in_a_folder_is_noticed(remembering: Tree) -> None:
    remembering.write("service/c.py", "import os\nimport abc\n")
    assert ("service/c.py", 1, 1, "isort:order") in brief(run(remembering, "isort"))
    remembering.write("service/setup.cfg", "[isort]\nlength_sort = true\n")
    assert ("service/c.py", 1, 1, "isort:order") not in brief(run(remembering, "isort"))


def test_excluded_files_are_remembered_without_a_start(remembering: Tree) -> None:
    remembering.write("pyproject.toml", '[tool.black]\nexclude = "."\n')
    assert run(remembering, "black") == ()
    assert remembering.starts() == []


def test_what_a_failing_tool_said_is_not_remembered(remembering: Tree) -> None:
    remembering.write("pyproject.toml", "[tool.isort]\nprofile = 'nope'\n")
    python = remembering.noting_python(*DISTRIBUTIONS)
    first, second = (remembering.check("isort", python=python) for _ in range(2))
    assert first == second
    assert len(first.failures) == 1
    assert remembering.starts() == ["isort a.py b.py", "isort a.py b.py"]


def test_trouble_with_one_file_does_not_make_the_tool_forget_the_others(remembering: Tree) -> None:
    python = Path(remembering.noting_python(*DISTRIBUTIONS))
    noting = python.read_text()
    error = "error: cannot format b.py: INTERNAL ERROR: unstable"
    disguise(python, f"#!/bin/sh\necho '{error}' >&2\nexit 123\n")
    assert remembering.check("black", python=str(python)).failures == (Failure("black", error, "b.py"),)
    disguise(python, noting)
    run(remembering, "black", python=str(python))
    assert remembering.starts() == ["black b.py"]


def test_a_file_that_was_saved_during_the_run_is_checked_again(remembering: Tree) -> None:
    python = remembering.noting_python(*DISTRIBUTIONS)
    running = remembering.start("flake8", "vulture", python=python)
    remembering.write("b.py", "import json\n")
    running.collect()
    remembering.write("b.py", "import re\n")
    remembering.starts()
    messages = [finding.message for finding in run(remembering, "flake8", "vulture", python=python)]
    assert remembering.starts() == ["flake8 b.py", "vulture a.py b.py"]
    assert "'re' imported but unused" in messages
    assert "unused import 're'" in messages


def test_answers_about_files_that_are_gone_are_forgotten(remembering: Tree) -> None:
    run(remembering, "flake8")
    (remembering.root / "b.py").unlink()
    run(remembering, "flake8")
    assert database(remembering, "select key from entries") == [(b"a.py",)]


def test_a_cache_with_foreign_content_is_a_cold_run(remembering: Tree) -> None:
    cold = run(remembering, "flake8")
    for payload in ('[["not ours"]]', "no JSON", "7"):
        database(remembering, "update entries set payload = ? where key = x'612e7079'", payload)
        assert run(remembering, "flake8") == cold


def test_another_version_of_what_reads_the_answers_asks_again(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"pyproject.toml": "[tool.quality-kit]\n", "a.py": "x=1\n"})
    tool = tmp_path / "tool" / "quality_kit"
    for name, copy in (("quality_kit", tool), ("quality_kit.checks", tool / "checks")):
        (source,) = importlib.import_module(name).__path__
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
    surroundings = {"PYTHONPATH": str(tool.parent), "PYTHONDONTWRITEBYTECODE": "1"}

    def told() -> str:
        done = projects.run("check", "--linters", "black", cwd=root, env=surroundings, command=AS_MODULE)
        return done.stdout

    assert "not formatted: 1 line differs" in told()
    adapter = tool / "linters" / "black.py"
    adapter.write_text(adapter.read_text().replace("not formatted: ", "unformatted: "))
    assert " unformatted: 1 line differs" in told()
