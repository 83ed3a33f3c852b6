"""The fixes that a review offers: real rules and linters, real changes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.projects import run
from tests.reviews import changed, review

_SETTINGS = '[tool.quality-kit]\nlinters = ["black", "isort", "autoflake", "flake8"]\n[tool.isort]\nprofile = "black"\n'
_BEFORE = '"""A module."""\n'
_UNTYPED = '"""A module."""\n\n\ndef forget(name: str):  # who\n    del name\n'


def _change(tmp_path: Path, after: str) -> Path:
    return changed(tmp_path, {"pyproject.toml": _SETTINGS, "a.py": _BEFORE}, {"a.py": after})


def test_a_rule_offers_its_fix_in_every_form(tmp_path: Path) -> None:
    root = _change(tmp_path, _UNTYPED)
    old, new = "def forget(name: str):  # who", "def forget(name: str) -> None:  # who"
    told = review("--no-linters", cwd=root, exit_code=1)["new"]
    (found,) = [each for each in told if each["gating"]]
    assert (found["code"], found["fix"]) == ("QK102", [f"-{old}", f"+{new}", "     del name"])
    text = run("review", "--no-linters", cwd=root).stdout
    assert f"-{old}\n" in text and f"+{new}\n" in text
    markdown = run("review", "--no-linters", "--output-format", "markdown", cwd=root).stdout
    assert f"  ```suggestion\n  {new}\n  ```\n" in markdown
    assert f"+{new}" in run("review", "--no-linters", "--output-format", "html", cwd=root).stdout.replace(
        "&gt;", ">"
    )


def test_rdjson_has_the_edit_with_columns_in_bytes(tmp_path: Path) -> None:
    root = _change(tmp_path, _UNTYPED.replace("name: str", 'name: str = "é"'))
    document = json.loads(run("review", "--no-linters", "--output-format", "rdjson", cwd=root).stdout)
    (found,) = document["diagnostics"]
    at = {"line": 4, "column": 29}
    assert found["suggestions"] == [{"range": {"start": at, "end": at}, "text": " -> None"}]


def test_formatters_say_what_they_would_write(tmp_path: Path) -> None:
    after = '"""A module."""\n\nimport sys\nimport os\n\nPATH = os.name+sys.platform\n'
    found = review("--linters", "black,isort", cwd=_change(tmp_path, after), exit_code=1)["new"]
    assert [(each["code"], each["fix"]) for each in found] == [
        ("isort:order", ["+import os", " import sys", "-import os"]),
        ("black:format", ["-PATH = os.name+sys.platform", "+PATH = os.name + sys.platform"]),
    ]


def test_an_unused_import_is_taken_out(tmp_path: Path) -> None:
    after = '"""A module."""\n\nfrom os import name, sep\n\nNAME = name\n'
    (found,) = review("--linters", "flake8,autoflake", cwd=_change(tmp_path, after), exit_code=1)["new"]
    assert (found["code"], found["sources"]) == ("F401", ["flake8", "autoflake"])
    assert found["fix"] == ["-from os import name, sep", "+from os import name"]


def test_an_unused_suppression_loses_its_codes(tmp_path: Path) -> None:
    after = (
        '"""A module."""\n\nA = 1  # quality-kit: ignore[QK401] -- no more\nB = 2  # noqa: QK401, E501\n'
        "# quality-kit: ignore[QK401, QK3] -- long ago\nC = 3\nD = 4  # noqa: QK401 see #12 # type: ignore[x]\n"
    )
    found = review("--no-linters", cwd=_change(tmp_path, after), exit_code=1)["new"]
    assert [each["fix"] for each in found] == [
        ["-A = 1  # quality-kit: ignore[QK401] -- no more", "+A = 1", " B = 2  # noqa: QK401, E501"],
        [
            " A = 1  # quality-kit: ignore[QK401] -- no more",
            "-B = 2  # noqa: QK401, E501",
            "+B = 2  # noqa: E501",
            " # quality-kit: ignore[QK401, QK3] -- long ago",
        ],
        [" B = 2  # noqa: QK401, E501", "-# quality-kit: ignore[QK401, QK3] -- long ago", " C = 3"],
        [" C = 3", "-D = 4  # noqa: QK401 see #12 # type: ignore[x]", "+D = 4  # type: ignore[x]"],
    ]


def test_a_file_that_is_wholly_unformatted_has_no_fix(tmp_path: Path) -> None:
    after = '"""A module."""\n\n' + "".join(f"N{number}={number}\n" for number in range(60))
    (found,) = review("--linters", "black", cwd=_change(tmp_path, after), exit_code=1)["new"]
    assert (found["code"], found["fix"]) == ("black:format", [])


def test_a_fix_is_shown_in_the_encoding_of_the_file(tmp_path: Path) -> None:
    before = '# -*- coding: latin-1 -*-\n"""A module."""\n\nX = "é"\n'
    after = before + '\n\ndef forget(x: int = 1, y: str = "é"):\n    x = 2\n'
    root = changed(
        tmp_path,
        {"pyproject.toml": _SETTINGS, "a.py": before.encode("latin-1")},
        {"a.py": after.encode("latin-1")},
    )
    told = review("--no-linters", cwd=root)["new"]
    (fix,) = [each["fix"] for each in told if each["code"] == "QK102"]
    old = 'def forget(x: int = 1, y: str = "é"):'
    assert fix == [f"-{old}", f"+{old[:-1]} -> None:", "     x = 2"]


def test_a_header_that_goes_on_behind_a_backslash_is_left_to_people(tmp_path: Path) -> None:
    after = '"""A module."""\n\n\ndef forget(x: int = 1) \\\n        :\n    x = 2\n'
    told = review("--no-linters", cwd=_change(tmp_path, after))["new"]
    assert [each["fix"] for each in told if each["code"] == "QK102"] == [[]]
