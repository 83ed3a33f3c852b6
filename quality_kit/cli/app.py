"""The command line: its verbs, and what happens when all goes wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from quality_kit import __version__
from quality_kit.cli.baseline import baseline
from quality_kit.cli.check import check
from quality_kit.cli.doctor import doctor
from quality_kit.cli.explain import explain
from quality_kit.cli.guide import guide
from quality_kit.cli.init import init
from quality_kit.cli.new_rule import new_rule
from quality_kit.cli.review import review
from quality_kit.cli.rules import rules
from quality_kit.cli.suppressions import suppressions
from quality_kit.hall.talk import explained_errors, explained_mistakes, tell

app = typer.Typer(
    name="quality-kit",
    help="Enforce the style guides of a Python backend: LibCST rules and the standard linters, one report.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(rules)
app.command()(explain)
app.command()(review)
app.command()(suppressions)
app.command("new-rule")(new_rule)
app.command()(init)
app.command()(doctor)
app.add_typer(baseline, name="baseline")
app.add_typer(guide, name="guide")


def _show_version(wanted: bool) -> None:
    if wanted:
        with explained_errors():
            tell(f"quality-kit {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    pass


def run() -> None:
    """Run the command line and exit."""
    with explained_mistakes():
        app()
