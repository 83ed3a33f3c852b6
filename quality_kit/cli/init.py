"""``quality-kit init``: from a repository as it is to one that uses quality-kit, after a look at the diff."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from quality_kit import files
from quality_kit.cli.baseline import record_everything
from quality_kit.files import UsageError
from quality_kit.hall.replace import replace
from quality_kit.hall.talk import explained_errors, say, tell
from quality_kit.linters import available
from quality_kit.prepare import Wishes, prepare, survey
from quality_kit.reporters import safe
from quality_kit.setup_project import Change, Plan, make_plan
from quality_kit.setup_project.diff import unified_diff
from quality_kit.setup_project.text import read_exactly

_NOTHING = "nothing to do: quality-kit is set up here\n"


def init(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and exit.")] = False,
) -> None:
    """Set quality-kit up in this repository: configuration, hook, CI job, baseline.

    Exits with 0, or with 2 if nothing could be written.
    """
    with explained_errors():
        plan = _planned()
        _show(plan)
        if plan.changes and not dry_run and _is_wanted(plan, yes):
            _write(plan.changes)
            tell("".join(f"wrote {safe(change.label)}\n" for change in plan.changes))
            _create_baseline()


def _create_baseline() -> None:
    """Record what is there already, so that only what comes counts; where a tool fails, only say so."""
    prepared = prepare(Wishes(use_baseline=False))
    if prepared.baseline_file.exists():
        prepared.cache.close()
        return
    try:
        record_everything(prepared)
    except typer.Exit:
        say("no baseline is made: mend this, then quality-kit baseline create")


def _planned() -> Plan:
    around = survey(Wishes(use_cache=False))
    listing = files.list_files(around.root, ())
    return make_plan(around.root, listing, around.catalogue, available())


def _show(plan: Plan) -> None:
    for change in plan.changes:
        lines = unified_diff(change.label, change.before, change.after)
        tell("".join(f"{safe(line)}\n" for line in lines) + "\n")
    tell("".join(f"note: {safe(note)}\n" for note in plan.notes))
    if not plan.changes:
        tell(_NOTHING)


def _is_wanted(plan: Plan, yes: bool) -> bool:
    if yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("nothing is written: nobody can be asked here; use --yes to write without asking")
    count = len(plan.changes)
    wanted = typer.confirm(f"Write {'this file' if count == 1 else f'these {count} files'}?")
    if not wanted:
        say("nothing is written")
    return wanted


def _write(changes: tuple[Change, ...]) -> None:
    """All files or none: what is written already is taken back when one of them cannot be."""
    for change in changes:  # somebody may have edited one while the question stood there
        if read_exactly(change.path, change.label) != change.before:
            raise UsageError(f"nothing is written: {change.label} has changed meanwhile; run init again")
    done = list[Change]()
    try:
        for change in changes:
            done.append(change)
            replace(change.path, change.after)
    except BaseException:
        for change in done:
            _take_back(change)
        raise


def _take_back(change: Change) -> None:
    if read_exactly(change.path, change.label) == change.before:
        return
    if change.before is None:
        change.path.unlink(missing_ok=True)
    else:
        replace(change.path, change.before)
