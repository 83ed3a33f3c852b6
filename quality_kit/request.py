"""What a run is asked to do, with all decisions made."""

from __future__ import annotations

from typing import NamedTuple

from quality_kit.baseline import Baseline
from quality_kit.catalogue import Catalogue
from quality_kit.changes import Base
from quality_kit.config import Config
from quality_kit.project import Project


class BaseTree(NamedTuple):
    """What the checked tree is compared with."""

    base: Base
    project: Project
    #: As of the checked tree.
    others: tuple[str, ...]


class Wanted(NamedTuple):
    """Facts of some files that the caller wants beside the findings; read when a file is parsed anyway."""

    #: The key of the collector, by which it is imported.
    collector: str
    #: Of the checked tree, and of the one that it is compared with; others than its own files are passed over.
    paths: frozenset[str]
    base_paths: frozenset[str] = frozenset()


class CheckRequest(NamedTuple):
    """One run, with all decisions made: nothing below looks at a command line or a configuration file."""

    project: Project
    #: Files other than Python, relative to the root: project rules read those they declare.
    others: tuple[str, ...]
    config: Config
    catalogue: Catalogue
    #: The linters to start; others stay silent.
    linters: tuple[str, ...]
    project_rules: bool = True
    #: None when the run is held against no baseline.
    baseline: Baseline | None = None
    #: With it only what is not there counts as new; None: everything counts.
    base: BaseTree | None = None
    #: The only paths that linters look at, None for all targets.
    linted: frozenset[str] | None = None
    wanted: Wanted | None = None
    #: Python files that are left alone: links that lead out of the repository.
    foreign: tuple[str, ...] = ()
