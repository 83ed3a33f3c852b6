"""What holds for all formats: their bytes, nothing left out, nothing passed that was not checked."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest

from quality_kit.finding import Failure
from quality_kit.reporters import formats, render
from tests.formats import golden_files
from tests.formats.junit_rules import mistakes
from tests.formats.reports import CLEAN, HOSTILE, SMALL, finding, report, small_view

REPORTS = {
    "clean": CLEAN,
    "small": SMALL,
    "hostile": HOSTILE,
    "failed": report(failures=(Failure("black", ""),)),
    "many": report(*(finding(f"a{number}.py") for number in range(300))),
}
each_report = pytest.mark.parametrize("name", REPORTS)


@pytest.mark.parametrize("name", golden_files.NAMES)
def test_a_format_is_written_as_its_golden_file_shows(name: str) -> None:
    """``python -m tests.formats.golden_files`` writes the files anew."""
    assert golden_files.rendered(name) == golden_files.path(name).read_text(encoding="utf-8")


@each_report
@pytest.mark.parametrize("format_name", ["gitlab", "rdjson", "sarif"])
def test_json_formats_fit_their_schemas(format_name: str, name: str) -> None:
    schema = json.loads((Path(__file__).parent / "schemas" / f"{format_name}.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    text = render(format_name, REPORTS[name], small_view())
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))
    assert re.findall(r"[^\x20-\x7e\n]|(?<!\\)\\ud[89a-f]", text) == []


@each_report
def test_junit_fits_its_schema(name: str) -> None:
    text = render("junit", REPORTS[name], small_view())
    assert mistakes(ET.fromstring(text.encode())) == []


@pytest.mark.parametrize("format_name", formats())
def test_text_from_outside_never_brings_control_characters(format_name: str) -> None:
    text = render(format_name, HOSTILE, small_view())
    assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text) == []


@pytest.mark.parametrize("format_name", sorted({*formats()} - {"github"}))
def test_every_finding_is_in_every_format(format_name: str) -> None:
    findings = [finding(f"app/m{number:03}.py") for number in range(300)]
    text = render(format_name, report(*findings), small_view())
    assert [entry for entry in findings if entry.location.path not in text] == []


@pytest.mark.parametrize("format_name", formats())
def test_failures_and_what_was_not_checked_are_in_every_format(format_name: str) -> None:
    text = render(format_name, SMALL, small_view())
    assert [
        word for word in ("it crashed:", "too deep", "does not parse", "broken.py") if word not in text
    ] == []


@pytest.mark.parametrize("format_name", sorted({*formats()} - {"sarif", "html", "json"}))
def test_suppressed_findings_are_counted_only(format_name: str) -> None:
    text = render(format_name, SMALL, small_view())
    assert "QK301" not in text
    assert "until the move" not in text
