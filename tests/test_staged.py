"""The door for pre-commit: what it says of staged files, and that it starts lean."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.projects import make_project, run, write

COMMAND = (str(Path(sys.executable).with_name("quality-kit-pre-commit")),)
AS_MODULE = (sys.executable, "-m", "quality_kit.hooks.pre_commit")
MANIFEST = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"

SERVICE = "class OrderService:\n    def create(self) -> None: ...\n"
BUILT = "from app.services import OrderService\n\norder_service = OrderService()\n"
READING = 'import os\n\nURL = os.environ["DATABASE_URL"]\n'
APP = {
    "pyproject.toml": '[tool.quality-kit]\nexclude = ["old/"]\n',
    ".env.example": "OTHER=1\n",
    "app/__init__.py": "",
    "app/services.py": SERVICE,
    "app/main.py": BUILT,
    "app/settings.py": READING,
    "app/talk.py": 'print("x")\n',
    "old/talk.py": 'print("x")\n',
}


def staged(root: Path, *arguments: str, command: tuple[str, ...] = COMMAND) -> tuple[int, list[str]]:
    """The exit code, and places and codes of what is said."""
    done = run(*arguments, cwd=root, command=command)
    assert done.stderr == ""
    return done.returncode, _said(done.stdout)


def _said(text: str) -> list[str]:
    path, said = "", []
    for line in text.splitlines():
        if line.startswith("  "):
            place, _, code, *_ = line.split()
            said.append(f"{path}:{place} {code}")
        elif line:
            path = line
    return said


@pytest.mark.parametrize("command", [COMMAND, AS_MODULE], ids=["command", "module"])
def test_only_what_is_wrong_in_staged_files_is_told(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = make_project(tmp_path, APP)
    assert staged(root, "app/talk.py", "app/services.py", command=command) == (1, ["app/talk.py:1:1 QK401"])
    assert staged(root, "app/services.py", command=command) == (0, [])


def test_a_rule_that_looks_across_files_is_right_about_one_of_them(tmp_path: Path) -> None:
    root = make_project(tmp_path, APP)
    assert staged(root, "app/main.py") == (1, ["app/main.py:3:1 QK201"])  # the class stands elsewhere
    assert staged(root, "app/settings.py") == (1, ["app/settings.py:3:7 QK501"])  # so does the example
    write(root, ".env.example", "DATABASE_URL=\n")
    write(root, "app/services.py", SERVICE.replace("OrderService", "Order"))
    assert staged(root, "app/settings.py") == (0, [])
    write(root, ".env.example", "")
    assert staged(root, "app/settings.py") == (1, ["app/settings.py:3:7 QK501"])


def test_the_whole_project_is_told_what_only_rules_across_files_know(tmp_path: Path) -> None:
    found = ["app/main.py:3:1 QK201", "app/settings.py:3:7 QK501"]
    root = make_project(tmp_path, {**APP, "app/untyped.py": "def f(a): ...\n", "app/talk.py": ""})
    assert staged(root, "--project") == (1, found)


def test_excluded_files_are_passed_over(tmp_path: Path) -> None:
    assert staged(make_project(tmp_path, APP), "old/talk.py") == (0, [])


def test_options_mean_what_they_mean_to_check(tmp_path: Path) -> None:
    root = make_project(tmp_path, APP)
    files = ["app/main.py", "app/talk.py"]
    assert staged(root, "--ignore", "QK4", *files) == (1, ["app/main.py:3:1 QK201"])
    assert staged(root, "--select=QK401", "--no-cache", *files) == (1, ["app/talk.py:1:1 QK401"])
    assert staged(root, "--fail-on", "never", "app/talk.py") == (0, ["app/talk.py:1:1 QK401"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name the files to check, as pre-commit does, or say --project"),
        (["--project", "app/main.py"], "--project is about the whole project and takes no files"),
        (["app/gone.py"], "app/gone.py does not exist"),
        (["--select", "QK999", "app/main.py"], "--select: "),
        (["--fail-on", "eror", "app/main.py"], "--fail-on: unknown severity 'eror', did you mean 'error'?"),
        (["--jobs", "x", "app/main.py"], "argument --jobs: invalid int value: 'x'"),
        (["--frob", "app/main.py"], "unrecognized arguments: --frob"),
    ],
)
def test_what_cannot_be_obeyed_is_no_finding(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, cwd=make_project(tmp_path, APP), command=COMMAND)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_run_about_unchanged_files_imports_nothing_that_is_slow(tmp_path: Path) -> None:
    root = make_project(tmp_path, APP)
    run("app/main.py", cwd=root, command=COMMAND)
    script = (
        "import atexit, json, sys\n"
        "from quality_kit.hooks.pre_commit import main\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules))))\n"
        "sys.argv = ['', 'app/main.py']\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True)
    imported = set(json.loads(done.stdout.splitlines()[-1]))
    assert done.returncode == 1
    assert (
        imported & {"typer", "click", "rich", "libcst", "pathspec", "argparse", "shutil", "tempfile"} == set()
    )


def test_a_changed_input_of_a_project_rule_starts_the_hook_for_them(tmp_path: Path) -> None:
    (pattern,) = re.findall(
        r"files: \|\n(.*?)\n  pass_filenames", MANIFEST.read_text(encoding="utf-8"), re.DOTALL
    )
    files = re.compile(textwrap.dedent(pattern))
    names = [
        *(".env.example", ".env.sample", "prod.env.template", ".env-dist", "env.example", "env.dist"),
        *("example.env", "my-sample.env", "pyproject.toml", "quality-kit.toml"),
    ]
    assert [name for name in names for path in (name, f"sub/{name}") if not files.search(path)] == []
    assert [name for name in ("app/env.py", "environment.py", "README.md") if files.search(name)] == []
