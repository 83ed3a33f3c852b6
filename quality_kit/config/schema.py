"""The JSON schema of ``[tool.quality-kit]``, for editors.

Made from the same keys and rules as the validation. What a schema cannot know it lets pass: the codes
and options of a team's packs, which plugins flake8 has, and whether files exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from quality_kit.catalogue import Catalogue, OptionInfo, OptionType
from quality_kit.config.keys import KEYS, OVERRIDE_KEYS, REVIEW_KEYS, Key, KeyType
from quality_kit.config.rule_tables import SEVERITY_KEY
from quality_kit.config.selection import EVERYTHING, FLAKE8, OWN_PREFIX
from quality_kit.finding import SEVERITIES

Schema = dict[str, Any]

#: Codes of flake8, its plugins and a team's packs.
_FOREIGN_CODE = "^(?!QK)[A-Z]+[0-9]*$"
#: A lone ``!``, and a backslash with nothing to escape.
_NO_GLOB = r"^!$|(^|[^\\])(\\\\)*\\$"
_GUIDE_FILE = r"\.toml$"
_STRING: Schema = {"type": "string", "minLength": 1}
_GLOB: Schema = {"type": "string", "not": {"pattern": _NO_GLOB}}
_SEVERITY: Schema = {"enum": list(SEVERITIES), "description": "how much its findings weigh"}


def json_schema(catalogue: Catalogue, linters: tuple[str, ...], guides: tuple[str, ...]) -> Schema:
    """The schema of the table, for some rules, linters and guides."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "[tool.quality-kit]",
        **_object(KEYS),
        "$defs": {
            "selector": _selector(catalogue.codes, linters),
            "linter": {"enum": list(linters)},
            "guide": {"anyOf": [{"enum": list(guides)}, {"type": "string", "pattern": _GUIDE_FILE}]},
            "rules": _rules(catalogue, linters, {SEVERITY_KEY: _SEVERITY}),
            "override": {**_object(OVERRIDE_KEYS, "override-"), "required": ["paths"]},
            "override-rules": _rules(catalogue, (), {}),
            "review": _object(REVIEW_KEYS),
        },
    }


def _object(keys: Mapping[str, Key], rules_prefix: str = "") -> Schema:
    properties = {name: {"description": key.help, **_value(key, rules_prefix)} for name, key in keys.items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _value(key: Key, rules_prefix: str) -> Schema:
    if key.type == "choice":
        return {"enum": list(key.choices)}
    if key.type == "choices":
        return _list({"enum": list(key.choices)})
    return _reference(f"{rules_prefix}rules") if key.type == "rules" else _VALUES[key.type]


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _table(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_VALUES: Mapping[KeyType, Schema] = {
    "string": _STRING,
    "strings": _list({"type": "string"}),
    "globs": _list(_GLOB),
    "selectors": _list(_reference("selector")),
    "ignored": _list({**_reference("selector"), "not": {"pattern": f"^{OWN_PREFIX}"}}),
    "linters": _list(_reference("linter")),
    "integer": {"type": "integer", "minimum": 0},
    "boolean": {"type": "boolean"},
    "path-classes": _table(_list(_GLOB)),
    "overrides": _list(_reference("override")),
    "review": _reference("review"),
    "guides": {"anyOf": [_reference("guide"), _list(_reference("guide"))]},
}


def _selector(codes: Iterable[str], linters: tuple[str, ...]) -> Schema:
    return {
        "anyOf": [
            {"enum": [EVERYTHING, *linters, *_with_beginnings(codes)]},
            {"type": "string", "pattern": _code_of(linters)},
            {"type": "string", "pattern": _FOREIGN_CODE},
        ]
    }


def _with_beginnings(codes: Iterable[str]) -> list[str]:
    return sorted({code[:length] for code in codes for length in range(1, len(code) + 1)})


def _code_of(linters: tuple[str, ...]) -> str:
    """``mypy:arg-type``; flake8 writes its codes bare."""
    return f"^({'|'.join(name for name in linters if name != FLAKE8)}):.+$"


def _rules(catalogue: Catalogue, linters: tuple[str, ...], common: Schema) -> Schema:
    """The tables by rule; those of linters, their codes and groups of rules hold only what is common."""
    bare = {"type": "object", "additionalProperties": False, "properties": common}
    groups = (EVERYTHING, *linters, *_with_beginnings(catalogue.codes)) if common else ()
    properties: Schema = {name: bare for name in groups}
    for rule in catalogue.rules:
        options = {option.name: _option(option) for option in rule.options}
        properties[rule.code] = {**bare, "description": rule.summary, "properties": {**options, **common}}
    patterns: Schema = {_FOREIGN_CODE: {"type": "object", "properties": common}}
    if common:
        patterns[_code_of(linters)] = bare
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "patternProperties": patterns,
    }


def _option(option: OptionInfo) -> Schema:
    default = list(option.default) if isinstance(option.default, tuple) else option.default
    return {"description": option.help, **_OPTIONS[option.type](option), "default": default}


def _plain(schema: Schema) -> Callable[[OptionInfo], Schema]:
    return lambda _option: schema


#: Options are limits and numbers of things.
_COUNT: Schema = {"type": "integer", "minimum": 0}

_OPTIONS: Mapping[OptionType, Callable[[OptionInfo], Schema]] = {
    "boolean": _plain({"type": "boolean"}),
    "integer": _plain(_COUNT),
    "number": _plain({"type": "number"}),
    "string": _plain({"type": "string"}),
    "choice": lambda option: {"enum": list(option.choices)},
    "strings": _plain(_list({"type": "string"})),
    "integers": _plain(_list(_COUNT)),
    "numbers": _plain(_list({"type": "number"})),
    "integers-by-name": _plain(_table(_COUNT)),
}
