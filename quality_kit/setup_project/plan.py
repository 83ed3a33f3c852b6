"""All changes that a repository needs, and what the team should know about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from quality_kit.catalogue import Catalogue
from quality_kit.config import Known
from quality_kit.files import Listing, UsageError
from quality_kit.guides import Fit, best_fit, own_guides
from quality_kit.neighbours.documents import Documents
from quality_kit.neighbours.linters_in_use import linters_in_use
from quality_kit.neighbours.pre_commit import CONFIGURATION
from quality_kit.neighbours.settings import settings_of
from quality_kit.setup_project import configuration, github, gitignore, gitlab, pre_commit, ruff
from quality_kit.setup_project.job import describe_job
from quality_kit.setup_project.layout import fitting_options, useful_excludes
from quality_kit.setup_project.text import TextEdit, edited, read_exactly


class Change(NamedTuple):
    """The new text of one file."""

    path: Path
    #: How the file is called in messages.
    label: str
    #: None: there is no such file yet.
    before: str | None
    after: str


class Plan(NamedTuple):
    """What would be written, and remarks about what would not."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]


def make_plan(root: Path, listing: Listing, catalogue: Catalogue, linters: tuple[str, ...]) -> Plan:
    """What a repository needs to be checked by hand, before commits and in CI.

    Args:
        root: The project's root.
        listing: Its files.
        catalogue: The rules, whose options may have to fit the layout.
        linters: The names of all linters that we can run.

    Raises:
        UsageError: A file cannot be read or parsed, or is written in a way that allows no addition.
    """
    if not listing.python:
        raise UsageError(f"there are no Python files in {root}; run init in the root of a Python project")
    documents = Documents(root)
    used = linters_in_use(linters, documents)
    fit = best_fit(own_guides(Known(catalogue, linters)), (*listing.python, *listing.others))
    wanted = configuration.Wanted(
        used,
        linters,
        useful_excludes(listing.python),
        fitting_options(listing, catalogue),
        fit.guide if fit is not None else None,
    )
    steps = _Steps(documents)
    steps.configure(wanted, fit)
    steps.know_our_codes()
    steps.ignore_the_cache()
    steps.check_commits()
    steps.check_in_ci()
    return Plan(tuple(steps.changes.values()), tuple(steps.notes))


class _Steps:
    """Collects changes; two steps may change one file (pyproject.toml)."""

    def __init__(self, documents: Documents) -> None:
        self.changes: dict[Path, Change] = {}
        self.notes: list[str] = []
        self._documents = documents

    def configure(self, wanted: configuration.Wanted, fit: Fit | None) -> None:
        root = self._documents.root
        own, pyproject = root / "quality-kit.toml", root / "pyproject.toml"
        if own.is_file():
            return
        if pyproject.is_file():
            self._edit(pyproject, lambda text: configuration.with_table(text, wanted))
        else:
            self._edit(own, lambda _text: configuration.own_file(wanted))
        is_new = own in self.changes or pyproject in self.changes
        if fit is not None and is_new:
            paths = f"{fit.found} of the {fit.wanted} paths that it requires are here"
            self.notes.append(f"the layout fits the guide {fit.guide}: {paths}")
        if not wanted.linters and is_new:
            self.notes.append("no linter is in use here, so only the rules run; name some in linters = [...]")

    def know_our_codes(self) -> None:
        settings, root = settings_of("ruff", self._documents), self._documents.root
        if not linters_in_use(("ruff",), self._documents):
            return
        if settings.path is None and not (root / settings.file).is_file():
            self._edit(root / "ruff.toml", lambda text: ruff.with_external(text, ""))
        else:
            file = settings.path or root / settings.file
            self._edit(file, lambda text: ruff.with_external(text, settings.section))

    def ignore_the_cache(self) -> None:
        own, top = self._documents.root / ".gitignore", self._documents.top
        if (top / ".git").exists():
            self._edit(own if own.is_file() else top / ".gitignore", gitignore.with_cache_folder)

    def check_commits(self) -> None:
        file = self._documents.top / CONFIGURATION
        if file.is_file():
            self._edit(file, lambda text: pre_commit.with_hook(text, self._folder))
        else:
            self.notes.append(f"there is no {CONFIGURATION}: commits are not checked")

    def check_in_ci(self) -> None:
        top = self._documents.top
        job = describe_job(self._documents, self._folder)
        if (top / github.FOLDER).is_dir() and not github.is_there(self._documents):
            self._edit(top / github.FILE, lambda _text: github.workflow(job, self._documents))
        if (top / gitlab.FILE).is_file():
            self._edit(top / gitlab.FILE, lambda text: gitlab.with_job(text, job))
        if not (top / github.FOLDER).is_dir() and not (top / gitlab.FILE).is_file():
            self.notes.append(f"there is no {github.FOLDER} and no {gitlab.FILE}: nothing is checked in CI")

    @property
    def _folder(self) -> str:
        """The project's root as seen from the top of the repository; empty where it is the top."""
        folder = self._documents.root.relative_to(self._documents.top).as_posix()
        return "" if folder == "." else folder

    def _edit(self, path: Path, edit: Callable[[str], str]) -> None:
        label = self._documents.label(path)
        known = self.changes.get(path) or Change(
            path, label, before := read_exactly(path, label), before or ""
        )
        after = edited(known.after, TextEdit(label, edit))
        if after != known.after:
            self.changes[path] = known._replace(after=after)
