"""Facts: which functions of a test file prove something, which tests do not, and what those call."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TypedDict

import libcst as cst

from quality_kit.rule import Collector
from quality_kit.tree import ParsedFile, dotted, last_name
from quality_kit.tree.functions import enclosing_class
from quality_kit.tree.walk import subtree

from ._assertions import expectations, has_proving_fixture, is_spared, proofs
from ._promises import is_unfinished, promises_more
from ._returned import hands_on
from ._smoke import says_smoke
from ._twins import is_let_through, raising_calls

#: A path or a text without one of them holds no tests and nothing that helps them.
_IN_PATH = re.compile(r"test|spec", re.IGNORECASE)
_IN_TEXT = (b"pytest", b"unittest", b"TestCase")
_TEST_NAME = re.compile(r"test(?:_|[A-Z]|\d|\Z)")
_TEST_CLASS = re.compile(r"^Test|Tests?$|TestCase|TestSuite|TestBase")
_ENDS = ("tearDown", "asyncTearDown", "teardown_method", "tearDownClass", "teardown_class")
_SELF = ("self.", "cls.", "super.")
#: What calls the function that it is given.
_RUNNERS = frozenset(
    (
        "run_in_executor",
        "submit",
        "to_thread",
        "run_sync",
        "run_in_threadpool",
        "Thread",
        "Process",
        "partial",
    )
)


class HelperFact(TypedDict):
    """What the functions of a file are good for in tests."""

    #: Names of functions that prove something.
    proving: list[str]
    #: Of the others what they call, by the last part of each name.
    calling: dict[str, list[str]]
    defined: list[str]
    #: Tests by their names that other functions call: they are steps of those.
    steps: list[str]


class TestFact(TypedDict):
    """A test without a proof in its own lines."""

    test: str
    #: The last part of each name that it calls or hands to others, and of its own methods only those.
    calls: list[str]
    own: list[str]
    fixtures: list[str]


class TestFunctions(Collector):
    """A ``HelperFact`` for each file with tests, and a ``TestFact`` with its place for each such test."""

    def visit_Module(self, node: cst.Module) -> None:
        """Read files that may hold tests or what helps them."""
        source = self.file.source
        if _IN_PATH.search(self.file.path) or any(sign in source.data for sign in _IN_TEXT):
            self._read()

    def _read(self) -> None:
        proving = self._around_all(proofs(self.file.tree))
        told = self._around_all(expectations(self.file.tree))
        functions = self.file.tree.of(cst.FunctionDef)
        calls = _calls(self.file)
        others = [function for function in functions if id(function) not in proving]
        helpers: HelperFact = {
            "proving": sorted({each.name.value for each in functions if id(each) in proving}),
            "calling": {each.name.value: _last_parts(calls[id(each)]) for each in others if calls[id(each)]},
            "defined": sorted({each.name.value for each in functions}),
            "steps": sorted({name for each in functions for name in _steps(each, calls[id(each)])}),
        }
        self.fact(helpers)
        raising = {
            id(function) for each in self.file.tree.of(cst.Raise) for function in _innermost(self.file, each)
        }
        for function in others:
            if (
                self._is_test(function)
                and id(function) not in raising | told
                and not self._is_enough(function, proving)
            ):
                own = {name for name in calls[id(function)] if name.startswith(_SELF)}
                fact: TestFact = {
                    "test": function.name.value,
                    "calls": sorted(
                        {*_last_parts(calls[id(function)] - own), *self._functions_handed(function)}
                    ),
                    "own": _last_parts(own),
                    "fixtures": [param.name.value for param in function.params.params],
                }
                self.fact(fact, function)

    def _around_all(self, nodes: Iterator[cst.CSTNode]) -> set[int]:
        return {id(function) for node in nodes for function in _around(self.file, node)}

    @cached_property
    def _raising(self) -> frozenset[str]:
        return raising_calls(self.file)

    @cached_property
    def _names_handed(self) -> frozenset[str]:
        names = self.file.tree.of(cst.Name)
        return frozenset(each.value for each in names if isinstance(self.file.tree.parent(each), cst.Arg))

    def _functions_handed(self, test: cst.FunctionDef) -> set[str]:
        """Names of the module that the test hands to others, who may call them: ``remote.run(check_order)``."""
        handed = (each.value for each in subtree(test.body) if isinstance(each, cst.Arg))
        bindings = self.file.names.module_bindings()
        return {each.value for each in handed if isinstance(each, cst.Name) and each.value in bindings}

    def _is_test(self, function: cst.FunctionDef) -> bool:
        """Whether a runner would take it for a test, and it is run as it is."""
        if not _TEST_NAME.match(function.name.value) or is_spared(function) or _is_called_by_others(function):
            return False
        around = [
            each
            for each in self.file.tree.ancestors(function)
            if isinstance(each, (cst.ClassDef, cst.FunctionDef))
        ]
        if not around and self._is_used(function.name.value):
            return False
        return all(isinstance(each, cst.ClassDef) and _is_test_class(each) for each in around)

    def _is_used(self, name: str) -> bool:
        """Whether the file hands the function to somebody: then it helps."""
        return name in self._names_handed

    def _is_enough(self, function: cst.FunctionDef, proving: set[int]) -> bool:
        """Whether something else proves: a fixture, a teardown, whoever gets the result, or its very end."""
        return (
            has_proving_fixture(function)
            or self._ends_proving(function, proving)
            or hands_on(function)
            or is_let_through(function, self._raising)
            or self._is_meant_so(function)
        )

    def _is_meant_so(self, function: cst.FunctionDef) -> bool:
        """Whether nothing shows that the test was to prove more, or it says that its end is enough."""
        unfinished = is_unfinished(function)
        if not unfinished and not promises_more(function):
            return True
        return says_smoke(function, self.file.module.code_for_node(function), unfinished)

    def _ends_proving(self, function: cst.FunctionDef, proving: set[int]) -> bool:
        owner = enclosing_class(self.file.tree, function)
        body = owner.body.body if owner is not None else ()
        ends = [each for each in body if isinstance(each, cst.FunctionDef) and each.name.value in _ENDS]
        return any(id(each) in proving for each in ends)


def _around(file: ParsedFile, node: cst.CSTNode) -> Iterator[cst.FunctionDef]:
    return (each for each in file.tree.ancestors(node) if isinstance(each, cst.FunctionDef))


def _innermost(file: ParsedFile, node: cst.CSTNode) -> list[cst.FunctionDef]:
    """What is raised in a function inside a test is part of its set-up."""
    return list(_around(file, node))[:1]


def _calls(file: ParsedFile) -> defaultdict[int, set[str]]:
    """By function, the names of what is called in it."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for call in file.tree.of(cst.Call):
        name = _called(call.func)
        names = (name, *_handed(call)) if name else ()
        for function in _around(file, call) if names else ():
            found[id(function)].update(names)
    return found


