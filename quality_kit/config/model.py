"""The validated configuration: immutable plain data, the same for every process of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from quality_kit.config.globs import matches
from quality_kit.config.keys import REVIEW_FAIL_ON
from quality_kit.config.selection import Selection
from quality_kit.finding import Severity

FailOn = Literal["error", "warning", "info", "never"]

#: Patterns in the style of .gitignore for the classes of paths that rules name as exempt.
PATH_CLASSES: Mapping[str, tuple[str, ...]] = {
    "tests": (
        *("tests/", "test/", "_tests/", "tests_*/", "test_*.py", "*_test.py", "conftest.py"),
        # Where a Django app has one module of them.
        *("tests.py", "test.py", "tests_*.py", "*_tests.py"),
    ),
    "migrations": ("alembic/", "migrations/", "*_migrations/"),
    "scripts": ("scripts/", "bin/", "tools/"),
    "examples": (
        *("example/", "examples/", "example_*/", "*_examples/", "sample/", "samples/", "sample_*/"),
        *("demo/", "demos/", "example_*.py", "*_example.py", "demo_*.py"),
        *(
            "/docs/",
            "docs_src/",
            "tutorial/",
            "tutorials/",
            "cookbook/",
            "notebooks/",
            "benchmark/",
            "benchmarks/",
        ),
    ),
}

RuleValues = Mapping[str, Mapping[str, Any]]


class Override(NamedTuple):
    """Settings for a part of the tree."""

    paths: tuple[str, ...]
    selection: Selection
    #: Values of rule options by code, as written (names with dashes).
    rules: RuleValues


class Config(NamedTuple):
    """How one project is checked."""

    selection: Selection = Selection()
    exclude: tuple[str, ...] = ()
    source_roots: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    #: Relative to the root; None is the default file, if it is there.
    baseline: str | None = None
    #: None where the files do not say: then select decides.
    linters: tuple[str, ...] | None = None
    linter_python: str = "auto"
    #: Whether a suppression needs a reason.
    require_reason: bool = False
    #: Selectors of what no comment may silence.
    never_suppress: tuple[str, ...] = ()
    #: Worker processes; 0 is one for each processor.
    jobs: int = 0
    #: Absolute paths of rule packages.
    packs: tuple[str, ...] = ()
    #: Values of rule options by code, as written (names with dashes).
    rules: RuleValues = {}
    #: By selector: a rule, a linter, a linter's code, or the beginning of a code.
    severities: Mapping[str, Severity] = {}
    overrides: tuple[Override, ...] = ()
    #: What makes a review fail: words of ``REVIEW_CONDITIONS``.
    review_fail_on: tuple[str, ...] = REVIEW_FAIL_ON
    path_classes: Mapping[str, tuple[str, ...]] = PATH_CLASSES
    #: What the command line switches off stays off, whatever an override says.
    limit: Selection | None = None

    def for_rules(self) -> Config:
        """What results of rules depend on: without the settings of gate, comments, linters and processes."""
        default = Config()
        return self._replace(
            exclude=(),
            fail_on=default.fail_on,
            baseline=None,
            linters=None,
            linter_python=default.linter_python,
            require_reason=False,
            never_suppress=(),
            review_fail_on=(),
            jobs=0,
            severities={},
        )

    def for_path(self, path: str) -> PathSettings:
        """What holds for one path: the last override that speaks of a thing wins."""
        chosen = [override for override in self.overrides if matches(override.paths, path)]
        rules = self.rules
        for override in chosen:
            rules = merged(rules, override.rules)
        return PathSettings(self._selection_with(chosen), rules)

    def selections(self) -> list[Selection]:
        """The selection of most paths, and that of those for which an override holds."""
        return [self.selection, *(self._selection_with([override]) for override in self.overrides)]

    def is_on_everywhere(self, code: str, default: bool) -> bool:
        """Whether a rule is on for all paths; ``default``: whether it is where no layer speaks of it."""
        return all(selection.has(code, None, default) for selection in self.selections())

    def with_whole(self, linters: tuple[str, ...], rule_codes: tuple[str, ...]) -> Config:
        """The configuration where these linters run as a whole, whatever ``select`` says of rules."""
        overrides = (
            override._replace(selection=override.selection.with_whole(linters, rule_codes))
            for override in self.overrides
        )
        return self._replace(
            selection=self.selection.with_whole(linters, rule_codes),
            overrides=tuple(overrides),
            limit=self.limit.with_whole(linters, rule_codes) if self.limit is not None else None,
        )

    def _selection_with(self, overrides: Sequence[Override]) -> Selection:
        selection = self.selection
        for override in overrides:
            selection = selection.overridden(override.selection)
        return selection.overridden(self.limit) if self.limit is not None and overrides else selection

    def in_class(self, path: str, patterns: tuple[str, ...]) -> bool:
        """Whether the path is in one of the named classes or matches one of the globs."""
        return matches(_expanded(patterns, tuple(self.path_classes.items())), path)


class PathSettings(NamedTuple):
    """The settings of one path."""

    selection: Selection
    rules: RuleValues

    def values(self, code: str) -> Mapping[str, Any]:
        """The values of a rule's options that differ from the defaults."""
        return self.rules.get(code, {})


def merged(base: RuleValues, over: RuleValues) -> RuleValues:
    """Rule values where ``over`` wins, option by option."""
    if not over:
        return base
    return {code: {**base.get(code, {}), **over.get(code, {})} for code in (*base, *over)}


@lru_cache
def _expanded(patterns: tuple[str, ...], classes: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    known = dict(classes)
    return tuple(glob for pattern in patterns for glob in known.get(pattern, (pattern,)))
