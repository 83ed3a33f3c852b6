"""What is particular to GitLab's report, JUnit's and Markdown."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

from quality_kit.reporters import render
from tests.formats.reports import CLEAN, HOSTILE, SMALL, finding, report, small_view


def test_gitlab_knows_severities_and_what_failed_is_the_worst() -> None:
    problems = json.loads(render("gitlab", SMALL, small_view()))
    assert [(problem["check_name"], problem["severity"]) for problem in problems] == [
        ("quality-kit", "blocker"),
        ("quality-kit", "blocker"),
        ("quality-kit", "info"),
        ("F401", "major"),
        ("QK102", "minor"),
        ("QK401", "major"),
        ("mypy:misc", "info"),
    ]


def test_fingerprints_for_gitlab_are_unique_even_among_equals() -> None:
    problems = json.loads(render("gitlab", report(*[finding("x.py")] * 3), small_view()))
    first = finding("x.py").fingerprint
    assert [problem["fingerprint"] for problem in problems] == [first, f"{first}-2", f"{first}-3"]


def test_a_clean_run_has_one_case_that_passed() -> None:
    root = ET.fromstring(render("junit", CLEAN, small_view()).encode())
    assert dict(root.attrib) == {
        "name": "quality-kit",
        "time": "1.250",
        "tests": "1",
        "failures": "0",
        "errors": "0",
    }
    [case] = root.iter("testcase")
    assert (case.get("name"), list(case)) == ("No findings in 3 files in 1.2 s", [])


def test_a_run_that_failed_has_no_case_that_passed() -> None:
    root = ET.fromstring(render("junit", SMALL._replace(findings=()), small_view()).encode())
    assert [[child.tag for child in case] for case in root.iter("testcase")] == [
        ["error"],
        ["error"],
        ["skipped"],
    ]


def test_characters_that_xml_cannot_hold_are_taken_out() -> None:
    text = render("junit", HOSTILE, small_view())
    assert "\uffff" not in text
    [case] = ET.fromstring(text.encode()).iter("failure")
    assert (case.text or "").count("</script><img src=x onerror=alert(1)>]]>") == 2


def test_markdown_takes_nothing_of_the_source_for_markup() -> None:
    text = render("markdown", HOSTILE, small_view())
    [row] = [line for line in text.splitlines() if line.startswith("| a")]
    assert row.count("|") - row.count("\\|") == 5
    assert "<script" not in text
    assert "<img" not in text
    assert "@all" not in re.sub("<code>.*?</code>", "", text)
    assert "\\[a\\](http\\://x.y) @<!-- -->all #<!-- -->1" in row


def test_markdown_shows_code_as_code() -> None:
    entry = finding("x.py", message="`a|b <i>` and `@x` but *not* this")
    text = render("markdown", report(entry), small_view())
    assert "| <code>a\\|b &lt;i&gt;</code> and <code>@x</code> but \\*not\\* this |" in text


def test_markdown_that_does_not_fit_is_cut_and_counted() -> None:
    findings = [finding(f"m{number}.py") for number in range(100)]
    whole = render("markdown", report(*findings), small_view())
    assert render("markdown", report(*findings), small_view()._replace(room=len(whole) + 100)) == whole
    cut = render("markdown", report(*findings), small_view()._replace(room=2000))
    assert len(cut) <= 2000
    shown = cut.count("| m")
    assert cut.splitlines()[-1] == f"This page is full: {100 - shown} more findings are not shown."
    assert render("markdown", report(*findings), small_view()._replace(room=0)).splitlines() == [
        "",
        "This page is full: 100 more findings are not shown.",
    ]
