"""What the change did about tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from posixpath import basename

from quality_kit.review.coverage_of_change import read_coverage
from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Tests
from quality_kit.review.scopes import touched_scopes

#: Modules that need no test of their own.
_DECLARING = ("__init__.py", "__main__.py", "conftest.py", "setup.py", "conf.py")


def tests_of_change(evidence: Evidence) -> Tests:
    """Changed modules without changed tests, and the coverage of the changed lines."""
    tests = [file for file in evidence.change.python if _is_test(evidence, file) and file.status != "deleted"]
    modules = [file for file in evidence.change.python if _needs_tests(evidence, file)]
    without = _without(evidence, modules, tests)
    coverage = read_coverage(evidence, [file for file in modules if file.hunks])
    return Tests(without, tuple(file.path for file in tests), *coverage)


def modules_without_tests(evidence: Evidence) -> tuple[str, ...]:
    """The changed modules whose tests did not change; where no test did, that."""
    tests = tests_of_change(evidence)
    if tests.is_silent:
        return (f"{len(tests.without_tests)} modules changed, and no test",)
    return tests.without_tests


def _without(
    evidence: Evidence, modules: Sequence[FileChange], tests: Sequence[FileChange]
) -> tuple[str, ...]:
    words = _words(evidence, tests)
    return tuple(file.path for file in modules if not _is_tested(file, words))


def _is_test(evidence: Evidence, file: FileChange) -> bool:
    return evidence.config.in_class(file.path, ("tests",))


def _needs_tests(evidence: Evidence, file: FileChange) -> bool:
    """Whether a function of the module was touched: constants and docstrings of modules are not tested."""
    exempt = ("tests", "migrations", "scripts")
    if file.status == "deleted" or evidence.config.in_class(file.path, exempt):
        return False
    if basename(file.path) in _DECLARING or file.path.endswith(".pyi"):
        return False
    return bool(touched_scopes(evidence.change, file))


def _words(evidence: Evidence, tests: Sequence[FileChange]) -> frozenset[str]:
    """What the changed tests speak of: their own names and every name in their imports."""
    return frozenset(word for file in tests for word in _of_test(evidence, file))


def _of_test(evidence: Evidence, file: FileChange) -> Iterator[str]:
    stem = basename(file.path).removesuffix(".py")
    yield stem.removeprefix("test_").removesuffix("_test")
    for line in evidence.change.head.text(file.path).splitlines():
        if line.lstrip().startswith(("import ", "from ")):
            yield from re.findall(r"\w+", line)
        elif "patch(" in line:
            yield from re.findall(r"\w+", line)


def _is_tested(file: FileChange, words: frozenset[str]) -> bool:
    stem = basename(file.path).removesuffix(".py")
    folder = file.path.rpartition("/")[0].rpartition("/")[2]
    return stem in words or f"{folder}_{stem}" in words
