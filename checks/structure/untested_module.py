"""QK613 untested-module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename, dirname
from typing import Annotated

from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.origins import Origins
from quality_kit.finding import FILE_START
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._layout import Layout
from ._mentions import Mentions
from ._paths import matches
from ._test_mentions import TestMentions
from ._testable import Testable, TestUses

_SUFFIX = ".py"


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs, among them"
        " those of modules that declare more than they do",
    ] = (
        "tests",
        "migrations",
        "scripts",
        "__init__.py",
        "__main__.py",
        "model.py",
        "models.py",
        "models/",
        "schema.py",
        "schemas.py",
        "schemas/",
        "constants.py",
        "settings.py",
        "config.py",
        "enums.py",
        "types.py",
        "exceptions.py",
        "errors.py",
        "setup.py",
        "manage.py",
        "asgi.py",
        "wsgi.py",
        "*_pb2.py",
        "*_pb2_grpc.py",
        "_version.py",
        "docs/",
        "examples/",
        "benchmarks/",
        "vendor/",
        "_vendor/",
        "third_party/",
        "_*.py",
    )
    test_patterns: Annotated[
        tuple[str, ...],
        "where the tests of a module may lie, relative to the root: `{dir}` is its folder, `{package}` the"
        " name of that folder, `{top}` that of the outermost one, `{file}` the module's name without underscores"
        " in front",
    ] = (
        "{dir}/tests_{package}/test_{file}.py",
        "{dir}/tests/**/test_{file}.py",
        "{dir}/test_{file}.py",
        "{dir}/{file}_test.py",
        "**/tests/**/test_{file}.py",
        "**/tests/**/test_{file}_*.py",
        "**/tests/**/test_{package}_{file}.py",
        "**/tests/**/test_{top}_{file}.py",
        "**/_tests/**/test_{file}.py",
    )
    test_files: Annotated[tuple[str, ...], "globs of the files that count as tests"] = (
        *("tests/", "test/", "_tests/", "tests_*/", "test_*.py", "*_test.py", "conftest.py"),
        *("tests.py", "test.py", "tests_*.py", "*_tests.py"),
    )
    imports: Annotated[
        bool,
        "whether a module counts as tested, too, when a test imports or names it or something that it defines",
    ] = True


class UntestedModule(ProjectRule[Options]):
    """A module that no test file covers by the guide's naming.

    With one place for the tests of each module everybody finds them, and sees at once what has none.

    A module is covered by a file in one of the places of the option `test-patterns`: beside it in
    `tests_<package>/test_<file>.py` or `tests/`, or in a folder `tests` elsewhere. By default it is also
    covered by any test that imports it, or imports something that it defines, also by way of a
    package, names it (`test_bulk_add_tags` for `add_tags.py`, `"app.validators.NumberValidator"` in a text)
    or looks up what it defines (`call_command("fixtree")`, `reverse("order_detail")`). A guide that wants tests
    in one place switches all of this off (the option `imports`).

    Left alone are modules without a function that does something (only declarations, stubs,
    protocols, special methods, Django's `AppConfig`) or that import pytest, and by their names models, schemas,
    constants, settings, errors, `__init__.py`, `__main__.py`, private modules (`_name.py`, tested through what
    uses them), migrations, scripts, generated code and folders `vendor/`. A tree without any test file gets one
    finding that says so; a file that is named like one but defines no test (`test_settings.py`) is none.

    Write the missing test file, named for the module.
    """

    code = "QK613"
    message = "no test covers this module; add `{path}`"
    severity = "warning"
    statements = ("SG13", "CS13", "RP20")
    collectors = (Testable, TestUses, TestMentions, Classes, ModuleBindings, Imports)
    examples = (
        Bad(
            "def total(order: Order) -> Decimal:  # finding: QK613\n    return sum(order.lines)\n",
            path="app/orders/pricing.py",
            beside={"app/orders/tests_orders/test_service.py": "from app.orders import service\n"},
        ),
        Good(
            "def total(order: Order) -> Decimal:\n    return sum(order.lines)\n",
            path="app/orders/pricing.py",
            beside={"app/orders/tests_orders/test_pricing.py": ""},
        ),
        Good(
            "def total(order: Order) -> Decimal:\n    return sum(order.lines)\n",
            path="app/orders/pricing.py",
            beside={
                "tests/test_checkout.py": "from app.orders import total\n",
                "app/orders/__init__.py": "from app.orders.pricing import total\n",
            },
            why="A test uses what the module defines.",
        ),
    )

    def conclude(self) -> None:
        """Report the modules that are neither named by a test file nor used by one."""
        tests = [path for path in self.project.paths if self._is_test(path)]
        layout = Layout(tests)
        imported, mentioned = self._imported(tests), Mentions(self.project, tests)
        untested = [
            path
            for path, facts in sorted(self.project.facts(Testable).items())
            if facts and self.project.applies_to(path) and not self._is_test(path)
            if not self._is_named(path, layout)
            if not (self.options_at(path).imports and (path in imported or mentioned.knows(path)))
        ]
        if untested and not mentioned.has_tests:
            count = "1 module has" if len(untested) == 1 else f"{len(untested)} modules have"
            message = f"no test file in the whole tree; {count} something to test"
            self.report(untested[0], FILE_START, message, identity="no test file")
            return
        for path in untested:
            wanted = next(iter(self._places(path)), f"test_{path}")
            self.report_file(path, FILE_START, self.message.format(path=wanted))

    def _is_test(self, path: str) -> bool:
        return matches(self.options_at(path).test_files, path)

    def _is_named(self, path: str, layout: Layout) -> bool:
        return any(layout.has(place) for place in self._places(path))

    def _places(self, path: str) -> Iterator[str]:
        folder = dirname(path)
        file = basename(path).removesuffix(_SUFFIX).lstrip("_")
        for pattern in self.options_at(path).test_patterns:
            place = pattern.replace("{dir}", folder).replace("{package}", basename(folder).lstrip("_"))
            place = place.replace("{top}", path.partition("/")[0])
            yield place.replace("{file}", file).removeprefix("/")

    def _imported(self, tests: list[str]) -> set[str]:
        """The files that tests import, or from which something comes that they import."""
        origins, modules = Origins(self.project), self.project.modules
        imports, uses = self.project.facts(Imports), self.project.facts(TestUses)
        found: set[str] = set()
        for path in tests:
            names = [pair[1] for fact in imports.get(path, ()) for pair in fact.data["names"]]
            names += [name for fact in uses.get(path, ()) for name in fact.data]
            for name in names:
                definition = origins.definition(path, name)
                if definition.path:
                    found.add(definition.path)
                file = modules.split(modules.absolute(path, name), path)
                if file is not None:
                    found.add(file[0])
        return found
