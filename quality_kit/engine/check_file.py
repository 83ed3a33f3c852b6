"""Applies the rules to one file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any

from quality_kit import lean_libcst  # noqa: F401  before anything that imports LibCST
from quality_kit.engine.file_result import FileResult
from quality_kit.engine.ruleset import RuleSet, visit
from quality_kit.engine.suspects import is_suspect
from quality_kit.finding import FILE_START, OWN_SOURCE, Fact, Failure, Finding, Location, Place
from quality_kit.fingerprint import key_of_file, with_keys
from quality_kit.own_findings import OWN_FINDINGS, UNCHECKED_FILE, UNPARSABLE_FILE
from quality_kit.registry import LoadedRule
from quality_kit.rule import Collector, FileRule, Reported, RuleOptions
from quality_kit.source import SourceFile, UndecodableError
from quality_kit.suppression import read_suppressions
from quality_kit.tree import ParsedFile, UnparsableError, parse

#: LibCST generates code recursively, some frames for each level of an expression.
_RECURSION_LIMIT = 20_000


def check_file(source: SourceFile, ruleset: RuleSet) -> FileResult:
    """Findings and facts of one file; a rule that raises is a failure, the others go on."""
    try:
        with _deep_recursion():
            return _check(parse(source), ruleset)
    except UnparsableError as error:
        return FileResult((own_finding(UNPARSABLE_FILE, source.path, error.place, reason=str(error)),))
    except UndecodableError as error:
        return FileResult((own_finding(UNPARSABLE_FILE, source.path, FILE_START, reason=str(error)),))
    except (RecursionError, MemoryError):
        return unchecked(source, "it is nested too deeply; exclude it if it is generated")
    except Exception as error:  # one file must not cost the findings of the others
        reason = f"this is a mistake of quality-kit: {describe(error)}"
        return FileResult((), failures=(Failure(OWN_SOURCE, reason, source.path),))


def unchecked(source: SourceFile, reason: str, is_lasting: bool = True) -> FileResult:
    """The finding about a file that could not be read within the limits; a comment in it can silence that."""
    try:
        suppressions = tuple(read_suppressions(source))
    except (UndecodableError, RecursionError):
        suppressions = ()
    finding = own_finding(UNCHECKED_FILE, source.path, FILE_START, reason=reason)
    return FileResult((finding,), suppressions, is_lasting=is_lasting)


def own_finding(code: str, path: str, place: Place, **values: str) -> Finding:
    """A finding that the tool makes itself, with the values of its message's fields."""
    info = next(rule for rule in OWN_FINDINGS if rule.code == code)
    return Finding(
        Location.at(path, place),
        code,
        info.name,
        info.message.format(**values),
        info.severity,
        (OWN_SOURCE,),
        key=key_of_file(code),
    )


@contextmanager
def _deep_recursion() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _RECURSION_LIMIT))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _check(file: ParsedFile, ruleset: RuleSet) -> FileResult:
    failures: list[Failure] = []
    findings: list[Finding] = []
    facts: dict[str, list[Fact]] = {}
    with redirect_stdout(sys.stderr):  # standard output is for reports
        for entry, options in ruleset.file_rules(file.path):
            try:
                findings.extend(_applied(entry, options, file, ruleset))
            except (Exception, SystemExit) as error:
                failures.append(_failure(error, entry.info.code, file.source))
        for collector in ruleset.collectors_for(file.path):
            try:
                facts[collector.key()] = _facts(collector(file), ruleset)
            except (Exception, SystemExit) as error:
                failures.append(_failure(error, ruleset.user_of(collector), file.source))
    ordered = sorted(findings, key=lambda finding: (finding.location, finding.code))
    suppressions = tuple(read_suppressions(file.source))
    return FileResult(tuple(with_keys(ordered, file.source)), suppressions, facts, tuple(failures))


def _applied(entry: LoadedRule, options: RuleOptions, file: ParsedFile, ruleset: RuleSet) -> list[Finding]:
    rule: FileRule[Any] = entry.rule(file, options)  # type: ignore[call-arg, assignment]
    visit(ruleset, rule)
    findings = list(_findings(entry, rule.reported, file)) if rule.reported else []
    rule.reported.clear()  # fixes lead back to the rule: a circle that would keep the tree for long
    return findings


def _failure(error: BaseException, rule: str, source: SourceFile) -> Failure:
    """One rule's mistake must not cost the findings of the others."""
    if isinstance(error, RecursionError) and is_suspect(source):
        raise error  # the mistake is the file's
    return Failure(rule, f"the rule failed: {describe(error)}", source.path)


def describe(error: BaseException) -> str:
    """The error and the innermost line of code it came from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace is not None else ""
    return f"{type(error).__name__}: {error}{where}"


def _findings(entry: LoadedRule, reported: list[Reported], file: ParsedFile) -> Iterator[Finding]:
    places = file.places([report.node for report in reported if report.node is not None])
    for report in reported:
        place = report.place if report.node is None else places[id(report.node)]
        yield Finding(
            Location.at(file.path, place),
            entry.info.code,
            entry.info.name,
            report.message,
            report.severity,
            (OWN_SOURCE,),
            entry.info.fixable,
            key=key_of_file(entry.info.code) if report.is_whole_file else "",
            measure=report.measure,
            fix=report.mend(place),
        )


def _facts(collector: Collector, ruleset: RuleSet) -> list[Fact]:
    visit(ruleset, collector)
    if not collector.facts:
        return []
    places = collector.file.places([node for node, _ in collector.facts if node is not None])
    return [Fact(data, FILE_START if node is None else places[id(node)]) for node, data in collector.facts]
