"""What is hard to read is read, or told as a finding or a failure: never a crash, never silence."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from quality_kit.comparison import check as run_check
from quality_kit.config import Config
from quality_kit.engine.suspects import is_suspect
from quality_kit.engine.task import Task
from quality_kit.engine.wire import unpack
from quality_kit.engine.workers import Workers
from quality_kit.prepare import Wishes, prepare
from quality_kit.source import SourceFile
from tests import in_process
from tests.odd_files import DEEP, ENCODINGS, LINES, NEW_SYNTAX, PRINT, TOO_MUCH, OddFile
from tests.projects import COMMAND, make_project, places, report

SELECT = ("--select", "QK401")
READABLE = {**ENCODINGS, **LINES, **NEW_SYNTAX}
#: So much that processes are started.
PADDING = {"padding.py": "# text that costs nothing to parse\n" * 10_000}

Place = tuple[str, int, str]


def contents(odd: Mapping[str, OddFile]) -> dict[str, str | bytes]:
    return {f"{name}.py": file.data for name, file in odd.items()}


def expected(odd: Mapping[str, OddFile]) -> list[Place]:
    return sorted((f"{name}.py", line, code) for name, file in odd.items() for line, code in file.found)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_odd_texts_are_read_or_told(tmp_path: Path, jobs: str) -> None:
    root = make_project(tmp_path, {**contents(READABLE), **PADDING}, git=False)
    found = report(*SELECT, "--jobs", jobs, cwd=root, exit_code=1)
    assert places(found) == expected(READABLE)
    assert found["failures"] == []


@pytest.mark.parametrize("name", READABLE)
def test_odd_texts_are_read_from_standard_input_as_from_a_file(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path, {}, git=False)
    ran = in_process.check(root, "-", "--stdin-filename", f"{name}.py", *SELECT, input=READABLE[name].data)
    assert ran.places == expected({name: READABLE[name]})


@pytest.mark.parametrize("name", DEEP)
def test_what_could_bring_down_the_parser_is_suspected(name: str) -> None:
    assert is_suspect(SourceFile("x.py", DEEP[name].data))


def test_deep_files_are_read_or_told_and_the_others_are_not_lost(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**contents(DEEP), **PADDING, "z.py": PRINT}, git=False)
    found = report(*SELECT, "--jobs", "2", cwd=root, exit_code=1)
    assert places(found) == [*expected(DEEP), ("z.py", 1, "QK401")]
    assert found["failures"] == []


def test_deep_files_do_not_bring_down_a_single_process(tmp_path: Path) -> None:
    some = {name: DEEP[name] for name in ("brackets", "or", "elif", "format_specs", "unclosed_brackets")}
    root = make_project(tmp_path, {**contents(some), "z.py": PRINT}, git=False)
    found = report(*SELECT, "--jobs", "1", "--no-cache", cwd=root, exit_code=1)
    assert places(found) == [*expected(some), ("z.py", 1, "QK401")]


@pytest.mark.parametrize("name", ["brackets", "elif", "format_specs", "unclosed_brackets"])
def test_deep_text_from_standard_input_is_read_or_told(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path, {}, git=False)
    found = report(*SELECT, "-", "--stdin-filename", "x.py", cwd=root, input=DEEP[name].data, exit_code=1)
    assert [place[1:] for place in places(found)] == DEEP[name].found


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_takes_too_long_is_a_finding(name: str) -> None:
    data = TOO_MUCH[name].encode()
    assert is_suspect(SourceFile("x.py", data))
    packed = Workers(Task(Config(), frozenset(), frozenset()), suspect_seconds=1).check_alone("x.py", data)
    [finding] = unpack("x.py", packed.report).findings
    assert (finding.code, finding.location.line, finding.severity) == ("QK004", 1, "error")
    told = "not checked: reading it takes longer than 1 seconds; exclude it if it is generated"
    assert finding.message == told
    assert packed.is_lasting


def test_a_file_beyond_all_limits_costs_its_time_once_and_can_be_silenced(tmp_path: Path) -> None:
    comment = "# quality-kit: ignore-file[QK004] -- generated\n"
    root = make_project(tmp_path, {"data.py": comment + TOO_MUCH["data"], "z.py": PRINT}, git=False)
    first = report(*SELECT, "--jobs", "2", cwd=root, exit_code=1)
    assert places(first) == [("data.py", 1, "QK004"), ("z.py", 1, "QK401")]
    assert [finding["suppressed_by"] for finding in first["findings"]] == ["comment: generated", None]
    second = report(*SELECT, "--jobs", "2", cwd=root, exit_code=1)
    assert second["findings"] == first["findings"]
    assert second["summary"]["seconds"] < 2


@pytest.mark.parametrize(
    "text",
    [
        "x = [\n" + "    ('text', 1),\n" * 5_000 + "]\n",
        "# " + "-" * 200 + "\nx = '" + "(" * 40 + "'\n",
        "x = '''\n" + "- item (one)\n" * 2_000 + "'''\n",
        "def f(a):\n    return " + "\\\n        + ".join("abcdefgh" * 10) + "\n",
        "x = {\n" + "    'key': lambda a: a.b.c(a)[0] + 1,\n" * 100 + "}\n",
        "def f(a):\n    if a:\n        pass\n" + "    elif a:\n        pass\n" * 200,
        "x = (\n" + "    'some text'\n" * 300 + ")\n",
        "x = f'''\n" + "- {item} (one)\n" * 500 + "'''\n",
        "from x import (\n" + "    name,\n" * 2_000 + ")\n",
        "match a:\n    case A(b=[C(d=1), {'e': (1, 2)}]):\n        pass\n",
    ],
    ids=[
        "table",
        "ruler",
        "docstring",
        "sum",
        "lambdas",
        "elif",
        "strings",
        "f-string",
        "imports",
        "patterns",
    ],
)
def test_what_people_write_is_not_suspected(text: str) -> None:
    assert not is_suspect(SourceFile("x.py", text.encode()))


# Files that cannot be opened, or go away


#: Even root cannot read everything with these powers gone.
WITHOUT_POWERS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
needs_unreadable_files = pytest.mark.skipif(
    bool(WITHOUT_POWERS) and shutil.which("setpriv") is None,
    reason="root reads every file, and setpriv is missing",
)


@needs_unreadable_files
def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": PRINT, "b.py": PRINT, ".env.example": ""})
    for name in ("a.py", ".env.example"):
        (root / name).chmod(0)
    found = report("--no-linters", cwd=root, command=(*WITHOUT_POWERS, *COMMAND), exit_code=1)
    assert places(found) == [(".env.example", 1, "QK004"), ("a.py", 1, "QK004"), ("b.py", 1, "QK401")]
    assert found["findings"][1]["message"] == "not checked: cannot be read: Permission denied"
    assert found["summary"]["files"] == 1


@needs_unreadable_files
def test_a_file_that_cannot_be_opened_is_told_only_when_it_is_asked_for(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": PRINT, "b.py": PRINT})
    (root / "a.py").chmod(0)
    found = report("--no-linters", "b.py", cwd=root, command=(*WITHOUT_POWERS, *COMMAND), exit_code=1)
    assert places(found) == [("b.py", 1, "QK401")]


def test_a_file_that_vanishes_during_the_run_is_no_longer_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path, {"a.py": PRINT, "b.py": PRINT, "folder/c.py": PRINT})
    monkeypatch.chdir(root)
    prepared = prepare(Wishes(use_cache=False))
    assert prepared.request.project.targets == ("a.py", "b.py", "folder/c.py")
    (root / "a.py").unlink()
    shutil.rmtree(root / "folder")
    (root / "folder").touch()
    done = run_check(prepared.request._replace(linters=()), prepared.cache, lambda done, total: None)
    assert [finding.location.path for finding in done.findings if finding.code == "QK401"] == ["b.py"]
    assert (done.files, done.failures) == (1, ())