def _handed(call: cst.Call) -> Iterator[str]:
    """Functions that others call: in a thread, a process, later."""
    if last_name(call.func) in _RUNNERS:
        yield from (arg.value.value for arg in call.args if isinstance(arg.value, cst.Name))


def _called(function: cst.BaseExpression) -> str:
    """``fetch``; ``.fetch`` of any object, ``self.fetch`` and ``super.fetch`` of the test's own class."""
    if isinstance(function, cst.Name):
        return function.value
    if not isinstance(function, cst.Attribute):
        return ""
    owner = function.value
    if isinstance(owner, cst.Call):
        owner = owner.func if dotted(owner.func) == "super" else owner
    first = owner.value if isinstance(owner, cst.Name) and f"{owner.value}." in _SELF else ""
    return f"{first}.{function.attr.value}"


def _steps(function: cst.FunctionDef, calls: set[str]) -> Iterator[str]:
    for name in _last_parts({call for call in calls if call.startswith(_SELF)}):
        if _TEST_NAME.match(name) and name != function.name.value:
            yield name


def _last_parts(names: set[str]) -> list[str]:
    return sorted({name.rpartition(".")[2] for name in names})


def _is_test_class(owner: cst.ClassDef) -> bool:
    bases = ((dotted(base.value) or "").rpartition(".")[2] for base in owner.bases)
    return any(map(_TEST_CLASS.search, (owner.name.value, *bases))) and not is_spared(owner)


def _is_called_by_others(function: cst.FunctionDef) -> bool:
    """Whether its signature is one that no runner needs: it helps, or stands in for what a base has."""
    return any(param.default is not None for param in function.params.params)
