"""Ctrl-C, and a tool that is killed: nothing is left behind, neither processes nor half a file."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.misbehaving import pack
from tests.odd_files import TOO_MUCH
from tests.projects import COMMAND, make_project, places, report

needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")
pytestmark = needs_proc

#: Notes that it has begun, and takes its time.
SLOW = "open('begun', 'w').close(); time.sleep(60)"
#: Python does not pass on what is raised in ``__del__``.
INTERRUPTED_IN_A_FINALIZER = (
    "type('Final', (), {'__del__': lambda self: signal.raise_signal(signal.SIGINT)})() and time.sleep(60)"
)
PADDING = {"padding.py": "# text that costs nothing to parse\n" * 10_000}
FILES = {"bad.py": "f()\n", "good.py": "f()\n"}
#: A file on which the parser itself is busy, where no signal handler runs.
BUSY = {"pyproject.toml": "", "patterns.py": TOO_MUCH["patterns"], "good.py": 'print("x")\n'}

#: An interpreter that runs no linter, notes its number and takes its time.
SLOW_LINTER = {
    "pyproject.toml": '[tool.quality-kit]\nlinter-python = "./slow.sh"\n',
    "slow.sh": "#!/bin/sh\necho $$ > number && mv number begun\nexec sleep 60\n",
}


@contextmanager
def running(root: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The command in a session of its own, as in a terminal of its own."""
    command = [*COMMAND, "check", "--output-format", "json:report.json", *arguments]
    process = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, start_new_session=True)
    try:
        yield process
    finally:
        with process:
            process.kill()
        for other in members(process.pid):
            os.kill(other, signal.SIGKILL)


def members(session: int) -> list[int]:
    """The processes of a session that have not ended, in the order of their start."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            state, _, _, number = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if number == str(session) and state != "Z":
            found.append(int(folder.name))
    return sorted(found)


def is_busy(process: int) -> bool:
    """Whether it has used more processor time than a start takes."""
    ticks = int((Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[11])
    return ticks > 2 * os.sysconf("SC_CLK_TCK")


def wait_until(what: str, true: object, seconds: float = 20.0) -> None:
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"{what} did not happen in {seconds} seconds"
        time.sleep(0.02)


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C: the signal goes to the process group in the foreground."""
    os.killpg(process.pid, signal.SIGINT)


@pytest.mark.parametrize(
    ("files", "processes"),
    [
        ({**FILES, **pack(SLOW)}, 1),
        ({**FILES, **PADDING, **pack(SLOW)}, 2),
        (BUSY, 2),
    ],
    ids=["one process", "several processes", "a process for a suspect"],
)
def test_ctrl_c_ends_the_run_and_all_its_processes(
    tmp_path: Path, files: Mapping[str, str], processes: int
) -> None:
    root = make_project(tmp_path, files, git=False)
    before = sorted(path.name for path in root.iterdir())
    with running(root, "--no-linters", "--jobs", "2") as process:
        if files is BUSY:
            wait_until("the parser at work", lambda: any(map(is_busy, members(process.pid)[1:])))
        else:
            wait_until("the slow rule", (root / "begun").exists)
        assert len(members(process.pid)) >= processes
        interrupt(process)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == (130, b"")
        assert members(process.pid) == []
    left = {path.name for path in root.iterdir()} - {"begun", ".quality-kit-cache"}
    assert sorted(left) == before


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.2, 0.35])
def test_ctrl_c_while_processes_start_is_answered_in_the_same_way(tmp_path: Path, delay: float) -> None:
    root = make_project(tmp_path, {**FILES, **PADDING, **pack(SLOW)}, git=False)
    with running(root, "--select", "TEAM", "--jobs", "2", "--verbose") as process:
        assert process.stderr is not None and process.stderr.readline().startswith(b"root: ")
        time.sleep(delay)
        interrupt(process)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, b"Traceback" in errors) == (130, False)
        assert members(process.pid) == []
    assert not (root / "report.json").exists()


def test_a_ctrl_c_that_hits_a_finalizer_is_not_lost(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**FILES, **pack(INTERRUPTED_IN_A_FINALIZER)}, git=False)
    with running(root, "--select", "TEAM") as process:
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == (130, b"")


def test_a_second_ctrl_c_changes_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**FILES, **PADDING, **pack(SLOW)}, git=False)
    with running(root, "--select", "TEAM", "--jobs", "2") as process:
        wait_until("the slow rule", (root / "begun").exists)
        interrupt(process)
        interrupt(process)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, b"Traceback" in errors) == (130, False)
        assert members(process.pid) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_workers_do_not_outlive_a_tool_that_is_killed(tmp_path: Path, number: signal.Signals) -> None:
    slow = "open('begun', 'w').close(); time.sleep(1)"
    root = make_project(tmp_path, {**FILES, **PADDING, **pack(slow)}, git=False)
    with running(root, "--select", "TEAM", "--jobs", "2") as process:
        wait_until("the slow rule", (root / "begun").exists)
        os.kill(process.pid, number)
        process.communicate(timeout=10)
        wait_until("the end of the workers", lambda: members(process.pid) == [], seconds=10)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_linters_do_not_outlive_a_tool_that_is_told_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """Linters have sessions of their own, which the signal does not reach."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    root = make_project(tmp_path, {"a.py": "", **SLOW_LINTER}, git=False)
    (root / "slow.sh").chmod(0o755)
    with running(root, "--linters", "black", "--select", "black") as process:
        wait_until("the slow linter", (root / "begun").exists)
        linter = int((root / "begun").read_text())
        os.kill(process.pid, number)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == (-number, b"")
    assert not (Path("/proc") / str(linter)).exists()
    assert list(scratch.iterdir()) == []
    assert not (root / "report.json").exists()


def test_the_next_run_is_right_after_an_interrupted_one(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**FILES, **pack(SLOW)}, git=False)
    with running(root, "--select", "TEAM") as process:
        wait_until("the slow rule", (root / "begun").exists)
        interrupt(process)
        process.communicate(timeout=10)
    (root / "pack" / "misbehaves.py").write_text(pack()["pack/misbehaves.py"])
    found = report("--select", "TEAM001", cwd=root, exit_code=1)
    assert places(found) == [("bad.py", 1, "TEAM001"), ("good.py", 1, "TEAM001")]
