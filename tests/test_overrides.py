"""``[[tool.quality-kit.overrides]]``: settings for some paths."""

from __future__ import annotations

from pathlib import Path

from tests.in_process import check
from tests.packs import FORBIDDEN_CALL, PACK, TWICE_DEFINED
from tests.projects import make_project

#: A finding each of QK102 and QK401.
CODE = "def show():\n    print()\n"
FILES = {"app/x.py": CODE, "app/api/y.py": CODE, "app/api/v1/z.py": CODE}


def found(tmp_path: Path, table: str, *arguments: str) -> dict[str, set[str]]:
    """The codes that are reported, by path without ``app/``."""
    project = make_project(tmp_path, {"quality-kit.toml": table, **FILES})
    ran = check(project, "--no-linters", *arguments)
    assert ran.code in (0, 1), ran.err
    codes: dict[str, set[str]] = {path.removeprefix("app/"): set() for path in FILES}
    for path, _, code in ran.places:
        codes[path.removeprefix("app/")].add(code)
    return codes


BOTH = {"QK102", "QK401"}


def test_an_override_holds_for_its_paths_only(tmp_path: Path) -> None:
    table = '[[overrides]]\npaths = ["app/api/"]\nignore = ["QK4"]\n'
    assert found(tmp_path, table) == {"x.py": BOTH, "api/y.py": {"QK102"}, "api/v1/z.py": {"QK102"}}


def test_the_select_of_an_override_is_all_that_is_on_there(tmp_path: Path) -> None:
    table = '[[overrides]]\npaths = ["app/api/*.py", "!app/api/v1/"]\nselect = ["QK401"]\n'
    assert found(tmp_path, table) == {"x.py": BOTH, "api/y.py": {"QK401"}, "api/v1/z.py": BOTH}


def test_the_last_override_that_speaks_of_a_code_wins(tmp_path: Path) -> None:
    table = """
    [[overrides]]
    paths = ["app/"]
    ignore = ["QK401", "QK102"]
    [[overrides]]
    paths = ["app/api/"]
    extend-select = ["QK4"]
    [[overrides]]
    paths = ["app/api/v1/"]
    select = ["QK1"]
    """
    assert found(tmp_path, table) == {"x.py": set(), "api/y.py": {"QK401"}, "api/v1/z.py": {"QK102"}}


def test_an_override_wins_over_the_file(tmp_path: Path) -> None:
    table = 'ignore = ["QK401"]\n[[overrides]]\npaths = ["app/api/"]\nextend-select = ["QK4"]\n'
    assert found(tmp_path, table) == {"x.py": {"QK102"}, "api/y.py": BOTH, "api/v1/z.py": BOTH}


def test_an_override_takes_away_from_what_the_command_line_selects(tmp_path: Path) -> None:
    table = '[[overrides]]\npaths = ["app/api/"]\nignore = ["QK4"]\n'
    assert found(tmp_path, table, "--select", "QK401") == {
        "x.py": {"QK401"},
        "api/y.py": set(),
        "api/v1/z.py": set(),
    }


def test_an_override_adds_nothing_to_what_the_command_line_selects(tmp_path: Path) -> None:
    table = '[[overrides]]\npaths = ["app/api/"]\nselect = ["QK102", "QK401"]\n'
    assert found(tmp_path, table, "--select", "QK401") == {
        "x.py": {"QK401"},
        "api/y.py": {"QK401"},
        "api/v1/z.py": {"QK401"},
    }


def test_an_override_does_not_bring_back_what_the_command_line_ignores(tmp_path: Path) -> None:
    table = '[[overrides]]\npaths = ["app/api/"]\nselect = ["QK102", "QK401"]\n'
    left = {"QK102"}
    assert found(tmp_path, table, "--ignore", "QK401") == {
        "x.py": left,
        "api/y.py": left,
        "api/v1/z.py": left,
    }


def test_rule_options_are_overridden_one_by_one(tmp_path: Path) -> None:
    table = """
    packs = ["quality/rules"]
    exclude = ["quality/"]
    [rules.TEAM001]
    names = ["eval", "exec"]
    reason = "is banned"
    [[overrides]]
    paths = ["app/"]
    rules.TEAM001.names = ["exec"]
    [[overrides]]
    paths = ["app/api/"]
    rules.TEAM001.reason = "is bad for an API"
    """
    code = "eval(x)\nexec(x)\n"
    files = {**PACK, "pyproject.toml": "", "a.py": code, "app/b.py": code, "app/api/c.py": code}
    ran = check(make_project(tmp_path, {**files, "quality-kit.toml": table}), "--select", FORBIDDEN_CALL)
    found = [(finding["path"], finding["line"], finding["message"]) for finding in ran.report["findings"]]
    assert found == [
        ("a.py", 1, "eval is banned"),
        ("a.py", 2, "exec is banned"),
        ("app/api/c.py", 2, "exec is bad for an API"),
        ("app/b.py", 2, "exec is banned"),
    ]


def test_an_override_that_silences_a_project_rule_leaves_its_facts(tmp_path: Path) -> None:
    files = {"a.py": "class Order: ...\n", "b.py": "class Order: ...\n", "c.py": "class Order: ...\n"}
    override = '[[tool.quality-kit.overrides]]\npaths = ["a.py", "b.py"]\nignore = ["TEAM"]\n'
    table = PACK["pyproject.toml"] + override
    project = make_project(tmp_path, {**files, **PACK, "pyproject.toml": table})
    found = check(project, "--select", TWICE_DEFINED).places
    assert found == [("c.py", 1, TWICE_DEFINED)]


def test_a_project_rule_that_only_an_override_switches_on_runs_there(tmp_path: Path) -> None:
    files = {"a.py": "class Order: ...\n", "b.py": "class Order: ...\n", "c.py": "class Order: ...\n"}
    override = f'[[tool.quality-kit.overrides]]\npaths = ["c.py"]\nextend-select = ["{TWICE_DEFINED}"]\n'
    table = PACK["pyproject.toml"] + override
    project = make_project(tmp_path, {**files, **PACK, "pyproject.toml": table})
    assert check(project, "--no-linters").places == [("c.py", 1, TWICE_DEFINED)]


def test_path_classes_can_be_told_anew(tmp_path: Path) -> None:
    code = 'print("x")\n'
    table = '[path-classes]\nscripts = ["ops/"]\n'
    files = {"ops/a.py": code, "scripts/b.py": code, "tests/c.py": code, "quality-kit.toml": table}
    assert check(make_project(tmp_path, files), "--select", "QK401").places == [("scripts/b.py", 1, "QK401")]
