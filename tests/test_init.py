"""``quality-kit init`` on real repositories: exactly what it writes, and what it leaves as it is."""

from __future__ import annotations

import os
import pty
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.projects import COMMAND, make_project, run, run_git, write
from tests.test_cache import WITHOUT_POWERS, needs_read_only_folders

PYPROJECT = """\
# The shop's backend.
[project]
name = "shop"          # not "store"
requires-python = ">=3.12"
dependencies = ["fastapi"]

[dependency-groups]
dev = ["black==24.8.0", "pytest"]

[tool.ruff]
line-length = 100

[tool.ruff.lint]
# pyflakes and bugbear
select = ["F", "B"]

[tool.isort]
profile = "black"   # as black has it
"""
PRE_COMMIT = """\
# Hooks of the backend team.
default_stages: [pre-commit]

repos:
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v6.0.0  # keep in step with the other repositories
    hooks:
      - id: check-yaml

  - repo: https://github.com/pre-commit/mirrors-mypy
    rev: 'v1.11.0'
    hooks:
      - id: mypy
        args: [--strict,
               --pretty]
      # - id: mypy-again

ci:
    autofix_prs: false
"""
WORKFLOW = """\
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: |
          python -m flake8 app  # not vulture
          pytest
"""
GITLAB = """\
# The pipeline.
stages: [build, quality, deploy]

include:
  - local: /common.yml

build:
  stage: build
  script:
    - !reference [.setup, script]
    - make   # all of it
"""
FILES = {
    "pyproject.toml": PYPROJECT,
    ".pre-commit-config.yaml": PRE_COMMIT,
    ".github/workflows/test.yml": WORKFLOW,
    ".gitlab-ci.yml": GITLAB,
    ".gitignore": "*.pyc\n.venv/",
    "app/main.py": "",
    "app/use_cases/orders.py": "",
    "app/vendor/tool.py": "",
    "env.example": "A=1\n",
}


def contents(root: Path) -> dict[str, str]:
    """All files but those of git, what runs leave behind, and the baseline."""
    foreign = {".git", ".cache", ".quality-kit-cache", ".mypy_cache", ".quality-kit-baseline.jsonl"}
    files = [
        file
        for file in root.rglob("*")
        if file.is_file() and foreign.isdisjoint(file.relative_to(root).parts)
    ]
    return {file.relative_to(root).as_posix(): file.read_bytes().decode() for file in files}


def written(root: Path, *arguments: str) -> dict[str, str]:
    """The files that ``init --yes`` has changed or made; a second run must change nothing."""
    before = contents(root)
    done = run("init", "--yes", *arguments, cwd=root)
    assert (done.returncode, done.stderr) == (0, ""), (done.stdout, done.stderr)
    after = contents(root)
    again = run("init", "--yes", cwd=root)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.endswith("nothing to do: quality-kit is set up here\n")
    assert contents(root) == after
    return {path: text for path, text in after.items() if before.get(path) != text}


