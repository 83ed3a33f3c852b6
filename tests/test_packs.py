"""A team's own rule packages: trusted code, loaded by path, not by a name that checked code could take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.packs import FORBIDDEN_CALL, PACK, RULES
from tests.projects import AS_MODULE, COMMAND, make_project, report, run, write

CODE = {"x.py": "eval(x)\n"}


def test_the_rules_of_a_pack_run_beside_ours(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**PACK, "x.py": 'eval(x)\nprint("x")\n'})
    assert check(project, "--no-linters").places == [("x.py", 1, FORBIDDEN_CALL), ("x.py", 2, "QK401")]
    listed = [rule["code"] for rule in call(project, "rules", "--output-format", "json").report]
    assert listed[-2:] == [FORBIDDEN_CALL, "TEAM002"]
    assert call(project, "explain", "forbidden-call").out.startswith(
        "TEAM001 forbidden-call (error, on by default)\n"
    )


def test_a_pack_is_told_in_verbose(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**PACK, **CODE})
    assert f"rule pack (trusted code): {project}/quality/rules\n" in check(project, "--no-linters", "-v").err
    assert "rule pack" not in check(project, "--no-linters").err


def test_options_of_a_pack_are_set_and_validated_like_ours(tmp_path: Path) -> None:
    table = (
        PACK["pyproject.toml"] + '[tool.quality-kit.rules.TEAM001]\nnames = ["exec"]\nseverity = "warning"\n'
    )
    project = make_project(tmp_path, {**PACK, "pyproject.toml": table, "x.py": "eval(x)\nexec(x)\n"})
    found = check(project, "--no-linters").report["findings"]
    assert [(finding["line"], finding["severity"]) for finding in found] == [(2, "warning")]
    write(project, "pyproject.toml", table.replace("names", "nams").replace('"warning"', '"warn"'))
    ran = call(project, "check")
    assert ran.code == 2
    assert ran.err.splitlines()[1:] == [
        "  rules.TEAM001.nams: unknown option 'nams', did you mean 'names'?",
        "  rules.TEAM001.severity: unknown severity 'warn', did you mean 'warning'?",
    ]


def test_an_edit_of_a_pack_counts_at_once(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**PACK, **CODE})
    first = report("--select", FORBIDDEN_CALL, cwd=project, exit_code=1)
    path = "quality/rules/words/forbidden_call.py"
    write(project, path, (project / path).read_text().replace('("eval",)', '("compile",)'))
    second = report("--select", FORBIDDEN_CALL, cwd=project, exit_code=0)
    assert (first["summary"]["findings"], second["summary"]["findings"]) == (1, 0)


def test_a_pack_without_a_configured_name_is_not_loaded(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**RULES, **CODE})
    assert call(project, "check", "--select", FORBIDDEN_CALL).code == 2


def test_a_pack_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {**PACK, **CODE, "quality/rules/words/forbidden_call.py": "import nowhere\n"}
    )
    done = run("check", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("quality-kit: cannot import the rule module ")
    assert done.stderr.endswith("words.forbidden_call: ModuleNotFoundError(\"No module named 'nowhere'\")\n")


def test_two_rules_with_one_code_are_told(tmp_path: Path) -> None:
    path = "quality/rules/words/twice_defined.py"
    project = make_project(tmp_path, {**PACK, **CODE, path: RULES[path].replace("TEAM002", "QK401")})
    done = run("check", cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("quality-kit: two rules have the code QK401: ")


NAMES = ("checks", "hooks", "typer", "libcst", "pathspec", "rich", "sitecustomize", "json", "quality_kit")


@pytest.mark.parametrize(
    ("command", "names"),
    [(COMMAND, NAMES), (AS_MODULE, NAMES[:-1])],  # Python itself looks for -m NAME in the working directory
    ids=["quality-kit", "python -m quality_kit"],
)
def test_nothing_of_the_checked_project_is_imported(
    tmp_path: Path, command: Sequence[str], names: Sequence[str]
) -> None:
    bomb = "raise SystemExit('executed')\n"
    files = {f"{name}/__init__.py": bomb for name in names}
    project = make_project(
        tmp_path, {**files, "app/conftest.py": bomb, "setup.py": bomb, "x.py": 'print("x")\n'}
    )
    found = report("--select", "QK401", "--no-cache", cwd=project, command=command, exit_code=1)
    assert [finding["path"] for finding in found["findings"]] == ["x.py"]
    assert found["summary"]["files"] == len(files) + 3
