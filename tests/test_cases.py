"""Every case file of every rule, as it is and with each marker turned into a suppression.

A case lies in ``tests/cases/<family>/<rule_name>/``: a file ``name.py`` is a module of the project,
a folder is a whole project. The first line may say where the file is thought to lie and with which
options: ``# path: app/services/users.py`` and ``# options: {"max-lines": 3}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quality_kit.finding import Finding
from quality_kit.source import SourceFile
from quality_kit.suppression import read_suppressions
from tests.examples import expected, findings, reported, rules, suppressed

CASES = Path(__file__).parent / "cases"
_PATH = re.compile(r"^# path: (.+)$", re.MULTILINE)
_OPTIONS = re.compile(r"^# options: (.+)$", re.MULTILINE)


class Case(NamedTuple):
    code: str
    files: Mapping[str, str]
    options: Mapping[str, Any]


def load(case: Path, code: str) -> Case:
    if case.is_dir():
        found = sorted(path for path in case.rglob("*") if path.is_file())
        files = {path.relative_to(case).as_posix(): path.read_text(encoding="utf-8") for path in found}
    else:
        text = case.read_text(encoding="utf-8")
        named = _PATH.search(text)
        files = {named[1].strip() if named else "app/module.py": text}
    options = [json.loads(found[1]) for text in files.values() for found in _OPTIONS.finditer(text)]
    return Case(code, files, options[0] if options else {})


def cases() -> list[Any]:
    found = []
    for entry in rules():
        folder = CASES / entry.info.family / entry.info.name.replace("-", "_")
        for case in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not case.name.startswith(("_", ".")):
                found.append(pytest.param(load(case, entry.info.code), id=f"{entry.info.code}-{case.stem}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_a_case_is_reported_on_its_marked_lines_only(case: Case) -> None:
    assert reported(case.files, case.code, case.options) == expected(case.files)


@pytest.mark.parametrize("case", [case for case in cases() if expected(case.values[0].files)])
def test_a_marker_turned_into_a_suppression_silences_the_finding(case: Case) -> None:
    python = {path: suppressed(text) for path, text in case.files.items() if path.endswith(".py")}
    files = {**case.files, **python}
    left = [
        finding for finding in findings(files, case.code, case.options) if not is_suppressed(finding, files)
    ]
    assert [finding for finding in left if finding.location.path.endswith(".py")] == []


def is_suppressed(finding: Finding, files: Mapping[str, str]) -> bool:
    source = SourceFile(finding.location.path, files[finding.location.path].encode())
    found = read_suppressions(source)
    return any(each.covers(finding.location.line) and each.names(finding.code) for each in found)


def test_every_case_folder_belongs_to_a_rule() -> None:
    known = {f"{entry.info.family}/{entry.info.name.replace('-', '_')}" for entry in rules()}
    folders = {path.relative_to(CASES).as_posix() for path in CASES.glob("*/*") if path.is_dir()}
    assert folders - known == set()
