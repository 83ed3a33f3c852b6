"""Findings of several tools about the same problem."""

from __future__ import annotations

import itertools

import pytest

from quality_kit.finding import Finding, Location, Severity
from quality_kit.same_problem import merge
from tests.linters.conftest import Tree


def found(
    source: str,
    code: str,
    message: str,
    line: int = 1,
    column: int = 1,
    *,
    end_column: int = 0,
    path: str = "a.py",
    severity: Severity = "error",
    fixable: bool = False,
) -> Finding:
    location = Location(path, line, column, line, end_column or column)
    return Finding(location, code, code, message, severity, (source,), fixable)


F401 = found("flake8", "F401", "'typing.Any' imported but unused", 4, 5)
AUTOFLAKE = found("autoflake", "autoflake:unused-import", "unused import 'typing.Any'", 4, fixable=True)
VULTURE = found("vulture", "vulture:unused-import", "unused import 'Any'", 4)
OWN_SYNTAX = found("quality-kit", "QK000", "does not parse", 3, 7)
FLAKE8_SYNTAX = found("flake8", "E999", "SyntaxError: invalid syntax", 3, 8)
BLACK_SYNTAX = found("black", "black:unparsable", "black cannot parse the file: ParseError", 3, 7)
MYPY_SYNTAX = found("mypy", "mypy:syntax", "Expected a parameter", 3, 7, end_column=8)
VULTURE_SYNTAX = found("vulture", "vulture:unparsable", "vulture cannot parse the file: invalid", 3)


def test_an_unused_import_of_three_tools_is_one_finding_with_the_code_of_flake8() -> None:
    merged = F401._replace(
        sources=("flake8", "autoflake", "vulture"),
        fixable=True,
        aliases=("F401", "autoflake:unused-import", "vulture:unused-import"),
    )
    for order in itertools.permutations([F401, AUTOFLAKE, VULTURE]):
        assert merge(order) == [merged]


def test_merging_again_changes_nothing() -> None:
    once = merge([F401, AUTOFLAKE, VULTURE, OWN_SYNTAX, MYPY_SYNTAX])
    assert merge(once) == once


@pytest.mark.parametrize(
    ("flake8", "vulture", "same"),
    [
        ("os.path", "os", True),  # import os.path
        ("os.path", "path", True),  # from os import path
        ("numpy as np", "np", True),
        ("collections.defaultdict as dd", "dd", True),
        (".sibling", "sibling", True),
        ("..pkg.thing", "thing", True),
        ("typing.Any", "Optional", False),
        ("numpy as np", "numpy", False),
    ],
)
def test_an_import_is_known_by_the_name_that_it_binds(flake8: str, vulture: str, same: bool) -> None:
    one = found("flake8", "F401", f"'{flake8}' imported but unused")
    other = found("vulture", "vulture:unused-import", f"unused import '{vulture}'")
    assert len(merge([one, other])) == (1 if same else 2)


def test_several_imports_of_one_line_keep_apart() -> None:
    sys = found("flake8", "F401", "'sys' imported but unused")
    re = found("flake8", "F401", "'re' imported but unused")
    vulture = found("vulture", "vulture:unused-import", "unused import 're'")
    assert [(finding.message, finding.sources) for finding in merge([sys, re, vulture])] == [
        ("'re' imported but unused", ("flake8", "vulture")),
        ("'sys' imported but unused", ("flake8",)),
    ]


def test_findings_of_other_lines_and_files_keep_apart() -> None:
    next_line = VULTURE._replace(location=VULTURE.location._replace(line=5, end_line=5))
    next_file = VULTURE._replace(location=VULTURE.location._replace(path="b.py"))
    assert merge([F401, next_line, next_file]) == [F401, next_line, next_file]


def test_findings_that_no_other_tool_has_pass_unchanged_and_sorted() -> None:
    alone = [found("flake8", "E501", "line too long", 9), found("mypy", "mypy:arg-type", "wrong", 2), F401]
    assert merge(alone) == [alone[1], F401, alone[0]]


def test_two_findings_of_one_tool_are_two_problems() -> None:
    twice = [found("flake8", "F601", "dictionary key 'a' repeated", 3), found("flake8", "F601", "key 'b'", 3)]
    assert merge(twice) == sorted(twice, key=lambda finding: finding.message)


