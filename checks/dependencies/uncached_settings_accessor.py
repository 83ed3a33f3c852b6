"""QK205 uncached-settings-accessor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from quality_kit.definitions.ancestry import outside_names
from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.instances import instance
from quality_kit.definitions.origins import Origins
from quality_kit.definitions.usages import Dependencies
from quality_kit.finding import Fact
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._business_names import matches
from ._importers import Defined, importers
from ._settings_accessors import Accessors

_SETTINGS = (
    "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    url: str\n\n\n"
)


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[tuple[str, ...], "where the rule is silent: classes of paths or globs"] = (
        "tests",
        "migrations",
        "scripts",
    )
    accessors: Annotated[
        tuple[str, ...], "names of functions (globs) that are called for settings again and again"
    ] = ("get_*", "_get_*", "provide_*", "settings", "*_settings", "config", "*_config")
    makers: Annotated[tuple[str, ...], "names of functions (globs) that are meant to make new settings"] = (
        "create_*",
        "build_*",
        "make_*",
        "new_*",
        "load_*",
        "init_*",
        "parse_*",
        "reload_*",
        "*_create_*",
    )
    bases: Annotated[tuple[str, ...], "bases (globs on dotted names) that make a class one of settings"] = (
        *("pydantic_settings.*", "pydantic.BaseSettings", "pydantic.v1.BaseSettings"),
        *("pydantic.env_settings.BaseSettings", "*BaseSettings"),
    )


class UncachedSettingsAccessor(ProjectRule[Options]):
    """A `get_settings()` that builds the settings at every call.

    Each call reads the environment and the env file again and validates every field: with
    `Depends(get_settings)` once or more for every request. Two callers may also see different values.

    Found is a function of a module, without parameters, that builds a subclass of `BaseSettings` (also by
    way of classes in other files), returns it, and is named like an accessor or given to `Depends`.

    Left alone are functions with a decorator (`lru_cache`, `cache`, one of your own), those that a cache
    is given or that keep the object in a global, functions that are meant to make new settings
    (`load_settings`, `create_settings`), and one that only fills a module's variable
    (`settings = get_settings()`) and that no other module imports.

    Put `@lru_cache` above it; tests call `get_settings.cache_clear()` or override the dependency.
    """

    code = "QK205"
    message = "settings accessor `{name}` builds `{kind}` at every call; put `@lru_cache` above it"
    statements = ("SG2", "RP2")
    collectors = (Accessors, Classes, ModuleBindings, Imports, Dependencies)
    examples = (
        Bad(
            f"{_SETTINGS}def get_settings() -> Settings:  # finding: QK205\n    return Settings()\n",
            path="app/config.py",
        ),
        Good(
            f"from functools import lru_cache\n\n{_SETTINGS}"
            "@lru_cache\ndef get_settings() -> Settings:\n    return Settings()\n",
            path="app/config.py",
        ),
        Good(
            f"{_SETTINGS}settings = Settings()\n\n\ndef get_settings() -> Settings:\n    return settings\n",
            path="app/config.py",
            why="The settings are built once, when the module is imported.",
        ),
    )

    def conclude(self) -> None:
        """Report the accessors of settings that are called more than once."""
        origins = Origins(self.project)
        found = {(path, fact.data["name"]): (fact, kind) for path, fact, kind in self._builders(origins)}
        imported = importers(self.project, origins, set(found))
        injected = set(self._injected(origins))
        for (path, name), (fact, kind) in found.items():
            is_injected = (path, name) in injected
            is_used = is_injected or bool(imported.get((path, name))) or not self._fills(path, name)
            if is_used and (is_injected or self._is_accessor(path, name)):
                self.report(path, fact.place, self.message.format(name=name, kind=kind))

    def _builders(self, origins: Origins) -> Iterator[tuple[str, Fact, str]]:
        for path, facts in self.project.facts(Accessors).items():
            for fact in facts if self.project.applies_to(path) else ():
                made = instance(origins, path, fact.data["built"])
                if made is not None and made.made.kind == "class":
                    outside = outside_names(origins, made.made)
                    if any(matches(name, self.options_at(path).bases) for name in outside):
                        yield path, fact, made.class_name

    def _injected(self, origins: Origins) -> Iterator[Defined]:
        """What is given to ``Depends``."""
        for path, facts in self.project.facts(Dependencies).items():
            for reference in (each for fact in facts for each in fact.data):
                made = origins.definition(path, reference)
                if made.kind == "binding":
                    yield made.path, made.name

    def _is_accessor(self, path: str, name: str) -> bool:
        options = self.options_at(path)
        return matches(name, options.accessors) and not matches(name, options.makers)

    def _fills(self, path: str, name: str) -> bool:
        """Whether the module itself keeps what the function gives."""
        call = f":{name}()"
        return any(call in fact.data["values"] for fact in self.project.facts(ModuleBindings).get(path, ()))
