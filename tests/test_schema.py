"""The JSON schema of the configuration table says the same as the validation."""

from __future__ import annotations

import importlib.resources
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from tests.in_process import call
from tests.projects import make_project


def schema() -> Any:
    """As it ships with the package."""
    return json.loads(
        importlib.resources.files("quality_kit").joinpath("schema.json").read_text(encoding="utf-8")
    )


VALIDATOR = jsonschema.Draft202012Validator(schema())

RIGHT = [
    "",
    'select = ["ALL", "QK", "QK2", "QK201", "mypy", "mypy:arg-type", "F401", "F", "flake8"]',
    'extend-select = ["QK000"]',
    'ignore = ["QK1", "E501", "black:format"]',
    'exclude = ["gen/", "!gen/x.py", "*.py"]\nextend-exclude = ["vendor"]',
    'source-roots = ["."]\njobs = 0\nlinter-python = "auto"\nfail-on = "never"',
    'linters = ["black", "mypy"]',
    "linters = []",
    'path-classes.tests = ["checks/"]\npath-classes.generated = ["gen/"]',
    'rules.QK401.severity = "warning"\nrules.QK401.exempt = ["tests", "cli/"]',
    'rules.QK601.max-lines = 300\nrules.QK601.limits = {"legacy/" = 900}\nrules.QK601.count = "code"',
    'rules.QK4.severity = "info"\nrules.mypy.severity = "info"\nrules.F401.severity = "info"',
    'rules.ALL.severity = "info"',
    'rules."mypy:arg-type".severity = "warning"',
    '[[overrides]]\npaths = ["tests/"]\nselect = ["QK1"]\nignore = ["QK101"]\nrules.QK601.max-lines = 3',
    'guide = "style-guide"',
    'guide = ["architecture", "style-guide"]',
    "guide = []",
]

WRONG = [
    "selct = []",
    'select = "QK1"',
    "select = [1]",
    'select = ["QK999"]',
    'select = ["qk401"]',
    'select = ["mypy:"]',
    'select = ["ruff"]',
    'select = ["ruff:F401"]',
    'select = ["flake8:F401"]',
    'ignore = ["QK000"]',
    'ignore = ["QK0"]',
    'exclude = "gen/"',
    'exclude = ["!"]',
    r'extend-exclude = ["gen\\"]',
    "jobs = -1",
    "jobs = 1.5",
    "jobs = true",
    'fail-on = "errors"',
    'linters = ["ruff"]',
    'linter-python = ""',
    'path-classes.tests = "tests/"',
    'guide = "style"',
    'guide = ["style-guide", ""]',
    "guide = 1",
    'rules.QK401.severity = "fatal"',
    "rules.QK401.exempd = []",
    'rules.QK601.max-lines = "many"',
    'rules.QK601.count = "logical"',
    'rules.QK601.limits = {"legacy/" = "many"}',
    "rules.QK4.exempt = []",
    "rules.mypy.strict = true",
    "rules.QK499.x = 1",
    "rules = []",
    'overrides = ["tests/"]',
    '[[overrides]]\nselect = ["QK1"]',
    '[[overrides]]\npaths = ["tests/"]\njobs = 1',
    '[[overrides]]\npaths = ["tests/"]\nrules.QK401.severity = "info"',
]

#: What a schema cannot know: names that exist only in a pack, options of pack rules, patterns of all kinds.
ONLY_THE_VALIDATION_REFUSES = [
    'select = ["TEAM001"]',
    "rules.TEAM001.x = 1",
    "rules.F401.x = 1",
    'exclude = ["[z-a]"]',
    'packs = ["gone"]',
    'guide = "gone.toml"',
]


def is_valid(tmp_path: Path, table: str) -> bool:
    """What ``quality-kit check`` says of it."""
    root = make_project(tmp_path, {"quality-kit.toml": table, "x.py": ""}, git=False)
    ran = call(root, "check", "--show-files")
    assert ran.code in (0, 2)
    return ran.code == 0


def fits(table: str) -> bool:
    """What the schema says of it."""
    return bool(VALIDATOR.is_valid(tomllib.loads(table)))


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("table", RIGHT)
def test_both_accept_what_is_right(tmp_path: Path, table: str) -> None:
    assert (is_valid(tmp_path, table), fits(table)) == (True, True)


@pytest.mark.parametrize("table", WRONG)
def test_both_refuse_what_is_wrong(tmp_path: Path, table: str) -> None:
    assert (is_valid(tmp_path, table), fits(table)) == (False, False)


@pytest.mark.parametrize("table", ONLY_THE_VALIDATION_REFUSES)
def test_the_schema_lets_pass_what_it_cannot_know(tmp_path: Path, table: str) -> None:
    assert (is_valid(tmp_path, table), fits(table)) == (False, True)


def test_the_table_of_this_repository_fits() -> None:
    table = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    VALIDATOR.validate(table["tool"]["quality-kit"])


def test_every_key_and_option_is_described() -> None:
    document = schema()
    assert [name for name, value in document["properties"].items() if not value.get("description")] == []
    tables = document["$defs"]["rules"]["properties"]
    options = {
        f"{code}.{name}": value
        for code, table in tables.items()
        for name, value in table["properties"].items()
    }
    assert [name for name, value in options.items() if not value.get("description")] == []
