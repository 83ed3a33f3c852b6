"""``quality-kit new-rule FAMILY NAME``: a file, and nothing else, makes a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs import PACK
from tests.projects import make_project, places, report, run, write


def new_rule(root: Path, *arguments: str) -> str:
    done = run("new-rule", *arguments, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_new_rule_of_a_pack_takes_the_next_free_code_and_works_at_once(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**PACK, "x.py": "eval(1)\n"})
    file = root / "quality" / "rules" / "security" / "evaluated_text.py"
    told = (
        f"{file}: rule TEAM003 evaluated-text\nFill in the text, the examples and the search. "
        "It runs with --extend-select TEAM003, and always with `default = True`.\n"
    )
    assert new_rule(root, "security", "evaluated-text") == told
    assert places(report("--select", "TEAM003", cwd=root, exit_code=1)) == [("x.py", 1, "TEAM003")]
    assert run("explain", "evaluated-text", cwd=root).stdout.startswith(
        "TEAM003 evaluated-text (error, off by default)"
    )


def test_what_is_written_is_clean(tmp_path: Path) -> None:
    root = make_project(tmp_path, PACK)
    new_rule(root, "security", "evaluated-text")
    write(root, "pyproject.toml", "[tool.isort]\nprofile = 'black'\n[tool.black]\nline-length = 110\n")
    write(root, ".flake8", "[flake8]\nmax-line-length = 110\n")
    linters = "black,isort,flake8,autoflake,vulture"
    found = report("quality/rules/security", "--linters", linters, "--select", "QK1", cwd=root, exit_code=0)
    assert (found["findings"], found["summary"]["files"]) == ([], 2)


def test_a_pack_goes_on_with_the_codes_that_it_has(tmp_path: Path) -> None:
    files = {path: text.replace("TEAM00", "ACME1") for path, text in PACK.items()}
    assert ": rule ACME13 bare-except\n" in new_rule(make_project(tmp_path, files), "errors", "bare-except")


def test_a_pack_that_is_not_configured_yet_is_made(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "eval(1)\n"})
    assert ": rule TEAM001 first-rule\n" in new_rule(root, "words", "first-rule", "--pack", "quality/rules")
    assert ": rule TEAM002 second-rule\n" in new_rule(root, "words", "second-rule", "--pack", "quality/rules")
    write(root, "quality-kit.toml", 'packs = ["quality/rules"]\nexclude = ["quality/"]\n')
    assert places(report("--select", "TEAM002", cwd=root, exit_code=1)) == [("x.py", 1, "TEAM002")]


def test_in_our_own_repository_the_family_gives_the_code(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"quality_kit/rule.py": ""})
    file = root / "checks" / "logging" / "silent_handler.py"
    assert new_rule(root, "logging", "silent-handler").startswith(f"{file}: rule QK406 silent-handler\n")
    done = run("new-rule", "loging", "x-y", cwd=root)
    assert (done.returncode, done.stderr) == (
        2,
        "quality-kit: unknown family 'loging', did you mean 'logging'?\n",
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["words", "BadName"], "'BadName' is no rule name: lower-case words with dashes, e.g. print-call"),
        (["words", "word"], "'word' is no rule name: lower-case words with dashes, e.g. print-call"),
        (["../up", "a-b"], "'../up' is no family: one lower-case word, e.g. logging"),
        (["class", "a-b"], "'class' is no family: one lower-case word, e.g. logging"),
        (["words", "forbidden-call"], "there is a rule forbidden-call already; choose another name"),
        (["words", "print-call"], "there is a rule print-call already; choose another name"),
        (
            ["words", "my-helper"],
            "{root}/quality/rules/words/my_helper.py exists already; choose another name",
        ),
    ],
)
def test_a_name_that_cannot_be_is_told(tmp_path: Path, arguments: list[str], told: str) -> None:
    root = make_project(tmp_path, {**PACK, "quality/rules/words/my_helper.py": "kept = 1\n"})
    done = run("new-rule", *arguments, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"quality-kit: {told.format(root=root)}\n"
    assert (root / "quality/rules/words/my_helper.py").read_text() == "kept = 1\n"


def test_a_project_without_a_pack_is_told_what_to_do(tmp_path: Path) -> None:
    done = run("new-rule", "words", "a-b", cwd=make_project(tmp_path, {"x.py": ""}))
    told = "this project has no rule package: create a folder, name it in packs = [...], or use --pack"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"quality-kit: {told}\n")
