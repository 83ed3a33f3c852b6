"""The rules of a run, ready to be applied: which methods want which nodes, and with which options."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any, NamedTuple

import libcst as cst

from quality_kit.config import Config, PathSettings
from quality_kit.finding import OWN_SOURCE
from quality_kit.registry import LoadedRule, load_rules
from quality_kit.request import Wanted
from quality_kit.rule import Collector, FileRule, ProjectRule, RuleOptions

_VISIT = "visit_"


class Subscription(NamedTuple):
    """The visit methods of a rule or collector by the class of nodes they want."""

    methods: tuple[tuple[type[cst.CSTNode], str], ...]


class RuleSet:
    """All loaded rules with the configuration of one run; the collectors to run by key, None for all."""

    def __init__(
        self,
        loaded: Iterable[LoadedRule],
        config: Config,
        collectors: frozenset[str] | None = None,
        wanted: Wanted | None = None,
    ) -> None:
        self.loaded = tuple(loaded)
        self.config = config
        self._users = {kind: entry.info.code for entry in self.loaded[::-1] for kind in _collectors(entry)}
        kinds = (kind for kind in self._users if collectors is None or kind.key() in collectors)
        self.collectors = tuple(sorted(kinds, key=lambda kind: kind.key()))
        self._wanted_paths = wanted.paths if wanted is not None else frozenset()
        self._wanted = (*self.collectors, _imported(wanted.collector)) if wanted is not None else ()
        self._file_rules = [entry for entry in self.loaded if issubclass(entry.rule, FileRule)]
        self._subscriptions: dict[type, Subscription] = {}
        self._options: dict[tuple[str, str], RuleOptions] = {}
        self._usual = PathSettings(config.selection, config.rules)
        self._usually: dict[str, tuple[RuleOptions, bool]] = {}
        self._exempt: dict[tuple[str, ...], dict[str, bool]] = {}

    def file_rules(self, path: str) -> list[tuple[LoadedRule, RuleOptions]]:
        """The file rules that look at a path, with their options there."""
        settings = self._settings(path)
        candidates = ((entry, *self._chosen(entry, settings)) for entry in self._file_rules)
        chosen = [(entry, options) for entry, options, is_chosen in candidates if is_chosen]
        patterns = {options.exempt for _, options in chosen}  # few: most rules exempt the same paths
        exempt = {each for each in patterns if self.config.in_class(path, each)}
        return [(entry, options) for entry, options in chosen if options.exempt not in exempt]

    def setting(self, entry: LoadedRule, path: str) -> tuple[RuleOptions, bool]:
        """The options of a project rule at a path, and whether it looks at it."""
        options, is_chosen = self._chosen(entry, self._settings(path))
        return options, is_chosen and not self._is_exempt(options, path)

    def _settings(self, path: str) -> PathSettings:
        """The same object for all paths of which no override speaks."""
        settings = self.config.for_path(path)
        usual = self._usual
        is_usual = settings.selection is usual.selection and settings.rules is usual.rules
        return usual if is_usual else settings

    def _chosen(self, entry: LoadedRule, settings: PathSettings) -> tuple[RuleOptions, bool]:
        """The options of a rule, and whether it is selected; kept for the usual settings."""
        if settings is not self._usual:
            return self._options_in(entry, settings), _is_on(entry, settings)
        code = entry.info.code
        if code not in self._usually:
            self._usually[code] = self._options_in(entry, settings), _is_on(entry, settings)
        return self._usually[code]

    def project_rules(self) -> list[LoadedRule]:
        """All project rules, whether they are on or not."""
        return [entry for entry in self.loaded if issubclass(entry.rule, ProjectRule)]

    def collectors_for(self, path: str) -> tuple[type[Collector], ...]:
        """Those that read facts from a path: what rules need, and what else is wanted of it."""
        return self._wanted if path in self._wanted_paths else self.collectors

    def user_of(self, collector: type[Collector]) -> str:
        """The code of the first rule that needs the collector's facts; our own name where none does."""
        return self._users.get(collector, OWN_SOURCE)

    def _options_in(self, entry: LoadedRule, settings: PathSettings) -> RuleOptions:
        """The options of a rule under the settings of a path."""
        values = settings.values(entry.info.code)
        key = entry.info.code, repr(values)  # nearly all paths have the same
        if key not in self._options:
            named = {name.replace("-", "_"): value for name, value in values.items()}
            self._options[key] = entry.options(**named)
        return self._options[key]

    def _is_exempt(self, options: RuleOptions, path: str) -> bool:
        """Whether the rule's options exempt the path."""
        known = self._exempt.setdefault(options.exempt, {})  # project rules ask one after another
        if path not in known:
            known[path] = self.config.in_class(path, options.exempt)
        return known[path]

    def subscription(self, kind: type) -> Subscription:
        """The visit methods of a rule or collector class."""
        if kind not in self._subscriptions:
            names = [name for name in dir(kind) if name.startswith(_VISIT)]
            methods = tuple((getattr(cst, name.removeprefix(_VISIT)), name) for name in names)
            self._subscriptions[kind] = Subscription(methods)
        return self._subscriptions[kind]


def _is_on(entry: LoadedRule, settings: PathSettings) -> bool:
    """Whether a rule is selected under the settings of a path."""
    return settings.selection.has(entry.info.code, None, entry.info.default)


def build(
    config: Config,
    modules: frozenset[str],
    collectors: frozenset[str] | None = None,
    wanted: Wanted | None = None,
) -> RuleSet:
    """The rules of some modules and of the packs, with the collectors of these keys or with all.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    return RuleSet(load_rules(config.packs, modules), config, collectors, wanted)


def visit(ruleset: RuleSet, visitor: FileRule[Any] | Collector) -> None:
    """Call the visit methods of a rule or collector for the nodes that they want."""
    tree = visitor.file.tree
    for kind, name in ruleset.subscription(visitor.__class__).methods:
        nodes = tree.of(kind)
        if nodes:
            method = getattr(visitor, name)
            for node in nodes:
                method(node)


def _imported(key: str) -> type[Collector]:
    """A collector that no rule names."""
    module, _, name = key.rpartition(".")
    found: type[Collector] = getattr(importlib.import_module(module), name)
    return found


def _collectors(entry: LoadedRule) -> tuple[type[Collector], ...]:
    return getattr(entry.rule, "collectors", ())
