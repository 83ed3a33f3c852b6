"""What the classes and functions around an address say by their names."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import Tree, subtree
from quality_kit.tree.functions import enclosing_function, own_statements

from ._address_steps import parts
from ._bound_names import targets

#: Words in names of classes that hold settings.
_SETTINGS = frozenset(("config", "configuration", "settings"))
#: Words in names of functions that return what somebody may start from.
_STARTING_POINTS = frozenset(("default", "defaults", "template", "example", "sample"))
#: What is named so goes nowhere real.
_PRETENDED = frozenset(("mock", "dummy", "fake", "noop"))
#: Names of functions that show what something may look like.
_SAMPLES = frozenset(("sample", "example"))
_SCOPES = (cst.ClassDef, cst.FunctionDef)


class Pretence:
    """Answers for one file; what was asked of a class or function is kept, for it may hold thousands of texts."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._pretended: dict[int, bool] = {}

    def is_around(self, statement: cst.CSTNode) -> bool:
        """Whether a class or function around it goes nowhere by its name, ``DummyEngine``, or is a test."""
        scopes = (node for node in self._tree.ancestors(statement) if isinstance(node, _SCOPES))
        return any(self._is_pretended(scope) for scope in scopes)

    def _is_pretended(self, scope: cst.FunctionDef | cst.ClassDef) -> bool:
        if id(scope) not in self._pretended:
            is_named_so = not _PRETENDED.isdisjoint(parts(scope.name.value))
            self._pretended[id(scope)] = is_named_so or _is_test_or_sample(scope)
        return self._pretended[id(scope)]


def is_starting_point(tree: Tree, statement: cst.CSTNode) -> bool:
    """Whether the function says by its name that it returns defaults or a template."""
    function = enclosing_function(tree, statement)
    return function is not None and not _STARTING_POINTS.isdisjoint(parts(function.name.value))


def is_field_of_settings(tree: Tree, statement: cst.Assign | cst.AnnAssign) -> bool:
    """``self.data = {"proxy": "http://localhost:9050"}`` in a class that is there for the configuration."""
    if not all(name.startswith("self.") for name in targets(statement)):
        return False
    around = (node for node in tree.ancestors(statement) if isinstance(node, cst.ClassDef))
    return any(not _SETTINGS.isdisjoint(parts(each.name.value)) for each in around)


def is_all(tree: Tree, statement: cst.CSTNode) -> bool:
    """Whether the function does nothing else: its name is the name of what it returns."""
    function = enclosing_function(tree, statement)
    return function is not None and len(own_statements(function)) == 1


def _is_test_or_sample(scope: cst.FunctionDef | cst.ClassDef) -> bool:
    """Whether it is a test function that a package ships, by its name and an ``assert``, or makes a sample."""
    if isinstance(scope, cst.FunctionDef) and scope.name.value in _SAMPLES:
        return True
    if not isinstance(scope, cst.FunctionDef) or not scope.name.value.startswith("test_"):
        return False
    return any(isinstance(node, cst.Assert) for node in subtree(scope.body))
