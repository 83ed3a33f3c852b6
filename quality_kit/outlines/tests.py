"""The tests of a file, and what switches them off."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.outlines.model import Test
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

#: The last parts of what switches a test off.
_SWITCHES = frozenset(("skip", "skipif", "xfail", "skipIf", "skipUnless", "expectedFailure", "importorskip"))
_OWNERS = frozenset(("pytest", "mark", "unittest", "self"))
_TEST = "test"


def tests(file: ParsedFile) -> Iterator[Test]:
    """The functions that are called like tests, whatever the file is for."""
    functions = [each for each in file.tree.of(cst.FunctionDef) if each.name.value.startswith(_TEST)]
    switches = [next(_switches(file, function), None) for function in functions]
    places = file.places([switch for switch in switches if switch is not None])
    for function, switch in zip(functions, switches, strict=True):
        name = _name(file, function)
        if switch is None:
            yield Test(0, name, "", "")
        else:
            yield Test(places[id(switch)].line, name, _words(switch), _reason(switch))


def _name(file: ParsedFile, function: cst.FunctionDef) -> str:
    around = (each.name.value for each in file.tree.ancestors(function) if isinstance(each, cst.ClassDef))
    return ".".join((*reversed([*around]), function.name.value))


def _switches(file: ParsedFile, function: cst.FunctionDef) -> Iterator[cst.BaseExpression]:
    """Decorators of the test and of its class, and calls right in its body."""
    around = file.tree.ancestors(function)
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
    owner, _, last = _words(node).rpartition(".")
    return last in _SWITCHES and owner.rpartition(".")[2] in _OWNERS


def _words(node: cst.BaseExpression) -> str:
    return dotted(node.func if isinstance(node, cst.Call) else node) or ""


def _reason(node: cst.BaseExpression) -> str:
    """The reason argument, or the text that is the last positional one."""
    args = node.args if isinstance(node, cst.Call) else ()
    named = [arg.value for arg in args if arg.keyword is not None and arg.keyword.value in ("reason", "msg")]
    texts = [text_of(value) for value in (*named, *(arg.value for arg in args if arg.keyword is None))]
    return next((text for text in texts if text), "")
