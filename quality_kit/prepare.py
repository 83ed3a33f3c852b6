"""From a caller's wishes to a ``CheckRequest``: finds the project, reads its configuration, lists its files.

The command line and the hooks come through here, so that they cannot understand an option differently.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from quality_kit import baseline, files
from quality_kit.cache import STAGED, Cache
from quality_kit.catalogue import Catalogue
from quality_kit.changes import WORK_TREE, Head, index_head, need_repository, tree_head
from quality_kit.config import (
    Asked,
    Config,
    Known,
    Problem,
    Problems,
    Table,
    check_asked,
    find_file,
    laid_over,
    linters_to_start,
    missing_roots,
    read_tables,
    validated,
)
from quality_kit.files import UsageError
from quality_kit.linters import available
from quality_kit.project import Project
from quality_kit.request import BaseTree, CheckRequest
from quality_kit.rules_index import load_catalogue
from quality_kit.trees import base_tree, kept_tree

CACHE_FOLDER = ".quality-kit-cache"


class Wishes(NamedTuple):
    """What the caller asks for; None means that the configuration decides."""

    #: Absolute, or relative to the working directory; none means the project's root.
    paths: tuple[str, ...] = ()
    asked: Asked = Asked()
    jobs: int | None = None
    use_cache: bool = True
    cache_dir: str | None = None
    config_file: str | None = None
    project_rules: bool = True
    force_exclude: bool = False
    #: The name under which the content of standard input is checked, and that content.
    stdin: tuple[str, bytes] | None = None
    #: The file of the baseline, absolute or relative to the working directory.
    baseline: str | None = None
    use_baseline: bool = True
    #: The revision that is compared with, or ``auto``: only what it does not have counts.
    new_since: str | None = None
    #: Whether the index is checked in place of the work tree.
    staged: bool = False
    #: Guides in place of those that the configuration names; paths are relative to the working directory.
    guides: tuple[str, ...] | None = None
    #: The commit or tree that is checked in place of the work tree.
    tree: str | None = None
    #: Rules that are to run, too, whatever else is said.
    also: tuple[str, ...] = ()

    @property
    def is_from_git(self) -> bool:
        """Whether what is checked is not on the disk."""
        return self.staged or self.tree is not None

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the project is left out, and the work tree is checked."""
        is_limited = self.paths or self.stdin is not None or self.asked != Asked() or self.is_from_git
        return not is_limited and self.new_since is None and self.project_rules


class Prepared(NamedTuple):
    """A run that can start."""

    request: CheckRequest
    cache: Cache
    #: The guides and the configuration files, the extended ones first.
    configuration: tuple[str, ...]
    #: Where the baseline is, or would be.
    baseline_file: Path
    #: Linters that were asked for but cannot look at this run's files.
    left_out: tuple[str, ...] = ()
    #: That of the request, but for the rules that run, too.
    wanted_config: Config = Config()


class Surroundings(NamedTuple):
    """The project and what is known of it before any file is listed."""

    root: Path
    #: What the guides and then the configuration files say, the extended ones first.
    tables: tuple[Table, ...]
    catalogue: Catalogue


def survey(wishes: Wishes, packs: Sequence[str] = ()) -> Surroundings:
    """Find the project of the wishes' paths, its configuration and the rules, those of some packs too.

    Raises:
        UsageError: A path does not exist.
        ConfigurationError: The configuration file cannot be read, or a pack of it does not exist.
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    root = files.find_root(_absolute_paths(wishes))
    with closing(Cache(cache_folder(root, wishes))) as cache:
        return _surveyed(root, wishes, cache, [pack for pack in packs if os.path.isdir(pack)])


def prepare(wishes: Wishes) -> Prepared:
    """A run for the wishes.

    Raises:
        UsageError: A path or an option cannot be obeyed.
        ConfigurationError: The configuration has mistakes; all of them are told.
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    if wishes.staged and wishes.stdin is not None:
        raise UsageError("--staged and '-' contradict each other: the text comes from one place")
    root = files.find_root(_absolute_paths(wishes))
    for option in _git_options(wishes):
        need_repository(root, option)
    cache = Cache(cache_folder(root, wishes))
    try:
        around = _surveyed(root, wishes, cache)
        config = _configured(around, wishes)
        request = _request(around, wishes, _with_more(config, around, wishes))
    except BaseException:
        cache.close()
        raise
    if wishes.is_from_git:
        cache.close()
        cache = cache.about(STAGED)
    configuration = tuple(table.file for table in around.tables)
    file = _baseline_file(root, wishes, config)
    prepared = Prepared(request, cache, configuration, file, wanted_config=config)
    if request.project.stdin is None:
        return prepared
    return prepared._replace(request=request._replace(linters=()), left_out=request.linters)


