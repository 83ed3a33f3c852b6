"""What each linter is started for: the files it may see, less those whose answers are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quality_kit.cache import Cache
from quality_kit.finding import Finding, NotChecked
from quality_kit.linters._adapter import Linter
from quality_kit.linters._configuration import ConfigurationFiles, digest_of
from quality_kit.linters._interpreters import installed
from quality_kit.linters._memory import digest_of_file, recall, recall_whole, section_name
from quality_kit.project import Project

#: Control characters, line ends of any kind, bytes that are no text: they would break a tool's output.
_UNFIT_NAME = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

#: A name that begins like an option, or like mypy's file of arguments.
_LIKE_AN_OPTION = ("-", "@")


class Batch(NamedTuple):
    """One start of a linter, and by what its answers are kept."""

    #: The folder of the configuration, relative to the root.
    folder: str
    #: What is given to the tool: nothing when the team excludes all.
    files: tuple[str, ...]
    #: Where the answers are kept; None: nowhere.
    section: str | None
    #: The digests of all files that the answers are about, the excluded ones included.
    contents: Mapping[str, bytes]
    #: Whether there is one answer about all of them.
    is_whole: bool = False


class Plan(NamedTuple):
    """The work of one linter."""

    batches: tuple[Batch, ...] = ()
    recalled: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()


def make_plan(
    linter: Linter,
    python: str,
    project: Project,
    digests: Mapping[str, bytes],
    configurations: ConfigurationFiles,
    cache: Cache,
) -> Plan:
    """What to start a linter for."""
    fit, not_checked = _fit(linter.name, project, digests)
    if not fit:
        return Plan(not_checked=not_checked)
    inputs = _Inputs(linter, installed(python, linter.name), project, configurations)
    if linter.scope == "file":
        batches, recalled = _per_file(inputs, fit, digests, cache)
    elif linter.scope == "project":
        batches, recalled = _whole_project(inputs, digests, cache)
    else:
        batches, recalled = (Batch("", inputs.without_excluded("", fit), None, {}),), ()
    return Plan(batches, recalled, not_checked)


def as_argument(path: str) -> str:
    """The path on a command line."""
    return f"./{path}" if path.startswith(_LIKE_AN_OPTION) else path


class _Inputs(NamedTuple):
    linter: Linter
    installed: bytes | None
    project: Project
    configurations: ConfigurationFiles

    def section(self, folder: str) -> str | None:
        """Where answers about files below a folder are kept."""
        texts = self.configurations.texts(folder, self.linter.configuration)
        surroundings = self.linter.surroundings(self.project, folder, texts)
        return section_name(
            self.linter.name, self.installed, digest_of(texts, self.project.root), surroundings
        )

    def without_excluded(self, folder: str, paths: Iterable[str]) -> tuple[str, ...]:
        """The paths that the team does not keep from the tool."""
        is_excluded = self.linter.excluder(self.project.root, self.project.root / folder)
        return tuple(path for path in paths if not is_excluded(path))


def _fit(
    tool: str, project: Project, digests: Mapping[str, bytes]
) -> tuple[list[str], tuple[NotChecked, ...]]:
    """The targets that a linter can be given, and why the others cannot."""
    fit, unfit = list[str](), list[NotChecked]()
    for path in project.targets:
        if project.stdin is not None and path == project.stdin[0]:
            unfit.append(NotChecked(tool, "it reads files, and this one comes from standard input", path))
        elif _UNFIT_NAME.search(path):
            unfit.append(
                NotChecked(tool, "the name of the file holds a control character or is no text", path)
            )
        elif path not in digests:
            unfit.append(NotChecked(tool, "the file cannot be read", path))
        else:
            fit.append(path)
    return fit, tuple(unfit)


def _per_file(
    inputs: _Inputs, paths: Iterable[str], digests: Mapping[str, bytes], cache: Cache
) -> tuple[tuple[Batch, ...], tuple[Finding, ...]]:
    batches, recalled = list[Batch](), list[Finding]()
    existing = frozenset(inputs.project.files)
    for folder, below in inputs.configurations.folders(paths, inputs.linter.configuration).items():
        section = inputs.section(folder)
        wanted = {path: digests[path] for path in below}
        known = {} if section is None else recall(cache, section, wanted, existing)
        recalled += [finding for findings in known.values() for finding in findings]
        left = {path: content for path, content in wanted.items() if path not in known}
        if left:  # that nothing is said about the excluded ones is remembered all the same
            batches.append(Batch(folder, inputs.without_excluded(folder, left), section, left))
    return tuple(batches), tuple(recalled)


def _whole_project(
    inputs: _Inputs, digests: Mapping[str, bytes], cache: Cache
) -> tuple[tuple[Batch, ...], tuple[Finding, ...]]:
    """All files are given, also those that are no targets: code is dead if none of them uses it."""
    contents = _contents(inputs.project, digests)
    section = inputs.section("")
    known = None if section is None else recall_whole(cache, section, contents)
    if known is not None:
        return (), tuple(known)
    return (Batch("", inputs.without_excluded("", contents), section, contents, is_whole=True),), ()


def _contents(project: Project, digests: Mapping[str, bytes]) -> dict[str, bytes]:
    """The digests of all files that can be given to a linter; of those that are no targets read here."""
    found = {}
    for path in project.files:
        if not _UNFIT_NAME.search(path):
            content = digests.get(path) or digest_of_file(project.absolute(path))
            if content is not None:
                found[path] = content
    return found
