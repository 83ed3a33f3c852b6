"""Guides as presets: what they switch on, who wins, and what is said about mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process import check
from tests.projects import make_project, write

#: A finding each of QK102, QK401 and QK601 (with max-lines = 1).
CODE = "def show():\n    print()\n"
OWN = 'title = "Ours"\n[[statements]]\nid = "T1"\nsection = "S"\ntext = "T."\n'


def found(tmp_path: Path, files: dict[str, str], *arguments: str) -> set[str]:
    """The codes found in a project of the files and a service with some findings."""
    ran = check(make_project(tmp_path, {"app/services/x.py": CODE, **files}), "--no-linters", *arguments)
    assert ran.code in (0, 1), ran.err
    return {code for _, _, code in ran.places}


def mistakes(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """What is said about a project whose guide is wrong, without the folder that it lies in."""
    project = make_project(tmp_path, {"x.py": "", **files})
    ran = check(project, "--no-linters")
    assert ran.code == 2
    return ran.err.replace(f"{project}/", "").splitlines()


@pytest.mark.parametrize(
    ("guide", "own", "codes"),
    [
        ('enforced-by = ["QK401"]\n[rules.QK401]\nexempt = ["app/"]', "", {"QK102"}),
        (
            'enforced-by = ["QK401"]\n[rules.QK401]\nexempt = ["app/"]',
            "rules.QK401.exempt = []",
            {"QK102", "QK401"},
        ),
        ('enforced-by = ["QK401"]', 'ignore = ["QK401"]', {"QK102"}),
        ('enforced-by = ["QK401"]', 'select = ["QK102"]', {"QK102"}),
        ('enforced-by = ["QK402"]', "", {"QK102", "QK401"}),
        ('enforced-by = ["mypy", "F401", "N", "review"]', "", {"QK102", "QK401"}),
        ('question = "Is it good?"', "", {"QK102", "QK401"}),
        ('enforced-by = ["QK601"]\n[rules.QK601]\nmax-lines = 1', "", {"QK102", "QK401", "QK601"}),
        (
            'enforced-by = ["QK601"]\n[rules.QK601]\nmax-lines = 1',
            "rules.QK601.max-lines = 2",
            {"QK102", "QK401"},
        ),
    ],
)
def test_the_project_lies_over_its_guide(tmp_path: Path, guide: str, own: str, codes: set[str]) -> None:
    files = {"docs/ours.toml": OWN + guide, "quality-kit.toml": f'guide = "docs/ours.toml"\n{own}'}
    assert found(tmp_path, files) == codes


def test_what_a_guide_switches_off_the_project_and_the_command_line_can_switch_on(tmp_path: Path) -> None:
    guide = 'ignore = ["QK401"]\n' + OWN + 'enforced-by = ["QK102"]'
    files = {"ours.toml": guide, "quality-kit.toml": 'guide = "ours.toml"\n'}
    assert found(tmp_path, files) == {"QK102"}
    (tmp_path / "second").mkdir()
    assert found(tmp_path / "second", files, "--extend-select", "QK401") == {"QK102", "QK401"}
    (tmp_path / "third").mkdir()
    files["quality-kit.toml"] += 'extend-select = ["QK4"]\n'
    assert found(tmp_path / "third", files) == {"QK102", "QK401"}


def test_an_extended_configuration_lies_over_the_guide_that_the_project_names(tmp_path: Path) -> None:
    files = {
        "ours.toml": OWN + 'enforced-by = ["QK401"]',
        "base.toml": 'ignore = ["QK401"]\nguide = "gone.toml"\n',
        "quality-kit.toml": 'extends = "base.toml"\nguide = "ours.toml"\n',
    }
    assert found(tmp_path, files) == {"QK102"}


def test_a_guide_that_an_extended_configuration_names_lies_beside_it(tmp_path: Path) -> None:
    files = {
        "../company/ours.toml": 'ignore = ["QK401"]\n' + OWN + 'question = "?"',
        "../company/base.toml": 'guide = "ours.toml"\n',
        "quality-kit.toml": 'extends = "../company/base.toml"\n',
    }
    assert found(tmp_path, files) == {"QK102"}


def test_of_several_guides_the_last_wins(tmp_path: Path) -> None:
    files = {
        "a.toml": 'ignore = ["QK401"]\n' + OWN + 'enforced-by = ["QK601"]\n[rules.QK601]\nmax-lines = 1',
        "b.toml": OWN + 'enforced-by = ["QK401"]\n[rules.QK601]\nmax-lines = 9',
        "quality-kit.toml": 'guide = ["a.toml", "b.toml"]',
    }
    assert found(tmp_path, files) == {"QK102", "QK401"}
    (tmp_path / "second").mkdir()
    files["quality-kit.toml"] = 'guide = ["b.toml", "a.toml"]'
    assert found(tmp_path / "second", files) == {"QK102", "QK601"}


def test_a_guide_extends_another_replaces_statements_and_drops_some(tmp_path: Path) -> None:
    base = (
        OWN
        + 'enforced-by = ["QK601"]\n[[statements]]\nid = "T2"\nsection = "S"\ntext = "T."\nquestion = "?"\n'
    )
    files = {
        "docs/base.toml": base + "[rules.QK601]\nmax-lines = 1\ncount = 'code'\n",
        "docs/ours.toml": 'extends = "base.toml"\nwithout = ["T2"]\n'
        + OWN
        + 'enforced-by = ["QK401"]\nseverity = "info"\n',
        "quality-kit.toml": 'guide = "docs/ours.toml"',
    }
    project = make_project(tmp_path, {"app/services/x.py": CODE, **files})
    report = check(project, "--no-linters").report
    assert sorted((each["code"], each["severity"]) for each in report["findings"]) == [
        ("QK102", "error"),
        ("QK401", "info"),
        ("QK601", "error"),
    ]


def test_an_option_is_added_to_its_default(tmp_path: Path) -> None:
    guide = (
        OWN + 'enforced-by = ["QK401"]\n[rules.QK401.extend]\nexempt = ["app/"]\nfunctions = ["rich.print"]\n'
    )
    files = {
        "ours.toml": guide,
        "quality-kit.toml": 'guide = "ours.toml"',
        "x.py": "import rich\nprint(1)\nrich.print()\n",
    }
    ran = check(
        make_project(tmp_path, {"app/y.py": "print()\n", "tests/z.py": "print()\n", **files}), "--no-linters"
    )
    assert ran.places == [("x.py", 2, "QK401"), ("x.py", 3, "QK401")]


def test_of_severities_the_gravest_counts_and_an_explicit_one_most(tmp_path: Path) -> None:
    second = (
        OWN.partition("\n")[2].replace("T1", "T2")
        + 'enforced-by = ["QK401", "QK102"]\nseverity = "warning"\n'
    )
    guide = OWN + f'enforced-by = ["QK401"]\nseverity = "info"\n{second}[rules.QK102]\nseverity = "info"\n'
    files = {"ours.toml": guide, "quality-kit.toml": 'guide = "ours.toml"', "x.py": CODE}
    report = check(make_project(tmp_path, files), "--no-linters").report
    assert sorted((each["code"], each["severity"]) for each in report["findings"]) == [
        ("QK102", "info"),
        ("QK401", "warning"),
    ]


def test_a_changed_guide_is_a_changed_configuration(tmp_path: Path) -> None:
    guide = OWN + 'enforced-by = ["QK601"]\n[rules.QK601]\nmax-lines = {}\n'
    files = {
        "ours.toml": guide.format(1),
        "quality-kit.toml": 'guide = "ours.toml"',
        "app/services/x.py": "A = ''\nB = ''\n",
    }
    project = make_project(tmp_path, files)

    def codes() -> list[str]:
        return [code for _, _, code in check(project, "--no-linters").places]

    assert (codes(), codes()) == (["QK601"], ["QK601"])
    write(project, "ours.toml", guide.format(2))
    assert codes() == []


def test_all_mistakes_in_a_guide_and_in_the_project_are_told_at_once(tmp_path: Path) -> None:
    guide = """