def test_everything_that_a_repository_needs_and_not_a_byte_more(tmp_path: Path) -> None:
    root = make_project(tmp_path, FILES)
    run_git(root, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert written(root) == {
        "pyproject.toml": PYPROJECT.replace("[tool.ruff.lint]\n", '[tool.ruff.lint]\nexternal = ["QK"]\n')
        + """\

[tool.quality-kit]
# In use here already; it can also run autoflake, vulture.
linters = ["black", "flake8", "isort", "mypy"]
exclude = ["vendor/"]

[tool.quality-kit.rules.QK501]
example-files = [".env.example", ".env.sample", ".env.template", "*.env.example", "env.example"]

[tool.quality-kit.rules.QK601]
paths = ["service/", "services/", "service.py", "services.py", "*_service.py", "use_cases/"]
""",
        ".gitignore": "*.pyc\n.venv/\n.quality-kit-cache/\n",
        ".pre-commit-config.yaml": PRE_COMMIT.replace(
            "      # - id: mypy-again\n",
            """\
      # - id: mypy-again

  - repo: local
    hooks:
      - id: quality-kit
        name: quality-kit
        entry: quality-kit-pre-commit
        language: system
        types: [python]
        require_serial: true
""",
        ),
        ".github/workflows/quality-kit.yml": """\
name: quality-kit

on:
  pull_request:
  push:
    branches: [trunk]

permissions:
  contents: read

jobs:
  quality-kit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0  # a change is compared with the commit that it starts from
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      # mypy and the plugins of flake8 must see what the project is built on.
      - run: |
          python3 -m venv .venv
          .venv/bin/python -m pip install --editable . --group dev
      - run: pip install quality-kit
      - run: quality-kit check --output-format auto
""",
        ".gitlab-ci.yml": GITLAB
        + """\

quality-kit:
  stage: quality
  image: python:3.12
  variables:
    GIT_DEPTH: "0"  # a change is compared with the commit that it starts from
  script:
    # mypy and the plugins of flake8 must see what the project is built on.
    - python3 -m venv .venv
    - .venv/bin/python -m pip install --editable . --group dev
    - pip install quality-kit
    - quality-kit check --output-format auto
""",
    }


def test_what_is_written_works(tmp_path: Path) -> None:
    root = make_project(
        tmp_path, {**FILES, "app/main.py": 'print("x")\n', "app/vendor/tool.py": 'print("x")\n'}
    )
    written(root)
    done = run("check", "--no-linters", "--select", "QK401", "--no-baseline", cwd=root)
    assert done.returncode == 1
    assert done.stdout.count("QK401") == 1
    pre_commit = [str(Path(COMMAND[0]).with_name("pre-commit")), "validate-config"]
    subprocess.run(
        pre_commit, cwd=root, check=True, env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    )


def test_the_hook_runs_before_commits(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": "", ".pre-commit-config.yaml": "repos: []\n"})
    written(root)
    write(root, "b.py", 'print("x")\n')
    run_git(root, "add", "--all")
    folder = Path(COMMAND[0]).parent
    done = run(
        *("run", "--all-files"),
        cwd=root,
        command=(str(folder / "pre-commit"),),
        env={"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "home")},
    )
    assert done.returncode == 1
    assert "QK401 print-call" in done.stdout


def test_a_bare_project_gets_a_file_of_our_own_and_says_what_it_lacks(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"main.py": ""})
    done = run("init", "--yes", cwd=root)
    assert contents(root) == {
        "main.py": "",
        "quality-kit.toml": (
            "# In use here already; it can also run autoflake, black, flake8, isort, mypy, vulture.\nlinters = []\n"
        ),
        ".gitignore": ".quality-kit-cache/\n",
    }
    assert done.stdout.splitlines()[-6:] == [
        "note: no linter is in use here, so only the rules run; name some in linters = [...]",
        "note: there is no .pre-commit-config.yaml: commits are not checked",
        "note: there is no .github/workflows and no .gitlab-ci.yml: nothing is checked in CI",
        "wrote quality-kit.toml",
        "wrote .gitignore",
        ".quality-kit-baseline.jsonl: 0 findings recorded; commit the file",
    ]


def test_what_is_there_already_is_recorded_and_only_what_comes_counts(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"main.py": 'print("old")\n'})
    done = run("init", "--yes", cwd=root)
    assert done.stdout.endswith(".quality-kit-baseline.jsonl: 1 finding recorded; commit the file\n")
    assert run("check", cwd=root).returncode == 0
    write(root, "main.py", 'print("old")\nprint("new")\n')
    assert run("check", cwd=root).returncode == 1


def test_a_tool_that_fails_leaves_no_baseline(tmp_path: Path) -> None:
    files = {"main.py": 'print("old")\n', "pyproject.toml": '[tool.black]\nline-length = "long"\n'}
    root = make_project(tmp_path, files)
    done = run("init", "--yes", cwd=root)
    assert done.returncode == 0
    assert done.stderr.endswith("no baseline is made: mend this, then quality-kit baseline create\n")
    assert not (root / ".quality-kit-baseline.jsonl").exists()


def test_without_git_nothing_is_ignored(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"main.py": "", "Makefile": "lint:\n\tblack .\n"}, git=False)
    assert sorted(written(root)) == ["quality-kit.toml"]
    assert tomllib.loads((root / "quality-kit.toml").read_text()) == {"linters": ["black"]}


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    root = make_project(
        tmp_path,
        {
            "back.end/pyproject.toml": "[tool.black]\n",
            "back.end/app.py": "",
            "back.end/requirements.txt": "fastapi\n",
            ".pre-commit-config.yaml": "repos: []\n",
            ".github/workflows/test.yml": "on: push\n",
            ".gitlab-ci.yml": "test:\n  script: [make]\n",
        },
    )
    run_git(root, "symbolic-ref", "HEAD", "refs/heads/main")
    done = run("init", "--yes", cwd=root / "back.end")
    assert done.returncode == 0, done.stderr
    files = contents(root)
    hook = "id: quality-kit, name: quality-kit, entry: quality-kit-pre-commit"
    assert files[".pre-commit-config.yaml"] == (
        f"repos: [{{repo: local, hooks: [{{{hook}, language: system, types: [python], "
        "require_serial: true, files: '^back\\.end/'}]}]\n"
    )
    assert files["back.end/pyproject.toml"].startswith("[tool.black]\n\n[tool.quality-kit]\n")
    assert "        working-directory: back.end\n" in files[".github/workflows/quality-kit.yml"]
    assert "    branches: [main]\n" in files[".github/workflows/quality-kit.yml"]
    assert "    - cd back.end\n" in files[".gitlab-ci.yml"]
    assert "stage" not in files[".gitlab-ci.yml"]
    assert files[".gitignore"] == ".quality-kit-cache/\n"
    assert run("init", "--dry-run", cwd=root / "back.end").stdout.endswith(
        "nothing to do: quality-kit is set up here\n"
    )


