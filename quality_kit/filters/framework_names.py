"""Leaves out what vulture says about names that frameworks use.

Nothing in the code mentions a route, a fixture, a validator or the field of a model; a framework does. At
a confidence of 60 vulture says so of definitions and attributes, at 100 of parameters. Imports and
unreachable code are its own to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quality_kit.finding import Finding
from quality_kit.frameworks.names import FrameworkNames

_KINDS = ("function", "method", "class", "variable", "attribute", "property")
_CODES = frozenset(f"vulture:unused-{kind}" for kind in _KINDS)
_ATTRIBUTE = "vulture:unused-attribute"
_NAME = re.compile(r"'([^']+)'")


def concerned(findings: Iterable[Finding]) -> list[str]:
    """The files of the findings that may be about such a name."""
    return sorted({finding.location.path for finding in findings if finding.code in _CODES})


def without_framework_names(findings: Sequence[Finding], names: FrameworkNames) -> list[Finding]:
    """The findings but those about names that frameworks use."""
    return [finding for finding in findings if finding.code not in _CODES or not _is_used(finding, names)]


def _is_used(finding: Finding, names: FrameworkNames) -> bool:
    found = _NAME.search(finding.message)
    if found is None:
        return False
    if finding.code == _ATTRIBUTE and found[1] in names.fields:
        return True
    return names.has(finding.location.path, finding.location.line, found[1])
