"""``quality-kit guide``: list, show, coverage and new."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.in_process import call, check
from tests.projects import make_project, write

OURS = """
title = "Ours"
summary = "What we want."
ignore = ["QK102"]
[[statements]]
id = "T1"
section = "Output"
text = "Nothing is printed."
enforced-by = ["QK401", "F401"]
[[statements]]
id = "T2"
section = "Output"
text = "Everything returns."
enforced-by = ["QK102"]
[[statements]]
id = "T3"
section = "Later"
text = "Admins are guarded."
enforced-by = ["QK905"]
[[statements]]
id = "T4"
section = "Later"
text = "Words are good."
enforced-by = ["review"]
question = "Are they?"
evidence = "odd-names"
[[checklist]]
text = "Is it quiet?"
enforced-by = ["QK401"]
[[exceptions]]
topic = "loud code"
statements = ["T1"]
decision = "it is found"
reason = "we like it quiet"
"""
CODE = "import os\n\n\ndef show():\n    print(1)\n    print(2)  # quality-kit: ignore[QK401] -- on purpose\n"
FILES = {
    "quality-kit.toml": 'guide = "docs/ours.toml"\nlinters = ["flake8"]\n',
    "docs/ours.toml": OURS,
    "x.py": CODE,
}


def statements(out: str) -> list[Any]:
    document = json.loads(out)
    assert document["version"] == 1
    return [each for guide in document["guides"] for each in guide["statements"]]


def test_list_names_the_guides_that_come_with_us(tmp_path: Path) -> None:
    done = call(make_project(tmp_path, {"x.py": ""}), "guide", "list")
    assert [line.split()[0] for line in done.out.splitlines()] == [
        "architecture",
        "best-practices",
        "clean-structure",
        "refactoring-plan",
        "style-guide",
    ]
    assert done.out.splitlines()[-1] == (
        "style-guide         24 statements  Python and FastAPI development standards"
    )


def test_show_tells_what_the_projects_guide_says(tmp_path: Path) -> None:
    done = call(make_project(tmp_path, FILES), "guide", "show")
    assert done.out == """\
docs/ours.toml: Ours
What we want.

Output
T1    Nothing is printed.
      enforced by QK401 print-call, F401
T2    Everything returns.
      enforced by QK102 missing-return-annotation

Later
T3    Admins are guarded.
      enforced by QK905 unguarded-admin-route (planned)
T4    Words are good.
      enforced by quality-kit review
      a reviewer answers: Are they?
      evidence: names that PEP 8 would write differently

Checklist of a review
1     Is it quiet?
      enforced by QK401 print-call

Exceptions
  loud code (T1): it is found
      because we like it quiet
"""


def test_show_takes_a_name_and_a_path(tmp_path: Path) -> None:
    project = make_project(tmp_path, FILES)
    assert call(project, "guide", "show", "architecture").out.startswith(
        "architecture: Backend architecture\n"
    )
    assert call(project / "docs", "guide", "show", "ours.toml").out.startswith("ours.toml: Ours\n")


@pytest.mark.parametrize("verb", ["show", "coverage"])
def test_without_a_guide_one_has_to_be_named(tmp_path: Path, verb: str) -> None:
    project = make_project(tmp_path, {"x.py": ""})
    names = "architecture, best-practices, clean-structure, refactoring-plan, style-guide"
    done = call(project, "guide", verb)
    assert (done.code, done.err) == (2, f"quality-kit: this project names no guide; name one of {names}\n")
    done = call(project, "guide", verb, "ours")
    assert (done.code, done.err) == (
        2,
        f"quality-kit: unknown guide 'ours' (valid: {names}, or a path that ends in .toml)\n",
    )


def test_coverage_tells_who_enforces_what_and_what_was_found(tmp_path: Path) -> None:
    done = call(make_project(tmp_path, FILES), "guide", "coverage")
    assert done.code == 0
    assert done.out == """\
docs/ours.toml: Ours

T1    Nothing is printed.
      - QK401 print-call: 1 finding
      - F401: 1 finding
      - 1 suppressed
T2    Everything returns.
      - QK102 missing-return-annotation: off in this project
T3    Admins are guarded.
      - QK905 unguarded-admin-route (planned)
