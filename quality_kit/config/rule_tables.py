"""The tables of options and severities: ``[tool.quality-kit.rules.QK601]``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from quality_kit.catalogue import OptionInfo
from quality_kit.config.globs import wrong_pattern
from quality_kit.config.problems import Problems
from quality_kit.config.selectors import Known, check_selector
from quality_kit.finding import SEVERITIES, Severity
from quality_kit.own_findings import UNPARSABLE_FILE

SEVERITY_KEY = "severity"
#: The option that every rule has.
EXEMPT_KEY = "exempt"


class RuleTables(NamedTuple):
    """What the tables of one file or override say."""

    #: Values of rule options by code, as written (names with dashes).
    options: dict[str, dict[str, Any]]
    #: By selector: a rule, a linter, a linter's code, or the beginning of a code.
    severities: dict[str, Severity]


def read_rule_tables(tables: Mapping[str, Any], at: str, known: Known, problems: Problems) -> RuleTables:
    """The tables under a key; what is wrong is noted and left out."""
    found = RuleTables({}, {})
    for selector, values in tables.items():
        where = f"{at}.{selector}"
        before = len(problems.found)
        check_selector(selector, where, known, problems)
        if not isinstance(values, dict):
            problems.add(where, "must be a table of options")
        elif len(problems.found) == before:
            _read(found, selector, values, where, known, problems)
    return found


def _read(
    found: RuleTables, selector: str, values: Mapping[str, Any], at: str, known: Known, problems: Problems
) -> None:
    rule = known.catalogue.find(selector)
    options = {option.name: option for option in rule.options} if rule else {}
    for name, value in values.items():
        where = f"{at}.{name}"
        if name == SEVERITY_KEY:
            _read_severity(found.severities, selector, value, where, problems)
        elif name not in options:
            problems.unknown(where, "option", name, (*options, SEVERITY_KEY))
        elif (wrong := _wrong_type(value, options[name])) is not None:
            problems.add(where, f"must be {wrong}")
        elif name == EXEMPT_KEY and (pattern := next(filter(wrong_pattern, value), None)) is not None:
            problems.add(where, f"{pattern!r} is no pattern as in .gitignore")
        else:
            found.options.setdefault(selector, {})[name] = tuple(value) if isinstance(value, list) else value


def _read_severity(
    severities: dict[str, Severity], selector: str, value: Any, at: str, problems: Problems
) -> None:
    if selector == UNPARSABLE_FILE:
        problems.add(at, f"{UNPARSABLE_FILE} is always an error: nothing was checked; exclude the file")
    elif value not in SEVERITIES:
        problems.unknown(at, "severity", str(value), SEVERITIES)
    else:
        severities[selector] = value


def _wrong_type(value: Any, option: OptionInfo) -> str | None:
    if option.type == "choice":
        return None if value in option.choices else f"one of {', '.join(option.choices)}"
    what, fits = _TYPES[option.type]
    return None if fits(value) else what


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_count(value: Any) -> bool:
    """Options are limits and numbers of things: below zero there is none."""
    return _is_integer(value) and value >= 0


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_string(value: Any) -> bool:
    return isinstance(value, str)


def _all(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(fits, value))


_TYPES: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "boolean": ("true or false", lambda value: isinstance(value, bool)),
    "integer": ("a whole number from 0", _is_count),
    "number": ("a number", _is_number),
    "string": ("a string", _is_string),
    "strings": ("a list of strings", _all(_is_string)),
    "integers": ("a list of whole numbers from 0", _all(_is_count)),
    "numbers": ("a list of numbers", _all(_is_number)),
    "integers-by-name": (
        "a table of whole numbers from 0",
        lambda value: isinstance(value, dict) and all(map(_is_count, value.values())),
    ),
}
