"""Files are read when their content is needed, and an edit never goes unnoticed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from quality_kit.cache import Cache, Entry, digest
from quality_kit.contents import look_at
from quality_kit.project import Project

OLD_ENOUGH = 2.1
OTHER = b"0123456789abcdef"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "users.py").write_bytes(b"a = 1\n")
    return Project(tmp_path, ("users.py", "gone.py"), ("users.py",))


def test_a_file_is_known_by_its_content_and_one_that_is_gone_is_left_out(project: Project) -> None:
    contents = look_at(project, project.files, Cache(None))
    assert dict(contents) == {"users.py": b"a = 1\n"}
    assert contents.digests == {"users.py": digest(b"a = 1\n")}
    assert contents.closed == {}


def test_a_file_that_has_just_changed_is_not_remembered_by_its_times(
    project: Project, tmp_path: Path
) -> None:
    cache = Cache(tmp_path / "cache")
    look_at(project, project.files, cache)
    assert cache.fetch("stat") == {}


def test_an_old_file_is_remembered_and_not_read_again(project: Project, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    time.sleep(OLD_ENOUGH)
    look_at(project, project.files, cache)
    (entry,) = cache.fetch("stat").values()
    assert entry.digest == digest(b"a = 1\n")
    cache.store("stat", {"users.py": Entry(OTHER, entry.payload)})
    contents = look_at(project, project.files, cache)
    assert contents.digests == {"users.py": OTHER}
    assert contents["users.py"] == b"a = 1\n"
    assert contents.digests == {"users.py": digest(b"a = 1\n")}


def test_an_edit_of_equal_length_with_the_old_time_is_noticed(project: Project, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    time.sleep(OLD_ENOUGH)
    look_at(project, project.files, cache)
    file = tmp_path / "users.py"
    before = file.stat()
    file.write_bytes(b"a = 2\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    contents = look_at(project, project.files, cache)
    assert contents.digests == {"users.py": digest(b"a = 2\n")}


def test_standard_input_stands_for_its_file(project: Project) -> None:
    given = project._replace(stdin=("users.py", b"b = 3\n"))
    assert dict(look_at(given, given.files, Cache(None))) == {"users.py": b"b = 3\n"}
