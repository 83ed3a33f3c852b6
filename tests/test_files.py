"""Which files make up a project: with git, without it, and when paths are named."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from quality_kit.files import Listing, UsageError, chosen_files, list_files, read
from tests.projects import make_project, report, run, run_git, write

FOREIGN = (
    ".venv",
    "venv",
    "node_modules",
    "build",
    "dist",
    ".tox",
    "__pycache__",
    "site-packages",
    "_vendor",
    "_vendored",
    "vendored",
    ".hidden",
)


def python(root: Path, *exclude: str) -> list[str]:
    return list(list_files(root, exclude).python)


def chosen(root: Path, *paths: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[str]:
    listing = list_files(root, exclude)
    return list(chosen_files(root, [root / path for path in paths], listing, exclude, force))


# Git and no git


def test_tracked_and_new_files_count_and_ignored_ones_do_not(tmp_path: Path) -> None:
    root = make_project(tmp_path, {".gitignore": "local/\n*_pb2.py\n", "app/a.py": ""})
    for path in ("new.py", "local/x.py", "app/a_pb2.py"):
        write(root, path, "")
    assert python(root) == ["app/a.py", "new.py"]


def test_a_file_that_is_tracked_in_spite_of_an_ignore_pattern_counts(tmp_path: Path) -> None:
    root = make_project(tmp_path, {".gitignore": "*.py\n", "a.py": ""})
    assert python(root) == ["a.py"]


def test_without_git_all_files_count(tmp_path: Path) -> None:
    root = make_project(tmp_path, {".gitignore": "local/\n", "local/x.py": "", "a.py": ""}, git=False)
    assert list_files(root, ()) == Listing(("a.py", "local/x.py"), (".gitignore",))


@pytest.mark.parametrize("git", [True, False], ids=["with git", "without git"])
def test_folders_without_code_of_the_project_are_left_out_also_when_tracked(
    tmp_path: Path, git: bool
) -> None:
    foreign = {f"{folder}/x.py": "" for folder in FOREIGN} | {
        f"app/{folder}/lib/x.py": "" for folder in FOREIGN
    }
    root = make_project(
        tmp_path, {**foreign, "app/a.py": "", "builder/b.py": "", "app/.env.example": ""}, git
    )
    assert list_files(root, ()) == Listing(("app/a.py", "builder/b.py"), ("app/.env.example",))


def test_a_project_that_an_outer_repository_ignores_is_walked(tmp_path: Path) -> None:
    root = make_project(tmp_path, {".gitignore": "inner/\n", "inner/a.py": "", "inner/b.txt": ""}, git=False)
    run_git(root, "init", "--quiet")
    assert list_files(root / "inner", ()) == Listing(("a.py",), ("b.txt",))


def test_a_repository_without_python_files_of_its_own_is_not_walked(tmp_path: Path) -> None:
    root = make_project(tmp_path, {".gitignore": "generated/\n"})
    write(root, "generated/x.py", "")
    assert python(root) == []


def test_only_the_files_below_the_root_count(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"backend/a.py": "", "frontend/b.py": ""})
    assert python(root / "backend") == ["a.py"]


def test_the_variables_that_git_sets_in_a_hook_do_not_mislead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path, {".gitignore": "x.py\n", "backend/a.py": ""})
    write(root, "backend/x.py", "")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert python(root / "backend") == ["a.py"]


def test_without_a_git_program_the_folder_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path, {".gitignore": "x.py\n", "a.py": ""})
    write(root, "x.py", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert python(root) == ["a.py", "x.py"]


def test_a_file_deleted_from_the_work_tree_is_gone_though_git_tracks_it(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": 'print("x")\n', "b.py": 'print("x")\n'})
    (root / "a.py").unlink()
    assert python(root) == ["b.py"]
    assert report("--no-linters", cwd=root, exit_code=1)["summary"]["files"] == 1


def test_a_file_in_a_merge_conflict_counts_once(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": "x = 0\n"})
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    commit = (*identity, "commit", "--quiet", "--all", "--message", "x")
    run_git(root, *commit)
    run_git(root, "checkout", "--quiet", "-b", "other")
    write(root, "a.py", "x = 1\n")
    run_git(root, *commit)
    run_git(root, "checkout", "--quiet", "-")
    write(root, "a.py", "x = 2\n")
    run_git(root, *commit)
    with pytest.raises(Exception, match="merge"):
        run_git(root, *identity, "merge", "other")
    assert python(root) == ["a.py"]


# Names and kinds


ODD_NAMES = [
    b"with space.py",
    b"new\nline.py",
    b"caf\xc3\xa9.py",
    b"no-utf-8-\xff.py",
    b'quo"te.py',
    b"-dash.py",
    b"*.py",
]


@pytest.mark.parametrize("git", [True, False], ids=["with git", "without git"])
def test_odd_names_are_kept_byte_for_byte(tmp_path: Path, git: bool) -> None:
    root = make_project(tmp_path, {"x.txt": ""}, git)
    for name in ODD_NAMES:
        Path(os.fsdecode(os.path.join(os.fsencode(root), name))).touch()
    assert sorted(os.fsencode(path) for path in python(root)) == sorted(ODD_NAMES)


def test_files_with_odd_names_are_checked_and_reported(tmp_path: Path) -> None:
    root = make_project(tmp_path, {os.fsdecode(name): 'print("x")\n' for name in ODD_NAMES})
    found = report("--select", "QK401", cwd=root, exit_code=1)
    shown = sorted(os.fsdecode(name).encode("utf-8", "backslashreplace").decode() for name in ODD_NAMES)
    assert sorted(finding["path"] for finding in found["findings"]) == shown
    text = run("check", "--select", "QK401", cwd=root)
    assert (text.returncode, text.stderr) == (1, "")
    again = report("--select", "QK401", cwd=root, exit_code=1)
    assert again["findings"] == found["findings"]


@pytest.mark.parametrize("git", [True, False], ids=["with git", "without git"])
def test_a_linked_file_counts_once_under_its_own_name(tmp_path: Path, git: bool) -> None:
    root = make_project(tmp_path, {"b.py": "", "shared.txt": ""}, git)
    (root / "a.py").symlink_to("b.py")
    (root / "c.py").symlink_to("a.py")
    (root / "d.py").symlink_to("shared.txt")
    (root / "e.py").symlink_to("shared.txt")
    assert python(root) == ["b.py", "d.py"]


@pytest.mark.parametrize("git", [True, False], ids=["with git", "without git"])
def test_what_is_no_regular_file_is_left_out(tmp_path: Path, git: bool) -> None:
    root = make_project(tmp_path, {"a.py": "", "pack/b.py": ""}, git)
    (root / "loop.py").symlink_to("loop.py")
    (root / "nowhere.py").symlink_to("missing.txt")
    (root / "folder.py").symlink_to("pack")
    (root / "up").symlink_to("..")
    (root / "pack" / "self").symlink_to(root / "pack")
    os.mkfifo(root / "pipe.py")
    (root / "named.py").mkdir()
    assert python(root) == ["a.py", "pack/b.py"]


def test_a_run_over_a_pipe_and_a_link_loop_ends(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": 'print("x")\n'})
    os.mkfifo(root / "pipe.py")
    os.mkfifo(root / ".env.example")
    (root / "loop.py").symlink_to("loop.py")
    found = report("--no-linters", cwd=root, exit_code=1)
    assert [finding["path"] for finding in found["findings"]] == ["a.py"]


# Excludes and named paths


def test_excludes_are_patterns_in_the_style_of_gitignore(tmp_path: Path) -> None:
    root = make_project(
        tmp_path, {path: "" for path in ("gen/a.py", "app/gen/b.py", "app/c_pb2.py", "app/d.py")}
    )
    assert python(root, "gen/", "*_pb2.py") == ["app/d.py"]
    assert python(root, "/gen/", "!app/c_pb2.py") == ["app/c_pb2.py", "app/d.py", "app/gen/b.py"]


def test_a_named_file_wins_over_excludes_foreign_folders_and_git(tmp_path: Path) -> None:
    paths = ["app/a.py", "gen/b.py", "node_modules/c.py", "local/d.py"]
    root = make_project(tmp_path, {".gitignore": "local/\n"})
    for path in paths:
        write(root, path, "")
    assert chosen(root, *paths, exclude=("gen/",)) == sorted(paths)
    assert chosen(root, *paths, exclude=("gen/",), force=True) == ["app/a.py", "local/d.py"]


@pytest.mark.parametrize("folder", ["gen", "node_modules", "local"])
def test_a_named_folder_wins_as_a_named_file_does(tmp_path: Path, folder: str) -> None:
    root = make_project(tmp_path, {".gitignore": "local/\n", "app/a.py": ""})
    write(root, f"{folder}/b.py", "")
    write(root, f"{folder}/deep/c.py", "")
    write(root, f"{folder}/.venv/d.py", "")
    assert chosen(root, folder, exclude=("gen/",)) == [f"{folder}/b.py", f"{folder}/deep/c.py"]
    forced = [] if folder != "local" else ["local/b.py", "local/deep/c.py"]
    assert chosen(root, folder, exclude=("gen/",), force=True) == forced


def test_excludes_hold_below_a_named_folder_that_is_not_excluded_itself(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"app/gen/a.py": "", "other/b.py": ""})
    assert chosen(root, "app", exclude=("gen/",)) == []


def test_files_named_twice_or_by_links_count_once_under_their_own_names(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"app/a.py": "", "app/b.py": ""})
    (root / "link.py").symlink_to("app/a.py")
    (root / "linked").symlink_to("app")
    assert chosen(root, "app/a.py", "app", "app/../app/a.py") == ["app/a.py", "app/b.py"]
    assert chosen(root, "link.py") == ["app/a.py"]
    assert chosen(root, "linked") == ["app/a.py", "app/b.py"]


def test_a_named_file_need_not_end_in_py(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"manage": 'print("x")\n'})
    found = report("--no-linters", "--select", "QK401", "manage", cwd=root)
    assert found["summary"]["files"] == 1


def test_a_named_pipe_is_refused(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": ""})
    os.mkfifo(root / "pipe.py")
    with pytest.raises(UsageError, match="pipe.py is no regular file"):
        chosen(root, "pipe.py")


# Reading


def test_reading_gives_bytes_and_never_blocks(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.py": b"\xff\r\n", "folder/b.py": ""}, git=False)
    os.mkfifo(root / "pipe.py")
    assert read(str(root / "a.py")) == b"\xff\r\n"
    for gone in ("pipe.py", "folder", "missing.py", "a.py/b.py"):
        assert read(str(root / gone)) is None


def test_a_device_is_not_read() -> None:
    assert stat.S_ISCHR(os.stat("/dev/zero").st_mode)
    assert read("/dev/zero") is None


def test_a_link_out_of_the_repository_is_read_only_when_somebody_names_it(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/secret.py", 'print("secret")\n')
    write(tmp_path, "elsewhere/names", "A=1\n")
    root = make_project(
        tmp_path, {"api/pyproject.toml": "[tool.quality-kit]\nlinters = []\n", "lib/shared.txt": ""}
    )
    (root / "api/out.py").symlink_to(tmp_path / "elsewhere/secret.py")
    (root / "api/inside.py").symlink_to(root / "lib/shared.txt")
    (root / "api/.env.example").symlink_to(tmp_path / "elsewhere/names")
    write(root, "api/a.py", 'import os\n\nA = os.environ["A"]\n')
    run_git(root, "add", "--all")
    assert list_files(root / "api", ()) == Listing(
        ("a.py", "inside.py"), (".env.example", "pyproject.toml"), ("out.py",)
    )
    found = report(cwd=root / "api", exit_code=1)
    assert [finding["message"] for finding in found["findings"]] == [
        "1 environment variable is read (A is the first) and no .env.example documents any; "
        "write one that names each of them"
    ]
    assert [(one["path"], one["reason"]) for one in found["not_checked"]] == [
        ("out.py", "a link that leads out of the repository: name it to check it"),
        (".env.example", "a link that leads out of the repository: rules do not read it"),
    ]
    assert [finding["code"] for finding in report("out.py", cwd=root / "api", exit_code=1)["findings"]] == [
        "QK401"
    ]


@pytest.mark.parametrize(
    ("named", "passed_over"),
    [
        ((".",), ["src/o.py", "src/sub/o.py"]),
        (("src",), ["src/o.py", "src/sub/o.py"]),
        (("src/sub", "lib"), ["src/sub/o.py"]),
        (("src", "src/o.py"), ["src/sub/o.py"]),
        (("lib",), []),
    ],
)
def test_links_out_of_the_repository_are_told_where_their_folder_is_named(
    tmp_path: Path, named: tuple[str, ...], passed_over: list[str]
) -> None:
    write(tmp_path, "elsewhere.py", "x = 1\n")
    root = make_project(tmp_path, {"quality-kit.toml": "linters = []\n", "src/sub/a.py": "", "lib/a.py": ""})
    for link in ("src/o.py", "src/sub/o.py"):
        (root / link).symlink_to(tmp_path / "elsewhere.py")
    run_git(root, "add", "--all")
    found = report(*named, cwd=root, exit_code=0)
    assert [one["path"] for one in found["not_checked"]] == passed_over
