"""The checked code is read, never run, whatever its files are called and whoever of us starts a process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.odd_files import DEEP
from tests.projects import AS_MODULE, COMMAND, make_project, places, report, run

#: What we, our dependencies or Python could try to import.
NAMES = sorted(
    {name for name in sys.stdlib_module_names if name.isidentifier() and name != "__main__"}
    | {"black", "checks", "flake8", "hooks", "isort", "libcst", "mypy", "pathspec", "rich", "sitecustomize"}
    | {"tests", "typer", "usercustomize", "vulture", "yaml", "quality_kit"}
)
#: Notes that it was run, and says nothing.
BOMB = "open(__file__ + '.was-run', 'w').close()\n"
#: So much that processes are started, one of them for a suspect.
PADDING: dict[str, str | bytes] = {
    "padding.py": "# text that costs nothing to parse\n" * 10_000,
    "suspect.py": DEEP["brackets"].data,
}


def was_run(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*.was-run"))


def loaded_by_python_itself() -> set[str]:
    """What ``python -m`` has imported, from the working directory if need be, before any code of ours runs."""
    script = "import runpy, sys; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("command", [COMMAND, AS_MODULE], ids=["quality-kit", "python -m quality_kit"])
def test_no_module_of_the_project_is_run_by_the_rules(tmp_path: Path, command: Sequence[str]) -> None:
    spared = {"quality_kit", *loaded_by_python_itself()} if command is AS_MODULE else set()
    names = [name for name in NAMES if name not in spared]
    root = make_project(tmp_path, {**{f"{name}.py": BOMB for name in names}, **PADDING}, git=False)
    found = report("--select", "QK401", "--jobs", "2", "--no-cache", cwd=root, command=command)
    assert places(found) == [("suspect.py", 2, "QK401")]
    assert found["summary"]["files"] == len(names) + len(PADDING)
    assert was_run(root) == []


def test_no_package_of_the_project_is_run_by_rules_and_linters(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"{name}/__init__.py": BOMB for name in NAMES}
    more = {"app/main.py": BOMB, "conftest.py": BOMB, "setup.py": BOMB, "app/__main__.py": BOMB}
    root = make_project(tmp_path, {**files, **more}, git=False)
    done = run("check", "--output-format", "json:report.json", cwd=root)
    assert done.returncode in (1, 2)  # mypy may refuse to look at a second typing module
    assert (root / "report.json").exists()
    assert was_run(root) == []
