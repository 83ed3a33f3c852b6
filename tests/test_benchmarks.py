"""The benchmark of a review makes its change in a corpus of any size."""

from __future__ import annotations

from pathlib import Path

from benchmarks.reviewed import repository
from tests.projects import run_git, write


def test_a_corpus_with_fewer_files_than_the_change_wants_has_all_of_them_edited(tmp_path: Path) -> None:
    source = tmp_path / "corpus"
    for name, lines in (("a.py", 300), ("b.py", 900), ("short.py", 299), ("long.py", 901)):
        write(source, name, "x = 1\n" * lines)
    root = repository(tmp_path, source)
    assert run_git(root, "diff", "--name-only").split() == ["a.py", "b.py"]
