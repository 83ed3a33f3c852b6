"""The reduce: project rules turn the facts of all files into findings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout
from typing import Any, NamedTuple

from quality_kit.engine.check_file import describe
from quality_kit.engine.ruleset import RuleSet
from quality_kit.finding import OWN_SOURCE, Fact, Failure, Finding
from quality_kit.fingerprint import key_of_file, key_of_project
from quality_kit.modules import Modules
from quality_kit.registry import LoadedRule
from quality_kit.rule import ProjectRule, ProjectView, ReportedPlace

#: By collector key, then by path; files without facts are left out.
Facts = Mapping[str, Mapping[str, list[Fact]]]


class Conclusion(NamedTuple):
    """What one project rule says of the tree; the findings about places have no key yet."""

    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    statistics: tuple[tuple[str, int], ...] = ()


def conclude(
    entry: LoadedRule,
    ruleset: RuleSet,
    facts: Facts,
    inputs: Mapping[str, str],
    modules: Modules,
    others: Iterable[str] = (),
) -> Conclusion:
    """Run one project rule; if it raises, that is a failure and nothing else is lost."""
    settings = {path: ruleset.setting(entry, path) for path in (*modules.paths, *inputs)}
    try:
        view = ProjectView(facts, inputs, modules, settings, frozenset(others))
        rule: ProjectRule[Any] = entry.rule(view)  # type: ignore[assignment, call-arg]
        with redirect_stdout(sys.stderr):  # standard output is for reports
            rule.conclude()
    except (Exception, SystemExit) as error:
        failure = Failure(entry.info.code, f"the rule failed: {describe(error)}")
        return Conclusion(failures=(failure,))
    findings = (
        Finding(
            reported.location,
            entry.info.code,
            entry.info.name,
            reported.message,
            reported.severity,
            (OWN_SOURCE,),
            entry.info.fixable,
            key=_key(entry.info.code, reported),
            measure=reported.measure,
            is_placeless=bool(reported.identity),
        )
        for reported in rule.reported
    )
    statistics = tuple(
        sorted((f"{entry.info.code}: {what}", number) for what, number in rule.statistics.items())
    )
    return Conclusion(tuple(sorted(findings, key=lambda finding: finding.location)), statistics=statistics)


def _key(code: str, reported: ReportedPlace) -> str:
    """Empty for a finding that is known by what stands at its place."""
    if reported.is_whole_file:
        return key_of_file(code)
    return key_of_project(code, reported.identity) if reported.identity else ""