def find_baseline(wishes: Wishes) -> tuple[Path, Path]:
    """The root of the project, and where its baseline is or would be.

    Raises:
        UsageError: A path does not exist.
        ConfigurationError: The configuration has mistakes; all of them are told.
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    around = survey(wishes)
    config = validated(around.tables, Known(around.catalogue, available()))
    return around.root, _baseline_file(around.root, wishes, config)


def _surveyed(root: Path, wishes: Wishes, cache: Cache, more: Sequence[str] = ()) -> Surroundings:
    file = Path(os.path.abspath(wishes.config_file)) if wishes.config_file else find_file(root)
    tables = read_tables(file) if file is not None else ()
    packs = [pack for table in tables for pack in table.packs]
    missing = [pack for pack in packs if not os.path.isdir(pack)]
    there = dict.fromkeys(pack for pack in (*packs, *more) if pack not in missing)
    catalogue = load_catalogue(cache, list(there))
    if missing:  # told together with all other mistakes
        wrong = [Problem("packs", f"{pack} is no folder", tables[-1].file) for pack in missing]
        validated(tables, Known(catalogue, available()), wrong)
    return Surroundings(root, _with_guides(tables, wishes, Known(catalogue, available())), catalogue)


def _with_guides(tables: tuple[Table, ...], wishes: Wishes, known: Known) -> tuple[Table, ...]:
    if wishes.guides is None and not any("guide" in table.values for table in tables):
        return tables
    from quality_kit.guides import Asker, guide_tables, with_guides  # only where one is named

    if wishes.guides is None:
        return with_guides(tables, known)
    return (*guide_tables(wishes.guides, Asker("", "guide", Path.cwd()), known), *tables)


def _with_more(config: Config, around: Surroundings, wishes: Wishes) -> Config:
    """The configuration with more rules; just the same one where all are on, so that their results are shared."""
    rules = [rule for rule in map(around.catalogue.find, wishes.also) if rule is not None]
    more = [rule.code for rule in rules if not config.is_on_everywhere(rule.code, rule.default)]
    if not more:
        return config
    asked = wishes.asked._replace(extend_select=(*wishes.asked.extend_select, *more))
    return _configured(around, wishes._replace(asked=asked))


def _request(around: Surroundings, wishes: Wishes, config: Config) -> CheckRequest:
    project, others, foreign = _tree(around.root, wishes, config)
    return CheckRequest(
        project=project,
        others=others,
        config=config,
        catalogue=around.catalogue,
        linters=linters_to_start(config, wishes.asked, available(), around.catalogue.codes),
        project_rules=wishes.project_rules,
        baseline=_baseline(around.root, wishes, config) if wishes.use_baseline else None,
        base=_base(project, wishes, config),
        foreign=foreign,
    )


def _base(project: Project, wishes: Wishes, config: Config) -> BaseTree | None:
    if wishes.new_since is None:
        return None
    return base_tree(project, wishes.new_since, head_of(project.root, wishes), config.exclude)


def head_of(root: Path, wishes: Wishes) -> Head:
    """What the wishes check, as git knows it.

    Raises:
        UsageError: There is no such tree.
    """
    if wishes.tree is not None:
        return tree_head(root, wishes.tree)
    return index_head(root) if wishes.staged else WORK_TREE


def _git_options(wishes: Wishes) -> tuple[str, ...]:
    asked = (("--new-since", wishes.new_since is not None), ("--staged", wishes.staged))
    return tuple(option for option, given in asked if given)


class _Tree(NamedTuple):
    """What is checked, the files of it that are no Python files, and the links that are left alone."""

    project: Project
    others: tuple[str, ...]
    foreign: tuple[str, ...] = ()


def _tree(root: Path, wishes: Wishes, config: Config) -> _Tree:
    if wishes.is_from_git:
        paths = _absolute_paths(wishes) if wishes.paths else ()
        return _Tree(*kept_tree(root, wishes.tree, paths, config.exclude, wishes.force_exclude))
    listed = files.list_files if _is_about(root, wishes) else files.list_folder
    listing = listed(root, config.exclude)
    project = _project(root, wishes, listing, config)
    return _Tree(project, listing.others, _foreign(project, wishes, listing))


def _foreign(project: Project, wishes: Wishes, listing: files.Listing) -> tuple[str, ...]:
    """The links that a run passes over: those in what it is about, but for those that were named."""
    if wishes.stdin is not None:
        return ()
    if not wishes.paths:
        return listing.foreign
    below = files.foreign_below(project.root, _absolute_paths(wishes), listing)
    return tuple(path for path in below if path not in project.targets)


def _configured(around: Surroundings, wishes: Wishes) -> Config:
    known = Known(around.catalogue, available())
    config = validated(
        around.tables, known, [] if wishes.is_from_git else missing_roots(around.root, around.tables)
    )
    problems = Problems()
    check_asked(wishes.asked, known, problems)
    if problems.found:
        raise UsageError("\n".join(f"{problem.key}: {problem.reason}" for problem in problems.found))
    config = laid_over(config, wishes.asked, known.catalogue.codes)
    return config if wishes.jobs is None else config._replace(jobs=wishes.jobs)


def _project(root: Path, wishes: Wishes, listing: files.Listing, config: Config) -> Project:
    if wishes.stdin is not None:
        path = os.path.relpath(os.path.abspath(wishes.stdin[0]), root).replace(os.sep, "/")
        excluded = wishes.force_exclude and files.is_left_out(path, config.exclude)
        targets: tuple[str, ...] = () if excluded else (path,)
        stdin = None if excluded else (path, wishes.stdin[1])
        return Project(root, tuple(sorted({*listing.python, *targets})), targets, stdin)
    if not wishes.paths:
        return Project(root, listing.python, listing.python)
    paths = _absolute_paths(wishes)
    targets = files.chosen_files(root, paths, listing, config.exclude, wishes.force_exclude)
    return Project(root, tuple(sorted({*listing.python, *targets})), targets)


def _is_about(root: Path, wishes: Wishes) -> bool:
    """Whether the tree below the root is known; outside any project it may be a home directory, or a disk.

    Then only what was named is looked at, and nothing is left behind.
    """
    return files.is_marked(root) or root in _absolute_paths(wishes)


def _baseline(root: Path, wishes: Wishes, config: Config) -> baseline.Baseline | None:
    is_named = wishes.baseline is not None or config.baseline is not None
    return baseline.load(_baseline_file(root, wishes, config), root, is_required=is_named)


def _baseline_file(root: Path, wishes: Wishes, config: Config) -> Path:
    if wishes.baseline is not None:
        return Path(os.path.abspath(wishes.baseline))
    return Path(os.path.normpath(root / (config.baseline or baseline.DEFAULT_FILE)))


def _absolute_paths(wishes: Wishes) -> Sequence[Path]:
    named = (wishes.stdin[0],) if wishes.stdin is not None else wishes.paths
    paths = [Path(os.path.abspath(path)) for path in named] or [Path.cwd()]
    on_disk = wishes.stdin is None and not wishes.is_from_git
    missing = [path for path in paths if on_disk and not os.path.lexists(path)]
    if missing:
        raise UsageError(
            "\n".join(f"{path} does not exist; name files or folders of the project" for path in missing)
        )
    return paths


def cache_folder(root: Path, wishes: Wishes) -> Path | None:
    """Where the results of runs are kept; None for nowhere."""
    if not wishes.use_cache:
        return None
    chosen = wishes.cache_dir or os.environ.get("QUALITY_KIT_CACHE_DIR")
    if chosen:
        return Path(os.path.abspath(chosen))
    return root / CACHE_FOLDER if _is_about(root, wishes) else None
