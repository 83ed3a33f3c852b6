"""``quality-kit suppressions``: what is silenced, why, since when, by whom."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.in_process import call
from tests.projects import make_project, run, run_git, write

DAY = 86_400
#: The rule that finds something in example files for environment variables.
ON = 'extend-select = ["QK502"]\n'
#: All forms, and where they are in the list.
CODE = """\
print()  # quality-kit: ignore[QK401] until=2020-03-01 -- legacy
# quality-kit: ignore[QK401, mypy]
print()
import os  # noqa: F401
print()  # noqa: E501, QK401 both
print()  # noqa
text = "# noqa"  # quality-kit: ignore
# quality-kit: ignore-file[QK601] -- one list
"""
LISTED = (
    "1: ignore[QK401] until=2020-03-01 -- legacy (expired, {})",
    "2: ignore[QK401, mypy] -- no reason given ({})",
    "4: noqa: F401 -- no reason given ({})",
    "5: noqa: QK401, E501 -- both ({})",
    "6: noqa -- no reason given ({})",
    "7: cannot be read -- write quality-kit: ignore[CODE] -- reason ({})",
    "8: ignore-file[QK601] -- one list ({})",
)


def commit(root: Path, author: str, days: int) -> None:
    """Commit everything, as of some days ago."""
    when = int(time.time()) - days * DAY - 60
    run_git(root, "add", "--all")
    me = ("-c", f"user.name={author}", "-c", "user.email=someone@example.org")
    run_git(root, *me, "commit", "--quiet", "--message", "work", "--date", f"@{when} +0000")


def lines(root: Path, *arguments: str) -> list[str]:
    done = run("suppressions", *arguments, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def data(root: Path, *arguments: str) -> list[dict[str, Any]]:
    document = call(root, "suppressions", "--output-format", "json", *arguments).report
    assert document.keys() == {"version", "suppressions"}
    assert document["version"] == 1
    found: list[dict[str, Any]] = document["suppressions"]
    return found


def test_all_are_listed_with_reason_age_and_author(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"b.py": CODE, "a/x.py": "print()  # noqa: QK401 why\n", "c.py": "x = 1\n"})
    commit(root, "Ann Lee", 40)
    assert lines(root) == [
        "a/x.py:1: noqa: QK401 -- why (40 days, Ann Lee)",
        *(f"b.py:{line.format('40 days, Ann Lee')}" for line in LISTED),
        "8 suppressions in 2 files, 3 without a reason, 1 expired, 1 malformed",
    ]


def test_each_line_has_its_own_author_and_age(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "print(1)  # noqa: QK401 first\n"})
    commit(root, "Ann", 400)
    write(root, "x.py", "print(1)  # noqa: QK401 first\nprint(2)  # noqa: QK401 second\n")
    commit(root, "Åsa Öberg", 1)
    third = "print(0)  # noqa: QK401 zeroth\nprint(1)  # noqa: QK401 first\nprint(2)  # noqa: QK401 second\n"
    write(root, "x.py", third)
    write(root, "y.py", "print(3)  # noqa: QK401 new\n")
    assert lines(root) == [
        "x.py:1: noqa: QK401 -- zeroth (not committed)",
        "x.py:2: noqa: QK401 -- first (400 days, Ann)",
        "x.py:3: noqa: QK401 -- second (1 day, Åsa Öberg)",
        "y.py:1: noqa: QK401 -- new (not committed)",
        "4 suppressions in 2 files",
    ]
    assert lines(root, "y.py") == ["y.py:1: noqa: QK401 -- new (not committed)", "1 suppression in 1 file"]


def test_json_has_the_same_as_data(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": CODE})
    commit(root, "Ann", 7)
    write(root, "y.py", "print()  # noqa\n")
    found = data(root)
    assert found[0] == {
        "path": "x.py",
        "line": 1,
        "column": 10,
        "kind": "comment",
        "codes": ["QK401"],
        "first_line": 1,
        "last_line": 1,
        "reason": "legacy",
        "until": "2020-03-01",
        "expired": True,
        "malformed": None,
        "age_days": 7,
        "author": "Ann",
        "author_unknown": None,
    }
    assert [
        (one["line"], one["kind"], one["codes"], one["first_line"], one["last_line"]) for one in found
    ] == [
        (1, "comment", ["QK401"], 1, 1),
        (2, "comment", ["QK401", "mypy"], 2, 3),
        (4, "noqa", ["F401"], 4, 4),
        (5, "noqa", ["QK401", "E501"], 5, 5),
        (6, "noqa", [], 6, 6),
        (7, "comment", [], 7, 7),
        (8, "comment", ["QK601"], None, None),
        (1, "noqa", [], 1, 1),
    ]
    assert found[5]["malformed"] == "write quality-kit: ignore[CODE] -- reason"
    assert (found[7]["age_days"], found[7]["author"]) == (None, None)
    assert found[7]["author_unknown"] == "not committed"


def test_without_git_it_is_said_that_nobody_knows(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "print()  # noqa: QK401 why\n", "quality-kit.toml": ""}, git=False)
    line = "x.py:1: noqa: QK401 -- why"
    assert lines(root)[0] == f"{line} (no git repository)"
    done = run("suppressions", cwd=root, env={"PATH": ""})
    assert done.stdout.splitlines()[0] == f"{line} (git cannot be started)"


def test_in_a_shallow_clone_the_last_commit_is_not_taken_for_the_origin(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "print(1)  # noqa: QK401 first\n"})
    commit(root, "Ann", 400)
    write(root, "y.py", "print(2)  # noqa: QK401 second\n")
    commit(root, "Bob", 2)
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "clone")
    assert lines(tmp_path / "clone")[0] == "x.py:1: noqa: QK401 -- first (older than this shallow clone)"


def test_what_does_not_parse_or_is_excluded(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "x.py": "print(  # noqa: QK401 why\n",
        "gen/y.py": "print()  # noqa\n",
        "z.py": b"# coding: no-such-thing\nprint()  # noqa\n",
        "quality-kit.toml": 'exclude = ["gen/"]\n',
    }
    done = run("suppressions", cwd=make_project(tmp_path, files))
    assert done.returncode == 2
    assert done.stdout.splitlines() == [
        "x.py:1: noqa: QK401 -- why (not committed)",
        "1 suppression in 1 file",
    ]
    assert done.stderr.startswith("z.py: cannot be read: ")


def test_a_project_without_any(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": 'text = "# noqa"\n'})
    assert lines(root) == ["no suppressions"]
    assert data(root) == []


def test_text_from_the_code_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "print()  # noqa: QK401 \x1b[2Jwhy\n"})
    assert lines(root)[0] == "x.py:1: noqa: QK401 -- \\x1b[2Jwhy (not committed)"


def test_an_unknown_format_or_path_is_an_error(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": ""})
    ran = call(root, "suppressions", "--output-format", "yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "quality-kit: --output-format: unknown format 'yaml' (valid: text, json)\n"
    assert call(root, "suppressions", "no.py").code == 2


def test_those_in_example_files_for_environment_variables_are_listed_too(tmp_path: Path) -> None:
    env = "A=1\nB=2  # quality-kit: ignore[QK502] -- read by the shop's front end\n"
    code = 'import os\n\nA = os.environ["A"]\n'
    files = {".env.example": env, "api/.env.example": "C=1  # noqa: QK502 soon\n", "a.py": code}
    noise = {
        "docker-compose.yml": "services: {}  # noqa\n",
        "quality-kit.toml": f"{ON}# quality-kit: ignore[QK1]\n",
    }
    root = make_project(tmp_path, {**files, **noise})
    commit(root, "Ann Lee", 40)
    first = ".env.example:2: ignore[QK502] -- read by the shop's front end (40 days, Ann Lee)"
    second = "api/.env.example:1: noqa: QK502 -- soon (40 days, Ann Lee)"
    assert lines(root) == [first, second, "2 suppressions in 2 files"]
    assert lines(root, "api") == [second, "1 suppression in 1 file"]
    assert lines(root, ".env.example") == [first, "1 suppression in 1 file"]
    assert lines(root, "a.py") == ["no suppressions"]


def test_files_in_which_a_comment_silences_nothing_are_not_listed(tmp_path: Path) -> None:
    comment = "A=1  # noqa: QK502 theirs\n"
    write(tmp_path, "elsewhere/names", comment)
    others = ("environment.yml", "setup-env.sh", "docker/env.yaml", ".env.local", "config/vars.env.sample")
    files = {**dict.fromkeys(others, comment), ".env.sample": comment}
    root = make_project(tmp_path, {**files, "off/.env.example": comment, "quality-kit.toml": ON})
    (root / "api").mkdir()
    (root / "api/.env.example").symlink_to(tmp_path / "elsewhere/names")
    run_git(root, "add", "--all", "--force")
    assert [one["path"] for one in data(root)] == [".env.sample", "off/.env.example"]
    override = '[[overrides]]\npaths = ["off/"]\nignore = ["QK502"]\n'
    write(
        root, "quality-kit.toml", f'{ON}rules.QK502.example-files = ["config/*", ".env.example"]\n{override}'
    )
    assert [one["path"] for one in data(root)] == ["config/vars.env.sample"]
    write(root, "quality-kit.toml", "linters = []\n")
    assert data(root) == []
