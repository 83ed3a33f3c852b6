"""A rule that raises, ends its process or prints: that costs its own findings and no others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.misbehaving import pack
from tests.projects import make_project, places, report, run

FILES = {"bad.py": "f()\n", "good.py": "f()\n"}
#: So much that processes are started.
PADDING = {"padding.py": "# text that costs nothing to parse\n" * 10_000}
TEAM = ("--select", "TEAM")
#: What the two rules of the pack find where nothing goes wrong.
GOOD = [("good.py", 1, "TEAM001"), ("good.py", 1, "TEAM002")]

both_kinds = pytest.mark.parametrize("more", [{}, PADDING], ids=["one process", "several"])


def checked(tmp_path: Path, files: Mapping[str, str], exit_code: int) -> dict[str, Any]:
    root = make_project(tmp_path, {**FILES, **files}, git=False)
    return report(*TEAM, "--jobs", "2", cwd=root, exit_code=exit_code)


@both_kinds
@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("raise ValueError('no such thing')", "ValueError: no such thing (PACK:17)"),
        ("node.nothing", "AttributeError: 'Module' object has no attribute 'nothing' (PACK:17)"),
        ("sys.exit()", "SystemExit:  (PACK:17)"),
        ("self.visit_Module(node)", "RecursionError: maximum recursion depth exceeded (PACK:16)"),
    ],
    ids=["raises", "stumbles", "exits", "recurses"],
)
def test_a_rule_that_raises_is_a_failure_of_that_rule_on_that_file(
    tmp_path: Path, more: Mapping[str, str], action: str, words: str
) -> None:
    found = checked(tmp_path, {**pack(action), **more}, exit_code=2)
    assert places(found) == [("bad.py", 1, "TEAM002"), *GOOD]
    [failure] = found["failures"]
    assert (failure["source"], failure["path"]) == ("TEAM001", "bad.py")
    file = str(tmp_path / "project" / "pack" / "misbehaves.py")
    assert failure["reason"].replace(file, "PACK") == f"the rule failed: {words}"


def test_a_finding_of_unknown_severity_is_a_failure_and_does_not_slip_past_the_gate(tmp_path: Path) -> None:
    found = checked(tmp_path, pack("self.report(node, severity='fatal')"), exit_code=2)
    [failure] = found["failures"]
    assert (failure["source"], failure["path"]) == ("TEAM001", "bad.py")
    words = "the rule failed: ValueError: unknown severity 'fatal' (valid: error, warning, info)"
    assert failure["reason"].startswith(words)


@both_kinds
def test_a_collector_that_raises_is_a_failure_of_its_rule_on_that_file(
    tmp_path: Path, more: Mapping[str, str]
) -> None:
    found = checked(tmp_path, {**pack(collecting="raise ValueError('x')"), **more}, exit_code=2)
    assert places(found) == [("bad.py", 1, "TEAM001"), *GOOD]
    assert [(failure["source"], failure["path"]) for failure in found["failures"]] == [("TEAM002", "bad.py")]


@pytest.mark.parametrize("concluding", ["raise ValueError('x')", "raise SystemExit(0)"])
def test_a_project_rule_that_raises_is_a_failure_of_that_rule(tmp_path: Path, concluding: str) -> None:
    found = checked(tmp_path, pack(concluding=concluding), exit_code=2)
    assert places(found) == [("bad.py", 1, "TEAM001"), GOOD[0]]
    assert [(failure["source"], failure["path"]) for failure in found["failures"]] == [("TEAM002", None)]


def test_a_failure_is_told_again_by_the_next_run(tmp_path: Path) -> None:
    root = make_project(
        tmp_path, {**FILES, **pack("raise ValueError('x')", concluding="raise ValueError('x')")}
    )
    first, second = (report(*TEAM, cwd=root, exit_code=2) for _ in range(2))
    assert len(first["failures"]) == 2
    assert (second["failures"], second["findings"]) == (first["failures"], first["findings"])


def test_a_failure_of_a_rule_that_is_off_is_none(tmp_path: Path) -> None:
    files = {**FILES, **pack("raise ValueError('x')", collecting="raise ValueError('x')")}
    root = make_project(tmp_path, files, git=False)
    assert report("--select", "QK401", cwd=root, exit_code=0)["failures"] == []
    assert report("--select", "TEAM002", "--no-project-rules", cwd=root, exit_code=0)["failures"] == []


@pytest.mark.parametrize("action", ["os._exit(0)", "signal.raise_signal(signal.SIGSEGV)"])
def test_a_worker_that_dies_costs_the_findings_of_one_file(tmp_path: Path, action: str) -> None:
    many = {f"app/m{number}.py": "f()\n" for number in range(5)}
    found = checked(tmp_path, {**pack(action), **PADDING, **many}, exit_code=1)
    assert places(found) == [
        *((f"app/m{number}.py", 1, code) for number in range(5) for code in ("TEAM001", "TEAM002")),
        ("bad.py", 1, "QK004"),
        *GOOD,
    ]
    message = found["findings"][10]["message"]
    assert (
        message
        == "not checked: reading it brings down the process that does it; exclude it if it is generated"
    )


@both_kinds
def test_what_a_rule_prints_does_not_spoil_the_report(tmp_path: Path, more: Mapping[str, str]) -> None:
    speaking = pack("print('one')", collecting="print('two')", concluding="print('three')")
    root = make_project(tmp_path, {**FILES, **speaking, **more}, git=False)
    done = run("check", *TEAM, "--output-format", "json", "--jobs", "2", cwd=root)
    assert (done.returncode, sorted(done.stderr.split())) == (1, ["one", "three", "two"])
    assert places(json.loads(done.stdout)) == [("bad.py", 1, "TEAM001"), ("bad.py", 1, "TEAM002"), *GOOD]


def test_a_pack_that_only_the_workers_cannot_load_is_told(tmp_path: Path) -> None:
    broken = {
        "pack/__init__.py": "import sys\nif sys.argv[0].endswith('worker.py'):\n    raise ValueError('x')\n"
    }
    root = make_project(tmp_path, {**FILES, **PADDING, **pack(), **broken}, git=False)
    done = run("check", *TEAM, "--jobs", "2", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"quality-kit: cannot import the rule pack {root}/pack: ValueError('x')\n"
