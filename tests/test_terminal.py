"""The text report on a terminal: colours, and the source line with a caret."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.in_process import call
from tests.packs import PACK
from tests.projects import COMMAND, make_project

_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(cwd: Path, *arguments: str, env: Mapping[str, str] | None = None) -> str:
    """What the command writes to a terminal 80 columns wide."""
    ours, theirs = pty.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd),
        "TERM": "xterm",
        "COLUMNS": "80",
        **(env or {}),
    }
    process = subprocess.Popen([*COMMAND, *arguments], cwd=cwd, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    written = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            piece = b""
        if not piece:
            break
        written += piece
    os.close(ours)
    process.wait(60)
    return written.decode().replace("\r\n", "\n")


def excerpt(tmp_path: Path, line: str | bytes, columns: int = 80) -> list[str]:
    """The source line and the carets of the one finding in a line of code, without colours."""
    data = line if isinstance(line, bytes) else line.encode()
    root = make_project(tmp_path, {**PACK, "x.py": data + b"\n"})
    env = {"FORCE_COLOR": "1", "COLUMNS": str(columns)}
    out = call(root, "check", "-q", "--select", "TEAM001", env=env).out
    return [_ESCAPE.sub("", shown) for shown in out.splitlines()[2:]]


def test_a_terminal_gets_colours_and_the_source_line(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**PACK, "x.py": "if 1:\n    y = eval(1) + 1\n"})
    lines = on_terminal(root, "check", "--select", "TEAM001").splitlines()
    assert lines[:4] == [
        "\x1b[1mx.py\x1b[0m",
        "\x1b[2m  2:9       \x1b[0m\x1b[1;31merror    \x1b[0m"
        "\x1b[1mTEAM001 forbidden-call\x1b[0m  eval is forbidden",
        "\x1b[2m       2 | \x1b[0my = eval(1) + 1",
        "               \x1b[1;31m^^^^^^^\x1b[0m",
    ]
    assert re.fullmatch(r"\x1b\[1mFound 1 finding \(1 error\) in 1 file in \d+\.\d s\x1b\[0m", lines[-1])


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
def test_a_terminal_without_colours_gets_the_source_line(tmp_path: Path, env: dict[str, str]) -> None:
    root = make_project(tmp_path, {**PACK, "x.py": "eval(1)\n"})
    assert on_terminal(root, "check", "-q", "--select", "TEAM001", env=env) == (
        "x.py\n"
        "  1:1       error    TEAM001 forbidden-call  eval is forbidden\n"
        "       1 | eval(1)\n"
        "           ^^^^^^^\n"
    )


def test_a_pipe_gets_neither_unless_colours_are_forced(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**PACK, "x.py": "eval(1)\n"})
    arguments = ("check", "-q", "--select", "TEAM001")
    plain = "x.py\n  1:1       error    TEAM001 forbidden-call  eval is forbidden\n"
    assert call(root, *arguments).out == plain
    assert call(root, *arguments, env={"NO_COLOR": "1", "FORCE_COLOR": "1"}).out == plain
    assert "\x1b[1;31m^^^^^^^\x1b[0m" in call(root, *arguments, env={"FORCE_COLOR": "1"}).out


def test_the_machine_format_has_no_colours_even_on_a_terminal(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**PACK, "x.py": "eval(1)\n"})
    out = on_terminal(
        root, "check", "--select", "TEAM001", "--output-format", "json", env={"FORCE_COLOR": "1"}
    )
    assert out.startswith('{\n  "version": 1,\n')
    assert "\x1b" not in out


def test_a_report_in_a_file_has_no_colours(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**PACK, "x.py": "eval(1)\n"})
    assert on_terminal(root, "check", "-q", "--select", "TEAM001", "--output-file", "r.txt") == ""
    assert (
        root / "r.txt"
    ).read_text() == "x.py\n  1:1       error    TEAM001 forbidden-call  eval is forbidden\n"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("if 1:\teval(1)", ["       1 | if 1:    eval(1)", "                    ^^^^^^^"]),
        ("x = '日本'; eval(1)", ["       1 | x = '日本'; eval(1)", "                       ^^^^^^^"]),
        (
            "x = '\u200b\x07'; eval(1)",
            ["       1 | x = '\u200b\\x07'; eval(1)", "                       ^^^^^^^"],
        ),
        (
            b"# coding: latin-1\nx = '\xe9'; eval(1)",
            ["       2 | x = 'é'; eval(1)", "                    ^^^^^^^"],
        ),
        ("eval(  # why\n1)", ["       1 | eval(  # why", "           ^^^^^^^^^^^^"]),
    ],
    ids=["a tab", "wide characters", "a control character", "another encoding", "several lines"],
)
def test_the_caret_stands_under_the_code(tmp_path: Path, line: str | bytes, shown: list[str]) -> None:
    assert excerpt(tmp_path, line) == shown


def test_a_long_line_is_cut_around_the_finding(tmp_path: Path) -> None:
    line = f"x = '{'a' * 300}'; eval(1); y = '{'b' * 300}'"
    text, carets = excerpt(tmp_path, line, columns=60)
    assert text == f"       1 | ...{'a' * 18}'; eval(1); y = 'bbbbbbbbbb"
    assert len(text) == 59
    assert (carets.index("^"), carets.count("^")) == (text.index("eval"), 7)


def test_a_line_that_just_fits_is_shown_whole(tmp_path: Path) -> None:
    line = f"x = '{'a' * 33}'; eval(1)"
    text, carets = excerpt(tmp_path, line, columns=60)
    assert text == f"       1 | {line}"
    assert len(text) == len(carets) == 59


def test_a_long_finding_is_cut_at_the_end(tmp_path: Path) -> None:
    text, carets = excerpt(tmp_path, f"eval('{'a' * 300}')", columns=60)
    assert text == f"       1 | eval('{'a' * 42}"
    assert carets == f"           {'^' * 48}"


def test_a_finding_of_a_tool_that_knows_no_end_has_one_caret(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": "import os, sys\nprint(sys)\n"})
    out = call(root, "check", "-q", "--select", "F401", env={"FORCE_COLOR": "1"}).out
    assert [_ESCAPE.sub("", line) for line in out.splitlines()[2:]] == [
        "       1 | import os, sys",
        "           ^",
    ]


def test_a_finding_where_there_is_no_text_has_no_excerpt(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"x.py": b"\xff\n"})
    out = call(root, "check", "-q", "--select", "QK401", env={"FORCE_COLOR": "1"}).out
    assert len(out.splitlines()) == 2


def test_a_long_run_on_a_terminal_shows_a_bar_and_takes_it_away(tmp_path: Path) -> None:
    path = "quality/rules/words/forbidden_call.py"
    slow = PACK[path].replace("import libcst", "import time\n\nimport libcst")
    slow = slow.replace("        if isinstance", "        time.sleep(0.06)\n        if isinstance")
    files = {f"m{number}.py": "call()\n" for number in range(25)}
    root = make_project(tmp_path, {**PACK, path: slow, **files})
    arguments = ("check", "--no-cache", "--jobs", "1", "-q", "--select", "TEAM001")
    shown = on_terminal(root, *arguments)
    assert "checking" in shown
    assert _ESCAPE.sub("", shown).endswith("\x1b[?25h\r\x1b[1A\x1b[2K")
    assert on_terminal(root, *arguments, env={"CI": "true"}) == ""
