"""Checks staged files with the rules: what a commit waits for."""

from __future__ import annotations

import sys

from quality_kit.config import Asked
from quality_kit.exit_codes import exit_code
from quality_kit.finding import Report
from quality_kit.hall.output import TEXT, Destination, write
from quality_kit.hall.run import run as run_prepared
from quality_kit.hall.talk import explained_errors, explained_mistakes
from quality_kit.hall.values import severity_gate, split
from quality_kit.own_findings import UNCHECKED_FILE, UNPARSABLE_FILE
from quality_kit.prepare import Prepared, Wishes, prepare
from quality_kit.reporters import View

from .arguments import Arguments, parsed


def run() -> None:
    """Check the files that the command line names; exit with 0, 1, 2 or, after Ctrl-C, 130."""
    with explained_mistakes(), explained_errors():
        code = _check(parsed(sys.argv[1:]))
    sys.exit(code)


def _check(arguments: Arguments) -> int:
    gate = severity_gate(arguments.fail_on)
    prepared = prepare(_wishes(arguments))
    report = run_prepared(prepared)
    if arguments.project:
        report = _of_the_project(report, prepared)
    write(report, [Destination(TEXT, None)], View(), {})
    return exit_code(report, gate or prepared.request.config.fail_on)


def _wishes(arguments: Arguments) -> Wishes:
    return Wishes(
        paths=arguments.files,
        asked=Asked(
            select=split("--select", arguments.select),
            extend_select=split("--extend-select", arguments.extend_select) or (),
            ignore=split("--ignore", arguments.ignore) or (),
            linters=(),  # an environment of pre-commit has neither the project's dependencies nor its plugins
        ),
        jobs=arguments.jobs,
        use_cache=not arguments.no_cache,
        cache_dir=arguments.cache_dir,
        config_file=arguments.config,
        force_exclude=True,
    )


def _of_the_project(report: Report, prepared: Prepared) -> Report:
    """What the rules that look across files say, and which files they could not look into."""
    rules = prepared.request.catalogue.rules
    codes = {rule.code for rule in rules if rule.kind == "project"} | {UNPARSABLE_FILE, UNCHECKED_FILE}
    return report._replace(findings=tuple(finding for finding in report.findings if finding.code in codes))
