"""The rules of a SARIF report: what a reader sees beside a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quality_kit.catalogue import RuleInfo
from quality_kit.finding import Finding, Severity
from quality_kit.writing.safe_text import safe

LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def descriptors(findings: Iterable[Finding], rules: Sequence[RuleInfo]) -> list[dict[str, Any]]:
    """One for each code of the findings, sorted by code; of a linter's code little is known."""
    known = {rule.code: rule for rule in rules}
    first = {finding.code: finding for finding in reversed(list(findings))}
    return [_of_rule(known[code]) if code in known else _of_linter(first[code]) for code in sorted(first)]


def _of_rule(rule: RuleInfo) -> dict[str, Any]:
    text = f"{rule.summary}\n\n{rule.explanation}".strip()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": text},
        "help": {"text": _help(rule, text), "markdown": _help(rule, text)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["quality", rule.family]},
    }


def _help(rule: RuleInfo, text: str) -> str:
    """Plain text that is markdown too: examples are indented."""
    shown = [
        f"{'Found' if example.kind == 'bad' else 'Left alone'}:\n\n{_indented(example.code)}"
        for example in rule.examples
    ]
    statements = [f"Guide statements: {', '.join(rule.statements)}"] if rule.statements else []
    return "\n\n".join([text, *statements, *shown])


def _indented(code: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in code.strip("\n").splitlines())


def _of_linter(finding: Finding) -> dict[str, Any]:
    code, linter = safe(finding.code), finding.sources[0]
    text = f"{safe(finding.name)} ({linter})"
    return {
        "id": code,
        "name": safe(finding.name),
        "shortDescription": {"text": text},
        "help": {"text": f"{code} is reported by {linter}; its documentation explains it."},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"tags": ["quality", linter]},
    }