def test_what_a_team_has_set_stays(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": '[tool.quality-kit]\nlinters = []\n\n[tool.ruff.lint]\nexternal = ["V", "QK"]\n',
        ".pre-commit-config.yaml": "repos:\n- repo: x\n  rev: y\n  hooks:\n  - id: quality-kit-full\n",
        ".github/workflows/lint.yml": "jobs: {a: {steps: [{run: python -m quality_kit check}]}}\n",
        ".gitlab-ci.yml": "lint:\n  script: quality-kit check\n",
        ".gitignore": "/.quality-kit-cache\n",
        "a.py": "",
    }
    root = make_project(tmp_path, files)
    assert run("init", "--yes", cwd=root).stdout == "nothing to do: quality-kit is set up here\n"
    assert contents(root) == files


RUFF = {
    "an array on several lines with comments": (
        "ruff.toml",
        '[lint]\nexternal = [\n    "V1",  # from vulture\n    "W",\n]\nselect = ["ALL"]\n',
        '[lint]\nexternal = [\n    "V1",  # from vulture\n    "W",\n    "QK",\n]\nselect = ["ALL"]\n',
    ),
    "a file without a table for the linter": (
        ".ruff.toml",
        "# Short lines.\nline-length = 80\n",
        '# Short lines.\nline-length = 80\n\n[lint]\nexternal = ["QK"]\n',
    ),
    "an inline table": (
        "ruff.toml",
        'lint = { select = ["E"] }  # few\n',
        'lint = { select = ["E"], external = ["QK"]}  # few\n',
    ),
    "the old place": (
        "ruff.toml",
        'external = ["V"]  # old\nselect = ["E"]\n',
        'external = ["V", "QK"]  # old\nselect = ["E"]\n',
    ),
    "other tables behind it": (
        "ruff.toml",
        '[lint]\nselect = ["E"] # errors\n\n# Names.\n[lint.pep8-naming]\nignore-names = ["x"]\n',
        '[lint]\nexternal = ["QK"]\nselect = ["E"] # errors\n\n# Names.\n[lint.pep8-naming]\nignore-names = ["x"]\n',
    ),
    "carriage returns": (
        "ruff.toml",
        '[lint]\r\nselect = ["E"]\r\n',
        '[lint]\r\nexternal = ["QK"]\r\nselect = ["E"]\r\n',
    ),
    "dotted keys": (
        "ruff.toml",
        'lint.select = ["E"]\nline-length = 80\n',
        'lint.select = ["E"]\nlint.external = ["QK"]\nline-length = 80\n',
    ),
}


@pytest.mark.parametrize("case", RUFF.values(), ids=RUFF)
def test_ruff_learns_our_codes_wherever_it_is_configured(tmp_path: Path, case: tuple[str, str, str]) -> None:
    name, before, after = case
    root = make_project(
        tmp_path, {"a.py": "", name: before, "quality-kit.toml": "", ".gitignore": ".quality-kit-cache/\n"}
    )
    assert written(root) == {name: after}


RUFF_HOOK = "repos:\n- repo: x\n  rev: y\n  hooks:\n  - id: ruff-check\n  - id: quality-kit\n"


