"""``quality-kit doctor`` on real projects: what it finds is gone when its mending line is applied."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.projects import COMMAND, commit, make_project, run, run_git, write
from tests.test_cache import WITHOUT_POWERS, needs_read_only_folders

SOUND = {
    "pyproject.toml": """\
[tool.black]
line-length = 100

[tool.isort]
profile = "black"
line_length = 100

[tool.mypy]
strict = true
""",
    ".flake8": "[flake8]\nmax-line-length = 100\nextend-ignore = E203,E701\n",
    "app.py": "",
}
PLACE = re.compile(r"(?P<file>\S+) \[(?P<section>[^]]+)\]\Z")


def diagnoses(root: Path, exit_code: int | None = None) -> list[dict[str, str]]:
    done = run("doctor", "--output-format", "json", cwd=root)
    assert exit_code in (None, done.returncode), (done.returncode, done.stdout, done.stderr)
    found: list[dict[str, str]] = json.loads(done.stdout)["diagnoses"]
    return found


def apply(root: Path, diagnosis: Mapping[str, str]) -> None:
    """Write the mending line where the diagnosis says, in the place of the setting of that name."""
    place = PLACE.match(diagnosis["where"])
    assert place is not None, diagnosis
    file, header = root / place["file"], f"[{place['section']}]"
    lines = file.read_text().splitlines() if file.exists() else []
    if header not in lines:
        lines += [header]
    start = lines.index(header) + 1
    end = next((number for number in range(start, len(lines)) if lines[number].startswith("[")), len(lines))
    key = diagnosis["mend"].split(" = ")[0]
    kept = [line for line in lines[start:end] if not re.match(rf"{key}\s*=", line)]
    file.write_text("\n".join([*lines[:start], diagnosis["mend"], *kept, *lines[end:]]) + "\n")


def project(tmp_path: Path, **changes: str | None) -> Path:
    """The sound project with other files; names with ``__`` for dots."""
    files = {**SOUND, **{name.replace("__", "."): text for name, text in changes.items()}}
    return make_project(tmp_path, {name: text for name, text in files.items() if text is not None})


def pyproject(**tables: str) -> str:
    """The sound pyproject.toml with other contents of some tables."""
    named = {
        "black": "line-length = 100",
        "isort": 'profile = "black"\nline_length = 100',
        "mypy": "strict = true",
        **tables,
    }
    return "\n".join(f"[tool.{name.replace('__', '.')}]\n{text}\n" for name, text in named.items() if text)


def test_a_sound_project_has_nothing_wrong_and_sees_every_tool(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = run("doctor", cwd=root)
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("\nnothing is wrong\n")
    names = [line.split()[0] for line in done.stdout.splitlines()[1:8]]
    assert names == ["autoflake", "black", "flake8", "isort", "mypy", "vulture", "cache"]


CONTRADICTIONS = {
    "isort breaks lines elsewhere than black": (
        {"pyproject__toml": pyproject(isort='profile = "black"')},
        "error",
        "isort breaks lines at 88 characters, black at 100: each undoes the other's work",
        "pyproject.toml [tool.isort]",
        "line_length = 100",
    ),
    "flake8 wants shorter lines than black": (
        {"__flake8": "[flake8]\nmax-line-length = 88\nextend-ignore = E203,E701\n"},
        "error",
        "flake8 allows 88 characters a line, black writes up to 100",
        ".flake8 [flake8]",
        "max-line-length = 100",
    ),
    "flake8 wants the lines it wants by default": (
        {"__flake8": "[flake8]\nextend-ignore = E203,E701\n"},
        "error",
        "flake8 allows 79 characters a line, black writes up to 100",
        ".flake8 [flake8]",
        "max-line-length = 100",
    ),
    "flake8 forbids slices as black writes them": (
        {"__flake8": "[flake8]\nmax-line-length = 100\nextend-ignore = W605, E701\n"},
        "error",
        "flake8 forbids what black writes: E203 (white space before the colon of a slice)",
        ".flake8 [flake8]",
        "extend-ignore = W605,E701,E203",
    ),
    "an ignore switches on what is off by default": (
        {"__flake8": "[flake8]\nmax-line-length = 100\nignore =\n    E203,  # slices\n    E701\n"},
        "error",
        "flake8 forbids what black writes: E704 (def f(): ... on one line), W503 (line breaks before operators)",
        ".flake8 [flake8]",
        "extend-ignore = E704,W503",
    ),
    "flake8 forbids empty classes on one line": (
        {"__flake8": "[flake8]\nmax-line-length = 100\nextend-ignore = E203\n"},
        "warning",
        "flake8 forbids what black writes: E701 (class A: ... on one line)",
        ".flake8 [flake8]",
        "extend-ignore = E203,E701",
    ),
    "the settings of flake8 stand in setup.cfg": (
        {
            "__flake8": None,
            "setup__cfg": "[flake8]\nmax_line_length = 100\nselect = E,W\nextend-ignore = E701\n",
        },
        "error",
        "flake8 forbids what black writes: E203 (white space before the colon of a slice), "
        "E704 (def f(): ... on one line), W503 (line breaks before operators)",
        "setup.cfg [flake8]",
        "extend-ignore = E701,E203,E704,W503",
    ),
    "isort has another profile": (
        {"pyproject__toml": pyproject(isort='profile = "google"\nline_length = 100')},
        "error",
        "isort has profile 'google': it wraps imports in another way than black, "
        "and each undoes the other's work",
        "pyproject.toml [tool.isort]",
        'profile = "black"',
    ),
    "isort has no profile in a file of its own": (
        {"pyproject__toml": pyproject(isort=""), "__isort__cfg": "[settings]\nline_length = 100\n"},
        "error",
        "isort has no profile: it wraps imports in another way than black, and each undoes the other's work",
        ".isort.cfg [settings]",
        "profile = black",
    ),
    "mypy has no settings": (
        {"pyproject__toml": pyproject(mypy="")},
        "warning",
        "mypy has no settings: it skips the bodies of functions without annotations, "
        "and imports that it cannot find are ignored",
        "pyproject.toml [tool.mypy]",
        "check_untyped_defs = true",
    ),
    "ruff deletes our comments": (
        {"pyproject__toml": pyproject(ruff__lint='select = ["E", "RUF"]')},
        "error",
        "ruff reports RUF100 for our codes in noqa comments, and --fix deletes them",
        "pyproject.toml [tool.ruff.lint]",
        'external = ["QK"]',
    ),
    "ruff knows other codes only": (
        {"ruff__toml": '[lint]\nselect = ["ALL"]\nexternal = ["V1"]\n'},
        "error",
        "ruff reports RUF100 for our codes in noqa comments, and --fix deletes them",
        "ruff.toml [lint]",
        'external = ["V1", "QK"]',
    ),
    "ruff would delete our comments": (
        {"ruff__toml": '[lint]\nselect = ["RUF"]\nignore = ["RUF100"]\n'},
        "warning",
        "ruff does not know our codes: with RUF100 its --fix would delete them from noqa comments",
        "ruff.toml [lint]",
        'external = ["QK"]',
    ),
}


@pytest.mark.parametrize("case", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_found_and_its_line_mends_it(
    tmp_path: Path, case: tuple[dict[str, str | None], str, str, str, str]
) -> None:
    changes, severity, what, where, mend = case
    root = project(tmp_path, **changes)
    found = diagnoses(root, 1 if severity == "error" else 0)
    assert found == [{"severity": severity, "what": what, "where": where, "mend": mend}]
    apply(root, found[0])
    assert diagnoses(root, 0) == []


def test_all_lines_together_mend_a_project_without_any_settings(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"pyproject.toml": "[tool.black]\nline-length = 110\n", "app.py": ""})
    found = diagnoses(root, 1)
    assert [(one["severity"], one["where"], one["mend"]) for one in found] == [
        ("error", ".flake8 [flake8]", "extend-ignore = E203,E701"),
        ("error", "pyproject.toml [tool.isort]", 'profile = "black"'),
        ("error", "pyproject.toml [tool.isort]", "line_length = 110"),
        ("error", ".flake8 [flake8]", "max-line-length = 110"),
        ("warning", "pyproject.toml [tool.mypy]", "check_untyped_defs = true"),
    ]
    for one in found:
        apply(root, one)
    assert diagnoses(root, 0) == []


SILENT = {
    "what black writes is checked by somebody else": {
        "__flake8": "[flake8]\nselect = B950,F\nmax-line-length = 80\n"
    },
    "isort's profile is written out": {
        "pyproject__toml": pyproject(
            isort="multi_line_output = 3\ninclude_trailing_comma = true\nline_length = 100"
        )
    },
    "ruff knows our codes by a file that it extends": {
        "ruff__toml": 'extend = "base.toml"\n[lint]\nselect = ["ALL"]\n',
        "base__toml": '[lint]\nexternal = ["QK"]\n',
    },
    "ruff knows our codes in the old place": {"ruff__toml": 'external = ["QK"]\nselect = ["RUF100"]\n'},
    "a linter that does not run cannot contradict": {
        "pyproject__toml": pyproject(isort="", mypy="") + '[tool.quality-kit]\nlinters = ["black"]\n',
        "__flake8": None,
    },
}


@pytest.mark.parametrize("changes", SILENT.values(), ids=SILENT)
def test_what_only_looks_like_a_contradiction_is_left_alone(
    tmp_path: Path, changes: dict[str, str | None]
) -> None:
    assert diagnoses(project(tmp_path, **changes), 0) == []


def test_flake8_really_forbids_what_is_said_that_black_writes(tmp_path: Path) -> None:
    code = (
        "class A: ...\n\n\ndef f(): ...\n\n\nham, lower = [1], 1\nx = ham[lower + 1 :]\n"
        f"y = (\n    {'ham' * 20}\n    + {'lower' * 8}\n)\n"
    )
    root = make_project(tmp_path, {"a.py": code})
    subprocess.run([sys.executable, "-m", "black", "--check", "-q", "a.py"], cwd=root, check=True)
    command = [sys.executable, "-m", "flake8", "--isolated", "--select=E,W", "--format=%(code)s", "a.py"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert sorted(done.stdout.split()) == ["E203", "E701", "E704", "W503"]


def test_an_interpreter_that_does_not_start_is_an_error(tmp_path: Path) -> None:
    setting = '[tool.quality-kit]\nlinter-python = "/no/such/python"\n'
    root = project(tmp_path, pyproject__toml=pyproject() + setting)
    found = diagnoses(root, 1)
    assert found == [
        {
            "severity": "error",
            "what": "/no/such/python is no Python that starts",
            "where": "pyproject.toml [tool.quality-kit]",
            "mend": 'linter-python = "auto"',
        }
    ]
    apply(root, found[0])
    assert diagnoses(root, 0) == []


def make_environment(root: Path, **packages: str) -> Path:
    """A virtual environment of the project's own that seems to have some packages."""
    venv.create(root / ".venv", with_pip=False)
    (folder,) = (root / ".venv").glob("lib/python3*/site-packages")
    for name, version in packages.items():
        write(folder, f"{name}-{version}.dist-info/METADATA", f"Name: {name}\nVersion: {version}\n")
    return root / ".venv" / "bin" / "python"


