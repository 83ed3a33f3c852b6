"""Where each format says a finding stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from quality_kit.reporters import View, render
from tests.formats.reports import HOSTILE, finding, report, small_view
from tests.in_process import call
from tests.packs import PACK
from tests.projects import make_project

ODD_NAME = b"a b/\xe9\xc3\xbc:#%?.py".decode("utf-8", "surrogateescape")


def document(name: str, *findings: Any, view: View | None = None) -> Any:
    return json.loads(render(name, report(*findings), view or small_view()))


def sarif_location(entry: Any) -> Any:
    return document("sarif", entry)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("line", "columns", "expected"),
    [
        ("größe = 19; print(größe)", (13, 25), (15, 29)),
        ("'日本🙂'; eval(1)", (8, 15), (15, 22)),
        ("\teval(1)", (2, 9), (2, 9)),
        ("", (5, 9), (5, 9)),
        ("é", (9, 12), (10, 13)),
    ],
    ids=["two bytes", "three and four bytes", "a tab", "no text", "beyond the end"],
)
def test_columns_for_reviewdog_are_bytes(
    line: str, columns: tuple[int, int], expected: tuple[int, int]
) -> None:
    entry = finding("x.py", (1, columns[0], 1, columns[1]))
    shown = document("rdjson", entry, view=View(source_line=lambda path, number: line))
    span = shown["diagnostics"][0]["location"]["range"]
    assert span == {"start": {"line": 1, "column": expected[0]}, "end": {"line": 1, "column": expected[1]}}


def test_the_bytes_are_those_of_the_text_in_utf_8_whatever_the_file_is_written_in(tmp_path: Path) -> None:
    code = "# coding: latin-1\nx = 'é'; eval(1)\n".encode("latin-1")
    root = make_project(tmp_path, {**PACK, "x.py": code})
    out = call(root, "check", "--select", "TEAM001", "--output-format", "rdjson").out
    span = json.loads(out)["diagnostics"][0]["location"]["range"]
    assert span == {"start": {"line": 2, "column": 11}, "end": {"line": 2, "column": 18}}


def test_the_source_may_come_from_standard_input(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**PACK, "x.py": ""})
    arguments = ("check", "-", "--stdin-filename", "x.py", "--select", "TEAM001", "--output-format", "rdjson")
    out = call(root, *arguments, input="'é'; eval(1)\n".encode()).out
    assert json.loads(out)["diagnostics"][0]["location"]["range"]["start"] == {"line": 1, "column": 7}


def test_regions_of_sarif_stand_in_one_line() -> None:
    assert sarif_location(finding("x.py", (3, 5, 3, 9)))["region"] == {
        "startLine": 3,
        "startColumn": 5,
        "endColumn": 9,
    }
    assert sarif_location(finding("x.py", (3, 5, 9, 2)))["region"] == {"startLine": 3, "startColumn": 5}
    assert sarif_location(finding("x.py", (3, 5, 3, 5)))["region"] == {"startLine": 3, "startColumn": 5}


def test_paths_of_sarif_are_relative_addresses() -> None:
    artifact = sarif_location(finding(ODD_NAME))["artifactLocation"]
    assert artifact == {"uri": "a%20b/%E9%C3%BC%3A%23%25%3F.py", "uriBaseId": "%SRCROOT%"}


def test_a_finding_about_a_whole_file_stands_at_its_line() -> None:
    entry = finding("x.py", (401, 1, 401, 20), "QK601", "oversized-service-file", "too long")
    view = small_view()
    assert sarif_location(entry)["region"]["startLine"] == 401
    assert document("gitlab", entry)[0]["location"]["lines"] == {"begin": 401, "end": 401}
    assert document("rdjson", entry)["diagnostics"][0]["location"]["range"]["start"]["line"] == 401
    assert ",line=401," in render("github", report(entry), view)
    assert "QK601 oversized-service-file at 401:1" in render("junit", report(entry), view)
    assert "| x.py:401:1 |" in render("markdown", report(entry), view)


def test_hosts_get_paths_from_the_top_of_the_repository(tmp_path: Path) -> None:
    files = {f"services/api/{path}": content for path, content in PACK.items()}
    root = make_project(tmp_path, {**files, "services/api/x.py": "eval(1)\n"})
    formats = "gitlab:g.json,sarif:s.json,junit:j.xml,rdjson:r.json"
    call(root / "services" / "api", "check", "--select", "TEAM001", "--output-format", formats)
    folder = root / "services" / "api"
    gitlab, sarif, rdjson = (json.loads((folder / f"{name}.json").read_text()) for name in "gsr")
    assert gitlab[0]["location"]["path"] == "services/api/x.py"
    location = sarif["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "services/api/x.py"
    [suite] = ET.parse(folder / "j.xml").getroot()
    assert (suite.get("name"), suite.get("file")) == ("services/api/x.py", "services/api/x.py")
    assert rdjson["diagnostics"][0]["location"]["path"] == "x.py"


def test_names_that_are_no_utf_8_stand_with_escapes() -> None:
    path = HOSTILE.findings[0].location.path
    assert document("gitlab", finding(path))[0]["location"]["path"] == path.replace("\udce9", "\\udce9")
    assert document("rdjson", finding(path))["diagnostics"][0]["location"]["path"].endswith("\\udce9.py")
