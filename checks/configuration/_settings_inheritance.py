"""Classes that may be settings with all they inherit, also from bases in other files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from quality_kit.finding import Fact, Place

from ._definitions import Definitions, Target
from ._settings_classes import BASE_SETTINGS

_PYDANTIC = frozenset(("pydantic", "pydantic_settings"))
_V1 = frozenset(("pydantic", "pydantic.env_settings"))
_MOST_BASES = 12
#: The generations of pydantic, which name variables differently.
PYDANTIC_V1, PYDANTIC_V2 = 1, 2


class Field(NamedTuple):
    """A field as one class defines it."""

    data: Mapping[str, Any]
    path: str
    place: Place


class Settings(NamedTuple):
    """A class with all that it inherits."""

    #: The generation of pydantic of its base; 0 for a class that is no settings class.
    version: int
    #: Each value with the file in whose terms it is written.
    config: Mapping[str, tuple[Any, str]]
    fields: Mapping[str, Field]


class _Own(NamedTuple):
    """What the facts say of one class itself."""

    bases: list[str]
    config: Mapping[str, Any]
    fields: list[Field]


class SettingsTree:
    """The classes of a tree that may be settings."""

    def __init__(self, definitions: Definitions, facts: Mapping[str, list[Fact]]) -> None:
        self._definitions = definitions
        self._own = _own_classes(facts)
        self._whole: dict[Target, Settings] = {}
        for target in self._own:
            definitions.add(target.path, (target.name,))

    def settings(self) -> dict[Target, Settings]:
        """Those that are settings."""
        whole = {target: self.whole(target) for target in self._own}
        return {target: each for target, each in whole.items() if each.version}

    def own_fields(self, target: Target) -> list[Field]:
        """The fields that the class itself defines."""
        return self._own[target].fields

    def types_of(self, field: Field) -> list[Target]:
        """The classes in the type of a field."""
        found = (self._definitions.target(field.path, name) for name in field.data.get("types", ()) if name)
        return [target for target in found if target in self._own]

    def heirs(self, settings: Iterable[Target]) -> dict[Target, list[Target]]:
        """The classes made from each class."""
        found: dict[Target, list[Target]] = {}
        for target in settings:
            for base in self.bases(target):
                found.setdefault(base, []).append(target)
        return found

    def bases(self, target: Target) -> list[Target]:
        """The bases of a class that lie in the tree."""
        found = [self._definitions.target(target.path, base) for base in self._own[target].bases]
        return [base for base in found if base in self._own and base != target]

    def whole(self, target: Target, hops: int = _MOST_BASES) -> Settings:
        """The class with all that it inherits."""
        if target not in self._whole:
            # What a class that is its own base inherits from itself.
            self._whole[target] = Settings(0, {}, {})
            self._whole[target] = self._build(target, hops)
        return self._whole[target]

    def _build(self, target: Target, hops: int) -> Settings:
        own = self._own[target]
        version, config, fields = 0, dict[str, tuple[Any, str]](), dict[str, Field]()
        for name in reversed(own.bases):
            base = self._definitions.target(target.path, name)
            if base in self._own and base != target and hops:
                inherited = self.whole(base, hops - 1)
                version = inherited.version or version
                config |= inherited.config
                fields |= inherited.fields
            else:
                version = _version(base) or version
        known = {"unknown": False} if "env_prefix" in own.config else {}
        config |= {key: (value, target.path) for key, value in {**known, **own.config}.items()}
        fields |= {field.data["field"]: field for field in own.fields}
        return Settings(version, config, fields)


def _version(base: Target) -> int:
    """The pydantic of a ``BaseSettings`` from outside the tree; 0 for any other class."""
    module, _, name = base.name.rpartition(".")
    if base.path or name != BASE_SETTINGS or module.split(".", 1)[0] not in _PYDANTIC:
        return 0
    return PYDANTIC_V1 if module in _V1 or module.startswith("pydantic.v1") else PYDANTIC_V2


def _own_classes(facts: Mapping[str, list[Fact]]) -> dict[Target, _Own]:
    found: dict[Target, _Own] = {}
    for path, of_file in sorted(facts.items()):
        for data, place in of_file:
            if "class" in data:
                found[Target(path, data["class"])] = _Own(data["bases"], data.get("config", {}), [])
            else:
                found[Target(path, data["of"])].fields.append(Field(data, path, place))
    return found
