"""What rules and the tool itself would mend: the fixed text is right, parses, is silent, and stays as it is."""

from __future__ import annotations

import libcst as cst
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality_kit.finding import Edit
from quality_kit.fixer import fixed, replacing_lines
from quality_kit.registry import LoadedRule
from quality_kit.rule import Example
from quality_kit.source import lines_of
from tests.examples import findings, rules, unmarked

FIXED = [
    pytest.param(entry, example, id=f"{entry.info.code}-{number}")
    for entry in rules()
    for number, example in enumerate(entry.rule.examples)
    if example.fixed
]


def mended(entry: LoadedRule, example: Example, code: str) -> str:
    found = findings({example.path: code, **example.beside}, entry.info.code, example.options)
    return fixed(lines_of(code), [each.fix for each in found])


@pytest.mark.parametrize(("entry", "example"), FIXED)
def test_an_example_is_mended_as_it_says(entry: LoadedRule, example: Example) -> None:
    assert mended(entry, example, unmarked(example.code)) == example.fixed


@pytest.mark.parametrize(("entry", "example"), FIXED)
def test_mended_code_parses_and_is_silent(entry: LoadedRule, example: Example) -> None:
    cst.parse_module(example.fixed)
    files = {example.path: example.fixed, **example.beside}
    assert findings(files, entry.info.code, example.options) == []
    assert mended(entry, example, example.fixed) == example.fixed


def text_after(text: str, *fixes: tuple[Edit, ...]) -> str:
    return fixed(lines_of(text), fixes)


def test_of_two_fixes_that_touch_only_the_first_is_applied() -> None:
    first, second = (Edit(1, 1, 1, 4, "one"),), (Edit(1, 3, 1, 7, "two"), Edit(2, 1, 2, 1, "and "))
    assert text_after("abcdef\nghi\n", first, second) == "onedef\nghi\n"


def test_the_same_edit_of_two_findings_is_made_once() -> None:
    edit = replacing_lines(1, 1, ())
    assert text_after("import a, b\nx = 1\n", (edit,), (edit,)) == "x = 1\n"


def test_lines_put_in_get_the_line_ends_of_the_file() -> None:
    assert text_after("a\r\nb\r\n", (replacing_lines(2, 0, ["x\n", "y\n"]),)) == "a\r\nx\r\ny\r\nb\r\n"


def test_an_edit_of_the_last_line_without_a_line_end() -> None:
    assert text_after("a\nb", (replacing_lines(2, 1, ["c\n"]),)) == "a\nc\n"


def test_in_a_file_of_mixed_line_ends_what_is_put_in_ends_as_its_line() -> None:
    edits = (Edit(1, 2, 1, 2, "!"), replacing_lines(2, 0, ["x\n"]))
    assert text_after("a\r\nb\nc\r\n", edits) == "a!\r\nx\nb\nc\r\n"


@given(st.text("ab \n", max_size=20), st.integers(1, 9), st.integers(0, 9), st.text("xy\n", max_size=4))
def test_whatever_an_edit_says_what_stands_around_it_stays(
    text: str, first: int, count: int, put_in: str
) -> None:
    lines = lines_of(text)
    kept = lines[: first - 1], lines[first - 1 + count :]
    edit = replacing_lines(first, count, [put_in])
    assert text_after(text, (edit,)) == "".join([*kept[0], put_in, *kept[1]])