def test_tools_are_looked_up_where_they_would_run(tmp_path: Path) -> None:
    root = project(tmp_path)
    python = make_environment(root, black="24.8.0", mypy="1.2.0")
    done = run("doctor", cwd=root)
    assert done.returncode == 1
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "black      24.8.0     the project's .venv" in lines
    assert "mypy       1.2.0      the project's .venv" in lines
    assert "mypy 1.2.0 is too old: 1.11 or newer is needed" in done.stdout
    assert f'mend: {python} -m pip install "mypy>=1.11"' in lines


def test_a_tool_that_the_chosen_interpreter_lacks_is_missing(tmp_path: Path) -> None:
    setting = '[tool.quality-kit]\nlinter-python = ".venv/bin/python"\nlinters = ["black", "vulture"]\n'
    root = project(tmp_path, pyproject__toml=pyproject() + setting)
    python = make_environment(root, black="24.8.0")
    assert diagnoses(root, 1) == [
        {
            "severity": "error",
            "what": "vulture is not installed",
            "where": str(python),
            "mend": f'{python} -m pip install "vulture>=2.11"',
        }
    ]


DEPENDENCIES = (
    '[project]\nname = "shop"\ndependencies = ["shop-db>=1", "Shop_Web[all]; python_version > \'3\'"]\n'
)


