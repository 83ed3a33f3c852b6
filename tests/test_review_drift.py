"""Policy drift in reviews: what makes the checks milder or stricter without a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reviews import CONFIGURED, changed, review

_CODE = '"""A module."""\n\n\ndef f(x: int) -> int:\n    """Do."""\n    return x\n'


def _drift(root: Path, *arguments: str) -> list[tuple[str, bool, str, int, str, str, bool]]:
    found = review(*arguments, "--exit-zero", cwd=root)["drift"]
    return [_row(each) for each in found]


def _row(each: dict[str, Any]) -> tuple[str, bool, str, int, str, str, bool]:
    return (
        each["kind"],
        each["looser"],
        each["path"],
        each["line"],
        each["what"],
        each["reason"],
        each["red"],
    )


_COMMENTS = {
    "x = 1  # noqa: E501": ("noqa: E501 added", "", True),
    "x = 1  # noqa: E501 the table is wide": ("noqa: E501 added", "the table is wide", False),
    "x = 1  # noqa": ("noqa added", "", True),
    "x = 1  # type: ignore[assignment]": ("type: ignore[assignment] added", "", True),
    "x = 1  # type: ignore[assignment]  # the stub is wrong": (
        "type: ignore[assignment] added",
        "the stub is wrong",
        False,
    ),
    "# the stub is wrong\nx = 1  # type: ignore": ("type: ignore added", "the stub is wrong", False),
    "x = 1  # pragma: no cover": ("pragma: no cover added", "", True),
    "x = 1  # pragma: no cover - only on Windows": (
        "pragma: no cover added",
        "only on Windows",
        False,
    ),
    "x = 1  # nosec B105": ("nosec B105 added", "", True),
    "x = 1  # pylint: disable=invalid-name": ("pylint: disable=invalid-name added", "", True),
    "# ruff: noqa: F401": ("ruff: noqa: F401 added", "", True),
    "# --- orders ---\nx = 1  # noqa: E402": ("noqa: E402 added", "", True),
    "x = 1  # fmt: skip": ("fmt: skip added", "", True),
}


@pytest.mark.parametrize("line", _COMMENTS)
def test_an_added_suppression_is_told_with_its_reason(tmp_path: Path, line: str) -> None:
    root = changed(tmp_path, {"app/a.py": _CODE}, {"app/a.py": f"{_CODE}\n\n{line}\n"})
    what, reason, red = _COMMENTS[line]
    number = 9 + line.count("\n")
    assert _drift(root) == [("suppression", True, "app/a.py", number, what, reason, red)]


def test_a_suppression_in_a_string_or_moved_is_none(tmp_path: Path) -> None:
    line = "x = 1  # noqa: E501\n"
    root = changed(
        tmp_path,
        {"a.py": f"{line}{_CODE}", "b.py": _CODE},
        {"a.py": f'{_CODE}TEXT = "# noqa: F401"\n', "b.py": f"{_CODE}\n\n{line}"},
    )
    assert _drift(root) == []


def test_a_removed_suppression_is_stricter(tmp_path: Path) -> None:
    root = changed(tmp_path, {"a.py": f"{_CODE}x = 1  # noqa: E501\n"}, {"a.py": f"{_CODE}x = 1\n"})
    assert _drift(root) == [("suppression", False, "a.py", 0, "noqa: E501 removed", "", False)]


def _toml(tool: str, text: str) -> str:
    return f"{CONFIGURED}\n[tool.{tool}]\n{text}\n"


_SETTINGS = {
    "flake8 line": (".flake8", "[flake8]\nignore = E203\n", "[flake8]\nignore = E203, W503\n"),
    "mypy strict": ("pyproject.toml", _toml("mypy", "strict = true"), _toml("mypy", "strict = false")),
    "mypy gone": ("mypy.ini", "[mypy]\ndisallow_untyped_defs = True\n", "[mypy]\n"),
    "coverage": (
        "pyproject.toml",
        _toml("coverage.report", "fail_under = 90"),
        _toml("coverage.report", "fail_under = 80  # the importer is gone"),
    ),
    "ruff select": (
        "ruff.toml",
        '[lint]\nselect = ["E", "B"]\n',
        '[lint]\nselect = ["E"]\n',
    ),
    "ruff per file": (
        "ruff.toml",
        "[lint.per-file-ignores]\n",
        '[lint.per-file-ignores]\n"a.py" = ["E501"]\n',
    ),
    "ours": (
        "pyproject.toml",
        CONFIGURED,
        f"{CONFIGURED}[tool.quality-kit.rules.QK601]\nmax-lines = 500\n",
    ),
    "ours fail-on": ("pyproject.toml", CONFIGURED, f'{CONFIGURED}fail-on = "never"\n'),
}
_TOLD = {
    "flake8 line": [("configuration", True, ".flake8", 2, "flake8 ignore: W503 added", "", True)],
    "mypy strict": [("configuration", True, "pyproject.toml", 5, "mypy strict: true -> false", "", True)],
    "mypy gone": [
        ("configuration", True, "mypy.ini", 0, "mypy disallow-untyped-defs: True -> not set", "", True)
    ],
    "coverage": [
        (
            "configuration",
            True,
            "pyproject.toml",
            5,
            "coverage report.fail-under: 90 -> 80",
            "the importer is gone",
            False,
        )
    ],
    "ruff select": [("configuration", True, "ruff.toml", 2, "ruff lint.select: B removed", "", True)],
    "ruff per file": [
        ("configuration", True, "ruff.toml", 2, "ruff lint.per-file-ignores.a.py: E501 added", "", True)
    ],
    "ours": [
        (
            "configuration",
            True,
            "pyproject.toml",
            4,
            "quality-kit rules.QK601.max-lines: 400 -> 500",
            "",
            True,
        )
    ],
    "ours fail-on": [
        ("configuration", True, "pyproject.toml", 3, "quality-kit fail-on: not set -> never", "", True)
    ],
}


@pytest.mark.parametrize("case", _SETTINGS)
def test_a_loosened_setting_is_told(tmp_path: Path, case: str) -> None:
    path, before, after = _SETTINGS[case]
    root = changed(tmp_path, {"a.py": _CODE, path: before}, {path: after})
    assert _drift(root) == _TOLD[case]


def test_settings_that_move_to_another_file_have_not_changed(tmp_path: Path) -> None:
    ini, toml = "[mypy]\ndisallow_untyped_defs = true\n", _toml("mypy", "disallow_untyped_defs = true")
    root = changed(tmp_path, {"a.py": _CODE, "mypy.ini": ini}, {"mypy.ini": None, "pyproject.toml": toml})
    assert _drift(root) == []


def test_a_tightened_setting_is_stricter(tmp_path: Path) -> None:
    before, after = "[flake8]\nmax-complexity = 10\n", "[flake8]\nmax-complexity = 8\n"
    root = changed(tmp_path, {"a.py": _CODE, ".flake8": before}, {".flake8": after})
    assert _drift(root) == [
        ("configuration", False, ".flake8", 2, "flake8 max-complexity: 10 -> 8", "", False)
    ]


_HOOKS = """repos:
  - repo: local
    hooks:
      - id: mypy
      - id: flake8
