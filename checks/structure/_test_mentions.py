"""Facts: what tests name without importing it, and whether a file that looks like tests holds any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypedDict

import libcst as cst

from quality_kit.rule import Collector
from quality_kit.tree import last_name
from quality_kit.tree.texts import text_of

_IN_PATH = "test"
_TEST_NAME = ("test", "Test")
#: A text that is a name, a route, a dotted place or a command.
_NAMING = re.compile(r"[\w./:{} =-]{3,120}\Z")
_BETWEEN = re.compile(r"[^\w-]+")
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+\Z")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Functions that replace what they name; what is replaced is not tested.
_REPLACING = ("patch", "setattr")
#: Functions that find code by a name.
_FINDING = frozenset(("reverse", "reverse_lazy", "resolve_url", "url_for", "url_path_for", "call_command"))


class MentionFact(TypedDict):
    """What a file about tests names."""

    #: False for a module that defines or assigns something, and no test: settings, a script, a helper.
    is_test: bool
    #: What its tests are called, and what their texts name, in snake case: ``test_bulk_add_tags``.
    names: list[str]
    #: Names by which they look code up: of views and commands.
    found: list[str]
    #: Dotted places in texts: ``app.validators.NumberValidator``.
    dotted: list[str]


class TestMentions(Collector):
    """One ``MentionFact`` for each file whose path has to do with tests; no place."""

    def visit_Module(self, node: cst.Module) -> None:
        """Read the names and texts of the file."""
        if _IN_PATH not in self.file.path:
            return
        found, dotted = set(), set()
        names = set(self._test_names())
        is_test = bool(names) or not self._is_code(node)
        for literal in self.file.tree.of(cst.SimpleString):
            text = text_of(literal) or ""
            call = self._call_around(literal)
            if not _NAMING.match(text) or call in _REPLACING:
                continue
            names.update(each for each in _BETWEEN.split(text) if "_" in each.strip("_") or "-" in each)
            if call in _FINDING:
                found.add(text.rpartition(":")[2])
            if _DOTTED.match(text):
                dotted.add(text)
        fact: MentionFact = {
            "is_test": is_test,
            "names": sorted(names),
            "found": sorted(found),
            "dotted": sorted(dotted),
        }
        self.fact(fact)

    def _test_names(self) -> Iterator[str]:
        functions = (each.name.value for each in self.file.tree.of(cst.FunctionDef))
        classes = (each.name.value for each in self.file.tree.of(cst.ClassDef))
        yield from (_snake(name) for name in (*functions, *classes) if name.startswith(_TEST_NAME))

    def _is_code(self, module: cst.Module) -> bool:
        """Whether it defines or assigns something of its own."""
        defined = any(isinstance(each, (cst.FunctionDef, cst.ClassDef)) for each in module.body)
        return defined or bool(self.file.tree.of(cst.Assign))

    def _call_around(self, literal: cst.SimpleString) -> str:
        """The last name of what is called with the text."""
        arg = self.file.tree.parent(literal)
        call = self.file.tree.parent(arg) if isinstance(arg, cst.Arg) else None
        return last_name(call.func) if isinstance(call, cst.Call) else ""


def _snake(name: str) -> str:
    return _HUMP.sub("_", name).lower()