def test_mypy_without_the_projects_dependencies(tmp_path: Path) -> None:
    root = project(
        tmp_path, pyproject__toml=DEPENDENCIES + pyproject(), requirements__txt="shop.Cache==1 # fast\n"
    )
    found = diagnoses(root, 1)
    assert found == [
        {
            "severity": "error",
            "what": "mypy looks imports up where 2 of the project's 2 dependencies are not installed "
            "(shop-cache, shop-db): their types count as Any, or as errors",
            "where": sys.executable,
            "mend": "python3 -m venv .venv && .venv/bin/python -m pip install -r requirements.txt",
        }
    ]
    make_environment(root, shop_cache="1", shop_db="1.0")
    assert diagnoses(root, 0) == []


@pytest.mark.parametrize(
    ("lock", "mend"),
    [
        ("uv.lock", "uv sync"),
        ("poetry.lock", "poetry config virtualenvs.in-project true --local && poetry install"),
        ("none", ".venv/bin/python -m pip install --editable ."),
    ],
)
def test_dependencies_are_installed_as_the_project_does_it(tmp_path: Path, lock: str, mend: str) -> None:
    root = project(tmp_path, pyproject__toml=DEPENDENCIES + pyproject(), **{lock: ""})
    make_environment(root)
    assert [one["mend"] for one in diagnoses(root, 1)] == [mend]


