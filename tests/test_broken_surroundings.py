"""Closed streams, readers that go away, damaged installations, Ctrl-C: a clear exit code and no traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.projects import COMMAND, make_project, run, write

ROOT = Path(__file__).parent.parent
CHECK = ("check", "--select", "QK401")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, {"x.py": 'print("x")\n' * 2000})


def in_shell(script: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run bash; ``$CHECK`` is the command."""
    env = {**os.environ, "CHECK": " ".join([*COMMAND, *CHECK])}
    return subprocess.run(
        ["bash", "-c", script], cwd=cwd, env=env, capture_output=True, text=True, timeout=60
    )


def test_a_reader_that_goes_away_changes_neither_the_exit_code_nor_says_anything(project: Path) -> None:
    done = in_shell("$CHECK | head -1; exit ${PIPESTATUS[0]}", project)
    assert (done.returncode, done.stdout, done.stderr) == (1, "x.py\n", "")
    (project / "x.py").write_text("x = 1\n")
    done = in_shell("$CHECK --show-files | true; exit ${PIPESTATUS[0]}", project)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_report_that_cannot_be_written_is_no_pass(project: Path) -> None:
    (project / "x.py").write_text("x = 1\n")
    closed = in_shell("$CHECK >&-", project)
    told = "quality-kit: cannot write to standard output: {}\n"
    assert (closed.returncode, closed.stderr) == (2, told.format("it is closed"))
    full = in_shell("$CHECK > /dev/full", project)
    assert (full.returncode, full.stderr) == (2, told.format("No space left on device"))


def test_standard_output_may_be_closed_when_nothing_is_written_there(project: Path) -> None:
    done = in_shell("$CHECK --output-file report.txt >&-", project)
    assert (done.returncode, done.stderr) == (1, "")
    assert (project / "report.txt").read_text().count("\n") == 2000 + 5


def test_standard_error_may_be_closed(project: Path) -> None:
    done = in_shell("$CHECK --verbose 2>&-", project)
    assert (done.returncode, done.stdout.count(" QK401 print-call ")) == (1, 2000)
    assert in_shell("$CHECK --select QK9999 2>&-", project).returncode == 2
    assert in_shell("$CHECK --select QK9999 2>/dev/full", project).returncode == 2


def test_closed_standard_input_is_told(project: Path) -> None:
    done = in_shell("$CHECK - --stdin-filename x.py <&-", project)
    assert (done.returncode, done.stderr) == (2, "quality-kit: cannot read standard input: it is closed\n")


def test_names_that_the_output_cannot_write_are_escaped(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"größe.py": 'print("x")\n'})
    env = {"PYTHONIOENCODING": "ascii"}
    assert run(*CHECK, cwd=project, env=env).stdout.startswith("gr\\xf6\\xdfe.py\n")
    assert run("check", "--show-files", cwd=project, env=env).stdout == "gr\\xf6\\xdfe.py\n"
    assert run("check", "ä.py", cwd=project, env=env).stderr.startswith(
        f"quality-kit: {project}/\\xe4.py does not"
    )


def test_a_mistake_of_the_tool_itself_exits_with_2(tmp_path: Path) -> None:
    installed = tmp_path / "installed" / "quality_kit"
    shutil.copytree(ROOT / "quality_kit", installed, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "checks", installed / "checks", ignore=shutil.ignore_patterns("__pycache__"))
    write(
        installed,
        "reporters/text.py",
        "def render(report, view):\n    raise LookupError('\x1b[31mdamaged')\n",
    )
    project = make_project(tmp_path, {"x.py": "x = 1\n"})
    command = (sys.executable, "-m", "quality_kit")
    done = run(*CHECK, cwd=project, env={"PYTHONPATH": str(installed.parent)}, command=command)
    assert (done.returncode, done.stdout) == (2, "")
    *traceback, error, last = done.stderr.splitlines()
    assert traceback[0] == "Traceback (most recent call last):"
    assert error == "LookupError: \\x1b[31mdamaged"
    assert last == "quality-kit: this is a mistake of quality-kit; nothing can be said of the checked code"


def test_a_run_that_is_interrupted_exits_with_130_and_writes_no_report(tmp_path: Path) -> None:
    body = "\n".join(f"def f{number}(a: int) -> int:\n    return a + {number}\n" for number in range(500))
    project = make_project(tmp_path, {f"m{number}.py": body for number in range(60)})
    command = [*COMMAND, "check", "--no-linters", "--no-cache", "--output-file", "report.txt", "-v"]
    process = subprocess.Popen(
        command, cwd=project, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stderr is not None
    assert process.stderr.readline() == f"root: {project}\n"
    time.sleep(0.5)  # the files take seconds
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert [
        line
        for line in told.splitlines()
        if not line.startswith(("configuration", "cache", "linters", "files"))
    ] == []
    assert [name for name in os.listdir(project) if not name.startswith("m")] == [".git"]


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05, 0.08])
def test_an_interruption_while_it_starts_shows_no_traceback_of_ours(project: Path, delay: float) -> None:
    command = [
        sys.executable,
        "-c",
        "import os; os.write(2, b'.'); from quality_kit.cli.main import main; main()",
        *CHECK,
    ]
    process = subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stderr is not None
    assert process.stderr.read(1) == b"."
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    # Before our first line runs, Python itself speaks.
    assert process.returncode in (130, -signal.SIGINT)
    assert process.returncode == -signal.SIGINT or told == b""
