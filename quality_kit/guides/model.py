"""What a style guide says, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from quality_kit.finding import Severity

#: What stands in ``enforced-by`` for the page of ``quality-kit review``.
REVIEW = "review"

#: Values by rule (or linter) and option, as they are written in TOML: lists are lists.
RuleTables = Mapping[str, Mapping[str, Any]]


class Statement(NamedTuple):
    """One thing that a guide asks for."""

    #: ``SG1``; public and permanent.
    id: str
    text: str
    #: The part of the guide that it belongs to.
    section: str
    #: Codes of rules, linters, codes of linters, or ``review``.
    enforced_by: tuple[str, ...] = ()
    #: How much what is found weighs; None is as each rule says.
    severity: Severity | None = None
    #: What a person has to judge; empty where machines do it all.
    question: str = ""
    #: The kind of evidence that goes with the question; one of ``EVIDENCE``.
    evidence: str = ""


class Item(NamedTuple):
    """One item of the checklist that a reviewer goes through for each change."""

    text: str
    enforced_by: tuple[str, ...] = ()
    question: str = ""
    evidence: str = ""


class Deviation(NamedTuple):
    """Where a guide contradicts itself or another one, and which side is taken."""

    topic: str
    #: The ids of the statements that it touches.
    statements: tuple[str, ...]
    #: What the preset does.
    decision: str
    reason: str


class Guide(NamedTuple):
    """One style guide, with what it extends laid under it."""

    #: ``style-guide``; of a team's own the path as it was given.
    name: str
    #: The file that it was read from.
    file: str
    title: str
    summary: str = ""
    statements: tuple[Statement, ...] = ()
    rules: RuleTables = {}
    path_classes: Mapping[str, list[str]] = {}
    #: Selectors that the guide switches off: what it contradicts, and what is not precise enough.
    ignore: tuple[str, ...] = ()
    checklist: tuple[Item, ...] = ()
    exceptions: tuple[Deviation, ...] = ()

    def options(self, code: str, name: str) -> tuple[str, ...]:
        """An option that is a list of strings, also of a rule that is not built yet."""
        return tuple(self.rules.get(code, {}).get(name, ()))


#: The kinds of evidence that a machine can lay beside a question.
EVIDENCE: Mapping[str, str] = {
    "changed-code-without-tests": "changed source files whose tests the change leaves alone",
    "config-dicts": "configuration that is read as dicts",
    "coverage-report": "the coverage of services and utilities in the last coverage report",
    "health-routes": "the routes that answer health checks, or that there are none",
    "model-fields": "models without common columns such as timestamps, and their relationships",
    "odd-names": "names that PEP 8 would write differently",
    "queries-in-loops": "database queries inside loops",
    "retry-loops": "loops around awaits that catch and continue",
    "security-dependencies": "the security dependencies of routes, and the statuses that they raise",
    "settings-fields": "the fields of settings classes, with and without a default",
    "slow-routes": "routes with blocking or slow calls",
    "test-patches": "what tests replace by fixtures and mocks",
    "unlimited-routes": "routes without a rate limiter where the application has one",
}
