"""Every example of every rule: what it shows as bad is found on the marked lines, the rest is silent."""

from __future__ import annotations

import pytest

from quality_kit.registry import LoadedRule
from quality_kit.rule import Bad, Example, Good
from tests.examples import expected, reported, rules

EXAMPLES = [
    pytest.param(entry, example, id=f"{entry.info.code}-{number}")
    for entry in rules()
    for number, example in enumerate(entry.rule.examples)
]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_an_example_is_reported_on_its_marked_lines_only(entry: LoadedRule, example: Example) -> None:
    files = {example.path: example.code, **example.beside}
    assert reported(files, entry.info.code, example.options) == expected(files)


@pytest.mark.parametrize("entry", rules(), ids=lambda entry: entry.info.code)
def test_a_rule_has_good_and_bad_examples_and_marks_only_the_bad(entry: LoadedRule) -> None:
    kinds = {type(example) for example in entry.rule.examples}
    assert kinds == {Good, Bad}
    for example in entry.rule.examples:
        assert bool(expected({example.path: example.code, **example.beside})) == isinstance(example, Bad)
