"""Facts about the classes that may take their values from the environment: pydantic settings, v1 and v2."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import libcst as cst

from quality_kit.rule import Collector
from quality_kit.tree import ParsedFile, dotted, subtree

from ._evaluate import value_of
from ._scopes import qualified_name
from ._settings_fields import class_reference, field_of, names_in
from ._values import Value

BASE_SETTINGS = "BaseSettings"
#: Packages whose other classes are never the base of a settings class; only to keep the facts small.
_OTHER_PACKAGES = frozenset("""
    pydantic sqlalchemy sqlmodel django rest_framework fastapi starlette marshmallow celery typer click pytest
    langchain langchain_core graphene strawberry tortoise peewee mongoengine beanie odmantic wtforms flask
    """.split())
_CONFIG_CALLS = frozenset(("SettingsConfigDict", "ConfigDict", "dict"))
_CONFIG_NAMES = frozenset(("env_prefix", "case_sensitive", "env_nested_delimiter", "alias_generator"))
_BY_FIELD_NAME = frozenset(("populate_by_name", "validate_by_name", "allow_population_by_field_name"))
_SOURCES = frozenset(("settings_customise_sources", "customise_sources"))
_ENVIRONMENT_SOURCES = frozenset(
    ("env_settings", "dotenv_settings", "EnvSettingsSource", "DotEnvSettingsSource", "super")
)


class SettingsClasses(Collector):
    """One fact for each class that may be settings, and one for each of its fields.

    ``{"class": "Settings", "bases": ["pydantic_settings.BaseSettings"], "config": {...}}`` at the class;
    ``{"of": "Settings", "field": "db_url", ...}`` at the field (see ``field_of``).
    """

    def visit_Module(self, node: cst.Module) -> None:
        classes = self.file.tree.of(cst.ClassDef)
        bases = {id(item): list(_bases(self.file, item)) for item in classes}
        if not any(bases.values()):
            return
        names = {qualified_name(self.file, item): item for item in classes}
        chosen = [item for item in names.values() if _may_be_settings(item, bases, names)]
        mixins = (names.get(base[1:]) for item in chosen for base in bases[id(item)] if base.startswith(":"))
        wanted = {id(item) for item in (*chosen, *mixins) if item is not None}
        for item in classes:
            if id(item) in wanted:
                self._keep(item, bases[id(item)])

    def _keep(self, node: cst.ClassDef, bases: list[str]) -> None:
        name = qualified_name(self.file, node)
        if any(dotted(target) == "__tablename__" for target in _assigned_names(node)):
            return
        fact: dict[str, Any] = {"class": name, "bases": bases}
        config = _config(self.file, node)
        self.fact({**fact, "config": config} if config else fact, node)
        for statement in _statements(node):
            field = field_of(self.file, statement)
            if field is not None:
                self.fact({"of": name, **field}, statement)


def _bases(file: ParsedFile, node: cst.ClassDef) -> Iterator[str]:
    for arg in node.bases:
        reference = class_reference(file, arg.value)
        if reference is not None:
            yield reference


def _may_be_settings(
    node: cst.ClassDef, bases: dict[int, list[str]], names: dict[str, cst.ClassDef], hops: int = 8
) -> bool:
    for base in bases[id(node)]:
        if base.startswith(":"):
            own = names.get(base[1:])
            if own is None or (hops and own is not node and _may_be_settings(own, bases, names, hops - 1)):
                return True
        elif _may_lead_to_settings(base):
            return True
    return False


def _may_lead_to_settings(base: str) -> bool:
    root = base.split(".", 1)[0]
    is_other = root in _OTHER_PACKAGES or root in sys.stdlib_module_names
    return base.endswith(BASE_SETTINGS) or not is_other


def _statements(node: cst.ClassDef) -> Iterator[cst.BaseSmallStatement]:
    for line in node.body.body:
        if isinstance(line, cst.SimpleStatementLine):
            yield from line.body


def _assigned_names(node: cst.ClassDef) -> Iterator[cst.BaseExpression]:
    for statement in _statements(node):
        if isinstance(statement, cst.Assign):
            yield from (target.target for target in statement.targets)


def _config(file: ParsedFile, node: cst.ClassDef) -> dict[str, Any]:
    """What the class says of its names; ``unknown`` if computed, ``deaf`` if it reads no environment."""
    found: dict[str, Any] = {}
    keywords = ((arg.keyword.value, arg.value) for arg in node.keywords if arg.keyword is not None)
    found |= _settings(file, keywords)
    for name, value in _class_values(node):
        if name == "model_config":
            found |= _model_config(file, value)
    for inner in node.body.body:
        if isinstance(inner, cst.ClassDef) and inner.name.value == "Config":
            found |= _settings(file, _class_values(inner))
            found |= _sources(inner)
    return found | _sources(node)


def _class_values(node: cst.ClassDef) -> Iterator[tuple[str, cst.BaseExpression]]:
    for statement in _statements(node):
        if isinstance(statement, cst.Assign):
            yield dotted(statement.targets[0].target) or "", statement.value
        elif isinstance(statement, cst.AnnAssign) and statement.value is not None:
            yield dotted(statement.target) or "", statement.value


def _model_config(file: ParsedFile, value: cst.BaseExpression) -> dict[str, Any]:
    if isinstance(value, cst.Call) and (dotted(value.func) or "").rpartition(".")[2] in _CONFIG_CALLS:
        unknown = any(arg.star and not _is_inherited(arg.value) for arg in value.args)
        pairs = [(arg.keyword.value, arg.value) for arg in value.args if arg.keyword is not None]
    elif isinstance(value, cst.Dict):
        spreads = [item.value for item in value.elements if isinstance(item, cst.StarredDictElement)]
        unknown = any(not _is_inherited(item) for item in spreads)
        items = [item for item in value.elements if isinstance(item, cst.DictElement)]
        pairs = [(str(value_of(file, item.key)), item.value) for item in items]
    else:
        shared = _value_of_name(file, value)
        return _model_config(file, shared) if shared is not None else {"unknown": True}
    found = _settings(file, pairs)
    return found | {"unknown": True} if unknown and "env_prefix" not in found else found


def _value_of_name(file: ParsedFile, value: cst.BaseExpression) -> cst.BaseExpression | None:
    """What a name of this file is set to, when that is written out."""
    found = file.names.bindings(value) if isinstance(value, cst.Name) else []
    values = [binding.value for binding in found if isinstance(binding.value, (cst.Call, cst.Dict))]
    return values[0] if len(values) == len(found) == 1 else None


def _is_inherited(value: cst.BaseExpression) -> bool:
    return (dotted(value) or "").endswith("model_config")


def _settings(file: ParsedFile, pairs: Iterable[tuple[str, cst.BaseExpression]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in _BY_FIELD_NAME:
            found["by_field_name"] = dotted(value) == "True"
        elif name == "fields" and isinstance(value, cst.Dict):
            found["env"] = dict(_envs(file, value))
        elif name in _CONFIG_NAMES:
            found[name] = _setting(file, value)
    return found


def _setting(file: ParsedFile, value: cst.BaseExpression) -> Value | bool:
    name = dotted(value)
    if name in ("True", "False", "None"):
        return name == "True"
    return name if name in ("str.upper", "str.lower") else value_of(file, value)


def _envs(file: ParsedFile, fields: cst.Dict) -> Iterator[tuple[str, list[Value]]]:
    """The names in ``fields = {"db_url": {"env": "DB"}}``."""
    for field in fields.elements:
        if isinstance(field, cst.DictElement) and isinstance(field.value, cst.Dict):
            for item in field.value.elements:
                if isinstance(item, cst.DictElement) and value_of(file, item.key) == "env":
                    yield str(value_of(file, field.key)), names_in(file, item.value)


def _sources(node: cst.ClassDef) -> dict[str, Any]:
    """Whether the class takes the environment from its sources."""
    for function in node.body.body:
        if isinstance(function, cst.FunctionDef) and function.name.value in _SOURCES:
            names = {item.value for item in subtree(function.body) if isinstance(item, cst.Name)}
            reads = not names.isdisjoint(_ENVIRONMENT_SOURCES) or any("Env" in name for name in names)
            return {"deaf": not reads}
    return {}
