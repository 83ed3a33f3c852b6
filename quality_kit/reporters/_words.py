"""How findings and failures are put into words, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from quality_kit.finding import SEVERITIES, Failure, Finding
from quality_kit.writing.safe_text import safe


def title(finding: Finding) -> str:
    """Code and name, without saying the same twice."""
    return _title(finding.code, finding.name)


@lru_cache
def _title(code: str, name: str) -> str:
    return safe(code if name == code or code.endswith(f":{name}") else f"{code} {name}")


def place(finding: Finding) -> str:
    """Path, line and column as editors understand them."""
    return f"{safe(finding.location.path)}:{finding.location.line}:{finding.location.column}"


def failure_text(failure: Failure) -> str:
    """Who failed, on what and why; as many lines as the reason has."""
    where = f" on {safe(failure.path)}" if failure.path else ""
    reason = "\n".join(safe(line) for line in failure.reason.splitlines())
    return f"{safe(failure.source)} failed{where}: {reason}"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before infos, each in the order they had."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
