"""``quality-kit check``: run the rules and the linters, report, and exit 0, 1 or 2."""

from __future__ import annotations

import os
import sys
from contextlib import closing

import typer

from quality_kit import files
from quality_kit.cli import options
from quality_kit.cli.settle import settled
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


def check(
    paths: options.Paths = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    linters: options.Linters = None,
    no_linters: options.NoLinters = False,
    no_project_rules: options.NoProjectRules = False,
    output_format: options.OutputFormat = None,
    output_file: options.OutputFile = None,
    new_since: options.NewSince = None,
    staged: options.Staged = False,
    fail_on: options.FailOnOption = None,
    exit_zero: options.ExitZero = False,
    statistics: options.Statistics = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    config: options.ConfigFile = None,
    force_exclude: options.ForceExclude = False,
    stdin_filename: options.StdinFilename = None,
    show_files: options.ShowFiles = False,
    baseline: options.BaselineFile = None,
    no_baseline: options.NoBaseline = False,
) -> None:
    """Check the project, or some of its paths.

    Exits with 0 (clean), 1 (findings), 2 (something could not do its work) or 130 (interrupted).
    """
    with explained_errors():
        where = destinations(split("--output-format", output_format) or (TEXT,), output_file)
        gate = severity_gate(fail_on)
        wishes = Wishes(
            paths=tuple(path for path in paths or () if path != _STDIN),
            asked=_asked(select, extend_select, ignore, linters, no_linters),
            jobs=jobs,
            use_cache=not no_cache,
            cache_dir=cache_dir,
            config_file=config,
            project_rules=not no_project_rules,
            force_exclude=force_exclude,
            stdin=_stdin(paths or [], stdin_filename),
            baseline=_baseline(baseline, no_baseline),
            use_baseline=not no_baseline,
            new_since=new_since,
            staged=staged,
        )
        prepared = prepare(wishes)
        if verbose:
            _say_what_runs(prepared)
        view = View(statistics, quiet)
        code = _list(prepared) if show_files else _report(prepared, wishes, where, view, gate)
    raise typer.Exit(code if code == BROKEN or not exit_zero else CLEAN)


def _list(prepared: Prepared) -> int:
    prepared.cache.close()
    tell("".join(f"{safe(path)}\n" for path in prepared.request.project.targets))
    return CLEAN


def _report(
    prepared: Prepared, wishes: Wishes, where: list[Destination], view: View, fail_on: FailOn | None
) -> int:
    """Run, write, and give the exit code."""
    gate = fail_on or prepared.request.config.fail_on
    report = settled(_run(prepared), prepared, gate, wishes.is_whole)
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


def _asked(
    select: list[str] | None,
    extend_select: list[str] | None,
    ignore: list[str] | None,
    linters: list[str] | None,
    no_linters: bool,
) -> Asked:
    if no_linters and linters is not None:
        raise UsageError("--linters and --no-linters contradict each other; use one of them")
    return Asked(
        select=split("--select", select),
        extend_select=split("--extend-select", extend_select) or (),
        ignore=split("--ignore", ignore) or (),
        linters=() if no_linters else split("--linters", linters),
    )


def _baseline(file: str | None, no_baseline: bool) -> str | None:
    if no_baseline and file is not None:
        raise UsageError("--baseline and --no-baseline contradict each other; use one of them")
    return file


def _stdin(paths: list[str], name: str | None) -> tuple[str, bytes] | None:
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
