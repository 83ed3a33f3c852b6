"""Checks the values of keys by their type; what is wrong is noted and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quality_kit.config.globs import wrong_pattern
from quality_kit.config.keys import REVIEW_KEYS, Key
from quality_kit.config.problems import Problems
from quality_kit.config.selectors import Known, check_ignored, check_selector


def checked_keys(
    table: Mapping[str, Any], keys: Mapping[str, Key], prefix: str, known: Known, problems: Problems
) -> dict[str, Any]:
    """The values of a table that are right, lists as tuples.

    Args:
        table: As read from the file.
        keys: The keys that it can have.
        prefix: What stands before a key in messages, with its dot.
        known: What selectors can speak of.
        problems: Where the others are noted.
    """
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in keys:
            problems.unknown(f"{prefix}{name}", "key", name, keys)
            continue
        before = len(problems.found)
        checked = _CHECKS[keys[name].type](value, f"{prefix}{name}", keys[name], known, problems)
        if len(problems.found) == before:
            values[name] = checked
    return values


def _string(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if not isinstance(value, str) or not value:
        problems.add(at, "must be a string")
    return value


def _strings(value: Any, at: str, key: Key, known: Known, problems: Problems) -> tuple[str, ...]:
    found = tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
    if not isinstance(value, list) or len(found) < len(value):
        problems.add(at, "must be a list of strings")
    return found


def _globs(value: Any, at: str, key: Key, known: Known, problems: Problems) -> tuple[str, ...]:
    patterns = _strings(value, at, key, known, problems)
    for pattern in patterns:
        if wrong_pattern(pattern):
            problems.add(at, f"{pattern!r} is no pattern as in .gitignore")
    return patterns


def _linters(value: Any, at: str, key: Key, known: Known, problems: Problems) -> tuple[str, ...]:
    names = _strings(value, at, key, known, problems)
    for name in names:
        if name not in known.linters:
            problems.unknown(at, "linter", name, known.linters)
    return names


def _selectors(value: Any, at: str, key: Key, known: Known, problems: Problems) -> tuple[str, ...]:
    selectors = _strings(value, at, key, known, problems)
    for selector in selectors:
        check_selector(selector, at, known, problems)
    return selectors


def _ignored(value: Any, at: str, key: Key, known: Known, problems: Problems) -> tuple[str, ...]:
    selectors = _strings(value, at, key, known, problems)
    for selector in selectors:
        check_ignored(selector, at, known, problems)
    return selectors


def _integer(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        problems.add(at, "must be a whole number from 0")
    return value


def _boolean(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if not isinstance(value, bool):
        problems.add(at, "must be true or false")
    return value


def _choice(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if value not in key.choices:
        problems.unknown(at, "value", str(value), key.choices)
    return value


def _choices(value: Any, at: str, key: Key, known: Known, problems: Problems) -> tuple[str, ...]:
    chosen = _strings(value, at, key, known, problems)
    for choice in chosen:
        _choice(choice, at, key, known, problems)
    return chosen


def _review(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if not isinstance(value, dict):
        problems.add(at, "must be a table")
        return value
    return checked_keys(value, REVIEW_KEYS, f"{at}.", known, problems)


def _table(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if not isinstance(value, dict):
        problems.add(at, "must be a table")
    return value


def _tables(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        problems.add(at, f"must be tables ([[tool.quality-kit.{at}]])")
    return value


def _path_classes(value: Any, at: str, key: Key, known: Known, problems: Problems) -> Any:
    if not isinstance(value, dict):
        problems.add(at, "must be a table")
        return value
    return {name: _globs(globs, f"{at}.{name}", key, known, problems) for name, globs in value.items()}


def _guides(value: Any, at: str, key: Key, known: Known, problems: Problems) -> tuple[str, ...]:
    """Which guides there are is known where they are read."""
    named = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) and item for item in named):
        problems.add(at, "must be the name of a guide, the path of one (.toml), or a list of these")
    return tuple(named)


_CHECKS: Mapping[str, Callable[[Any, str, Key, Known, Problems], Any]] = {
    "string": _string,
    "strings": _strings,
    "globs": _globs,
    "linters": _linters,
    "selectors": _selectors,
    "ignored": _ignored,
    "integer": _integer,
    "boolean": _boolean,
    "choice": _choice,
    "choices": _choices,
    "review": _review,
    "rules": _table,
    "overrides": _tables,
    "guides": _guides,
    "path-classes": _path_classes,
}
