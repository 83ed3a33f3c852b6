"""QK623 test-without-assertion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._paths import matches
from ._test_functions import TestFunctions

#: So are methods of clients and dictionaries called: only the test's own are known by such a name.
_COMMON = frozenset(("get", "post", "put", "patch", "delete", "head", "options", "request"))


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (scripts, whose `test_` functions no test runner calls) or globs;"
        " `!` takes out what matched before (folders of tests among the scripts)",
    ] = ("scripts", "!tests/", "!test/")
    test_files: Annotated[tuple[str, ...], "globs of the files in which tests are looked for"] = (
        *("test_*.py", "*_test.py", "tests.py", "test.py", "tests_*.py", "*_tests.py"),
    )
    proving_names: Annotated[
        tuple[str, ...],
        "further names that prove something: functions that tests call, and fixtures that they ask for",
    ] = ()


class TestWithoutAssertion(ProjectRule[Options]):
    """A test that asserts nothing.

    It passes whatever the code answers, as long as nothing is raised; it raises the coverage and proves
    nearly nothing. Often an assertion was forgotten, or a comparison stands there without `assert`.

    A test is what pytest and unittest collect: functions and methods named `test...` in the files of the
    option `test-files`. It proves something by an `assert`, a `raise` of its own, or a call of something
    named for it (`assert`, `check`, `verify`, `expect`, `validate`, `enforce`, `raises`, `fail`, `wait_for`
    ...: `pytest.raises`, `self.assertEqual`, `mock.assert_called_once`, `response.raise_for_status`); by an
    argument that says what has to come (`self.get(url, status=404)`, or in the test itself `run(text,
    expected=2)`); by a function, method or fixture of the tests that does so itself or calls one that does,
    also when it is handed to somebody; by a fixture that compares or counts (`snapshot`, `data_regression`,
    `benchmark`, `httpx_mock`), by hypothesis (`@given`, `run_state_machine_as_test`), by a browser of
    Playwright or Selenium, and by the teardown of its class.

    Of the tests that prove nothing those are found that show that they were to prove more than that nothing
    is raised. Their lines show it: they have no call at all or a comparison without `assert`, they bind a
    result that nobody reads, or send a request and do not look at the answer. Or something else says it: their
    name speaks of an effect or an answer (`test_create_order`, `test_order_is_404`), their docstring of what is
    correct, they end with a call that changes something (`repository.save(order)`), have mocks that nobody
    asks, or register a function that nobody reads. All others may be meant as they are.

    Left alone are scripts that lie in no folder of tests, tests that are skipped or expected to fail,
    functions that return what a call gives or a value as it is written, have parameters with defaults, are
    handed to somebody or called by other methods, methods that call one of their class that this tree does not
    define, and tests whose name says that it is enough when nothing is raised (`test_close_does_not_raise`,
    `test_import_cli`), that plant an error (`send.side_effect = ConnectionError`) or speak of one ("the hook
    throws an error"), or that say that somebody may do ("an editor can publish") what another test of the file
    expects to raise. A docstring or a comment ("smoke test", "works with bytes"), or a condition in the name
    under which something might be raised (`test_delete_without_items`, `test_create_twice`), excuses what a
    name, a docstring or a mock promises, and no unfinished line. A test whose body is empty is found: it would
    be green for ever.

    Assert what the code is to do, or say in the name that not raising is what is tested.
    """

    code = "QK623"
    message = (
        "test `{name}` asserts nothing; assert what it is to prove, or say in its name that it must only "
        "not raise"
    )
    severity = "warning"
    statements = ("SG14",)
    collectors = (TestFunctions,)
    examples = (
        Bad(
            "async def test_create_order(client):  # finding: QK623\n"
            '    response = await client.post("/orders", json={"item": 1})\n'
            "    response.status_code == 201\n",
            path="tests/test_orders.py",
            why="The comparison has no effect.",
        ),
        Good(
            "async def test_create_order(client):\n"
            '    response = await client.post("/orders", json={"item": 1})\n'
            "    assert response.status_code == 201\n",
            path="tests/test_orders.py",
        ),
        Good(
            "from tests.helpers import place\n\n\n"
            "def test_order_is_placed(client):\n"
            "    place(client, item=1)\n",
            path="tests/test_orders.py",
            beside={
                "tests/helpers.py": "def place(client, item):\n"
                '    assert client.post("/orders", json={"item": item}).is_success\n'
            },
            why="The helper asserts.",
        ),
        Good(
            "def test_closing_twice_does_not_raise(pool):\n    pool.close()\n    pool.close()\n",
            path="tests/test_pool.py",
            why="The name says what is proved.",
        ),
    )

    def conclude(self) -> None:
        """Report the tests from which no call leads to a proof."""
        facts = self.project.facts(TestFunctions)
        helpers = [fact.data for found in facts.values() for fact in found if "defined" in fact.data]
        proving = _proving(helpers)
        defined = {name for data in helpers for name in data["defined"]}
        steps = {name for data in helpers for name in data["steps"]}
        for path, found in facts.items():
            tests = [fact for fact in found if "test" in fact.data]
            if tests and self._has_tests(path):
                more = proving.union(self.options_at(path).proving_names)
                for fact in tests:
                    if fact.data["test"] not in steps and not _proves(fact.data, more, defined):
                        self.report(path, fact.place, self.message.format(name=fact.data["test"]))

    def _has_tests(self, path: str) -> bool:
        return self.project.applies_to(path) and matches(self.options_at(path).test_files, path)


def _proving(helpers: Sequence[dict[str, Any]]) -> set[str]:
    """The functions that prove something themselves, and those that call one of them."""
    named = {name for data in helpers for name in data["proving"]}
    proving = named - _COMMON
    calling = [(name, frozenset(calls)) for data in helpers for name, calls in data["calling"].items()]
    while more := {name for name, calls in calling if name not in proving and not proving.isdisjoint(calls)}:
        proving |= more
    return proving | named


def _proves(test: dict[str, Any], proving: set[str], defined: set[str]) -> bool:
    called = {*test["calls"], *test["fixtures"]} - _COMMON
    if not proving.isdisjoint(called.union(test["own"])):
        return True
    return any(name not in defined for name in test["own"])
