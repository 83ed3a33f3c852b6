"""What the configuration files of a tree say to each tool that checks code."""

from __future__ import annotations

import configparser
import json
import tomllib
from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import Any

#: By file: how it is read, and which tool the whole file, or a section of it, belongs to.
_TOML_FILES = {
    "pyproject.toml": "",
    "quality-kit.toml": "quality-kit",
    "ruff.toml": "ruff",
    ".ruff.toml": "ruff",
}
_INI_FILES = {
    "setup.cfg": "",
    "tox.ini": "",
    ".flake8": "",
    "mypy.ini": "",
    ".mypy.ini": "",
    ".coveragerc": "coverage",
    "pytest.ini": "",
    ".pytest.ini": "",
    ".pylintrc": "pylint",
    "pylintrc": "pylint",
    ".isort.cfg": "isort",
    ".bandit": "",
}
_JSON_FILES = {"pyrightconfig.json": "pyright"}

TOOLS = frozenset(
    ("quality-kit", "ruff", "flake8", "mypy", "coverage", "pytest", "pylint", "pyright", "basedpyright")
    + ("bandit", "isort", "black", "vulture", "autoflake", "interrogate", "deptry", "ty", "importlinter")
)
Settings = Mapping[str, Mapping[str, Any]]


def is_configuration(path: str) -> bool:
    """Whether a file may hold settings of a tool."""
    name = basename(path)
    return name in _TOML_FILES or name in _INI_FILES or name in _JSON_FILES


def tool_settings(path: str, text: str) -> Settings:
    """By tool, the settings of one file under flat names: ``lint.ignore``; nothing where it is damaged."""
    name = basename(path)
    try:
        if name in _TOML_FILES:
            return dict(_toml(tomllib.loads(text.lstrip("\ufeff")), _TOML_FILES[name]))
        if name in _JSON_FILES:
            return {_JSON_FILES[name]: _flat(json.loads(text))}
        return _ini(text, _INI_FILES[name])
    except (ValueError, configparser.Error, RecursionError):
        return {}


def _toml(content: Mapping[str, Any], owner: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if owner:
        yield owner, _flat(content)
        return
    tables = content.get("tool")
    for tool, table in tables.items() if isinstance(tables, dict) else ():
        if tool in TOOLS and isinstance(table, dict):
            yield tool, _flat(table)


def _ini(text: str, owner: str) -> Settings:
    parser = configparser.RawConfigParser(strict=False)
    parser.read_string(text)
    found: dict[str, dict[str, Any]] = {}
    for section in parser.sections():
        tool, rest = _owner_of(section, owner)
        if tool in TOOLS:
            prefix = f"{rest}." if rest else ""
            found.setdefault(tool, {}).update(
                {f"{prefix}{_dashed(name)}": value for name, value in parser[section].items()}
            )
    return found


def _owner_of(section: str, owner: str) -> tuple[str, str]:
    """``tool:pytest``, ``coverage:report``, ``mypy-package.*``, or a section of a file that is one tool's."""
    name = section.removeprefix("tool:")
    if owner:
        return owner, "" if name in (owner, "settings") else name.lower()
    tool, _, rest = name.partition(":") if ":" in name else name.partition("-")
    return tool, rest


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested tables under dotted names; lists of tables by what they are about."""
    found: dict[str, Any] = {}
    for name, value in table.items():
        key = f"{prefix}{_dashed(name)}"
        if isinstance(value, dict):
            found.update(_flat(value, f"{key}."))
        elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            for each in value:
                about = each.get("module", each.get("paths", each.get("path", "")))
                named = ",".join(map(str, about)) if isinstance(about, list) else str(about)
                found.update(_flat(each, f"{key}[{named}]."))
        else:
            found[key] = value
    return found


def _dashed(name: str) -> str:
    return name.replace("_", "-")
