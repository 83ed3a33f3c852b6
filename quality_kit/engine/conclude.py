"""The reduce: project rules turn the facts of all files into findings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from typing import Any, NamedTuple

from quality_kit.engine.check_file import describe
from quality_kit.engine.ruleset import RuleSet, is_on
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
    paths: Sequence[str],
    others: Iterable[str] = (),
) -> Conclusion:
    """Run one project rule; if it raises, that is a failure and nothing else is lost."""
    settings = {path: _setting(entry, ruleset, path) for path in (*paths, *inputs)}
    modules = Modules(paths, ruleset.config.source_roots)
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
            report.location,
            entry.info.code,
            entry.info.name,
            report.message,
            report.severity,
            (OWN_SOURCE,),
            entry.info.fixable,
            key=_key(entry.info.code, report),
            is_placeless=bool(report.identity),
        )
        for report in rule.reported
    )
    statistics = tuple(
        sorted((f"{entry.info.code}: {what}", number) for what, number in rule.statistics.items())
    )
    return Conclusion(tuple(sorted(findings, key=lambda finding: finding.location)), statistics=statistics)


def _key(code: str, report: ReportedPlace) -> str:
    """Empty where it comes from the text at the place."""
    if report.is_whole_file:
        return key_of_file(code)
    return key_of_project(code, report.identity) if report.identity else ""


def _setting(entry: LoadedRule, ruleset: RuleSet, path: str) -> tuple[Any, bool]:
    settings = ruleset.config.for_path(path)
    options = ruleset.options(entry, settings)
    return options, is_on(entry, settings) and not ruleset.is_exempt(options, path)
