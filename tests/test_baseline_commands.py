"""``quality-kit baseline``: create, update, prune, check, show, and files that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.baselines import CODE, FILE, RULES_ONLY, active, entries, held, recorded_project
from tests.in_process import call
from tests.projects import make_project, run, write

LINE = '{"path": "a.py", "code": "QK401", "scope": "", "key": "0123456789abcdef"}\n'


def test_create_records_what_counts_and_refuses_to_do_so_again(tmp_path: Path) -> None:
    silenced = 'print("b")  # quality-kit: ignore[QK401] -- a script\n'
    files = {"quality-kit.toml": RULES_ONLY, "app/a.py": CODE, "b.py": silenced, "c.py": "def (:\n"}
    project = make_project(tmp_path, files)
    done = run("baseline", "create", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{FILE}: 2 findings recorded; commit the file\nnot recorded, because it must be mended: QK000\n"
    )
    assert [set(entry) for entry in entries(project)] == [{"path", "code", "scope", "key"}] * 2
    assert active(project) == [("c.py", 1, "QK000")]
    again = run("baseline", "create", cwd=project)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == (
        f"quality-kit: there is a baseline {FILE}: quality-kit baseline update --rule CODE records one rule "
        "again, --force everything\n"
    )
    write(project, FILE, "damaged\n")
    assert run("baseline", "create", "--force", cwd=project).returncode == 0
    assert len(entries(project)) == 2


def test_create_writes_equal_bytes_for_equal_input(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE, "app/ü.py": CODE})
    before = (project / FILE).read_bytes()
    assert call(project, "baseline", "create", "--force").code == 0
    assert (project / FILE).read_bytes() == before
    assert before.decode().splitlines() == sorted(before.decode().splitlines())


def test_create_writes_nothing_when_something_failed(tmp_path: Path) -> None:
    files = {"quality-kit.toml": 'linters = ["flake8"]\n', ".flake8": "[flake8]\nmax-line-length = long\n"}
    project = make_project(tmp_path, {**files, "app/a.py": CODE})
    ran = call(project, "baseline", "create")
    assert (ran.code, ran.out, (project / FILE).exists()) == (2, "", False)
    assert ran.err.startswith("failed: flake8: ")
    assert ran.err.endswith("quality-kit: nothing was written, because this run proves nothing\n")


def test_update_records_only_the_rules_that_are_named(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"a.py": 'print("a")\n', "b.py": "def b():\n    pass\n"})
    write(project, "a.py", 'print("new")\nprint("newer")\n')
    write(project, "b.py", "def c():\n    pass\n")
    ran = call(project, "baseline", "update", "--rule", "QK401")
    assert (ran.code, ran.out) == (0, f"{FILE}: 2 findings recorded where there were 1\n")
    assert active(project) == [("b.py", 1, "QK102")]
    assert held(project)[-1] == ("b.py", "QK102", "b")
    assert call(project, "baseline", "update", "--rule", "QK1,QK3").code == 0
    assert active(project) == []


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("QK999", "--rule: unknown code 'QK999'"),
        ("QK000", "--rule: 'QK000' cannot be switched off"),
        ("mypy", "--rule: mypy is off in this project: switch it on, then record it"),
        ("QK6", "--rule: QK6 is off in this project: switch it on, then record it"),
    ],
)
def test_update_refuses_what_it_cannot_record(tmp_path: Path, rule: str, told: str) -> None:
    project = recorded_project(tmp_path, {"a.py": 'print("a")\n'}, f'{RULES_ONLY}ignore = ["QK6"]\n')
    ran = call(project, "baseline", "update", "--rule", rule)
    assert (ran.code, ran.err.startswith(f"quality-kit: {told}")) == (2, True)
    assert len(entries(project)) == 1


def test_prune_and_check_never_let_it_grow(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"a.py": 'print("a")\n', "b.py": 'print("b")\n'})
    write(project, "a.py", 'print("new")\n')
    checked = call(project, "baseline", "check")
    assert (checked.code, checked.out) == (
        1,
        f"stale: a.py: QK401\n{FILE} is not up to date: quality-kit baseline prune mends it\n",
    )
    pruned = call(project, "baseline", "prune")
    assert (pruned.code, pruned.out) == (
        0,
        f"{FILE}: 1 stale entry removed, 0 ceilings lowered, 1 finding left\n",
    )
    checked = call(project, "baseline", "check")
    assert (checked.code, checked.out) == (0, f"{FILE} is up to date: 1 finding\n")
    assert active(project) == [("a.py", 1, "QK401")]


def test_check_minds_the_order_of_the_lines(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"a.py": 'print("a")\n', "b.py": 'print("b")\n'})
    lines = (project / FILE).read_text().splitlines(keepends=True)
    for text in ("".join(lines[::-1]), "".join([*lines, lines[0]])):
        write(project, FILE, text)
        assert active(project, ".") == []
        assert call(project, "baseline", "check").code == 1
    write(project, FILE, "".join(lines).replace("\n", "\r\n"))
    assert call(project, "baseline", "check").code == 0


def test_show_counts_by_rule_and_by_file(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE, "b.py": "def b():\n    pass\n"})
    shown = call(project, "baseline", "show")
    assert (shown.code, shown.out.split("\n\n")) == (
        0,
        [
            f"{FILE}: findings 3, files 2",
            "      2  QK401\n      1  QK102",
            "      2  app/a.py\n      1  b.py\n",
        ],
    )
    assert json.loads(call(project, "baseline", "show", "--output-format", "json").out) == {
        "file": FILE,
        "findings": 3,
        "rules": {"QK401": 2, "QK102": 1},
        "paths": {"app/a.py": 2, "b.py": 1},
    }
    assert call(project, "baseline", "show", "--output-format", "xml").code == 2


@pytest.mark.parametrize("command", [["update", "--rule", "QK401"], ["prune"], ["check"], ["show"]])
def test_without_a_baseline_there_is_nothing_to_do(tmp_path: Path, command: list[str]) -> None:
    project = make_project(tmp_path, {"quality-kit.toml": RULES_ONLY})
    ran = call(project, "baseline", *command)
    assert (ran.code, ran.err) == (
        2,
        f"quality-kit: there is no baseline {FILE}: quality-kit baseline create makes it\n",
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "the line is no JSON"),
        ("[]", "the line is no entry of a baseline (it is no object)"),
        ("[" * 100_000, "the line is no entry of a baseline"),
        (LINE.replace("scope", "scoop"), "the line is no entry of a baseline (unknown key 'scoop')"),
        (LINE.replace('"", ', "1, "), "the line is no entry of a baseline ('scope' must be a string)"),
        (LINE.replace("}", ', "ceiling": true}'), "the line is no entry of a baseline ('ceiling' must be"),
        (f"{LINE.strip()}, {LINE}", "the line is no JSON (Extra data)"),
        ("=======", "a merge conflict is not resolved: delete the lines with the marks"),
    ],
    ids=range(8),
)
def test_a_damaged_line_is_told_with_its_number(tmp_path: Path, line: str, told: str) -> None:
    files = {"quality-kit.toml": RULES_ONLY, FILE: f"{LINE}\n{line}\n{LINE}"}
    ran = call(make_project(tmp_path, files), "check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"quality-kit: {FILE}:3: {told}")


def test_a_ceiling_beyond_all_numbers_is_told(tmp_path: Path) -> None:
    line = LINE.replace("}", f', "ceiling": {"9" * 5000}}}')
    ran = call(make_project(tmp_path, {"quality-kit.toml": RULES_ONLY, FILE: line}), "check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f"quality-kit: {FILE}:1: the line is no entry of a baseline (Exceeds the limit "
    )


def test_a_file_that_is_no_text_or_no_file(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"quality-kit.toml": RULES_ONLY, FILE: b"\xff\xfe"})
    assert call(project, "check").err == f"quality-kit: {FILE}: is no UTF-8 text: restore the file from git\n"
    (project / FILE).unlink()
    (project / FILE).mkdir()
    assert call(project, "check").err == f"quality-kit: cannot read the baseline {FILE}: Is a directory\n"


def test_names_that_are_no_text_come_back_as_they_were(tmp_path: Path) -> None:
    name = b"caf\xe9.py".decode("utf-8", "surrogateescape")
    project = make_project(tmp_path, {"quality-kit.toml": RULES_ONLY, name: 'print("x")\n'})
    assert call(project, "baseline", "create").code == 0
    assert (project / FILE).read_bytes().isascii()
    assert active(project) == []