HOOKS = """\
repos:
  - repo: https://github.com/psf/black-pre-commit-mirror
    rev: {black}
    hooks:
      - id: black
  - repo: https://github.com/pre-commit/mirrors-mypy
    rev: {mypy}
    hooks:
      - id: mypy
  - repo: local
    hooks:
      - {{id: vulture, name: vulture, entry: vulture, language: system}}
"""


def installed(root: Path) -> dict[str, str]:
    content: dict[str, Any] = json.loads(run("doctor", "--output-format", "json", cwd=root).stdout)
    return {tool["name"]: tool["version"] for tool in content["tools"]}


def test_hooks_of_other_versions_than_what_is_installed(tmp_path: Path) -> None:
    root = project(tmp_path, **{"__pre-commit-config__yaml": HOOKS.format(black="23.1.0", mypy="v1.2.0")})
    black, mypy = (installed(root)[tool] for tool in ("black", "mypy"))
    assert diagnoses(root, 1) == [
        {
            "severity": "error",
            "what": f"the hook black runs black 23.1.0, everything else {black}",
            "where": ".pre-commit-config.yaml https://github.com/psf/black-pre-commit-mirror",
            "mend": f"rev: {black}",
        },
        {
            "severity": "warning",
            "what": f"the hook mypy runs mypy 1.2.0, everything else {mypy}",
            "where": ".pre-commit-config.yaml https://github.com/pre-commit/mirrors-mypy",
            "mend": f"rev: v{mypy}",
        },
    ]
    write(root, ".pre-commit-config.yaml", HOOKS.format(black=black, mypy=f"v{mypy}"))
    assert diagnoses(root, 0) == []


def test_requirements_say_which_version_is_right(tmp_path: Path) -> None:
    root = project(tmp_path, **{"requirements-dev__txt": "black[d] == 24.1.0\n"})
    write(
        root,
        ".github/workflows/ci.yml",
        "jobs:\n  lint:\n    steps:\n      - run: pip install black==23.1.0\n",
    )
    black = installed(root)["black"]
    found = diagnoses(root, 1)
    assert [(one["what"], one["where"], one["mend"]) for one in found] == [
        (
            f"black {black} is installed, but requirements-dev.txt pins 24.1.0",
            sys.executable,
            f"{sys.executable} -m pip install black==24.1.0",
        ),
        (
            "black is pinned to 23.1.0 here and to 24.1.0 elsewhere",
            ".github/workflows/ci.yml:4",
            "black==24.1.0",
        ),
    ]


def test_a_hook_follows_the_requirements(tmp_path: Path) -> None:
    root = project(tmp_path)
    versions = installed(root)
    write(root, "requirements-dev.txt", f"black=={versions['black']}\nmypy=={versions['mypy']}\n")
    write(root, ".pre-commit-config.yaml", HOOKS.format(black="22.1.0", mypy=f"v{versions['mypy']}"))
    assert [one["mend"] for one in diagnoses(root, 1)] == [f"rev: {versions['black']}"]