T4    Words are good.
      - quality-kit review
      - a reviewer answers: Are they?

4 statements: 1 enforced, 1 off in this project, 1 planned, 1 left to reviewers
"""


def test_coverage_as_json(tmp_path: Path) -> None:
    done = call(make_project(tmp_path, FILES), "guide", "coverage", "--output-format", "json")
    rows = statements(done.out)
    assert [(row["id"], row["state"], row["findings"], row["suppressed"]) for row in rows] == [
        ("T1", "enforced", 2, 1),
        ("T2", "off", 0, 0),
        ("T3", "planned", 0, 0),
        ("T4", "people", 0, 0),
    ]
    assert rows[0] == {
        "id": "T1",
        "text": "Nothing is printed.",
        "section": "Output",
        "severity": None,
        "state": "enforced",
        "enforced_by": [
            {"code": "QK401", "kind": "rule", "on": True, "findings": 1},
            {"code": "F401", "kind": "linter", "on": True, "findings": 1},
        ],
        "question": None,
        "evidence": None,
        "findings": 2,
        "suppressed": 1,
    }
    assert (rows[3]["question"], rows[3]["evidence"]) == (
        "Are they?",
        "names that PEP 8 would write differently",
    )


def test_coverage_of_another_guide_checks_by_that_guide(tmp_path: Path) -> None:
    project = make_project(tmp_path, FILES)
    done = call(project, "guide", "coverage", "architecture", "--output-format", "json")
    rows = {row["id"]: row for row in statements(done.out)}
    assert (rows["AR3"]["state"], rows["AR3"]["findings"]) == ("enforced", 1)
    assert {(each["code"], each["on"]) for each in rows["AR3"]["enforced_by"]} == {
        ("QK101", True),
        ("QK102", True),
        ("mypy", False),
    }


def test_coverage_counts_for_every_tool_that_reported_a_finding(tmp_path: Path) -> None:
    files = {**FILES, "quality-kit.toml": 'guide = "style-guide"\nlinters = ["flake8", "autoflake"]\n'}
    done = call(make_project(tmp_path, files), "guide", "coverage", "--output-format", "json")
    unused = next(row for row in statements(done.out) if row["id"] == "SG16")
    assert unused["findings"] == 1
    assert [(each["code"], each["findings"]) for each in unused["enforced_by"]] == [
        ("autoflake", 1),
        ("F401", 1),
    ]


def test_coverage_of_several_guides_tells_each(tmp_path: Path) -> None:
    files = {**FILES, "quality-kit.toml": 'guide = ["architecture", "docs/ours.toml"]\nlinters = []\n'}
    done = call(make_project(tmp_path, files), "guide", "coverage")
    assert [line for line in done.out.splitlines() if line.endswith(("Ours", "Backend architecture"))] == [
        "architecture: Backend architecture",
        "docs/ours.toml: Ours",
    ]


def test_coverage_in_an_unknown_format_is_refused(tmp_path: Path) -> None:
    done = call(make_project(tmp_path, FILES), "guide", "coverage", "--output-format", "jsn")
    assert (done.code, done.err) == (
        2,
        "quality-kit: --output-format: unknown format 'jsn', did you mean 'json'?\n",
    )


def test_new_writes_a_guide_of_the_layout_that_is_there(tmp_path: Path) -> None:
    files = {
        "shop/orders/service.py": "",
        "shop/orders/models.py": "",
        "shop/web/routes.py": "",
        "tests/orders/test_service.py": "",
        "README.md": "",
        ".env.example": "",
    }
    project = make_project(tmp_path, files)
    done = call(project, "guide", "new")
    words = 'docs/guide.toml: written; put it to use with guide = "docs/guide.toml" in [tool.quality-kit]\n'
    assert (done.code, done.out) == (0, words)
    text = (project / "docs" / "guide.toml").read_text(encoding="utf-8")
    assert text.endswith(
        "# The layout as it is today.\n"
        "[rules.QK611]\n"
        'required = [\n    "shop/orders/",\n    "shop/web/",\n    "tests/orders/",\n    ".env.example",\n'
        '    "README.md",\n]\n\n'
        '[rules.QK613]\ntest-patterns = ["tests/**/test_{file}.py"]\n'
    )
    write(project, "quality-kit.toml", 'guide = "docs/guide.toml"\n')
    assert check(project, "--no-linters").code == 0
    assert call(project, "guide", "show").out.startswith("docs/guide.toml: Our style guide\n")


def test_new_extends_the_guide_whose_layout_fits(tmp_path: Path) -> None:
    project = make_project(tmp_path, layout_of_the_style_guide())
    assert call(project, "guide", "new", "guide.toml").code == 0
    text = (project / "guide.toml").read_text(encoding="utf-8")
    assert '\nextends = "style-guide"\n' in text
    assert text.endswith('[rules.QK613]\ntest-patterns = ["{dir}/tests_{package}/test_{file}.py"]\n')


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("docs/ours.toml", "docs/ours.toml exists already; choose another name"),
        ("docs/ours.yaml", "docs/ours.yaml: the file of a guide ends in .toml"),
    ],
)
def test_new_refuses(tmp_path: Path, path: str, reason: str) -> None:
    project = make_project(tmp_path, FILES)
    done = call(project, "guide", "new", path)
    assert (done.code, done.err) == (2, f"quality-kit: {reason}\n")
    assert (project / "docs" / "ours.toml").read_text(encoding="utf-8") == OURS


def layout_of_the_style_guide() -> dict[str, str]:
    """Two modules as the style guide wants them, one of them without documents."""
    return {
        "app/__init__.py": "",
        "app/voice/__init__.py": "",
        "app/voice/service.py": "",
        "app/voice/README_voice.md": "",
        "app/voice/docs_voice/ARC_voice.md": "",
        "app/voice/tests_voice/test_service.py": "",
        "app/chat/__init__.py": "",
        "app/chat/README_chat.md": "",
        "app/chat/tests_chat/test_it.py": "",
    }


def test_init_proposes_the_guide_whose_layout_fits(tmp_path: Path) -> None:
    project = make_project(tmp_path, layout_of_the_style_guide())
    done = call(project, "init", "--dry-run")
    assert '+guide = "style-guide"\n' in done.out
    assert (
        "note: the layout fits the guide style-guide: 5 of the 6 paths that it requires are here\n"
        in done.out
    )


def test_init_proposes_no_guide_where_none_fits(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {"app/main.py": "", "README.md": "", ".env.example": "", "app/core/config.py": ""}
    )
    assert "guide" not in call(project, "init", "--dry-run").out


@pytest.mark.parametrize(
    ("guide", "paths"),
    [
        (
            "architecture",
            "app/api/v1/endpoints/a.py app/api/v1/router.py app/core/config.py app/models/a.py app/schemas/a.py"
            " app/services/a.py app/db/repositories/a.py app/main.py",
        ),
        (
            "best-practices",
            "main.py database.py models/a.py routes/a.py services/a.py utils/a.py tests/test_a.py",
        ),
        (
            "refactoring-plan",
            "app/core/security.py app/models/a.py app/services/a.py app/api/users/routes.py alembic/env.py"
            " tests/conftest.py requirements.txt",
        ),
        (
            "clean-structure",
            "app/api/v1/endpoints/a.py app/core/config.py app/core/exceptions.py app/models/domain/a.py"
            " app/models/schemas/a.py app/services/ai/a.py app/utils/a.py app/main.py tests/conftest.py tests/unit/a.py"
            " scripts/a.py docs/api.md README.md Makefile",
        ),
    ],
)
def test_each_guide_is_known_by_its_layout(tmp_path: Path, guide: str, paths: str) -> None:
    project = make_project(tmp_path, dict.fromkeys(paths.split(), ""))
    assert f'+guide = "{guide}"\n' in call(project, "init", "--dry-run").out


def test_a_path_that_is_asked_for_beside_others_does_not_count_without_them(tmp_path: Path) -> None:
    without_tables = [
        "app/api/users/routes.py",
        "app/api/users/schemas.py",
        "app/config/app.py",
        "tests/test_a.py",
    ]
    project = make_project(tmp_path, {path: "" for path in without_tables})
    assert '+guide = "refactoring-plan"\n' in call(project, "init", "--dry-run").out
    write(project, "app/db/session.py", "")
    write(project, "app/api/users/auth.py", "")
    (project / "app/config/app.py").unlink()
    assert "+guide" not in call(project, "init", "--dry-run").out
