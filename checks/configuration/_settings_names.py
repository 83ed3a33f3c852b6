"""The variables of settings classes: what their fields are called in the environment, bases and all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quality_kit.finding import Fact

from ._definitions import Definitions, Target
from ._settings_inheritance import PYDANTIC_V1, PYDANTIC_V2, Field, Settings, SettingsTree
from ._strings import strings_of
from ._uses import Use
from ._values import Value


class SettingsNames:
    """The variables of the settings classes of a tree."""

    def __init__(self, definitions: Definitions, facts: Mapping[str, list[Fact]]) -> None:
        self._definitions = definitions
        self._tree = SettingsTree(definitions, facts)
        #: Fields whose variable cannot be known.
        self.unknown: list[Field] = []

    def uses(self) -> list[Use]:
        """Every variable that a field of a settings class takes, in the order of files and classes."""
        settings = self._tree.settings()
        embedded = self._embedded(settings)
        heirs_of = self._tree.heirs(settings)
        found: list[Use] = []
        for target, whole in settings.items():
            heirs = [settings[heir] for heir in heirs_of.get(target, ())]
            if not _is_only_a_base(whole, heirs) and not self._config(whole, "deaf"):
                found += self._uses_of(target, whole, embedded.get(target, []))
        return found

    def _uses_of(self, target: Target, whole: Settings, prefixes: list[str]) -> Iterator[Use]:
        own = {id(field) for field in self._tree.own_fields(target)}
        for name, field in whole.fields.items():
            if self._is_nested_settings(field) or (field.data.get("bare") and whole.version != PYDANTIC_V1):
                continue
            use = self._use(whole, field)
            if use is None:
                self.unknown.extend([field] if id(field) in own else [])
            elif id(field) in own or self._is_renamed(use, target, field):
                yield use._replace(names=(*use.names, *(f"{prefix}{name}" for prefix in prefixes)))

    def _is_renamed(self, use: Use, target: Target, field: Field) -> bool:
        """Whether an inherited field has another variable here than in the base that it comes from."""
        bases = (self._tree.whole(base) for base in self._tree.bases(target))
        known = [base for base in bases if base.version and field.data["field"] in base.fields]
        return all(use != self._use(base, field) for base in known)

    def _use(self, whole: Settings, field: Field) -> Use | None:
        names = self._names(whole, field)
        known = tuple(dict.fromkeys(name for name in names if name))
        if not known:
            return None
        delimiter = self._config(whole, "env_nested_delimiter") if "types" in field.data else None
        has_default = field.data.get("default") or (
            whole.version == PYDANTIC_V1 and field.data.get("optional")
        )
        return Use(
            known,
            field.path,
            field.place,
            "field",
            is_required=not has_default,
            is_exact=self._config(whole, "case_sensitive") is True,
            delimiter=delimiter if isinstance(delimiter, str) else "",
        )

    def _names(self, whole: Settings, field: Field) -> list[str | None]:
        """The names by which the field can be given; None for one that cannot be known."""
        data = field.data
        explicit = self._strings([*data.get("env", ()), *self._config_env(whole, data["field"])], field.path)
        aliases = self._strings(data.get("alias", ()), field.path) if whole.version == PYDANTIC_V2 else []
        if (explicit and whole.version == PYDANTIC_V1) or (
            aliases and not self._config(whole, "by_field_name")
        ):
            return explicit or aliases
        return [*explicit, *aliases, *self._by_field_name(whole, data["field"])]

    def _by_field_name(self, whole: Settings, name: str) -> list[str | None]:
        generator = self._config(whole, "alias_generator")
        if generator and whole.version == PYDANTIC_V2:
            return [name] if generator in ("str.upper", "str.lower") else [None]
        if self._config(whole, "unknown"):
            return [None]
        value, path = whole.config.get("env_prefix", ("", ""))
        prefixes = (
            strings_of(value, path, self._definitions.constant) if isinstance(value, (str, dict)) else [None]
        )
        return [f"{prefix}{name}" if prefix is not None else None for prefix in prefixes]

    def _config_env(self, whole: Settings, name: str) -> list[Value]:
        fields = self._config(whole, "env") or {}
        found: list[Value] = fields.get(name, [])
        return found

    def _strings(self, values: Iterable[Value], path: str) -> list[str | None]:
        return [text for value in values for text in strings_of(value, path, self._definitions.constant)]

    def _config(self, whole: Settings, key: str) -> Any:
        value, path = whole.config.get(key, (None, ""))
        if isinstance(value, dict) and key in ("env_nested_delimiter", "case_sensitive"):
            return strings_of(value, path, self._definitions.constant)[0]
        return value

    def _is_nested_settings(self, field: Field) -> bool:
        """A field that holds another settings class: that class names its variables itself."""
        return any(self._tree.whole(target).version for target in self._tree.types_of(field))

    def _embedded(self, settings: Mapping[Target, Settings]) -> dict[Target, list[str]]:
        """The prefixes under which a settings class is read as a part of another one."""
        found: dict[Target, list[str]] = {}
        for whole in settings.values():
            delimiter = self._config(whole, "env_nested_delimiter")
            for field in whole.fields.values() if isinstance(delimiter, str) else ():
                for target in self._tree.types_of(field):
                    names = [f"{name}{delimiter}" for name in self._names(whole, field) if name]
                    found.setdefault(target, []).extend(names)
        return found


def _is_only_a_base(whole: Settings, heirs: list[Settings]) -> bool:
    """Whether every class made from this one gives its fields other names."""
    prefix = whole.config.get("env_prefix")
    return bool(heirs) and all(heir.config.get("env_prefix") != prefix for heir in heirs)
