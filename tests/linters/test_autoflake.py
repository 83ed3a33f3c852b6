"""The adapter of autoflake, against the real tool: its diff is read beside the file it is about."""

from __future__ import annotations

from quality_kit.finding import Failure
from quality_kit.linters._adapter import Output, Reading
from quality_kit.linters.autoflake import LINTER
from tests.linters.conftest import Tree, brief

EVERYTHING = """[tool.autoflake]
remove-all-unused-imports = true
remove-unused-variables = true
remove-duplicate-keys = true
expand-star-imports = true
"""


def messages(tree: Tree) -> list[tuple[int, str, str]]:
    results = tree.check("autoflake")
    assert results.failures == ()
    assert all(finding.fixable for finding in results.findings)
    return [(finding.location.line, finding.name, finding.message) for finding in results.findings]


def test_each_unused_import_is_a_finding_at_the_first_line_of_its_statement(tree: Tree) -> None:
    tree.write("pyproject.toml", EVERYTHING)
    tree.write(
        "a.py",
        "import os, sys\nfrom typing import (\n    Any,\n    Optional,\n    List,\n)\n"
        "from collections import OrderedDict, defaultdict as dd\nfrom . import (sibling,\n    other)\n"
        "import a.b\n\nx: Optional[other] = None\n",
    )
    assert messages(tree) == [
        (1, "unused-import", "unused import 'os'"),
        (1, "unused-import", "unused import 'sys'"),
        (2, "unused-import", "unused import 'typing.Any'"),
        (2, "unused-import", "unused import 'typing.List'"),
        (7, "unused-import", "unused import 'collections.OrderedDict'"),
        (7, "unused-import", "unused import 'collections.defaultdict as dd'"),
        (8, "unused-import", "unused import '.sibling'"),
        (10, "unused-import", "unused import 'a.b'"),
    ]


def test_variables_keys_star_imports_and_passes_stand_at_their_own_lines(tree: Tree) -> None:
    tree.write("pyproject.toml", EVERYTHING)
    tree.write(
        "a.py",
        "from string import *\n\n\ndef f():\n    try:\n        x = 1\n        y = ascii_letters()\n"
        "    except OSError as error:\n        print()\n        pass\n    z = 3\n\n\n"
        "d = {\n    'k': 1,\n    'k': 2,\n}\n",
    )
    assert messages(tree) == [
        (1, "star-import", "star import whose names can be spelt out"),
        (6, "unused-variable", "unused variable 'x'"),
        (7, "unused-variable", "unused variable 'y'"),
        (8, "unused-variable", "unused variable 'error'"),
        (10, "useless-pass", "useless pass"),
        (11, "unused-variable", "unused variable 'z'"),
        (15, "duplicate-key", "key given twice in one dictionary: `'k': 1,`"),
    ]


def test_without_configuration_it_judges_the_standard_library_only(tree: Tree) -> None:
    tree.write("a.py", "import os\nimport numpy\nimport re, pandas\n\nx = 1\n")
    assert messages(tree) == [
        (1, "unused-import", "unused import 'os'"),
        (3, "unused-import", "unused import 're'"),
    ]


def test_a_statement_that_it_only_splits_is_a_finding_without_a_name(tree: Tree) -> None:
    tree.write("a.py", "import pandas, numpy\n")
    assert messages(tree) == [(1, "unused-import", "an unused import among others in one statement")]


def test_line_ends_and_encodings_do_not_matter(tree: Tree) -> None:
    tree.write("a.py", b"# coding: latin-1\r\nx = '\xe9'\r\nimport os")
    tree.write("b.py", "# coding: klingon\nimport os\nimport re\n")
    assert brief(tree.check("autoflake").findings) == [
        ("a.py", 3, 1, "autoflake:unused-import"),
        ("b.py", 2, 1, "autoflake:unused-import"),
        ("b.py", 3, 1, "autoflake:unused-import"),
    ]


def test_it_is_silent_about_a_file_that_does_not_parse(tree: Tree) -> None:
    tree.write("bad.py", "import os\ndef f(:\n")
    results = tree.check("autoflake")
    assert (results.findings, results.failures, LINTER.silent_on_unparsable) == ((), (), True)


def test_the_setting_that_hides_its_diff_does_not_hide_findings(tree: Tree) -> None:
    tree.write("pyproject.toml", EVERYTHING + 'check = true\nexclude = ["old"]\n')
    tree.write("a.py", "import numpy\n")
    tree.write("old/b.py", "import numpy\n")
    assert messages(tree) == [(1, "unused-import", "unused import 'numpy'")]


def test_the_configuration_and_the_excludes_of_the_project_count(tree: Tree) -> None:
    tree.write(
        "setup.cfg", "[autoflake]\nremove-all-unused-imports = true\nexclude = migrations, app/x*.py\n"
    )
    for path in ("app/migrations/a.py", "app/x1.py", "app/b.py"):
        tree.write(path, "import numpy\n")
    assert [finding.location.path for finding in tree.check("autoflake").findings] == ["app/b.py"]


def test_a_rejected_configuration_is_a_failure_with_its_words(tree: Tree) -> None:
    tree.write("a.py", "import os\n")
    tree.write("pyproject.toml", "[tool.autoflake]\nremove-unused-variables = 3\n")
    words = "'remove-unused-variables' in the config file should be a boolean"
    results = tree.check("autoflake")
    assert (results.findings, results.failures) == ((), (Failure("autoflake", words),))


def test_an_exit_code_that_claims_findings_without_showing_any_is_a_failure(tree: Tree) -> None:
    from quality_kit.linters._sources import Sources

    reading = LINTER.parse(Output(1, "", ""), Sources(tree.root, []))
    assert reading == Reading(failures=(Failure("autoflake", "it ended with exit code 1"),))
