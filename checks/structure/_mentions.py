"""Which modules the tests of a tree name without importing them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from posixpath import basename
from typing import cast

from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.rule import ProjectView

from ._test_mentions import MentionFact, TestMentions

_SUFFIX = ".py"
#: Files in folders of tests that hold none.
_NO_TESTS = ("__init__.py", "conftest.py")
_COMMANDS = "/management/commands/"


class Mentions:
    """What the files of tests mention."""

    def __init__(self, project: ProjectView, tests: Sequence[str]) -> None:
        self._project, self._tests = project, tests
        facts = project.facts(TestMentions)
        tests = [path for path in tests if basename(path) not in _NO_TESTS]
        self._facts = [(path, cast(MentionFact, fact.data)) for path in tests for fact in facts.get(path, ())]
        #: Whether a file of tests holds one; of a file that nothing is known of it is assumed.
        self.has_tests = len(self._facts) < len(tests) or any(fact["is_test"] for _, fact in self._facts)

    def knows(self, path: str) -> bool:
        """Whether a test names the module, or something by which it is found."""
        stem = basename(path).removesuffix(_SUFFIX)
        is_speaking = "_" in stem.strip("_") or "-" in stem
        if path in self._places or (is_speaking and f"_{stem.lower().strip('_')}_" in self._names):
            return True
        if _COMMANDS in f"/{path}":
            return stem in self._found
        return not self._found.isdisjoint(self._defined(path))

    @cached_property
    def _names(self) -> str:
        """All names, each between underscores, in one text to search in; files count by theirs."""
        files = (basename(path).removesuffix(_SUFFIX) for path in self._tests)
        named = (name for _, fact in self._facts for name in fact["names"])
        return "\n".join(f"_{name}_" for name in (*files, *named))

    @cached_property
    def _found(self) -> set[str]:
        return {name for _, fact in self._facts for name in fact["found"]}

    @cached_property
    def _places(self) -> set[str]:
        """The files to which dotted places lead."""
        modules = self._project.modules
        places = (modules.split(name, path) for path, fact in self._facts for name in fact["dotted"])
        return {place[0] for place in places if place is not None}

    def _defined(self, path: str) -> Iterator[str]:
        """The names of functions and classes of a module, but short ones, which others have as well."""
        for kind in self._project.facts(ModuleBindings).get(path, ()):
            if not kind.data["values"]:
                yield from (name for name in kind.data["names"] if "_" in name)
        yield from (fact.data["name"] for fact in self._project.facts(Classes).get(path, ()))
