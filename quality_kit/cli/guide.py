"""``quality-kit guide``: what the guides say, what enforces it, what was found; and a team's own guide."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Optional

import typer

from quality_kit import files
from quality_kit.cli import options
from quality_kit.cli.guide_page import guide_page
from quality_kit.cli.guide_table import Covered, as_json, as_lines
from quality_kit.config import ConfigurationError, Known
from quality_kit.config.problems import nearest
from quality_kit.exit_codes import BROKEN, CLEAN
from quality_kit.files import UsageError
from quality_kit.finding import Finding
from quality_kit.guides import Asker, Guide, best_fit, configured, names, need_guide, own_guides
from quality_kit.guides.coverage import Ran, coverage
from quality_kit.guides.starter import starter
from quality_kit.hall.replace import replace
from quality_kit.hall.run import run
from quality_kit.hall.talk import explained_errors, say, tell
from quality_kit.linters import available
from quality_kit.prepare import Prepared, Surroundings, Wishes, prepare, survey
from quality_kit.reporters import failure_lines, safe

guide = typer.Typer(help="The style guides: what they say and what enforces it.", no_args_is_help=True)

_FORMATS = ("text", "json")
_Name = Annotated[
    Optional[str],  # noqa: UP007, UP045
    typer.Argument(help="A guide, or the path of one (.toml). Default: those of the project."),
]
_Format = Annotated[str, typer.Option("--output-format", help=", ".join(_FORMATS), metavar="FORMAT")]


@guide.command("list")
def list_guides() -> None:
    """List the guides that come with quality-kit."""
    with explained_errors():
        for each in own_guides(_known(survey(Wishes()))):
            tell(f"{each.name:<18} {len(each.statements):>3} statements  {each.title}\n")


@guide.command()
def show(name: _Name = None, config: options.ConfigFile = None) -> None:
    """Show what a guide says, and what enforces it."""
    with explained_errors():
        around = survey(Wishes(config_file=config))
        for number, each in enumerate(_asked(name, around)):
            _tell_lines(("",) if number else ())
            _tell_lines(guide_page(each, _known(around)))


@guide.command("coverage")
def show_coverage(
    name: _Name = None, output_format: _Format = "text", config: options.ConfigFile = None
) -> None:
    """Hold the project against a guide, by statement.

    Says what enforces each statement and how often it was broken.

    Exits with 0, or with 2 when something could not do its work.
    """
    with explained_errors():
        if output_format not in _FORMATS:
            found = nearest(output_format, _FORMATS)
            raise UsageError(f"--output-format: unknown format {output_format!r}{found}")
        asked = (name,) if name is not None else None
        around = survey(Wishes(config_file=config))
        guides = _asked(name, around)
        prepared = prepare(Wishes(config_file=config, guides=asked))
        report = run(prepared)
        ran = _ran(prepared, report.findings)
        covered = [Covered(each, coverage(each, ran)) for each in guides]
        if output_format == "json":
            tell(as_json(covered))
        else:
            _tell_lines(as_lines(covered, ran.known))
        say(*failure_lines(report))
        code = BROKEN if report.failures else CLEAN
    raise typer.Exit(code)


@guide.command()
def new(
    path: Annotated[str, typer.Argument(help="The file to write.")] = "docs/guide.toml",
) -> None:
    """Start a guide of your own from the layout of the project."""
    with explained_errors():
        if not path.endswith(".toml"):
            raise UsageError(f"{path}: the file of a guide ends in .toml")
        file = Path(os.path.abspath(path))
        if os.path.lexists(file):
            raise UsageError(f"{path} exists already; choose another name")
        around = survey(Wishes())
        listing = files.list_files(around.root, ())
        found = sorted((*listing.python, *listing.others))
        fitting = best_fit(own_guides(_known(around)), found)
        named = os.path.relpath(file, around.root).replace(os.sep, "/")
        replace(file, starter(named, found, fitting.guide if fitting else None))
        _tell_lines([f'{path}: written; put it to use with guide = "{named}" in [tool.quality-kit]'])


def _asked(name: str | None, around: Surroundings) -> list[Guide]:
    named, asker = configured(around.tables)
    if name is not None:
        named, asker = (name,), Asker("", "guide", Path.cwd())
    if not named:
        raise UsageError(f"this project names no guide; name one of {', '.join(names())}")
    try:
        return [need_guide(each, asker, _known(around)) for each in named]
    except ConfigurationError as error:
        if any(problem.file for problem in error.problems):
            raise
        raise UsageError("\n".join(problem.reason for problem in error.problems)) from error


def _tell_lines(lines: Iterable[str]) -> None:
    tell("".join(f"{safe(line)}\n" for line in lines))


def _known(around: Surroundings) -> Known:
    return Known(around.catalogue, available())


def _ran(prepared: Prepared, findings: tuple[Finding, ...]) -> Ran:
    request = prepared.request
    return Ran(request.config, Known(request.catalogue, available()), request.linters, findings)