"""


def test_hooks_and_steps_that_go_are_told(tmp_path: Path) -> None:
    workflow = "jobs:\n  a:\n    steps:\n      - run: mypy .\n      - run: pytest\n"
    root = changed(
        tmp_path,
        {".pre-commit-config.yaml": _HOOKS, ".github/workflows/ci.yml": workflow},
        {
            ".pre-commit-config.yaml": _HOOKS.replace("      - id: flake8\n", ""),
            ".github/workflows/ci.yml": workflow.replace("mypy .", "true").replace(
                "pytest", "pytest || true  # flaky until the queue is faked"
            ),
        },
    )
    assert _drift(root) == [
        ("hook", True, ".github/workflows/ci.yml", 0, "mypy runs no more here", "", True),
        ("hook", True, ".pre-commit-config.yaml", 0, "the hook flake8 is gone", "", True),
        (
            "hook",
            True,
            ".github/workflows/ci.yml",
            5,
            "|| true added",
            "flaky until the queue is faked",
            False,
        ),
    ]


_TESTS = """import pytest


def test_one() -> None:
    assert True


def test_two() -> None:
    assert True
"""


def test_skipped_and_removed_tests_are_told(tmp_path: Path) -> None:
    after = _TESTS.replace("def test_one", "@pytest.mark.skip\ndef test_one").replace("two", "three")
    root = changed(tmp_path, {"tests/test_a.py": _TESTS}, {"tests/test_a.py": after})
    assert _drift(root) == [
        ("test", True, "tests/test_a.py", 4, "pytest.mark.skip added to test_one", "", True),
        ("test", True, "tests/test_a.py", 0, "the test test_two is gone", "", False),
    ]


def test_a_skip_with_a_reason_and_a_moved_test_are_not_red(tmp_path: Path) -> None:
    after = _TESTS.replace("def test_one", '@pytest.mark.skip(reason="no broker here")\ndef test_one')
    root = changed(tmp_path, {"tests/test_a.py": _TESTS}, {"tests/test_a.py": None, "tests/test_b.py": after})
    assert _drift(root) == [
        (
            "test",
            True,
            "tests/test_b.py",
            4,
            "pytest.mark.skip added to test_one",
            "no broker here",
            False,
        )
    ]


def test_new_any_is_told_and_fails_nothing(tmp_path: Path) -> None:
    after = "from typing import Any\n" + _CODE.replace("x: int", "x: Any")
    root = changed(tmp_path, {"a.py": _CODE}, {"a.py": after})
    assert _drift(root) == [("typing", True, "a.py", 5, "Any added to an annotation: f", "", False)]
    assert review(cwd=root, exit_code=0)["failed_conditions"] == []


def test_entries_of_the_baseline_are_counted(tmp_path: Path) -> None:
    entry = '{"path": "a.py", "code": "QK301", "scope": "f", "key": "%s"}\n'
    root = changed(
        tmp_path,
        {"a.py": _CODE, ".quality-kit-baseline.jsonl": entry % 1},
        {".quality-kit-baseline.jsonl": entry % 2 + entry % 3},
    )
    assert _drift(root) == [
        (
            "baseline",
            True,
            ".quality-kit-baseline.jsonl",
            0,
            "2 QK301 entries added to the baseline",
            "",
            False,
        ),
        (
            "baseline",
            False,
            ".quality-kit-baseline.jsonl",
            0,
            "1 QK301 entry removed from the baseline",
            "",
            False,
        ),
    ]


def test_what_is_red_fails_and_comes_first(tmp_path: Path) -> None:
    root = changed(
        tmp_path,
        {"a.py": _CODE, ".flake8": "[flake8]\nignore = E203\n"},
        {"a.py": f"{_CODE}\n\nx = 1  # noqa: E501 wide\n", ".flake8": "[flake8]\nignore = E203, W503\n"},
    )
    found = review(cwd=root, exit_code=1)
    assert found["failed_conditions"] == ["loosened-policy"]
    assert [each["what"] for each in found["drift"]] == ["flake8 ignore: W503 added", "noqa: E501 added"]