def test_a_damaged_cache_is_told_and_left_for_the_mending_command(tmp_path: Path) -> None:
    root = project(tmp_path)
    file = root / ".quality-kit-cache" / "results.sqlite"
    write(root, ".quality-kit-cache/results.sqlite", "no database at all " * 100)
    found = diagnoses(root, 0)
    assert found == [
        {
            "severity": "warning",
            "what": "the cache is damaged (file is not a database): the next run throws it away",
            "where": str(file),
            "mend": f"rm -r {file.parent}",
        }
    ]
    subprocess.run(found[0]["mend"], shell=True, check=True)
    assert diagnoses(root, 0) == []


def test_a_used_cache_is_sound_and_its_size_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    run("check", "--no-linters", cwd=root)
    content = json.loads(run("doctor", "--output-format", "json", cwd=root).stdout)
    file = root / ".quality-kit-cache" / "results.sqlite"
    assert content["cache"] == {"path": str(file), "bytes": file.stat().st_size}
    assert content["diagnoses"] == []


@needs_read_only_folders
def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    root = project(tmp_path)
    run("check", "--no-linters", cwd=root)
    folder = root / ".quality-kit-cache"
    folder.chmod(0o555)
    command = (*WITHOUT_POWERS, *COMMAND)
    done = run("doctor", "--output-format", "json", cwd=root, command=command)
    folder.chmod(0o755)
    assert done.returncode == 0
    assert json.loads(done.stdout)["diagnoses"] == [
        {
            "severity": "warning",
            "what": "the cache cannot be read or written: every run starts from nothing",
            "where": str(folder),
            "mend": f"chmod -R u+rwX {folder}",
        }
    ]


BROKEN = {
    "pre-commit": ("__pre-commit-config__yaml", "repos: [\n", ".pre-commit-config.yaml is not valid YAML: "),
    "ruff": ("ruff__toml", "lint = [\n", "ruff.toml is not valid TOML: "),
    "ini": ("setup__cfg", "flake8\n", "setup.cfg is not valid ini: "),
    "bytes": ("requirements__txt", "", "requirements.txt is not UTF-8 (byte 0); correct it first"),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_parsed_ends_with_2(tmp_path: Path, case: tuple[str, str, str]) -> None:
    name, text, message = case
    root = project(tmp_path, **{name: text})
    if "UTF-8" in message:
        write(root, "requirements.txt", b"\xff")
    done = run("doctor", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"quality-kit: {message}")
    assert done.stderr.endswith("; correct it first\n")


def test_an_unknown_format_ends_with_2(tmp_path: Path) -> None:
    done = run("doctor", "--output-format", "xml", cwd=project(tmp_path))
    assert done.returncode == 2
    assert done.stderr == "quality-kit: --output-format: unknown format 'xml' (valid: text, json)\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("root = true\n\n[*]\nindent_size = 4\nmax_line_length = 120\n", ["[*]"]),
        ("[*]\nmax_line_length = 80\n[*.{py,pyi}]\nmax_line_length = 120 \n", ["[*.{py,pyi}]"]),
        ("[*]\nmax_line_length = 120\n[*.py]\nmax_line_length = 100\n", []),
        ("[*]\nmax_line_length = 120\n[*.py]\nmax_line_length = off\n", []),
        ("[*.js]\nmax_line_length = 80\n[lib/**.py]\nmax_line_length = 80\n", []),
        ("[*\nmax_line_length\n", []),
        ("[*]\nmax_line_length = 120\n[*.py]\nmax_line_length\n", []),
        (f"[*]\nmax_line_length = {'9' * 5000}\n", []),
    ],
)
def test_an_editor_that_wraps_elsewhere_than_black(tmp_path: Path, text: str, told: list[str]) -> None:
    root = make_project(tmp_path, {**SOUND, ".editorconfig": text}, git=False)
    found = diagnoses(root)
    assert [one["where"] for one in found] == [f".editorconfig {section}" for section in told]
    for one in found:
        apply(root, one)
    assert diagnoses(root, 0) == []


def test_settings_of_a_subfolder_are_another_projects(tmp_path: Path) -> None:
    ours = "[tool.quality-kit]\nlinters = []\n"
    below = {"api/pyproject.toml": ours, "web/pyproject.toml": "[project]\n", "lib/quality-kit.toml": ""}
    root = make_project(tmp_path, {**SOUND, **below})
    assert [(one["where"], one["mend"]) for one in diagnoses(root, 0)] == [
        ("api/pyproject.toml", "quality-kit check api"),
        ("lib/quality-kit.toml", "quality-kit check lib"),
    ]


