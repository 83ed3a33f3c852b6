"""The tables of a guide's file: which keys there are, and what kind of value each has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from quality_kit.config import Problems
from quality_kit.finding import SEVERITIES
from quality_kit.guides.model import EVIDENCE

Kind = Literal["text", "texts", "text or texts", "table", "tables", "severity", "evidence"]


class Field(NamedTuple):
    """One key."""

    kind: Kind
    is_required: bool = False


GUIDE: Mapping[str, Field] = {
    "title": Field("text", is_required=True),
    "summary": Field("text"),
    "extends": Field("text or texts"),
    "without": Field("texts"),
    "ignore": Field("texts"),
    "statements": Field("tables"),
    "rules": Field("table"),
    "path-classes": Field("table"),
    "checklist": Field("tables"),
    "exceptions": Field("tables"),
}
_OWNER: Mapping[str, Field] = {
    "text": Field("text", is_required=True),
    "enforced-by": Field("texts"),
    "question": Field("text"),
    "evidence": Field("evidence"),
}
STATEMENT: Mapping[str, Field] = {
    "id": Field("text", is_required=True),
    "section": Field("text", is_required=True),
    "severity": Field("severity"),
    **_OWNER,
}
ITEM = _OWNER
EXCEPTION: Mapping[str, Field] = {
    "topic": Field("text", is_required=True),
    "statements": Field("texts"),
    "decision": Field("text", is_required=True),
    "reason": Field("text", is_required=True),
}


def checked(table: Any, fields: Mapping[str, Field], at: str, problems: Problems) -> dict[str, Any]:
    """The values of a table that are right; what is wrong, missing or unknown is noted.

    Args:
        table: As read from the file.
        fields: The keys that it can have.
        at: What stands before a key in messages, with its dot.
        problems: Where mistakes are noted.
    """
    if not isinstance(table, dict):
        problems.add(at.rstrip("."), "must be a table")
        return {}
    for name, field in fields.items():
        if field.is_required and name not in table:
            problems.add(f"{at}{name}", "is missing")
    return {name: value for name, value in table.items() if _is_right(name, value, fields, at, problems)}


def _is_right(name: str, value: Any, fields: Mapping[str, Field], at: str, problems: Problems) -> bool:
    if name not in fields:
        problems.unknown(f"{at}{name}", "key", name, fields)
        return False
    kind = fields[name].kind
    if kind == "severity" and value not in SEVERITIES:
        problems.unknown(f"{at}{name}", "severity", str(value), SEVERITIES)
    elif kind == "evidence" and value not in EVIDENCE:
        problems.unknown(f"{at}{name}", "kind of evidence", str(value), EVIDENCE)
    elif kind in _WORDS and not _fits(kind, value):
        problems.add(f"{at}{name}", f"must be {_WORDS[kind]}")
    else:
        return True
    return False


_WORDS: Mapping[str, str] = {
    "text": "a string that is not empty",
    "texts": "a list of strings",
    "text or texts": "a string or a list of strings",
    "table": "a table",
    "tables": "a list of tables",
}


def _fits(kind: str, value: Any) -> bool:
    if kind == "text":
        return isinstance(value, str) and bool(value.strip())
    if kind == "text or texts" and isinstance(value, str):
        return bool(value.strip())
    if kind == "table":
        return isinstance(value, dict)
    of = dict if kind == "tables" else str
    return isinstance(value, list) and all(isinstance(item, of) for item in value)
