"""The options of ``quality-kit check``, as types of its parameters.

``Optional`` and not ``| None``: typer reads these annotations at run time.
"""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from quality_kit.config.keys import FAIL_ON
from quality_kit.reporters import formats

_Texts = Optional[list[str]]  # noqa: UP007, UP045
_Text = Optional[str]  # noqa: UP007, UP045
_Number = Optional[int]  # noqa: UP007, UP045

Paths = Annotated[
    _Texts, typer.Argument(help="Files and folders; '-' reads standard input. Default: the whole project.")
]
PathsOnDisk = Annotated[_Texts, typer.Argument(help="Files and folders. Default: the whole project.")]
Select = Annotated[
    _Texts, typer.Option(help="The only codes to check: QK2,QK301,F401,mypy ...", metavar="CODES")
]
ExtendSelect = Annotated[_Texts, typer.Option(help="Codes to check beside those.", metavar="CODES")]
Ignore = Annotated[_Texts, typer.Option(help="Codes not to check.", metavar="CODES")]
Linters = Annotated[_Texts, typer.Option(help="The linters to run: black,mypy ...", metavar="NAMES")]
NoLinters = Annotated[bool, typer.Option("--no-linters", help="Run our own rules only.")]
NoProjectRules = Annotated[
    bool, typer.Option("--no-project-rules", help="Leave out the rules that look across files.")
]
OutputFormat = Annotated[
    _Texts, typer.Option(help=f"auto, {', '.join(formats())}; several as FORMAT:FILE,...", metavar="FORMATS")
]
OutputFile = Annotated[
    _Text, typer.Option(help="Write the report there, not to standard output.", metavar="FILE")
]
FailOnOption = Annotated[
    _Text,
    typer.Option(
        "--fail-on",
        help=f"The mildest severity that makes the exit code 1: {', '.join(FAIL_ON)}.",
        metavar="SEVERITY",
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit 0 in spite of findings; still 2 when something failed.")
]
Statistics = Annotated[bool, typer.Option("--statistics", help="Counts by rule in place of the findings.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing but findings and failures.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say what is read and run, on standard error.")
]
Jobs = Annotated[
    _Number, typer.Option(min=0, help="Worker processes; 0 for one a processor.", metavar="NUMBER")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write results of runs.")]
CacheDir = Annotated[_Text, typer.Option(help="Where results of runs are kept.", metavar="FOLDER")]
ConfigFile = Annotated[_Text, typer.Option(help="The configuration file to use.", metavar="FILE")]
ForceExclude = Annotated[bool, typer.Option("--force-exclude", help="Apply excludes to the named paths too.")]
BaselineFile = Annotated[_Text, typer.Option("--baseline", help="The file of the baseline.", metavar="FILE")]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Report what is in the baseline, too.")]
StdinFilename = Annotated[
    _Text, typer.Option(help="With '-': the path that standard input stands for.", metavar="PATH")
]
NewSince = Annotated[
    _Text,
    typer.Option(
        help="Count only what this revision does not have; REF... for where HEAD left it, "
        "auto for where HEAD left the default branch.",
        metavar="REF",
    ),
]
Staged = Annotated[
    bool, typer.Option("--staged", help="Check what is staged (git's index), not the work tree.")
]
ShowFiles = Annotated[bool, typer.Option("--show-files", help="List the files to be checked, and exit.")]
