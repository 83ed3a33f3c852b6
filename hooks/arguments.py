"""The command line of the door for pre-commit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quality_kit.files import UsageError


class Arguments(NamedTuple):
    """What pre-commit hands over: the ``args`` of the hook, then the names of staged files."""

    files: tuple[str, ...] = ()
    select: Sequence[str] | None = None
    extend_select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    fail_on: str | None = None
    project: bool = False
    config: str | None = None
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: str | None = None


def parsed(arguments: Sequence[str]) -> Arguments:
    """The arguments, read.

    Raises:
        UsageError: An option does not exist or has a wrong value, or there is nothing to check.
    """
    if any(argument.startswith("-") for argument in arguments):
        read = _with_options(arguments)
    else:  # as a hook without ``args`` is called: nothing to import for
        read = Arguments(tuple(arguments))
    if read.project and read.files:
        raise UsageError("--project is about the whole project and takes no files")
    if not read.project and not read.files:
        raise UsageError("name the files to check, as pre-commit does, or say --project")
    return read


def _with_options(arguments: Sequence[str]) -> Arguments:
    import argparse

    parser = argparse.ArgumentParser(
        "quality-kit-pre-commit",
        description="Check staged files with the rules of quality-kit, those that look across files too.",
        allow_abbrev=False,
        exit_on_error=False,
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="the files to check; excluded ones are passed over")
    add("--select", action="append", metavar="CODES", help="the only codes to check: QK2,QK301 ...")
    add("--extend-select", action="append", metavar="CODES", help="codes to check beside those")
    add("--ignore", action="append", metavar="CODES", help="codes not to check")
    add("--fail-on", metavar="SEVERITY", help="the mildest severity that refuses the commit")
    add("--project", action="store_true", help="what rules that look across files say of the whole project")
    add("--config", metavar="FILE", help="the configuration file to use")
    add("--jobs", type=int, metavar="NUMBER", help="worker processes; 0 for one a processor")
    add("--no-cache", action="store_true", help="neither read nor write results of runs")
    add("--cache-dir", metavar="FOLDER", help="where results of runs are kept")
    try:
        values = vars(parser.parse_args(list(arguments)))
    except argparse.ArgumentError as error:
        raise UsageError(str(error)) from error
    return Arguments(**{**values, "files": tuple(values["files"])})
