"""Tests that are skipped now, or gone."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.config import Config
from quality_kit.review.change import Side
from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

#: The last parts of what switches a test off.
_SWITCHES = frozenset(("skip", "skipif", "xfail", "skipIf", "skipUnless", "expectedFailure", "importorskip"))
_OWNERS = frozenset(("pytest", "mark", "unittest", "self"))
_TEST = "test"


class _Tests:
    """The tests of one side by name, with what switches each off."""

    def __init__(self) -> None:
        self.switched: dict[str, tuple[str, str, int, str]] = {}
        self.names: dict[str, tuple[str, int]] = {}


def skipped_tests(evidence: Evidence) -> Iterator[Drift]:
    """Markers and calls that switch tests off, and tests that no file has any more."""
    files = [file for file in evidence.change.python if _is_test(evidence.config, file)]
    before = _tests(evidence.change.base, [file.before for file in files])
    now = _tests(evidence.change.head, [None if file.status == "deleted" else file.path for file in files])
    for name, (path, switch, line, reason) in sorted(now.switched.items()):
        if name not in before.switched:
            yield Drift("test", True, path, line, f"{switch} added to {name}", reason, needs_reason=True)
    for name, (path, switch, _, _) in sorted(before.switched.items()):
        if name not in now.switched and name in now.names:
            yield Drift("test", False, now.names[name][0], 0, f"{switch} removed from {name}")
    for name, (path, _) in sorted(before.names.items()):
        if name not in now.names:
            yield Drift("test", True, path, 0, f"the test {name} is gone")


def _is_test(config: Config, file: FileChange) -> bool:
    return config.in_class(file.path, ("tests",))


def _tests(side: Side, paths: list[str | None]) -> _Tests:
    found = _Tests()
    for path in paths:
        parsed = side.parsed(path)
        if parsed is not None:
            _read(parsed, found)
    return found


def _read(parsed: ParsedFile, found: _Tests) -> None:
    for function in parsed.tree.of(cst.FunctionDef):
        if function.name.value.startswith(_TEST):
            name = _name(parsed, function)
            found.names[name] = parsed.path, 0
            switch = next(_switches(parsed, function), None)
            if switch is not None:
                place = parsed.places([switch])[id(switch)]
                found.switched[name] = parsed.path, _words(switch), place.line, _reason(switch)


def _name(parsed: ParsedFile, function: cst.FunctionDef) -> str:
    around = (each.name.value for each in parsed.tree.ancestors(function) if isinstance(each, cst.ClassDef))
    return ".".join((*reversed([*around]), function.name.value))


def _switches(parsed: ParsedFile, function: cst.FunctionDef) -> Iterator[cst.BaseExpression]:
    """Decorators of the test and of its class, and calls right in its body."""
    around = parsed.tree.ancestors(function)
    classes = [
        decorator for each in around if isinstance(each, cst.ClassDef) for decorator in each.decorators
    ]
    for decorator in (*function.decorators, *classes):
        if _is_switch(decorator.decorator):
            yield decorator.decorator
    for statement in function.body.body:
        for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
            if isinstance(small, cst.Expr) and isinstance(small.value, cst.Call) and _is_switch(small.value):
                yield small.value


def _is_switch(node: cst.BaseExpression) -> bool:
    name = dotted(node.func if isinstance(node, cst.Call) else node) or ""
    owner, _, last = name.rpartition(".")
    return last in _SWITCHES and owner.rpartition(".")[2] in _OWNERS


def _words(node: cst.BaseExpression) -> str:
    return dotted(node.func if isinstance(node, cst.Call) else node) or ""


def _reason(node: cst.BaseExpression) -> str:
    """The reason argument, or the text that is the last positional one."""
    args = node.args if isinstance(node, cst.Call) else ()
    named = [arg.value for arg in args if arg.keyword is not None and arg.keyword.value in ("reason", "msg")]
    texts = [text_of(value) for value in (*named, *(arg.value for arg in args if arg.keyword is None))]
    return next((text for text in texts if text), "")
