"""SARIF: rules, suppressions, fingerprints, what failed."""

from __future__ import annotations

import json
from typing import Any

from quality_kit.finding import Report
from quality_kit.reporters import render
from tests.formats.reports import CLEAN, SMALL, finding, report, small_view


def run(shown: Report) -> Any:
    [only] = json.loads(render("sarif", shown, small_view()))["runs"]
    return only


def test_every_result_points_to_its_rule() -> None:
    shown = run(SMALL)
    rules = [rule["id"] for rule in shown["tool"]["driver"]["rules"]]
    assert rules == ["F401", "QK102", "QK301", "QK401", "mypy:misc"]
    assert [rules[result["ruleIndex"]] for result in shown["results"]] == [
        result["ruleId"] for result in shown["results"]
    ]


def test_a_rule_brings_its_explanation_and_examples() -> None:
    rule = run(report(finding("x.py")))["tool"]["driver"]["rules"][0]
    text = (
        "A print call in place of a logger.\n\nIt has no level.\n\nUse a logger.\n\nGuide statements: SG21\n\n"
        "Found:\n\n    print(1)  # finding: QK401"
    )
    assert rule["help"] == {"text": text, "markdown": text}


def test_suppressed_findings_are_there_as_suppressed() -> None:
    assert [result["suppressions"] for result in run(SMALL)["results"]] == [
        [],
        [{"kind": "inSource", "justification": "comment: until the move"}],
        [{"kind": "external", "justification": "baseline"}],
        [],
        [],
        [],
    ]


def test_fingerprints_tell_findings_apart() -> None:
    results = run(SMALL)["results"]
    fingerprints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert fingerprints == [f"{entry.fingerprint}:1" for entry in SMALL.findings]
    assert len(set(fingerprints)) == len(SMALL.findings)


def test_a_run_with_failures_was_not_successful() -> None:
    assert run(CLEAN)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    [invocation] = run(SMALL)["invocations"]
    assert invocation["executionSuccessful"] is False
    notifications = invocation["toolExecutionNotifications"]
    assert [(entry["level"], entry["message"]["text"]) for entry in notifications] == [
        ("error", "black failed: it crashed:\nTraceback, 100%"),
        ("error", "QK201 failed on app/main.py: too deep"),
        ("warning", "not checked by isort (the file does not parse): app/broken.py"),
    ]
    assert [
        entry.get("locations", [{}])[0].get("physicalLocation", {}).get("artifactLocation")
        for entry in notifications
    ] == [
        None,
        {"uri": "app/main.py", "uriBaseId": "%SRCROOT%"},
        None,
    ]