def test_a_damaged_or_foreign_file_in_a_subfolder_is_no_project(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/pyproject.toml", "[tool.quality-kit]\n")
    write(tmp_path, "elsewhere/quality-kit.toml", "")
    root = make_project(tmp_path, SOUND)
    write(root, "tests/data/pyproject.toml", b"[tool.quality-kit]\n# \xff\n")
    for path in ("api/pyproject.toml", "lib/quality-kit.toml"):
        (root / path).parent.mkdir()
        (root / path).symlink_to(tmp_path / "elsewhere" / Path(path).name)
    run_git(root, "add", "--all")
    assert diagnoses(root, 0) == []


def test_a_committed_environment_is_not_run(tmp_path: Path) -> None:
    trap = "#!/bin/sh\ntouch ran; exit 0\n"
    environment = {".venv/bin/python": trap, ".venv/lib/python3.11/site-packages/black-24.1.dist-info/x": ""}
    root = make_project(tmp_path, {**SOUND, **environment})
    (root / ".venv/bin/python").chmod(0o755)
    mend = "git rm -r --cached .venv"
    assert [(one["severity"], one["mend"]) for one in diagnoses(root, 1)] == [("error", mend)]
    done = run("check", "--linters", "black", cwd=root)
    assert done.returncode == 2
    assert (
        f"failed: quality-kit: .venv is committed to git, so its linters are not run: take it out with `{mend}`"
        in (done.stdout)
    )
    assert run("check", "--linters", "isort", cwd=root).returncode == 0  # which is not in there
    commit(root)
    name = next(path for path in SOUND if path.endswith(".py"))
    write(root, name, "x = 1\n")
    done = run("check", "--linters", "black", "--new-since", "HEAD", cwd=root)
    assert (done.returncode, done.stdout.count("failed: ")) == (2, 1)
    assert not (root / "ran").exists()
    run_git(root, "rm", "-r", "-f", "--quiet", "--cached", ".venv")
    run("check", "--linters", "black", cwd=root)
    assert (root / "ran").exists()


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        (".venv/bin/python", ".venv"),
        ("{root}/.venv/bin/../bin/python", ".venv"),
        ("tools/python", ".venv"),  # by way of a link to a folder
        ("run", "run"),
        ("./linked", "linked"),
    ],
)
def test_a_committed_program_is_not_run_whatever_names_it(tmp_path: Path, setting: str, name: str) -> None:
    trap = "#!/bin/sh\ntouch ran; exit 0\n"
    root = make_project(tmp_path, {**SOUND, ".venv/bin/python": trap, ".venv/pyvenv.cfg": "", "run": trap})
    for program in (".venv/bin/python", "run"):
        (root / program).chmod(0o755)
    (root / "tools").symlink_to(".venv/bin")
    (root / "linked").symlink_to("run")
    wanted = setting.format(root=root) if "/" in setting else f"./{setting}"
    write(root, "quality-kit.toml", f'linters = ["black"]\nlinter-python = "{wanted}"\n')
    run_git(root, "add", "--all", "--force")
    mend = f"git rm -r --cached {name}"
    assert [(one["severity"], one["mend"]) for one in diagnoses(root, 1)] == [("error", mend)]
    done = run("check", cwd=root)
    assert done.returncode == 2
    assert f"failed: quality-kit: {name} is committed to git, so its linters are not run: " in done.stdout
    assert not (root / "ran").exists()


def test_beside_a_committed_environment_a_python_from_elsewhere_may_be_named(tmp_path: Path) -> None:
    environment = {".venv/bin/python": "", ".venv/lib/python3.11/site-packages/black-24.1.dist-info/x": ""}
    setting = f'linters = ["black"]\nlinter-python = "{sys.executable}"\n'
    root = make_project(tmp_path, {**SOUND, **environment, "quality-kit.toml": setting})
    assert diagnoses(root, 0) == []
    assert run("check", cwd=root).returncode == 0
    link = root / "env/bin/python"  # one that somebody has made here
    link.parent.mkdir(parents=True)
    link.symlink_to(sys.executable)
    write(root, "quality-kit.toml", setting.replace(sys.executable, "env/bin/python"))
    assert "is committed" not in run("check", cwd=root).stdout
