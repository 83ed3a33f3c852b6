"""Where a project begins, and what naming paths changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.packs import PACK, TWICE_DEFINED
from tests.projects import make_project, write

PRINT = 'print("x")\n'
OURS = "[tool.quality-kit]\n"
PLAIN = '[project]\nname = "x"\nversion = "1"\n'
RULES = ("--select", "QK401")


def root_of(folder: Path, *arguments: str) -> str:
    ran = call(folder, "check", "--show-files", "--verbose", *arguments)
    assert ran.code == 0, ran.err
    return next(line for line in ran.err.splitlines() if line.startswith("root: ")).removeprefix("root: ")


@pytest.mark.parametrize(
    ("markers", "root"),
    [
        ({"pyproject.toml": OURS, "backend/pyproject.toml": PLAIN}, "."),
        ({"pyproject.toml": PLAIN, "backend/pyproject.toml": OURS}, "backend"),
        ({"quality-kit.toml": "", "backend/pyproject.toml": PLAIN}, "."),
        ({"pyproject.toml": OURS, "backend/quality-kit.toml": ""}, "backend"),
        ({"pyproject.toml": PLAIN, "backend/pyproject.toml": PLAIN}, "backend"),
        ({"pyproject.toml": PLAIN}, "."),
        ({}, "."),
    ],
    ids=[
        "the folder with our table wins over a nearer plain pyproject",
        "a nearer folder with our table wins",
        "a quality-kit.toml wins over a nearer plain pyproject",
        "a nearer quality-kit.toml wins",
        "the nearest plain pyproject wins where none is ours",
        "a plain pyproject is a root",
        "the top of the git repository is a root",
    ],
)
def test_the_root_is_found_from_a_folder_inside(tmp_path: Path, markers: dict[str, str], root: str) -> None:
    project = make_project(tmp_path, {"backend/app/x.py": PRINT, **markers})
    assert root_of(project / "backend" / "app") == str((project / root).resolve())


def test_nothing_above_the_repository_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(OURS)
    project = make_project(tmp_path, {"app/x.py": PRINT})
    assert root_of(project / "app") == str(project)


def test_a_folder_that_is_no_project_is_its_own_root(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"app/x.py": PRINT}, git=False)
    assert root_of(tmp_path, "project/app") == str(project / "app")


def test_the_whole_project_is_checked_from_a_folder_inside(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"pyproject.toml": PLAIN, "app/x.py": PRINT, "lib/y.py": PRINT})
    assert check(project / "app", *RULES).places == [("app/x.py", 1, "QK401"), ("lib/y.py", 1, "QK401")]


def test_paths_are_relative_to_the_working_directory_and_reported_relative_to_the_root(
    tmp_path: Path,
) -> None:
    project = make_project(tmp_path, {"pyproject.toml": PLAIN, "app/x.py": PRINT, "app/y.py": PRINT})
    assert check(project / "app", "x.py", *RULES).places == [("app/x.py", 1, "QK401")]


def test_a_folder_stands_for_the_files_below_it_and_no_file_counts_twice(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"app/x.py": PRINT, "app/sub/y.py": PRINT, "lib/z.py": PRINT})
    ran = check(project, "app", "app/x.py", str(project / "app" / "sub"), *RULES)
    assert ran.places == [("app/sub/y.py", 1, "QK401"), ("app/x.py", 1, "QK401")]
    assert ran.report["summary"]["files"] == 2


def test_files_of_other_kinds_in_a_folder_are_left_alone(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"app/x.py": PRINT, "app/notes.txt": "hello", "app/x.pyi": "x: int\n"})
    assert call(project, "check", "--show-files").out == "app/x.py\n"


def test_paths_that_do_not_exist_are_all_named(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"app/x.py": PRINT})
    ran = call(project, "check", "app/z.py", "app/x.py", "lib")
    assert (ran.code, ran.out) == (2, "")
    advice = "does not exist; name files or folders of the project"
    assert ran.err == f"quality-kit: {project}/app/z.py {advice}\n{project}/lib {advice}\n"


def test_paths_limit_what_is_reported_but_not_what_is_known(tmp_path: Path) -> None:
    files = {"a.py": "class Order: ...\n", "b.py": "class Order: ...\n", **PACK}
    project = make_project(tmp_path, files)
    assert check(project, "--select", TWICE_DEFINED, "b.py").places == [("b.py", 1, TWICE_DEFINED)]
    assert check(project, "--select", TWICE_DEFINED, "a.py").places == []
    assert check(project, "--select", TWICE_DEFINED, "--no-project-rules", "b.py").places == []


def test_outside_any_project_only_the_named_file_is_read(tmp_path: Path) -> None:
    make_project(tmp_path, {"a.py": PRINT, "b.py": PRINT}, git=False)
    ran = call(tmp_path, "check", "--show-files", "--verbose", "project/a.py")
    assert ran.out == "project/a.py\n"
    assert "files: 1 of 1\n" in ran.err


def test_outside_any_project_nothing_is_left_behind_and_nothing_else_is_looked_at(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"a.py": PRINT, "deep/b.py": PRINT, ".env.example": "A=1\n"}, git=False)
    ran = check(tmp_path, "--select", "QK401", "project/a.py")
    assert ran.places == [("project/a.py", 1, "QK401")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]
    assert sorted(path.name for path in project.iterdir()) == [".env.example", "a.py", "deep"]


def test_outside_any_project_an_example_file_beside_the_named_file_counts(tmp_path: Path) -> None:
    reads = 'import os\nURL = os.environ["URL"]\nKEY = os.environ["KEY"]\n'
    make_project(tmp_path, {"a.py": reads, ".env.example": "URL=1\n"}, git=False)
    assert check(tmp_path / "project", "--select", "QK501", "a.py").places == [("a.py", 3, "QK501")]


def test_a_folder_outside_any_project_is_one_when_it_is_named(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"a.py": PRINT, "deep/b.py": PRINT}, git=False)
    found = check(tmp_path, "--select", "QK401", "project").places
    assert found == [("a.py", 1, "QK401"), ("deep/b.py", 1, "QK401")]
    assert (project / ".quality-kit-cache").is_dir()


def test_excluded_paths_are_not_checked_unless_they_are_named(tmp_path: Path) -> None:
    table = '[tool.quality-kit]\nexclude = ["gen/"]\nextend-exclude = ["*_pb2.py"]\n'
    files = {"pyproject.toml": table, "gen/x.py": PRINT, "app/y_pb2.py": PRINT, "app/z.py": PRINT}
    project = make_project(tmp_path, files)
    assert call(project, "check", "--show-files").out == "app/z.py\n"
    assert call(project, "check", "--show-files", "app").out == "app/z.py\n"
    assert call(project, "check", "--show-files", "app/y_pb2.py").out == "app/y_pb2.py\n"
    assert call(project, "check", "--show-files", "gen/x.py", "app/z.py").out == "app/z.py\ngen/x.py\n"
    assert (
        call(project, "check", "--show-files", "--force-exclude", "gen/x.py", "app/z.py").out == "app/z.py\n"
    )


def test_a_run_in_which_all_named_files_are_excluded_is_clean(tmp_path: Path) -> None:
    files = {"pyproject.toml": '[tool.quality-kit]\nexclude = ["gen/"]\n', "gen/x.py": PRINT}
    ran = check(make_project(tmp_path, files), "--force-exclude", "gen/x.py")
    assert (ran.code, ran.places, ran.report["summary"]["files"]) == (0, [], 0)


def test_a_new_file_counts_and_an_ignored_one_does_not(tmp_path: Path) -> None:
    project = make_project(tmp_path, {".gitignore": "local/\n", "a.py": PRINT})
    write(project, "b.py", PRINT)
    write(project, "local/c.py", PRINT)
    assert call(project, "check", "--show-files").out == "a.py\nb.py\n"


def test_another_configuration_file_is_used_where_it_is_named(tmp_path: Path) -> None:
    files = {"pyproject.toml": '[tool.quality-kit]\nignore = ["QK4"]\n', "ci/strict.toml": "", "a.py": PRINT}
    project = make_project(tmp_path, files)
    assert check(project, "--no-linters").places == []
    assert check(project, "--no-linters", "--config", "ci/strict.toml").places == [("a.py", 1, "QK401")]
    assert root_of(project, "--config", "ci/strict.toml") == str(project)