@pytest.mark.parametrize(
    "pair",
    [
        (
            found("flake8", "F841", "local variable 'x' is assigned to but never used", 3, 5),
            found("vulture", "vulture:unused-variable", "unused variable 'x'", 3),
        ),
        (
            found("flake8", "F821", "undefined name 'x'", 3, 5),
            found("mypy", "mypy:name-defined", 'Name "x" is not defined', 3, 5, end_column=6),
        ),
        (
            found("flake8", "F811", "redefinition of unused 'f' from line 1", 3),
            found("mypy", "mypy:no-redef", 'Name "f" already defined on line 1', 3),
        ),
        (
            found("flake8", "F701", "'break' outside loop", 3, 5),
            found("mypy", "mypy:misc", '"break" outside loop', 3, 5),
        ),
        (
            found("mypy", "mypy:unreachable", "Statement is unreachable", 3, 5),
            found("vulture", "vulture:unreachable-code", "unreachable code after 'return'", 3),
        ),
    ],
    ids=lambda pair: str(pair[0].code),
)
def test_other_problems_that_two_tools_know_are_one_finding(pair: tuple[Finding, Finding]) -> None:
    (merged,) = merge(reversed(pair))
    assert (merged.code, merged.message) == (pair[0].code, pair[0].message)
    assert merged.sources == (*pair[0].sources, *pair[1].sources)
    assert merged.aliases == (pair[0].code, pair[1].code)


def test_another_message_under_the_same_code_is_another_problem() -> None:
    pair = [
        found("flake8", "F701", "'break' outside loop", 3),
        found("mypy", "mypy:misc", "Cannot determine type", 3),
    ]
    assert merge(pair) == pair
    unreadable = found("flake8", "E902", "PermissionError: [Errno 13] Permission denied", 1)
    assert merge([unreadable, BLACK_SYNTAX]) == [unreadable, BLACK_SYNTAX]


def test_a_file_that_does_not_parse_is_one_finding_of_our_own() -> None:
    everything = [VULTURE_SYNTAX, BLACK_SYNTAX, MYPY_SYNTAX, FLAKE8_SYNTAX, OWN_SYNTAX]
    elsewhere = MYPY_SYNTAX._replace(location=Location("a.py", 9, 1, 9, 2))
    merged = OWN_SYNTAX._replace(
        location=Location("a.py", 3, 7, 3, 8),
        sources=("quality-kit", "flake8", "mypy", "vulture", "black"),
        aliases=("QK000", "E999", "mypy:syntax", "vulture:unparsable", "black:unparsable"),
    )
    assert merge([elsewhere, *everything]) == [merged]


def test_without_our_own_the_code_of_flake8_wins() -> None:
    (merged,) = merge([VULTURE_SYNTAX, BLACK_SYNTAX, FLAKE8_SYNTAX])
    assert (merged.code, merged.location[1:3]) == ("E999", (3, 8))


def test_wrong_type_comments_are_not_joined_in_a_file_that_parses() -> None:
    comments = [found("mypy", "mypy:syntax", f"Syntax error in type comment {line}", line) for line in (3, 8)]
    assert merge(comments) == comments


def test_a_joined_finding_is_as_severe_as_its_worst() -> None:
    mild = found("flake8", "F821", "undefined name 'x'", severity="warning")
    (merged,) = merge([mild, found("mypy", "mypy:name-defined", 'Name "x" is not defined')])
    assert (merged.code, merged.severity) == ("F821", "error")


def test_what_the_real_tools_say_about_one_file_is_joined(tree: Tree) -> None:
    tree.write(
        "pyproject.toml",
        "[tool.autoflake]\nremove-all-unused-imports = true\nremove-unused-variables = true\n"
        "[tool.mypy]\nwarn_unreachable = true\nignore_missing_imports = true\n",
    )
    tree.write(
        "a.py",
        "import os.path\n"
        "from typing import (\n    Any,\n    List as L,\n    Optional,\n)\n"
        "\n\ndef f(x: Optional[int]) -> int:\n    y = x\n    return z\n    print(x)\n",
    )
    results = tree.check("autoflake", "flake8", "mypy", "vulture")
    assert [
        (finding.location.line, finding.code, finding.sources) for finding in merge(results.findings)
    ] == [
        (1, "F401", ("flake8", "autoflake", "vulture")),
        (2, "F401", ("flake8", "autoflake", "vulture")),
        (2, "F401", ("flake8", "autoflake", "vulture")),
        (10, "F841", ("flake8", "autoflake")),
        (11, "F821", ("flake8", "mypy")),
        (12, "mypy:unreachable", ("mypy", "vulture")),
    ]


def test_what_the_real_tools_say_about_an_unparsable_file_is_joined(tree: Tree) -> None:
    tree.write("bad.py", "def f(:\n    pass\n")
    (merged,) = merge(tree.check("black", "flake8", "mypy", "vulture").findings)
    assert (merged.code, merged.sources) == ("E999", ("flake8", "mypy", "vulture", "black"))