def test_ruff_without_settings_learns_our_codes_too(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": "", ".pre-commit-config.yaml": RUFF_HOOK})
    assert written(root)["ruff.toml"] == '[lint]\nexternal = ["QK"]\n'
    write(root, "pyproject.toml", '[project]\nname = "a"\n')
    (root / "ruff.toml").unlink()
    table = '[project]\nname = "a"\n\n[tool.ruff.lint]\nexternal = ["QK"]\n'
    assert written(root) == {"pyproject.toml": table}


ENTRY = """\
{0}- repo: local
{0}  hooks:
{0}{1}  - id: quality-kit
{0}{1}    name: quality-kit
{0}{1}    entry: quality-kit-pre-commit
{0}{1}    language: system
{0}{1}    types: [python]
{0}{1}    require_serial: true
"""
PRE_COMMITS = {
    "no indentation": (
        "repos:\n- repo: x\n  rev: y\n  hooks:\n  - id: z",
        "repos:\n- repo: x\n  rev: y\n  hooks:\n  - id: z\n" + ENTRY.format("", ""),
    ),
    "wide dashes as in old samples": (
        "repos:\n-   repo: x\n    rev: y\n    hooks:\n    -   id: z\n# the end\n",
        "repos:\n-   repo: x\n    rev: y\n    hooks:\n    -   id: z\n"
        + ENTRY.format("", "  ").replace("- repo", "-   repo").replace("  hooks", "    hooks")
        + "# the end\n",
    ),
    "hooks in brackets": (
        "repos:\n  - {repo: x, rev: y, hooks: [{id: z}]}\n",
        "repos:\n  - {repo: x, rev: y, hooks: [{id: z}]}\n" + ENTRY.format("  ", "  "),
    ),
    "a block of text at the end": (
        "repos:\n  - repo: x\n    rev: y\n    hooks:\n      - id: z\n        exclude: |\n          (?x)a\n"
        "\nfail_fast: true\n",
        "repos:\n  - repo: x\n    rev: y\n    hooks:\n      - id: z\n        exclude: |\n          (?x)a\n"
        + ENTRY.format("  ", "  ")
        + "\nfail_fast: true\n",
    ),
    "all in brackets": (
        "repos: [{repo: meta, hooks: [{id: z}]}]\n",
        "repos: [{repo: meta, hooks: [{id: z}]}, {repo: local, hooks: [{id: quality-kit, name: quality-kit, "
        "entry: quality-kit-pre-commit, language: system, types: [python], "
        "require_serial: true}]}]\n",
    ),
    "no repositories": ("fail_fast: true\n", "fail_fast: true\n\nrepos:\n" + ENTRY.format("  ", "  ")),
    "repositories of nothing": (
        "repos:\nfail_fast: true\n",
        "repos:\n" + ENTRY.format("  ", "  ") + "fail_fast: true\n",
    ),
    "an empty file": ("", "repos:\n" + ENTRY.format("  ", "  ")),
    "only comments": ("# none yet\n", "# none yet\n\nrepos:\n" + ENTRY.format("  ", "  ")),
}


@pytest.mark.parametrize("case", PRE_COMMITS.values(), ids=PRE_COMMITS)
def test_the_hook_looks_like_those_around_it(tmp_path: Path, case: tuple[str, str]) -> None:
    before, after = case
    files = {"a.py": "", "quality-kit.toml": "", ".gitignore": ".quality-kit-cache/\n"}
    root = make_project(tmp_path, {**files, ".pre-commit-config.yaml": before})
    assert written(root) == {".pre-commit-config.yaml": after}


MANAGERS = {
    "uv": ({"uv.lock": ""}, ["pip install uv", "uv sync"]),
    "poetry": (
        {"poetry.lock": ""},
        ["pip install poetry", "poetry config virtualenvs.in-project true --local", "poetry install"],
    ),
    "requirements": (
        {"requirements.txt": "", "requirements-dev.txt": ""},
        [
            "python3 -m venv .venv",
            ".venv/bin/python -m pip install -r requirements.txt -r requirements-dev.txt",
        ],
    ),
    "nothing": ({}, []),
}


@pytest.mark.parametrize("case", MANAGERS.values(), ids=MANAGERS)
def test_the_job_installs_what_the_project_needs(
    tmp_path: Path, case: tuple[dict[str, str], list[str]]
) -> None:
    more, commands = case
    root = make_project(tmp_path, {"a.py": "", ".gitlab-ci.yml": "# nothing yet\n", **more})
    lines = written(root)[".gitlab-ci.yml"].splitlines()
    script = [line.removeprefix("    - ") for line in lines if line.startswith("    - ")]
    assert script == [*commands, "pip install quality-kit", "quality-kit check --output-format auto"]


BROKEN = {
    "TOML": ("pyproject.toml", "[tool\n", "is not valid TOML: "),
    "an inline table": ("pyproject.toml", "tool = { black = {} }\n", "no table can be added to it ("),
    "YAML": (".pre-commit-config.yaml", "repos: [\n", "is not valid YAML: "),
    "no mapping": (".pre-commit-config.yaml", "- repo: x\n", "must be a mapping (key: value) at its top"),
    "no list": (".pre-commit-config.yaml", "repos: {a: b}\n", "repos must be a list; correct it first"),
    "a pipeline": (".gitlab-ci.yml", "a: b: c\n", "is not valid YAML: "),
    "a pipeline in brackets": (".gitlab-ci.yml", "{a: b}\n", "no job can be added at its end"),
    "ruff": ("ruff.toml", "lint = 3\n", "ruff would not read it"),
    "bytes": (".gitignore", "\udcff\n", ".gitignore is not UTF-8 (byte 0); correct it first"),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_changed_stops_everything(tmp_path: Path, case: tuple[str, str, str]) -> None:
    name, text, message = case
    files = {"pyproject.toml": b"", "a.py": b"", name: text.encode(errors="surrogateescape")}
    root = make_project(tmp_path, files)
    done = run("init", "--yes", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert name in done.stderr
    assert message in done.stderr
    assert {path: (root / path).read_bytes() for path in files} == files
    assert not (root / "quality-kit.toml").exists()


def test_a_folder_without_python_is_no_project(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"README": ""})
    done = run("init", "--yes", cwd=root)
    assert done.returncode == 2
    assert done.stderr == (
        f"quality-kit: there are no Python files in {root}; run init in the root of a Python project\n"
    )
    assert contents(root) == {"README": ""}


DIFF = """\
--- a/pyproject.toml
+++ b/pyproject.toml
@@ -1 +1,5 @@
 [tool.black]
+
+[tool.quality-kit]
+# In use here already; it can also run autoflake, flake8, isort, mypy, vulture.
+linters = ["black"]

--- /dev/null
+++ b/.gitignore
@@ -0,0 +1 @@
+.quality-kit-cache/

note: there is no .pre-commit-config.yaml: commits are not checked
note: there is no .github/workflows and no .gitlab-ci.yml: nothing is checked in CI
"""
SMALL = {"pyproject.toml": "[tool.black]\n", "a.py": ""}


def test_a_dry_run_shows_the_diff_and_writes_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path, SMALL)
    done = run("init", "--dry-run", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, DIFF, "")
    assert contents(root) == SMALL


def test_without_a_terminal_nothing_is_written(tmp_path: Path) -> None:
    root = make_project(tmp_path, SMALL)
    done = run("init", cwd=root, input="y\n")
    assert (done.returncode, done.stdout) == (2, DIFF)
    assert done.stderr == (
        "quality-kit: nothing is written: nobody can be asked here; use --yes to write without asking\n"
    )
    assert contents(root) == SMALL


@pytest.mark.parametrize("answer", ["y", "n"])
def test_on_a_terminal_it_asks(tmp_path: Path, answer: str) -> None:
    root = make_project(tmp_path, SMALL)
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    done = subprocess.run([*COMMAND, "init"], cwd=root, stdin=theirs, capture_output=True, text=True)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0
    assert "Write these 2 files? [y/N]: " in done.stdout
    assert (contents(root) == SMALL) == (answer == "n")
    assert done.stderr == ("nothing is written\n" if answer == "n" else "")


@needs_read_only_folders
def test_all_files_or_none(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**SMALL, ".github/workflows/test.yml": "on: push\n"})
    before = contents(root)
    (root / ".github" / "workflows").chmod(0o555)
    done = run("init", "--yes", cwd=root, command=(*WITHOUT_POWERS, *COMMAND))
    (root / ".github" / "workflows").chmod(0o755)
    assert done.returncode == 2
    assert done.stderr.startswith("quality-kit: cannot write ")
    assert contents(root) == before


def test_a_link_stays_a_link_and_modes_stay(tmp_path: Path) -> None:
    root = make_project(tmp_path, SMALL)
    write(root, "shared/ignored", "*.pyc\n")
    (root / ".gitignore").symlink_to("shared/ignored")
    (root / "pyproject.toml").chmod(0o600)
    assert run("init", "--yes", cwd=root).returncode == 0
    assert (root / ".gitignore").is_symlink()
    assert (root / "shared/ignored").read_text() == "*.pyc\n.quality-kit-cache/\n"
    assert (root / "pyproject.toml").stat().st_mode & 0o777 == 0o600
