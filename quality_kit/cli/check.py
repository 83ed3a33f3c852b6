"""``quality-kit check``: run the rules and the linters, report, and exit 0, 1 or 2."""

from __future__ import annotations

import typer

from quality_kit.cli import options
from quality_kit.cli.checking import Arguments, checked


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
    raise typer.Exit(checked(Arguments(**locals())))
