"""Runs rules on code written in a test: examples of rule files and case files.

A line of the code that ends in ``# finding: QK401`` must be reported with that code, once for each
time the code is named; no other line may be. The marker is taken out before the rule sees the code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from quality_kit.config import Config, Selection
from quality_kit.engine.check_file import check_file
from quality_kit.engine.conclude import conclude
from quality_kit.engine.ruleset import RuleSet
from quality_kit.finding import Finding
from quality_kit.modules import Modules
from quality_kit.registry import LoadedRule, load_rules
from quality_kit.source import SourceFile

_MARKER = re.compile(r"[ \t]*# finding: (?P<codes>[\w:, ]+?)[ \t]*$", re.MULTILINE)


class Place(NamedTuple):
    """What is compared: tests name lines, not columns or words."""

    path: str
    line: int
    code: str


@lru_cache
def rules() -> tuple[LoadedRule, ...]:
    """All rules of the repository."""
    return load_rules()


def unmarked(code: str) -> str:
    """The code as the rule sees it."""
    return _MARKER.sub("", code)


def suppressed(code: str) -> str:
    """The code with every marker turned into a suppression of what it names."""
    return _MARKER.sub(lambda found: f"  # quality-kit: ignore[{found['codes']}] -- on purpose", code)


def expected(files: Mapping[str, str]) -> list[Place]:
    """The places that the markers name."""
    return sorted(
        Place(path, code.count("\n", 0, found.start()) + 1, name.strip())
        for path, code in files.items()
        for found in _MARKER.finditer(code)
        for name in found["codes"].split(",")
    )


def reported(files: Mapping[str, str], code: str, options: Mapping[str, Any] | None = None) -> list[Place]:
    """The places that one rule reports in a project of the given files."""
    return sorted(
        Place(finding.location.path, finding.location.line, finding.code)
        for finding in findings(files, code, options)
    )


def findings(files: Mapping[str, str], code: str, options: Mapping[str, Any] | None = None) -> list[Finding]:
    """What one rule, and the tool itself, report in a project of the given files."""
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in (options or {}).items()
    }
    config = Config(selection=Selection(select=(code,)), rules={code: values})
    chosen = [entry for entry in rules() if entry.info.code == code]
    ruleset = RuleSet(chosen, config)
    python = {path: unmarked(text) for path, text in files.items() if path.endswith(".py")}
    results = {path: check_file(SourceFile(path, text.encode()), ruleset) for path, text in python.items()}
    failures = [failure for result in results.values() for failure in result.failures]
    facts = {
        collector.key(): {
            path: result.facts[collector.key()] for path, result in results.items() if result.facts
        }
        for collector in ruleset.collectors
    }
    inputs = {path: unmarked(text) for path, text in files.items() if not path.endswith(".py")}
    modules = Modules(sorted(python))
    conclusions = [
        conclude(entry, ruleset, facts, inputs, modules, inputs) for entry in ruleset.project_rules()
    ]
    failures += [failure for conclusion in conclusions for failure in conclusion.failures]
    assert not failures, failures
    own = [finding for result in results.values() for finding in result.findings]
    return own + [finding for conclusion in conclusions for finding in conclusion.findings]
