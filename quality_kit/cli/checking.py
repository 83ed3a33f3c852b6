"""What ``quality-kit check`` does when its command line has been read.

There are two readers: typer in ``check``, and for plain command lines ``short_way``. So nothing here
brings typer, whose import takes longer than checking an unchanged project.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

from quality_kit import files
from quality_kit.config import Asked
from quality_kit.config.model import FailOn
from quality_kit.contents import texts
from quality_kit.exit_codes import BROKEN, CLEAN, exit_code
from quality_kit.files import UsageError
from quality_kit.finding import NotChecked, Report
from quality_kit.hall.output import TEXT, Destination, destinations, tells_failures, write
from quality_kit.hall.run import run
from quality_kit.hall.talk import explained_errors, say, tell
from quality_kit.hall.values import severity_gate, split
from quality_kit.prepare import Prepared, Wishes, prepare
from quality_kit.reporters import View, baseline_lines, failure_lines, safe
from quality_kit.request import CheckRequest

_STDIN = "-"


class Arguments(NamedTuple):
    """The arguments of ``quality-kit check``, each named as its option; None where one is not given."""

    paths: Sequence[str] | None = None
    select: Sequence[str] | None = None
    extend_select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    linters: Sequence[str] | None = None
    no_linters: bool = False
    no_project_rules: bool = False
    output_format: Sequence[str] | None = None
    output_file: str | None = None
    new_since: str | None = None
    staged: bool = False
    fail_on: str | None = None
    exit_zero: bool = False
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: str | None = None
    config: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    show_files: bool = False
    baseline: str | None = None
    no_baseline: bool = False


def checked(arguments: Arguments) -> int:
    """Check, report, and give the exit code; what a user can mend is told and ends the process with 2."""
    with explained_errors():
        where = destinations(
            split("--output-format", arguments.output_format) or (TEXT,), arguments.output_file
        )
        gate = severity_gate(arguments.fail_on)
        wishes = _wishes(arguments)
        prepared = prepare(wishes)
        if arguments.verbose:
            _say_what_runs(prepared)
        view = View(arguments.statistics, arguments.quiet)
        code = _list(prepared) if arguments.show_files else _report(prepared, wishes, where, view, gate)
    return code if code == BROKEN or not arguments.exit_zero else CLEAN


def _wishes(arguments: Arguments) -> Wishes:
    paths = arguments.paths or ()
    return Wishes(
        paths=tuple(path for path in paths if path != _STDIN),
        asked=_asked(arguments),
        jobs=arguments.jobs,
        use_cache=not arguments.no_cache,
        cache_dir=arguments.cache_dir,
        config_file=arguments.config,
        project_rules=not arguments.no_project_rules,
        force_exclude=arguments.force_exclude,
        stdin=_stdin(paths, arguments.stdin_filename),
        baseline=_baseline(arguments.baseline, arguments.no_baseline),
        use_baseline=not arguments.no_baseline,
        new_since=arguments.new_since,
        staged=arguments.staged,
    )


def _list(prepared: Prepared) -> int:
    prepared.cache.close()
    tell("".join(f"{safe(path)}\n" for path in prepared.request.project.targets))
    return CLEAN


def _report(
    prepared: Prepared, wishes: Wishes, where: list[Destination], view: View, fail_on: FailOn | None
) -> int:
    """Run, write, and give the exit code."""
    gate = fail_on or prepared.request.config.fail_on
    report = _run(prepared)
    if report.baseline is not None:
        from quality_kit.cli.settle import settled  # most projects have none

        report = settled(report, prepared, gate, wishes.is_whole)
    project, rules = prepared.request.project, prepared.request.catalogue.rules
    view = view._replace(rules=rules, prefix=files.below_repository(project.root))
    with closing(texts(project)) as contents:
        write(report, where, view, contents)
    if not tells_failures(where):
        say(*failure_lines(report), *baseline_lines(report))
    return exit_code(report, gate)


def _run(prepared: Prepared) -> Report:
    report = run(prepared)
    reason = "standard input is checked by the rules only"
    left_out = tuple(NotChecked(linter, reason) for linter in prepared.left_out)
    return report._replace(not_checked=(*report.not_checked, *left_out))


def _asked(arguments: Arguments) -> Asked:
    if arguments.no_linters and arguments.linters is not None:
        raise UsageError("--linters and --no-linters contradict each other; use one of them")
    return Asked(
        select=split("--select", arguments.select),
        extend_select=split("--extend-select", arguments.extend_select) or (),
        ignore=split("--ignore", arguments.ignore) or (),
        linters=() if arguments.no_linters else split("--linters", arguments.linters),
    )


def _baseline(file: str | None, no_baseline: bool) -> str | None:
    if no_baseline and file is not None:
        raise UsageError("--baseline and --no-baseline contradict each other; use one of them")
    return file


def _stdin(paths: Sequence[str], name: str | None) -> tuple[str, bytes] | None:
    if _STDIN not in paths:
        if name is not None:
            raise UsageError("--stdin-filename goes with '-' as the path")
        return None
    if not name or len(paths) > 1:
        raise UsageError("'-' stands alone and needs --stdin-filename, the path that the text belongs to")
    if os.path.isdir(name):
        raise UsageError(f"--stdin-filename {name} is a folder; name the file that the text belongs to")
    if sys.stdin is None:
        raise UsageError("cannot read standard input: it is closed")
    return name, sys.stdin.buffer.read()


def _say_what_runs(prepared: Prepared) -> None:
    request = prepared.request
    say(
        f"root: {request.project.root}",
        f"configuration: {', '.join(prepared.configuration) or 'none'}",
        f"cache: {prepared.cache.path or 'none'}",
        f"linters: {', '.join(request.linters) or 'none'}",
        *_compared_with(request),
        f"files: {len(request.project.targets)} of {len(request.project.files)}",
        *(f"rule pack (trusted code): {pack}" for pack in request.config.packs),
    )


def _compared_with(request: CheckRequest) -> tuple[str, ...]:
    if request.base is None:
        return ()
    base = request.base.base
    return (f"compared with: {base.ref} ({base.commit})",)
