"""Comments that silence findings, in a whole run with linters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process import check
from tests.projects import make_project


def marked(tmp_path: Path, code: str, *arguments: str) -> list[tuple[int, str, str | None]]:
    """Line, code and why it is silenced, of each finding in one file."""
    found = check(make_project(tmp_path, {"x.py": code}), *arguments).report["findings"]
    return [(finding["line"], finding["code"], finding["suppressed_by"]) for finding in found]


RULE = ("--select", "QK401")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("print(1)  # quality-kit: ignore[QK401] -- legacy\n", [(1, "QK401", "comment: legacy")]),
        ("print(1)  # quality-kit: ignore[QK401]\n", [(1, "QK401", "comment: no reason given")]),
        ("print(1)  # quality-kit: ignore[QK301, QK401] -- why\n", [(1, "QK401", "comment: why")]),
        ("print(1)  # quality-kit: ignore[QK4] -- why\n", [(1, "QK401", "comment: why")]),
        ("print(1)  # quality-kit: ignore[QK301] -- why\n", [(1, "QK401", None)]),
        (
            "# quality-kit: ignore[QK401] -- why\nprint(1)\nprint(2)\n",
            [(2, "QK401", "comment: why"), (3, "QK401", None)],
        ),
        ("print(\n    1,\n)  # quality-kit: ignore[QK401] -- why\n", [(1, "QK401", "comment: why")]),
        (
            "print(1)\n\n# quality-kit: ignore-file[QK401] -- a tool\nprint(2)\n",
            [(1, "QK401", "comment: a tool"), (4, "QK401", "comment: a tool")],
        ),
        ("print(1)  # noqa: QK401\n", [(1, "QK401", "noqa: no reason given")]),
        ("print(1)  # noqa: QK401 legacy\n", [(1, "QK401", "noqa: legacy")]),
        ("print(1)  # noqa: E501,QK401\n", [(1, "QK401", "noqa: no reason given")]),
        ("print(1)  # noqa: E501\n", [(1, "QK401", None)]),
        ("print(1)  # noqa\n", [(1, "QK401", "noqa: no reason given")]),
        ('print("# quality-kit: ignore[QK401] -- x")\n', [(1, "QK401", None)]),
        ('print("# noqa")\n', [(1, "QK401", None)]),
    ],
)
def test_a_comment_silences_the_codes_that_it_names(
    tmp_path: Path, code: str, found: list[tuple[int, str, str | None]]
) -> None:
    assert marked(tmp_path, code, *RULE) == found


@pytest.mark.parametrize(
    "comment",
    [
        "# quality-kit: ignore",
        "# quality-kit: ignore QK401",
        "# quality-kit: ignore[]",
        "# quality-kit: ignore[print call] -- x",
        "# quality-kit: ignore[QK401] because",
        "# noqa QK401",
    ],
)
def test_a_malformed_comment_is_a_finding_and_silences_nothing(tmp_path: Path, comment: str) -> None:
    found = check(make_project(tmp_path, {"x.py": f"print(1)  {comment}\n"}), *RULE).report["findings"]
    assert [(finding["line"], finding["code"], finding["suppressed_by"]) for finding in found] == [
        (1, "QK401", None),
        (1, "QK001", None),
    ]
    assert found[1]["message"].startswith("suppression that cannot be read and silences nothing: ")


def test_a_code_that_does_not_exist_is_a_finding(tmp_path: Path) -> None:
    code = (
        "print(1)  # quality-kit: ignore[QK401, QK4O1] -- x\n"
        "print(2)  # noqa: QK499\n"
        "print(3)  # noqa: XYZ123,QK401\n"
        "print(4)  # quality-kit: ignore[ruff:T201] -- x\n"
    )
    found = check(make_project(tmp_path, {"x.py": code}), *RULE).report["findings"]
    unknown = "suppression of {}, which is no known code"
    assert [(finding["line"], finding["message"]) for finding in found if finding["code"] == "QK002"] == [
        (1, unknown.format("QK4O1")),
        (2, unknown.format("QK499")),
        (4, unknown.format("ruff:T201")),
    ]
    assert [
        finding["line"] for finding in found if finding["code"] == "QK401" and not finding["suppressed_by"]
    ] == [2, 4]


def test_a_comment_about_comments_cannot_silence_the_tool_itself(tmp_path: Path) -> None:
    code = "x = 1  # quality-kit: ignore[QK001, QK4O1] -- x\n# quality-kit: ignore-file[QK002] -- x\n"
    assert marked(tmp_path, code, *RULE) == [(1, "QK002", None)]


def test_any_code_or_tool_of_a_finding_of_several_linters_silences_it(tmp_path: Path) -> None:
    code = (
        "# quality-kit: ignore[F401] -- needed\nimport os\n"
        "# quality-kit: ignore[autoflake:unused-import] -- needed\nimport sys\n"
        "# quality-kit: ignore[flake8] -- needed\nimport re\n"
        "# quality-kit: ignore[F8,vulture] -- another\nimport json\n"
    )
    assert marked(tmp_path, code, "--linters", "flake8,autoflake") == [
        (2, "F401", "comment: needed"),
        (4, "F401", "comment: needed"),
        (6, "F401", "comment: needed"),
        (7, "QK003", None),
        (8, "F401", None),
    ]


def test_mypy_is_silenced_by_linter_or_by_code(tmp_path: Path) -> None:
    code = (
        'a: int = ""  # quality-kit: ignore[mypy] -- all of it\n'
        'b: int = ""  # quality-kit: ignore[mypy:assignment] -- this\n'
        'c: int = ""  # quality-kit: ignore[mypy:misc] -- another\n'
        'd: int = ""  # noqa\n'
    )
    assert marked(tmp_path, code, "--linters", "mypy") == [
        (1, "mypy:assignment", "comment: all of it"),
        (2, "mypy:assignment", "comment: this"),
        (3, "mypy:assignment", None),
        (3, "QK003", None),
        (4, "mypy:assignment", None),
    ]


def test_a_noqa_of_flake8_is_heeded_by_flake8_and_a_finding_of_another_tool_with_it(tmp_path: Path) -> None:
    code = "import os  # noqa: F401\nimport sys  # noqa\nimport re\n"
    found = marked(tmp_path, code, "--linters", "flake8,autoflake")
    assert [(line, code) for line, code, why in found if why is None] == [(3, "F401")]


def test_comments_count_from_the_cache_too(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": "print(1)  # noqa: QK401 why\n"})
    first, second = check(project, *RULE).report, check(project, *RULE).report
    assert [finding["suppressed_by"] for finding in first["findings"]] == ["noqa: why"]
    assert first["findings"] == second["findings"]


def test_a_comment_in_a_file_with_a_declared_encoding_is_read(tmp_path: Path) -> None:
    text = '# coding: latin-1\nprint("é")  # quality-kit: ignore[QK401] -- déjà\n'.encode("latin-1")
    found = check(make_project(tmp_path, {"x.py": text}), *RULE).report["findings"]
    assert [(finding["line"], finding["suppressed_by"]) for finding in found] == [(2, "comment: déjà")]
