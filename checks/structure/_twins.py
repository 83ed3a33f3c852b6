"""Tests that show that something may be done, beside others in their file that show when it raises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import libcst as cst

from quality_kit.tree import ParsedFile, last_name
from quality_kit.tree.functions import docstring_of

_RAISING = re.compile(r"raises|assertRaises|assertWarns", re.IGNORECASE)
#: In the name or the docstring: it is about being let through.
_MAY = re.compile(
    r"(?:\b|_)can(?:\b|_)|should[_ ]pass|permissions?\b"
    r"|(?:\b|_)(?:valid|legal|permitted|allowed|authori[sz]ed|granted)(?:\b|_)",
    re.IGNORECASE,
)


def raising_calls(file: ParsedFile) -> frozenset[str]:
    """The last names of what is called in ``with pytest.raises(...)``, or given to ``assertRaises``."""
    return frozenset(_in_blocks(file)) | frozenset(_given(file))


def is_let_through(function: cst.FunctionDef, raising: frozenset[str]) -> bool:
    """Whether the test ends with a call that raises in another, and says that here it may be made."""
    line: cst.CSTNode | None = function
    while isinstance(line, (cst.FunctionDef, cst.With)):
        line = line.body.body[-1] if line.body.body else None
    last = line.body[-1] if isinstance(line, cst.SimpleStatementLine) else None
    value = last.value if isinstance(last, (cst.Expr, cst.Assign)) else None
    call = value.expression if isinstance(value, cst.Await) else value
    if not isinstance(call, cst.Call) or last_name(call.func) not in raising:
        return False
    return (
        _MAY.search(function.name.value) is not None or _MAY.search(docstring_of(function) or "") is not None
    )


def _in_blocks(file: ParsedFile) -> Iterator[str]:
    for call in file.tree.of(cst.Call):
        if any(isinstance(each, cst.With) and _is_raising(each.items) for each in file.tree.ancestors(call)):
            yield last_name(call.func)


def _is_raising(items: Sequence[cst.WithItem]) -> bool:
    calls = (item.item for item in items)
    return any(isinstance(call, cst.Call) and _RAISING.search(last_name(call.func)) for call in calls)


def _given(file: ParsedFile) -> Iterator[str]:
    for call in file.tree.of(cst.Call):
        if len(call.args) > 1 and _RAISING.search(last_name(call.func)):
            yield last_name(call.args[1].value)
