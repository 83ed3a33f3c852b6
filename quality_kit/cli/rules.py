"""``quality-kit rules``: all rules with what a table needs to know about them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from quality_kit.catalogue import RuleInfo
from quality_kit.config.problems import nearest
from quality_kit.files import UsageError
from quality_kit.hall.talk import explained_errors, tell
from quality_kit.prepare import Wishes, survey

_FORMATS = ("text", "json")


def rules(
    output_format: Annotated[str, typer.Option(help=", ".join(_FORMATS), metavar="FORMAT")] = "text",
) -> None:
    """List all rules, those of packs too."""
    with explained_errors():
        if output_format not in _FORMATS:
            found = nearest(output_format, _FORMATS)
            raise UsageError(f"--output-format: unknown format {output_format!r}{found}")
        found_rules = survey(Wishes()).catalogue.rules
        tell(_json(found_rules) if output_format == "json" else _text(found_rules))


def _text(rules: tuple[RuleInfo, ...]) -> str:
    return "".join(f"{line}\n" for rule in rules for line in _lines(rule))


def _lines(rule: RuleInfo) -> Iterator[str]:
    state = "on" if rule.default else "off"
    fixable = "fixable" if rule.fixable else ""
    yield f"{rule.code:<6} {rule.name:<28} {rule.severity:<8} {state:<4}{fixable:<8} {rule.summary}"
    notes = {
        "options": ", ".join(option.name for option in rule.options),
        "guide statements": ", ".join(rule.statements),
    }
    said = "; ".join(f"{name}: {value}" for name, value in notes.items() if value)
    if said:
        yield f"{'':<7}{said}"


def _json(rules: tuple[RuleInfo, ...]) -> str:
    return json.dumps([_as_data(rule) for rule in rules], indent=2) + "\n"


def _as_data(rule: RuleInfo) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "summary": rule.summary,
        "severity": rule.severity,
        "default": rule.default,
        "fixable": rule.fixable,
        "options": [option._asdict() for option in rule.options],
        "statements": list(rule.statements),
    }
