"""From the tables of one file to what it says, or all mistakes in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from quality_kit.config import Known, Problems
from quality_kit.config.globs import wrong_pattern
from quality_kit.config.selectors import check_ignored
from quality_kit.guides.model import REVIEW, Deviation, Guide, Item, Statement
from quality_kit.guides.owners import check_owner, kind_of
from quality_kit.guides.rule_options import read_options
from quality_kit.guides.shape import EXCEPTION, ITEM, STATEMENT, checked

_NO_OWNER = (
    "nothing enforces it: name rules or linters in enforced-by, or write the question that a reviewer has"
    " to answer"
)


class Context(NamedTuple):
    """What parsing needs beside the tables."""

    known: Known
    problems: Problems
    #: The guides that are extended, laid over each other.
    base: Guide


def statements(values: Mapping[str, Any], context: Context) -> tuple[Statement, ...]:
    """Those of the extended guides without what this one drops, then its own; the same id replaces."""
    own = [
        _statement(each, f"statements[{n}]", context) for n, each in enumerate(values.get("statements", ()))
    ]
    for name, count in Counter(each.id for each in own).items():
        if count > 1:
            context.problems.add("statements", f"the id {name!r} is given to {count} statements")
    inherited = {each.id: each for each in context.base.statements}
    for name in values.get("without", ()):
        if name not in inherited:
            context.problems.unknown("without", "statement", name, inherited)
    kept = {name: each for name, each in inherited.items() if name not in values.get("without", ())}
    return tuple({**kept, **{each.id: each for each in own}}.values())


def _statement(table: Mapping[str, Any], at: str, context: Context) -> Statement:
    at = f"{at} ({table['id']})" if isinstance(table.get("id"), str) else at
    found = checked(table, STATEMENT, f"{at}.", context.problems)
    return Statement(
        id=found.get("id", ""),
        text=found.get("text", ""),
        section=found.get("section", ""),
        enforced_by=_owners(found, table, at, context),
        severity=found.get("severity"),
        question=found.get("question", ""),
        evidence=found.get("evidence", ""),
    )


def checklist(values: Mapping[str, Any], context: Context) -> tuple[Item, ...]:
    """Its own where it has one, else that of the extended guides."""
    if "checklist" not in values:
        return context.base.checklist
    return tuple(_item(each, f"checklist[{n}]", context) for n, each in enumerate(values["checklist"]))


def _item(table: Mapping[str, Any], at: str, context: Context) -> Item:
    found = checked(table, ITEM, f"{at}.", context.problems)
    owners = _owners(found, table, at, context)
    return Item(found.get("text", ""), owners, found.get("question", ""), found.get("evidence", ""))


def _owners(found: Mapping[str, Any], table: Mapping[str, Any], at: str, context: Context) -> tuple[str, ...]:
    owners = tuple(found.get("enforced-by", ()))
    for owner in owners:
        check_owner(owner, f"{at}.enforced-by", context.known, context.problems)
    if not table.get("enforced-by") and not table.get("question"):
        context.problems.add(at, _NO_OWNER)
    return owners


def exceptions(values: Mapping[str, Any], ids: frozenset[str], context: Context) -> tuple[Deviation, ...]:
    """Those of the extended guides, then its own."""
    own = (
        _exception(each, f"exceptions[{n}]", ids, context)
        for n, each in enumerate(values.get("exceptions", ()))
    )
    return (*context.base.exceptions, *own)


def _exception(table: Mapping[str, Any], at: str, ids: frozenset[str], context: Context) -> Deviation:
    found = checked(table, EXCEPTION, f"{at}.", context.problems)
    named = tuple(found.get("statements", ()))
    for name in named:
        if name not in ids:
            context.problems.unknown(f"{at}.statements", "statement", name, sorted(ids))
    return Deviation(found.get("topic", ""), named, found.get("decision", ""), found.get("reason", ""))


def rules(values: Mapping[str, Any], context: Context) -> Mapping[str, Mapping[str, Any]]:
    """The options of rules, laid over those of the extended guides."""
    return read_options(values.get("rules", {}), context.base.rules, context.known, context.problems)


def path_classes(values: Mapping[str, Any], context: Context) -> Mapping[str, list[str]]:
    """The classes of paths, laid over those of the extended guides."""
    own = values.get("path-classes", {})
    for name, globs in own.items():
        if not isinstance(globs, list) or not all(isinstance(glob, str) for glob in globs):
            context.problems.add(f"path-classes.{name}", "must be a list of strings")
        elif (wrong := next(filter(wrong_pattern, globs), None)) is not None:
            context.problems.add(f"path-classes.{name}", f"{wrong!r} is no pattern as in .gitignore")
    return {**context.base.path_classes, **own}


def ignored(values: Mapping[str, Any], context: Context) -> tuple[str, ...]:
    """What the guide switches off."""
    own = tuple(values.get("ignore", ()))
    for selector in own:
        if selector == REVIEW or kind_of(selector, context.known) != "planned":
            check_ignored(selector, "ignore", context.known, context.problems)
    return tuple(dict.fromkeys((*context.base.ignore, *own)))