titel = "Ours"
extends = ["style-guide"]
without = ["SG1", "SG99"]
ignore = ["QK10"]
[[statements]]
id = "T1"
section = "S"
text = ""
severity = "fatal"
enforced-by = ["QK999", "mipy", "QK402"]
[[statements]]
id = "T2"
section = "S"
text = "T."
evidence = "retry-lops"
[[statements]]
id = "T2"
section = "S"
text = "T."
question = "Q?"
[rules.QK601]
max-line = 3
max-lines = "many"
[rules.QK999]
x = 1
[rules.QK905]
anything = true
[rules.QK201.extend]
infrastructur = ["X"]
third-party-clients = ["X"]
[path-classes]
tests = "tests/"
[[checklist]]
text = "Is it?"
[[exceptions]]
topic = "T"
decision = "D"
statements = ["SG77"]
"""
    files = {
        "ours.toml": guide,
        "quality-kit.toml": 'guide = ["ours.toml", "style-gide", "gone.toml"]\nselct = []\n',
    }
    assert mistakes(tmp_path, files) == [
        "quality-kit: ours.toml: the configuration has mistakes",
        "  title: is missing",
        "  titel: unknown key 'titel', did you mean 'title'?",
        "  statements[0] (T1).text: must be a string that is not empty",
        "  statements[0] (T1).severity: unknown severity 'fatal' (valid: error, warning, info)",
        "  statements[0] (T1).enforced-by: unknown code 'QK999'; see quality-kit rules",
        "  statements[0] (T1).enforced-by: unknown code 'mipy', did you mean 'mypy'?",
        "  statements[1] (T2).evidence: unknown kind of evidence 'retry-lops', did you mean 'retry-loops'?",
        "  statements[1] (T2): nothing enforces it: name rules or linters in enforced-by, or write the question"
        " that a reviewer has to answer",
        "  statements: the id 'T2' is given to 2 statements",
        "  without: unknown statement 'SG99', did you mean 'SG9'?",
        "  rules.QK601.max-line: unknown option 'max-line', did you mean 'max-lines'?",
        "  rules.QK601.max-lines: must be a whole number from 0",
        "  rules.QK999: unknown code 'QK999'; see quality-kit rules",
        "  rules.QK201.extend.infrastructur: unknown option 'infrastructur', did you mean 'infrastructure'?",
        "  rules.QK201.extend.third-party-clients: only a list adds to a list, and a table to a table",
        "  path-classes.tests: must be a list of strings",
        "  checklist[0]: nothing enforces it: name rules or linters in enforced-by, or write the question that a"
        " reviewer has to answer",
        "  exceptions[0].reason: is missing",
        "  exceptions[0].statements: unknown statement 'SG77', did you mean 'SG7'?",
        "quality-kit.toml: the configuration has mistakes",
        "  guide: unknown guide 'style-gide', did you mean 'style-guide'?",
        "  guide: gone.toml cannot be read: No such file or directory",
        "  selct: unknown key 'selct', did you mean 'select'?",
    ]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"ours.toml": 'title = "x'}, "guide: ours.toml is not valid TOML"),
        ({"ours.toml": 'title = "x"\nextends = "ours.toml"'}, "extends: ours.toml extends itself in a loop"),
        ({"ours.toml": 'title = "x"\nextends = 3'}, "extends: must be a string or a list of strings"),
        ({"ours.toml": 'title = "x"\nstatements = ["x"]'}, "statements: must be a list of tables"),
        ({"ours.toml": 'title = "x"\nrules = []'}, "rules: must be a table"),
        ({"ours.toml": 'title = "x"\nrules.QK401 = 3'}, "rules.QK401: must be a table of options"),
        ({"ours.toml": 'title = "x"\nignore = ["QK000"]'}, "ignore: 'QK000' cannot be switched off"),
    ],
)
def test_a_guide_that_cannot_be_read_is_a_mistake(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    lines = mistakes(tmp_path, {**files, "quality-kit.toml": 'guide = "ours.toml"'})
    assert any(line.startswith(f"  {reason}") for line in lines), lines


@pytest.mark.parametrize("value", ["3", '""', '["style-guide", 3]', "true"])
def test_the_key_holds_names(tmp_path: Path, value: str) -> None:
    reason = "  guide: must be the name of a guide, the path of one (.toml), or a list of these"
    assert reason in mistakes(tmp_path, {"quality-kit.toml": f"guide = {value}"})
