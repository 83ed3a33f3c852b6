"""The stations that leave out what linters report under codes that are off."""

from __future__ import annotations

import pytest

from quality_kit.config import Config, Selection
from quality_kit.filters.selected import joinable, without_ignored
from quality_kit.finding import FILE_START, Finding, Location
from quality_kit.same_problem import merge


def found(code: str, tool: str) -> Finding:
    return Finding(Location.at("x.py", FILE_START), code, code, "'os' is unused", "error", (tool,))


UNUSED = [found("F401", "flake8"), found("autoflake:unused-import", "autoflake")]


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (Selection(), [("F401", ("flake8", "autoflake"))]),
        (Selection(ignore=("F401",)), []),
        (Selection(ignore=("F",)), []),
        (Selection(ignore=("autoflake:unused-import",)), []),
        (Selection(ignore=("flake8",)), [("autoflake:unused-import", ("autoflake",))]),
        (Selection(ignore=("autoflake",)), [("F401", ("flake8",))]),
        (Selection(ignore=("ALL",)), []),
        (Selection(select=("F401",)), [("F401", ("flake8",))]),
        (Selection(select=("QK2",)), []),
        (
            Selection(ignore=("F401",)).overridden(Selection(extend_select=("F4",))),
            [("F401", ("flake8", "autoflake"))],
        ),
        (Selection().overridden(Selection(ignore=("F401",), only_off=True)), []),
    ],
)
def test_a_problem_of_which_a_code_is_ignored_is_left_out_with_all_its_tools(
    selection: Selection, left: list[tuple[str, tuple[str, ...]]]
) -> None:
    config = Config(selection=selection)
    joined = merge(joinable(UNUSED, config))
    assert [(finding.code, finding.sources) for finding in without_ignored(joined, config)] == left


def test_a_file_that_does_not_parse_is_told_though_a_linters_code_for_it_is_ignored() -> None:
    config = Config(selection=Selection(ignore=("E9", "mypy:syntax")))
    problems = [found("QK000", "quality-kit"), found("E999", "flake8"), found("mypy:syntax", "mypy")]
    joined = merge(problems)
    assert [finding.code for finding in without_ignored(joined, config)] == ["QK000"]
