"""``quality-kit rules``, ``explain``, ``new-rule``, ``--version`` and mistakes in the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quality_kit import __version__
from tests.in_process import call
from tests.packs import PACK
from tests.projects import AS_MODULE, make_project, run


def test_the_version_is_told(tmp_path: Path) -> None:
    assert call(tmp_path, "--version") == (0, f"quality-kit {__version__}\n", "")
    assert run("--version", cwd=tmp_path, command=AS_MODULE).stdout == f"quality-kit {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "No such command 'chekc'. Did you mean 'check'?"),
        (["check", "--selct", "QK1"], "No such option: --selct"),
        (["check", "--jobs", "-1"], "Invalid value for '--jobs': "),
        (["check", "--jobs", "many"], "Invalid value for '--jobs': "),
        (["explain"], "Missing argument 'CODE'"),
    ],
)
def test_a_mistake_in_the_command_line_exits_with_2(tmp_path: Path, arguments: list[str], told: str) -> None:
    ran = call(tmp_path, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_help_is_told_for_the_program_and_for_each_verb(tmp_path: Path) -> None:
    for arguments in ([], ["check"], ["rules"], ["explain"], ["new-rule"]):
        long, short = call(tmp_path, *arguments, "--help"), call(tmp_path, *arguments, "-h")
        assert (long.code, long.err) == (0, "")
        assert long == short
        assert long.out.startswith(f"Usage: {' '.join(['quality-kit', *arguments])} ")


def test_rules_are_listed_with_all_that_is_promised(tmp_path: Path) -> None:
    root = make_project(tmp_path, PACK)
    listed = call(root, "rules", "--output-format", "json").report
    codes = [rule["code"] for rule in listed]
    assert codes == sorted(codes)
    by_code = {rule["code"]: rule for rule in listed}
    assert by_code["TEAM001"] == {
        "code": "TEAM001",
        "name": "forbidden-call",
        "family": "words",
        "summary": "A call of a function that the team does not want.",
        "severity": "error",
        "default": True,
        "fixable": False,
        "options": [
            {
                "name": "exempt",
                "type": "strings",
                "default": [],
                "help": "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs",
                "choices": [],
            },
            {
                "name": "names",
                "type": "strings",
                "default": ["eval"],
                "help": "what must not be called",
                "choices": [],
            },
            {
                "name": "reason",
                "type": "string",
                "default": "is forbidden",
                "help": "what the message says",
                "choices": [],
            },
        ],
        "statements": [],
    }
    assert (by_code["TEAM002"]["default"], by_code["QK401"]["statements"]) == (False, ["SG21"])


def test_rules_are_listed_as_text(tmp_path: Path) -> None:
    root = make_project(tmp_path, PACK)
    lines = call(root, "rules").out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("TEAM001"))
    assert lines[start:] == [
        f"TEAM001 {'forbidden-call':<29}error    on           A call of a function that the team does not"
        " want.",
        "       options: exempt, names, reason",
        f"TEAM002 {'twice-defined':<29}error    off          A class whose name another module of the project"
        " has taken already.",
        "       options: exempt",
    ]
    assert call(root, "rules", "--output-format", "yaml") == (
        2,
        "",
        "quality-kit: --output-format: unknown format 'yaml' (valid: text, json)\n",
    )


def test_a_rule_is_explained_by_code_or_name(tmp_path: Path) -> None:
    root = make_project(tmp_path, PACK)
    ran = call(root, "explain", "TEAM001")
    assert ran == (
        0,
        """\
TEAM001 forbidden-call (error, on by default)

A call of a function that the team does not want.

The team has its reasons.

Found in app/module.py
    eval(text)  # <-- TEAM001

Left alone in app/module.py
    parse(text)

Options ([tool.quality-kit.rules.TEAM001]):
    exempt (strings): where the rule is silent: classes of paths (tests, migrations, scripts,
        examples) or globs
        default: []
    names (strings): what must not be called
        default: ["eval"]
    reason (string): what the message says
        default: "is forbidden"

To suppress:
    # quality-kit: ignore[TEAM001] -- why this is right here
    # quality-kit: ignore-file[TEAM001] -- why, for the whole file
    [[tool.quality-kit.overrides]]
    paths = ["..."]
    ignore = ["TEAM001"]
""",
        "",
    )
    assert call(root, "explain", "team001") == call(root, "explain", "forbidden-call") == ran


def test_every_rule_can_be_explained(tmp_path: Path) -> None:
    for rule in json.loads(call(tmp_path, "rules", "--output-format", "json").out):
        ran = call(tmp_path, "explain", rule["code"])
        assert ran.code == 0
        assert ran.out.startswith(f"{rule['code']} {rule['name']} (")
        assert all(f"\n    {option['name']} (" in ran.out for option in rule["options"])


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("F401", "'F401' is no rule of ours; see the documentation of flake8"),
        ("mypy:arg-type", "'mypy:arg-type' is no rule of ours; see the documentation of mypy"),
        ("QK4O1", "there is no rule 'QK4O1', did you mean 'QK401'?; see quality-kit rules"),
        ("print-cal", "there is no rule 'print-cal', did you mean 'print-call'?; see quality-kit rules"),
    ],
)
def test_an_unknown_rule_is_told_with_the_nearest(tmp_path: Path, wanted: str, told: str) -> None:
    assert call(tmp_path, "explain", wanted) == (2, "", f"quality-kit: {told}\n")


def test_a_broken_configuration_is_told_by_every_verb(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"quality-kit.toml": "select = [\n"})
    for arguments in (["rules"], ["explain", "QK401"], ["new-rule", "logging", "a-b"], ["check"]):
        ran = call(root, *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"quality-kit: {root}/quality-kit.toml: the configuration has mistakes\n")
