"""The options that a guide sets: ``[rules.QK611]``, and ``[rules.QK201.extend]`` for what adds to a default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quality_kit.catalogue import RuleInfo
from quality_kit.config import Known, Problems
from quality_kit.config.rule_tables import read_rule_tables
from quality_kit.guides.model import RuleTables
from quality_kit.guides.planned import is_planned

#: Beside the options: lists and tables of numbers that are added to what the option has already.
_EXTEND = "extend"


def read_options(
    tables: Mapping[str, Any], inherited: RuleTables, known: Known, problems: Problems
) -> RuleTables:
    """The tables by rule, laid over those of the guides that are extended.

    Those of rules that are not built yet are kept as they are.
    """
    found = {code: dict(values) for code, values in inherited.items()}
    for code, table in tables.items():
        if not isinstance(table, dict):
            problems.add(f"rules.{code}", "must be a table of options")
        elif is_planned(code, known.catalogue.codes):
            found[code] = {**found.get(code, {}), **table}
        else:
            before = len(problems.found)
            plain = _expanded(code, table, found.get(code, {}), known, problems)
            read_rule_tables({code: plain}, "rules", known, problems)
            if len(problems.found) == before:
                found[code] = {**found.get(code, {}), **plain}
    return found


def _expanded(
    code: str, table: Mapping[str, Any], inherited: Mapping[str, Any], known: Known, problems: Problems
) -> dict[str, Any]:
    plain = {name: value for name, value in table.items() if name != _EXTEND}
    more = table.get(_EXTEND, {})
    rule = known.catalogue.find(code)
    if not isinstance(more, dict):
        problems.add(f"rules.{code}.{_EXTEND}", "must be a table of options")
    elif rule is not None:
        for name, value in more.items():
            before = plain.get(name, inherited.get(name, _default(rule, name)))
            if isinstance(before, (list, tuple)) and isinstance(value, list):
                plain[name] = [*before, *(item for item in value if item not in before)]
            elif isinstance(before, dict) and isinstance(value, dict):
                plain[name] = {**before, **value}
            elif before is None:
                problems.unknown(f"rules.{code}.{_EXTEND}.{name}", "option", name, _names(rule))
            else:
                reason = "only a list adds to a list, and a table to a table"
                problems.add(f"rules.{code}.{_EXTEND}.{name}", reason)
    return plain


def _default(rule: RuleInfo, name: str) -> Any:
    option = rule.option(name)
    return option.default if option is not None else None


def _names(rule: RuleInfo) -> tuple[str, ...]:
    return tuple(option.name for option in rule.options)
