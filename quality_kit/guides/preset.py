"""A guide is a preset: the table of settings that it stands for, laid under those of the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quality_kit.config import Known, Table
from quality_kit.finding import SEVERITIES, Severity
from quality_kit.guides.load import Asker, load_guide
from quality_kit.guides.model import Guide
from quality_kit.guides.owners import kind_of

KEY = "guide"


def with_guides(tables: Sequence[Table], known: Known) -> tuple[Table, ...]:
    """The tables of a project's files over those of the guides that they name.

    The topmost file that has the key ``guide`` decides. What is wrong with a guide is a problem of its
    table, and told with all others.
    """
    named, asker = configured(tables)
    return (*guide_tables(named, asker, known), *tables)


def configured(tables: Sequence[Table]) -> tuple[tuple[str, ...], Asker]:
    """The guides that a project's files name, and who names them."""
    asking = next((table for table in reversed(tables) if KEY in table.values), None)
    if asking is None:
        return (), Asker("", KEY, Path())
    return _references(asking.values[KEY]), Asker(asking.file, KEY, Path(asking.file).parent)


def guide_tables(named: Sequence[str], asker: Asker, known: Known) -> tuple[Table, ...]:
    """The table of each guide, in their order; those of a later one win."""
    return tuple(_table(reference, asker, known) for reference in named)


def _references(value: object) -> tuple[str, ...]:
    """What is no name is told where keys are checked."""
    named = value if isinstance(value, list) else [value]
    return tuple(each for each in named if isinstance(each, str) and each)


def _table(reference: str, asker: Asker, known: Known) -> Table:
    guide, problems = load_guide(reference, asker, known)
    return Table(guide.file, {} if problems else settings(guide, known), problems)


def settings(guide: Guide, known: Known) -> Mapping[str, Any]:
    """The keys of ``[tool.quality-kit]`` that the guide stands for; rules that are not built yet are left out."""
    named = dict.fromkeys(owner for statement in guide.statements for owner in statement.enforced_by)
    return {
        # Linters are on without a word, so that a project that does without one need not fight a guide.
        "extend-select": [owner for owner in named if kind_of(owner, known) == "rule"],
        "ignore": [selector for selector in guide.ignore if kind_of(selector, known) != "planned"],
        "rules": _rules(guide, known),
        "path-classes": dict(guide.path_classes),
    }


def _rules(guide: Guide, known: Known) -> dict[str, dict[str, Any]]:
    rules: dict[str, dict[str, Any]] = {
        owner: {"severity": severity} for owner, severity in _severities(guide, known).items()
    }
    for code, values in guide.rules.items():
        if kind_of(code, known) != "planned":
            rules[code] = {**rules.get(code, {}), **values}
    return rules


def _severities(guide: Guide, known: Known) -> dict[str, Severity]:
    """By rule or linter the gravest severity that a statement asks for."""
    found: dict[str, Severity] = {}
    for statement in guide.statements:
        for owner in statement.enforced_by:
            if statement.severity is not None and kind_of(owner, known) in ("rule", "linter"):
                found[owner] = min(found.get(owner, statement.severity), statement.severity, key=_weight)
    return found


def _weight(severity: Severity) -> int:
    return SEVERITIES.index(severity)
