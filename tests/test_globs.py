"""Simple patterns are matched without pathspec, and exactly as pathspec would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from quality_kit.config.globs import matches

PARTS = ("a", "ab", "*.py", "a*", "*b", "?", "t_?.py", ".env*", "*a*", "?*", "a b", "tests", "A-1", "+x")
ODD_PARTS = ("*", "**", "[ab]", "..", ".", "", "!a", "#a", " a", "a ", "a**", r"a\*", "é")
NAMES = (
    "a",
    "ab",
    "b",
    "a.py",
    "t_x.py",
    ".env",
    ".env.example",
    "tests",
    "a b",
    " a",
    "A-1",
    "+x",
    "é",
    "x",
)


def texts(parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    path = st.lists(st.sampled_from(parts), min_size=1, max_size=4).map("/".join)
    return st.tuples(st.sampled_from(("", "/")), path, st.sampled_from(("", "/"))).map("".join)


PATHS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map("/".join)


@given(st.lists(texts(PARTS + ODD_PARTS), min_size=1, max_size=3), PATHS, st.sampled_from(("", "/")))
def test_patterns_mean_what_they_mean_in_gitignore(patterns: list[str], path: str, slash: str) -> None:
    expected = GitIgnoreSpec.from_lines(patterns).match_file(path + slash)
    assert matches(tuple(patterns), path + slash) is bool(expected)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("examples/", "examples/a.py", True),
        ("examples/", "app/examples/a.py", True),
        ("examples/", "examples", False),
        ("tests/cases/", "tests/cases/a.py", True),
        ("tests/cases/", "app/tests/cases/a.py", False),
        ("*.py", "app/a.py", True),
        ("app/*.py", "app/sub/a.py", False),
        ("a.py", "app/a.py/b", True),
        ("**/management/commands/", "app/users/management/commands/load.py", True),
        ("**/management/commands/", "management/commands/load.py", True),
        ("**/management/commands/", "app/commands/load.py", False),
        ("**/management/commands/", "app/xmanagement/commands/load.py", False),
        ("a.py", "app/axpy", False),
        ("a", "a\n", False),
    ],
)
def test_what_simple_patterns_match(pattern: str, path: str, expected: bool) -> None:
    assert matches((pattern,), path) is expected
