"""``quality-kit baseline``: record the findings that are there, so that only others count."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from quality_kit.baseline import can_be_recorded, entry_of, load, render, shown_path
from quality_kit.cli import options
from quality_kit.cli.baseline_table import FORMATS, table
from quality_kit.cli.selected_rules import SelectedRules
from quality_kit.config.problems import nearest
from quality_kit.exit_codes import BROKEN, CLEAN, FOUND
from quality_kit.files import UsageError
from quality_kit.finding import BaselineEntry, BaselineState, Report
from quality_kit.hall.replace import replace
from quality_kit.hall.run import run
from quality_kit.hall.talk import explained_errors, say, tell
from quality_kit.hall.values import split
from quality_kit.prepare import Prepared, Wishes, find_baseline, prepare
from quality_kit.reporters import failure_lines, safe

baseline = typer.Typer(
    help="Record the findings that are there, so that only others count.", no_args_is_help=True
)


@baseline.command()
def create(
    force: Annotated[bool, typer.Option("--force", help="Write over a baseline that is there.")] = False,
    baseline: options.BaselineFile = None,
    config: options.ConfigFile = None,
) -> None:
    """Record all findings of the project.

    Commit the file. From then on a run counts only what is not in it.
    """
    with explained_errors():
        prepared = prepare(Wishes(config_file=config, baseline=baseline, use_baseline=False))
        name = _name(prepared)
        if prepared.baseline_file.exists() and not force:
            reason = "quality-kit baseline update --rule CODE records one rule again, --force everything"
            raise UsageError(f"there is a baseline {name}: {reason}")
        record_everything(prepared)


def record_everything(prepared: Prepared) -> None:
    """Write a baseline of all findings, and say so.

    Raises:
        typer.Exit: Something could not do its work, so that findings would be missing in it.
    """
    report = _proven(run(prepared))
    entries = {entry_of(finding) for finding in report.findings if can_be_recorded(finding)}
    _save(prepared, entries)
    tell(f"{_name(prepared)}: {_counted(len(entries), 'finding')} recorded; commit the file\n")
    left = sorted({finding.code for finding in report.active if not can_be_recorded(finding)})
    if left:
        tell(f"not recorded, because it must be mended: {', '.join(left)}\n")


@baseline.command()
def update(
    rule: Annotated[
        list[str],
        typer.Option("--rule", help="What to record again: QK201,QK3,F401,mypy ...", metavar="CODES"),
    ],
    baseline: options.BaselineFile = None,
    config: options.ConfigFile = None,
) -> None:
    """Record some rules or linters again.

    The only way besides create that a baseline grows: after switching a rule on, for instance.
    """
    with explained_errors():
        prepared = _prepared(baseline, config)
        rules = SelectedRules(split("--rule", rule) or (), prepared.request)
        report = _proven(run(prepared))
        found = {entry_of(finding) for finding in report.findings if can_be_recorded(finding)}
        before = set(_entries(prepared))
        old = {entry for entry in before if rules.mean(entry.code)}
        new = {entry for entry in found if rules.mean(entry.code)}
        _save(prepared, before - old | new)
        tell(f"{_name(prepared)}: {_counted(len(new), 'finding')} recorded where there were {len(old)}\n")


@baseline.command()
def prune(baseline: options.BaselineFile = None, config: options.ConfigFile = None) -> None:
    """Remove what is fixed, and add nothing.

    Lines that a merge left in disorder are sorted, ceilings of files that have become smaller are lowered.
    """
    with explained_errors():
        prepared = _prepared(baseline, config)
        report = run(prepared)
        state = _state(report)
        if state.shrunk != _entries(prepared) or not state.is_tidy:
            _save(prepared, state.shrunk)
        tell(
            f"{safe(state.file)}: {_counted(len(state.stale), 'stale entry', 'stale entries')} removed, "
            f"{_counted(state.lowered, 'ceiling')} lowered, "
            f"{_counted(len(set(state.shrunk)), 'finding')} left\n"
        )
        say(*failure_lines(report))
        code = BROKEN if report.failures else CLEAN
    raise typer.Exit(code)


@baseline.command()
def check(baseline: options.BaselineFile = None, config: options.ConfigFile = None) -> None:
    """Say whether it is up to date.

    Exits with 0, with 1 when entries are stale or the lines are not in order, or with 2 when something
    could not do its work.
    """
    with explained_errors():
        report = run(_prepared(baseline, config))
        state = _state(report)
        tell("".join(f"{line}\n" for line in _verdict(state)))
        say(*failure_lines(report))
        code = BROKEN if report.failures else FOUND if state.stale or not state.is_tidy else CLEAN
    raise typer.Exit(code)


@baseline.command()
def show(
    output_format: Annotated[str, typer.Option(help=", ".join(FORMATS), metavar="FORMAT")] = "text",
    baseline: options.BaselineFile = None,
    config: options.ConfigFile = None,
) -> None:
    """Count what it holds, by rule and file."""
    with explained_errors():
        if output_format not in FORMATS:
            found = nearest(output_format, FORMATS)
            raise UsageError(f"--output-format: unknown format {output_format!r}{found}")
        root, file = find_baseline(Wishes(config_file=config, baseline=baseline))
        loaded = load(file, root, is_required=True)
        assert loaded is not None
        tell(table(loaded, output_format))


def _prepared(file: str | None, config: str | None) -> Prepared:
    prepared = prepare(Wishes(config_file=config, baseline=file))
    if prepared.request.baseline is None:
        raise UsageError(f"there is no baseline {_name(prepared)}: quality-kit baseline create makes it")
    return prepared


def _name(prepared: Prepared) -> str:
    return safe(shown_path(prepared.baseline_file, prepared.request.project.root))


def _entries(prepared: Prepared) -> tuple[BaselineEntry, ...]:
    return prepared.request.baseline.entries if prepared.request.baseline is not None else ()


def _state(report: Report) -> BaselineState:
    assert report.baseline is not None, "the run was held against a baseline"
    return report.baseline


def _proven(report: Report) -> Report:
    """The report of a run in which everything did its work."""
    if report.failures:
        say(*failure_lines(report), "quality-kit: nothing was written, because this run proves nothing")
        raise typer.Exit(BROKEN)
    return report


def _save(prepared: Prepared, entries: Iterable[BaselineEntry]) -> None:
    replace(prepared.baseline_file, render(entries))


def _verdict(state: BaselineState) -> list[str]:
    lines = [
        f"stale: {safe(entry.path)}: {safe(entry.code)} {safe(entry.scope)}".rstrip() for entry in state.stale
    ]
    if not state.is_tidy:
        lines.append("the lines are not sorted, or some are there twice")
    if lines:
        lines.append(f"{safe(state.file)} is not up to date: quality-kit baseline prune mends it")
    else:
        lines.append(f"{safe(state.file)} is up to date: {_counted(len(state.shrunk), 'finding')}")
    return lines


def _counted(number: int, word: str, words: str = "") -> str:
    return f"{number} {word}" if number == 1 else f"{number} {words or word + 's'}"
