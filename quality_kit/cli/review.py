"""``quality-kit review``: what did this change do to the code's quality?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Annotated, Optional

import typer

from quality_kit import files
from quality_kit.cli import options
from quality_kit.config import Asked
from quality_kit.exit_codes import BROKEN, CLEAN, FOUND
from quality_kit.files import UsageError
from quality_kit.hall.output import TEXT, Destination, destinations, terminal
from quality_kit.hall.progress import ProgressBar
from quality_kit.hall.replace import replace
from quality_kit.hall.talk import explained_errors, say, tell
from quality_kit.hall.values import split
from quality_kit.prepare import Wishes
from quality_kit.reporters import View
from quality_kit.review.forms import forms, render
from quality_kit.review.model import Review
from quality_kit.review.target import Target, target

_Revision = Annotated[
    Optional[str],  # noqa: UP007, UP045
    typer.Argument(
        help="A revision (the change since HEAD left it), A..B or A...B. Default: since the default branch.",
        metavar="[REF | A..B]",
        show_default=False,
    ),
]
_Commit = Annotated[
    Optional[str], typer.Option("--commit", help="What this commit did.", metavar="SHA")  # noqa: UP007, UP045
]
_Staged = Annotated[bool, typer.Option("--staged", help="What is staged: the commit to come.")]
_Patch = Annotated[
    Optional[str],  # noqa: UP007, UP045
    typer.Option("--patch", help="What this patch would do to HEAD.", metavar="FILE"),
]
_Formats = Annotated[
    Optional[list[str]],  # noqa: UP007, UP045
    typer.Option(help=f"{', '.join(forms())}; several as FORMAT:FILE,...", metavar="FORMATS"),
]


def review(
    revision: _Revision = None,
    commit: _Commit = None,
    staged: _Staged = False,
    patch: _Patch = None,
    output_format: _Formats = None,
    output_file: options.OutputFile = None,
    linters: options.Linters = None,
    no_linters: options.NoLinters = False,
    exit_zero: options.ExitZero = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    config: options.ConfigFile = None,
) -> None:
    """Say what a change did to the code's quality.

    Exits with 0 (passes), 1 (a condition of fail-on is met), 2 (something could not do its work).
    """
    with explained_errors():
        where = destinations(split("--output-format", output_format) or (TEXT,), output_file, forms())
        asked = Asked(linters=() if no_linters else split("--linters", linters))
        wishes = Wishes(
            asked=asked, jobs=jobs, use_cache=not no_cache, cache_dir=cache_dir, config_file=config
        )
        with _target(revision, commit, staged, patch) as wanted:
            made = _made(wishes, wanted, linters is not None)
        _write(made, where)
    code = BROKEN if made.gate.is_broken else FOUND if made.gate.failed else CLEAN
    raise typer.Exit(code if code == BROKEN or not exit_zero else CLEAN)


@contextmanager
def _target(revision: str | None, commit: str | None, staged: bool, patch: str | None) -> Iterator[Target]:
    from quality_kit.review.patch import applied
    from quality_kit.review.prepare_review import has_parent  # brings LibCST, which other verbs do without

    if patch is None:
        yield target(revision, commit, staged, commit is None or has_parent(Path.cwd(), commit))
    elif revision is not None or commit is not None or staged:
        raise UsageError("--patch stands alone: it is held against HEAD")
    else:
        with applied(Path.cwd(), Path(patch)) as tree:
            yield Target("HEAD", tree, False, f"the patch {patch}")


def _made(wishes: Wishes, wanted: Target, all_linters: bool) -> Review:
    from quality_kit.review.build import review as make
    from quality_kit.review.head_settings import with_head_settings
    from quality_kit.review.prepare_review import prepare_review

    with ExitStack() as stack:
        wishes = stack.enter_context(with_head_settings(files.find_root([Path.cwd()]), wanted.head, wishes))
        prepared = stack.enter_context(closing(prepare_review(wishes, wanted, all_linters)))
        progress = stack.enter_context(closing(ProgressBar()))
        return make(prepared.request, prepared.prepared.cache, progress)


def _write(made: Review, where: list[Destination]) -> None:
    view = View(prefix=files.below_repository(Path.cwd()))
    for form, file in where:
        if file is not None:
            replace(file, render(form, made, view))
        else:
            tell(render(form, made, view._replace(terminal=terminal())))
    if all(file is not None or form != TEXT for form, file in where):
        say(*(f"quality-kit: {failure.source}: {failure.reason}" for failure in made.failures))
