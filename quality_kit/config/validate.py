"""From the tables in the files to a ``Config``, or all mistakes in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quality_kit.config.keys import KEYS, OVERRIDE_KEYS, REVIEW_FAIL_ON
from quality_kit.config.load import Table
from quality_kit.config.model import PATH_CLASSES, Config, Override, RuleValues, merged
from quality_kit.config.problems import ConfigurationError, Problem, Problems
from quality_kit.config.rule_tables import SEVERITY_KEY, RuleTables, read_rule_tables
from quality_kit.config.selection import Selection
from quality_kit.config.selectors import Known
from quality_kit.config.values import checked_keys
from quality_kit.finding import Severity

#: Keys whose lists add to those of an extended file; others replace them.
_ADDING = ("extend-exclude", "never-suppress", "packs")


class _Read(NamedTuple):
    """What is right in one file."""

    values: Mapping[str, Any]
    rules: RuleTables
    overrides: tuple[Override, ...]


def validated(tables: Sequence[Table], known: Known, wrong: Sequence[Problem] = ()) -> Config:
    """The configuration of some files, each laid over those before it.

    Args:
        tables: What the files say.
        known: What they can speak of.
        wrong: Mistakes found already, to be told with the others.

    Raises:
        ConfigurationError: There are mistakes; all of them are told.
    """
    problems = [*wrong]
    files = []
    for table in tables:
        noted = Problems(table.file)
        files.append(_read(table.values, known, noted))
        problems += [*table.problems, *noted.found]
    if problems:
        raise ConfigurationError(problems)
    return _combined(files)


def _read(table: Mapping[str, Any], known: Known, problems: Problems) -> _Read:
    values = checked_keys(table, KEYS, "", known, problems)
    rules = read_rule_tables(values.get("rules", {}), "rules", known, problems)
    entries = enumerate(values.get("overrides", ()))
    overrides = tuple(_override(entry, f"overrides[{number}]", known, problems) for number, entry in entries)
    return _Read(values, rules, overrides)


def _override(table: Mapping[str, Any], at: str, known: Known, problems: Problems) -> Override:
    values = checked_keys(table, OVERRIDE_KEYS, f"{at}.", known, problems)
    if not table.get("paths"):
        problems.add(f"{at}.paths", "is missing: say which paths the override is about")
    rules = read_rule_tables(values.get("rules", {}), f"{at}.rules", known, problems)
    for code in rules.severities:
        where = f"{at}.rules.{code}.{SEVERITY_KEY}"
        problems.add(where, "a severity holds for the whole project; set it under rules")
    return Override(values.get("paths", ()), _selection(values), rules.options)


def _combined(files: Sequence[_Read]) -> Config:
    values: dict[str, Any] = {}
    options: RuleValues = {}
    severities: dict[str, Severity] = {}
    for file in files:
        values |= {key: _added(key, values, value) for key, value in file.values.items()}
        options = merged(options, file.rules.options)
        severities |= file.rules.severities
    return Config(
        selection=_layers(files),
        exclude=(*values.get("exclude", ()), *values.get("extend-exclude", ())),
        source_roots=values.get("source-roots", ()),
        fail_on=values.get("fail-on", "error"),
        baseline=values.get("baseline"),
        linters=values.get("linters"),
        linter_python=values.get("linter-python", "auto"),
        require_reason=values.get("require-reason", False),
        never_suppress=values.get("never-suppress", ()),
        jobs=values.get("jobs", 0),
        packs=values.get("packs", ()),
        rules=options,
        severities=severities,
        overrides=tuple(override for file in files for override in file.overrides),
        review_fail_on=values.get("review", {}).get("fail-on", REVIEW_FAIL_ON),
        path_classes={**PATH_CLASSES, **values.get("path-classes", {})},
    )


def _added(key: str, before: Mapping[str, Any], value: Any) -> Any:
    if key in _ADDING:
        return tuple(dict.fromkeys((*before.get(key, ()), *value)))
    return {**before.get(key, {}), **value} if isinstance(value, dict) else value


def _layers(files: Sequence[_Read]) -> Selection:
    selection = Selection()
    for file in files:
        selection = selection.overridden(_selection(file.values))
    return selection


def _selection(values: Mapping[str, Any]) -> Selection:
    return Selection(values.get("select"), values.get("extend-select", ()), values.get("ignore", ()))
