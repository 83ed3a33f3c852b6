"""The statement a number belongs to, and what on the way there makes it a declaration."""

from __future__ import annotations

import re
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import Tree

from ._names import last_name

_Classes = frozenset[type[cst.CSTNode]]
_LINES: _Classes = frozenset((cst.SimpleStatementLine, cst.SimpleStatementSuite))
#: Numbers in the header of one of these belong to it.
_COMPOUND: _Classes = frozenset(
    (cst.If, cst.While, cst.For, cst.With, cst.Try, cst.TryStar, cst.ExceptHandler, cst.Match, cst.MatchCase)
)
#: Below these every number is a declaration: decorators, parameters, types, base classes.
_DECLARATIONS: _Classes = frozenset(
    (cst.Decorator, cst.Param, cst.Annotation, cst.TypeAlias, cst.FunctionDef, cst.ClassDef)
)
#: Keywords of fields and columns under which a lambda is a default.
_DEFAULTS = ("default", "default_factory")
#: Unit tests that a package ships: whole classes of them, or single methods.
_TEST_CLASS = re.compile(r"Test(Case|Suite)s?$")
_TEST, _TEST_FUNCTION = "Test", "test_"


class Home(NamedTuple):
    """Where an expression belongs."""

    #: A small statement, or the compound statement whose header holds the expression.
    statement: cst.CSTNode
    #: Whether it is a decorator, a default, an annotation, a base class, a format width.
    is_declared: bool = False
    is_in_lambda: bool = False


class Homes:
    """Finds homes; what was climbed once is kept, so that long chains are cheap."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[int, Home] = {}
        self._functions: dict[int, cst.FunctionDef | None] = {}

    def of(self, expression: cst.CSTNode) -> Home:
        """The home of an expression."""
        path, node = [], expression
        while True:
            home = self._known.get(id(node)) or self._ending(node)
            if home is not None:
                break
            path.append(node)
            node = self._tree.parent(node) or self._tree.module
        for below in reversed(path):
            if below.__class__ is cst.Lambda:
                home = home._replace(is_in_lambda=True)
            self._known[id(below)] = home
        return home

    def function_around(self, statement: cst.CSTNode) -> cst.FunctionDef | None:
        """The function whose body holds the statement; None in a module or a class body."""
        path, found = [], None
        for node in self._tree.ancestors(statement):
            if id(node) in self._functions:
                found = self._functions[id(node)]
                break
            if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
                found = node if isinstance(node, cst.FunctionDef) else None
                break
            path.append(id(node))
        self._functions.update(dict.fromkeys(path, found))
        return found

    def is_in_test(self, statement: cst.CSTNode) -> bool:
        """Whether the statement belongs to a unit test that stands outside of the folders of tests."""
        function = self.function_around(statement)
        if function is None:
            return False
        names = [node.name.value for node in self._tree.ancestors(function) if isinstance(node, cst.ClassDef)]
        is_test = function.name.value.startswith(_TEST_FUNCTION)
        return any(_TEST_CLASS.search(name) or (is_test and _TEST in name) for name in names)

    def _ending(self, node: cst.CSTNode) -> Home | None:
        """The home of what lies below the node, when the climb ends here."""
        around = self._tree.parent(node)
        if node.__class__ in _DECLARATIONS or (node.__class__ is cst.Lambda and _is_default(around)):
            return Home(node, is_declared=True)
        if around is None or node.__class__ in _COMPOUND or around.__class__ in _LINES:
            return Home(node)
        if around.__class__ is node.__class__ is cst.FormattedStringExpression:
            return Home(node, is_declared=True)
        return None


def _is_default(around: cst.CSTNode | None) -> bool:
    """Whether a lambda makes the default of a field: ``default_factory=lambda: ...``."""
    return isinstance(around, cst.Arg) and around.keyword is not None and around.keyword.value in _DEFAULTS


def is_definition(homes: Homes, home: Home) -> bool:
    """Whether the number stands in the definition of a constant, or in a declaration of a module or class."""
    if home.is_declared:
        return True
    statement = home.statement
    if home.is_in_lambda or not isinstance(statement, (cst.Assign, cst.AnnAssign)):
        return False
    return _is_constant(statement) or homes.function_around(statement) is None


def _is_constant(statement: cst.Assign | cst.AnnAssign) -> bool:
    targets = statement.targets if isinstance(statement, cst.Assign) else [statement]
    return all(last_name(each.target).isupper() for each in targets)
