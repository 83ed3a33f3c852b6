"""JUnit's XML, which every CI server shows: a suite for each file with findings, a failed case for each finding.

A clean run has one case that passed. What failed is an error, what was not checked is a skipped case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from quality_kit.finding import OWN_SOURCE, Finding, Report
from quality_kit.reporters import View
from quality_kit.reporters._notes import not_checked_lines, summary_line
from quality_kit.reporters._words import failure_text, place, title
from quality_kit.writing.safe_text import safe

#: What XML 1.0 cannot hold, not even escaped.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KINDS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(report: Report, view: View) -> str:
    """The report as one document."""
    cases = list(_cases_of_run(report))
    suites = [_suite(OWN_SOURCE, cases)] if cases else []
    for path, group in groupby(report.active, key=lambda finding: finding.location.path):
        name = view.prefix + safe(path)
        suites.append(_suite(name, [_failed(finding, name) for finding in group], {"file": name}))
    root = ET.Element("testsuites", {"name": OWN_SOURCE, "time": f"{report.seconds:.3f}"})
    root.attrib |= {key: _total(suites, key) for key in ("tests", "failures", "errors")}
    root.extend(suites)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_ILLEGAL.sub("", text)}\n'


def _cases_of_run(report: Report) -> Iterator[ET.Element]:
    """What is about no file in particular."""
    for failure in report.failures:
        text = failure_text(failure)
        yield _case(safe(failure.source), OWN_SOURCE, "error", ("failure", text.splitlines()[0], text))
    for line in not_checked_lines(report.not_checked):
        yield _case(line, OWN_SOURCE, "skipped", ("not checked", line, ""))
    if not report.active and not report.failures:
        yield _case(summary_line(report), OWN_SOURCE)


def _failed(finding: Finding, path: str) -> ET.Element:
    message = safe(finding.message)
    text = f"{place(finding)}: {title(finding)}: {message}"
    name = f"{title(finding)} at {finding.location.line}:{finding.location.column}"
    return _case(name, path, "failure", (finding.severity, message, text))


def _case(
    name: str, classname: str, kind: str | None = None, outcome: tuple[str, str, str] = ("", "", "")
) -> ET.Element:
    case = ET.Element("testcase", {"name": name, "classname": classname, "time": "0"})
    if kind is not None:
        type_, message, text = outcome
        ET.SubElement(case, kind, {"type": type_, "message": message}).text = text or None
    return case


def _suite(name: str, cases: list[ET.Element], more: dict[str, str] | None = None) -> ET.Element:
    counts = {key: sum(case.find(kind) is not None for case in cases) for key, kind in _KINDS.items()}
    suite = ET.Element("testsuite", {"name": name, "tests": str(len(cases)), "time": "0", **(more or {})})
    suite.attrib |= {key: str(count) for key, count in counts.items()}
    suite.extend(cases)
    return suite


def _total(suites: list[ET.Element], key: str) -> str:
    return str(sum(int(suite.attrib[key]) for suite in suites))
