"""A cache that is read-only, damaged, locked or of another make is a cold run, never a wrong or a broken one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quality_kit.cache import Cache, Entry, digest
from tests.in_process import check
from tests.projects import COMMAND, make_project, report

RESULTS = Path(".quality-kit-cache/results.sqlite")
FILES = {
    "app/a.py": 'import os\n\nprint(os.getenv("A"))\n',
    "app/b.py": "def f(x):\n    return x > 42\n",
    "broken.py": "x = (\n",
    ".env.example": "B=1\n",
}
#: Even root cannot write everything with these powers gone.
WITHOUT_POWERS = ("setpriv", "--bounding-set", "-dac_override") if os.geteuid() == 0 else ()
needs_read_only_folders = pytest.mark.skipif(
    bool(WITHOUT_POWERS) and shutil.which("setpriv") is None,
    reason="root writes everywhere, and setpriv is missing",
)


def without_seconds(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "summary": {**found["summary"], "seconds": 0}}


def checked(root: Path, *arguments: str) -> dict[str, Any]:
    return without_seconds(check(root, "--no-linters", *arguments).report)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, FILES, git=False)


# The cache by itself


def test_trees_keep_their_answers_apart_and_find_those_of_others(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as work, closing(work.about("base")) as base:
        work.store("s", {"a.py": Entry(b"1", "one"), "b.py": Entry(b"1", "both")})
        base.store("s", {"a.py": Entry(b"2", "two")})
        assert work.fetch("s") == {"a.py": Entry(b"1", "one"), "b.py": Entry(b"1", "both")}
        assert (base.fetch("s"), base.keys("s")) == ({"a.py": Entry(b"2", "two")}, ["a.py"])
        assert base.current("s", {"a.py": b"2", "b.py": b"1"}) == {"a.py": "two", "b.py": "both"}
        assert base.current("s", {"a.py": b"1", "b.py": b"2"}) == {"a.py": "one"}
        assert work.current("s", {"a.py": b"2", "b.py": b"1"}) == {"b.py": "both"}
        base.discard("s", ["a.py", "b.py"])
        assert (base.fetch("s"), work.keys("s")) == ({}, ["a.py", "b.py"])
        assert base.fetch_one("s", "a.py") == Entry(b"1", "one")


def test_an_answer_is_found_again_under_its_section_and_key(tmp_path: Path) -> None:
    odd = os.fsdecode(b"odd \xff\n.py")
    with closing(Cache(tmp_path / "cache")) as cache:
        cache.store("s", {"a.py": Entry(b"1", "one"), odd: Entry(b"2", "two")})
        cache.store("t", {"a.py": Entry(b"3", "three")})
    with closing(Cache(tmp_path / "cache")) as cache:
        assert cache.fetch("s") == {"a.py": Entry(b"1", "one"), odd: Entry(b"2", "two")}
        assert cache.fetch_one("t", "a.py") == Entry(b"3", "three")
        assert cache.fetch_one("t", odd) is None
        cache.discard("s", [odd])
        assert cache.fetch("s") == {"a.py": Entry(b"1", "one")}


def test_a_newer_answer_takes_the_place_of_the_older(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        for number in (b"1", b"2"):
            cache.store("s", {"a.py": Entry(number, "text")})
        assert cache.fetch("s") == {"a.py": Entry(b"2", "text")}


def test_sections_that_nobody_writes_to_any_more_are_thrown_away(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        cache.store("old", {"a.py": Entry(b"1", "text")})
        for _ in range(500):
            cache.store("new", {"a.py": Entry(b"1", "text")})
        assert (cache.fetch("old"), len(cache.fetch("new"))) == ({}, 1)


def test_no_cache_knows_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    cache = Cache(None)
    cache.store("s", {"a.py": Entry(b"1", "text")})
    assert (cache.fetch("s"), cache.fetch_one("s", "a.py"), cache.path) == ({}, None, None)


def test_a_digest_tells_where_one_part_ends() -> None:
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"abc", b"")}) == 4


def test_git_is_told_to_ignore_the_folder(project: Path) -> None:
    checked(project)
    assert (project / ".quality-kit-cache" / ".gitignore").read_text().splitlines()[-1] == "*"


# Damage


def _truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _garbage(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 100)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _overwritten_in_the_middle(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    file.write_bytes(data)


def _other_schema(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript("create table entries (a, b); create table sections (c);")


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "damage",
    [_truncated, _garbage, _empty, _overwritten_in_the_middle, _other_schema, _a_folder],
    ids=lambda f: f.__name__,
)
def test_a_damaged_file_is_a_cold_run(project: Path, damage: Callable[[Path], None]) -> None:
    first = checked(project)
    damage(project / RESULTS)
    assert checked(project) == first
    assert checked(project) == first


@pytest.mark.parametrize("damage", [_truncated, _garbage, _empty, _other_schema], ids=lambda f: f.__name__)
def test_a_damaged_file_is_replaced(project: Path, damage: Callable[[Path], None]) -> None:
    checked(project)
    damage(project / RESULTS)
    checked(project)
    checked(project)
    with closing(sqlite3.connect(project / RESULTS)) as connection:
        [(count,)] = connection.execute(
            "select count(*) from entries where key = ?", (b"app/a.py",)
        ).fetchall()
    assert count > 0


PAYLOADS: list[object] = [
    "", "garbage", "null", "[]", "{}", "3", "[[], [], []", "[1, 2, 3]", '["a", "b", "c"]', '{"a": 1, "b": 2, "c": 3}',
    "[[[]], [], []]", "[[[1, 2, 3]], [], []]", "[[], [[]], [[]]]", "[" * 100_000, "[[[1], 2]]", b"\xff\x00", 7,
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: repr(payload)[:20])
def test_a_damaged_answer_is_a_cold_run(project: Path, payload: object) -> None:
    first = checked(project)
    with closing(sqlite3.connect(project / RESULTS)) as connection, connection:
        # "[]" is a good answer where files tell no facts.
        where = "section not like 'facts:%' or ?1 != '[]'"
        assert connection.execute(f"update entries set payload = ?1 where {where}", (payload,)).rowcount > 0
    assert checked(project) == first
    assert checked(project) == first


def test_text_that_is_no_text_is_a_cold_run(project: Path) -> None:
    first = checked(project)
    with closing(sqlite3.connect(project / RESULTS)) as connection, connection:
        connection.execute("update entries set payload = cast(x'ff00' as text)")
    assert checked(project) == first


def test_keys_of_another_type_are_overlooked(project: Path) -> None:
    first = checked(project)
    with closing(sqlite3.connect(project / RESULTS)) as connection, connection:
        connection.execute(
            "insert into entries select section, 7, digest, payload from entries group by section"
        )
        connection.execute("update entries set digest = 'text' where key = ?", (b"app/a.py",))
    assert checked(project) == first


def test_answers_of_another_version_are_left_alone(project: Path) -> None:
    first = checked(project)
    with closing(sqlite3.connect(project / RESULTS)) as connection, connection:
        connection.execute("update entries set section = 'other:' || section, payload = 'garbage'")
    assert checked(project) == first


# A folder that cannot be written, and company


@needs_read_only_folders
def test_a_cache_that_cannot_be_written_is_read(project: Path) -> None:
    first = without_seconds(report("--no-linters", cwd=project))
    folder = project / RESULTS.parent
    for path in (folder, folder / RESULTS.name):
        path.chmod(0o555)
    stamp = (folder / RESULTS.name).stat().st_mtime_ns
    (project / "app" / "a.py").write_text("x = 1\n")
    command = (*WITHOUT_POWERS, *COMMAND)
    second = without_seconds(report("--no-linters", cwd=project, command=command))
    folder.chmod(0o755)
    assert [finding for finding in first["findings"] if finding["path"] != "app/a.py"] == second["findings"]
    assert (folder / RESULTS.name).stat().st_mtime_ns == stamp


@needs_read_only_folders
def test_a_project_that_cannot_be_written_is_checked(project: Path) -> None:
    first = checked(project, "--no-cache")
    project.chmod(0o555)
    found = report("--no-linters", cwd=project, command=(*WITHOUT_POWERS, *COMMAND))
    project.chmod(0o755)
    assert without_seconds(found) == first
    assert not (project / RESULTS.parent).exists()


@pytest.mark.parametrize("folder", ["/dev/null/cache", "app/a.py", "/proc/cache"])
def test_a_cache_folder_that_cannot_be_made_is_a_cold_run(project: Path, folder: str) -> None:
    assert checked(project, "--cache-dir", folder) == checked(project, "--no-cache")


def test_a_cache_that_somebody_else_locks_is_a_cold_run(project: Path) -> None:
    first = checked(project)
    with closing(sqlite3.connect(project / RESULTS, isolation_level=None)) as connection:
        connection.execute("begin exclusive")
        assert checked(project) == first
    assert checked(project) == first


def test_runs_at_the_same_time_do_not_disturb_each_other(tmp_path: Path) -> None:
    files = {f"app/m{number}.py": "print(1)\n" for number in range(100)}
    root = make_project(tmp_path, files, git=False)
    command = [*COMMAND, "check", "--no-linters", "--output-format", "json"]
    runs = [
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)
    ]
    told = [run.communicate(timeout=60) for run in runs]
    assert [(run.returncode, errors) for run, (_, errors) in zip(runs, told, strict=True)] == [(1, b"")] * 4
    found = {output.split(b'"seconds"')[0] for output, _ in told}
    assert len(found) == 1
    assert checked(root)["summary"]["findings"] == 100


def test_nothing_in_the_cache_is_executed(project: Path) -> None:
    """A pickle would be: its opcodes are planted as an answer."""
    checked(project)
    evil = b"cos\nsystem\n(S'touch " + os.fsencode(project) + b"/evil'\ntR."
    with closing(sqlite3.connect(project / RESULTS)) as connection, connection:
        connection.execute("update entries set payload = ?", (evil.decode(),))
    checked(project)
    assert not (project / "evil").exists()
