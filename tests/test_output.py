"""Where reports go: standard output, files, several formats at once."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.in_process import call
from tests.projects import make_project, run

RULES = ("--select", "QK401")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, {"x.py": 'print("x")\n'})


def is_text(content: str) -> bool:
    return content.startswith("x.py\n  1:1       error    QK401 ") and "Found 1 finding (1 error)" in content


def is_json(content: str) -> bool:
    return [finding["code"] for finding in json.loads(content)["findings"]] == ["QK401"]


def test_text_is_the_default_and_json_stands_alone_on_standard_output(project: Path) -> None:
    assert is_text(call(project, "check", *RULES).out)
    ran = call(project, "check", *RULES, "--output-format", "json")
    assert (is_json(ran.out), ran.err) == (True, "")


@pytest.mark.parametrize(
    "options",
    [
        ["--output-format", "text,json:out/report.json"],
        ["--output-format", "text", "--output-format", "json:out/report.json"],
    ],
)
def test_several_formats_are_written_at_once(project: Path, options: list[str]) -> None:
    ran = call(project, "check", *RULES, *options)
    assert (ran.code, is_text(ran.out)) == (1, True)
    assert is_json((project / "out" / "report.json").read_text())


def test_the_output_file_takes_what_has_no_file_of_its_own(project: Path) -> None:
    options = ["--output-format", "text,json:report.json", "--output-file", "report.txt"]
    assert call(project, "check", *RULES, *options).out == ""
    assert is_text((project / "report.txt").read_text())
    assert is_json((project / "report.json").read_text())


def test_an_output_file_that_nothing_would_go_to_is_told(project: Path) -> None:
    options = ["--output-format", "json:report.json", "--output-file", "report.txt"]
    told = "quality-kit: --output-file report.txt: every format has a file of its own; leave it out\n"
    assert call(project, "check", *RULES, *options) == (2, "", told)
    assert not (project / "report.json").exists()


def test_files_are_relative_to_the_working_directory(project: Path, tmp_path: Path) -> None:
    call(tmp_path, "check", str(project), *RULES, "--output-file", "here.txt")
    assert is_text((tmp_path / "here.txt").read_text())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--output-format", "jsn"], "--output-format: unknown format 'jsn', did you mean 'json'?"),
        (
            ["--output-format", "pdf"],
            "--output-format: unknown format 'pdf' (valid: auto, github, gitlab, html, json, junit, markdown, rdjson,"
            " sarif, text)",
        ),
        (["--output-format", "json:"], "--output-format: 'json:' names no file; write json:FILE"),
        (
            ["--output-format", "text,json"],
            "--output-format: 2 formats go to standard output; write FORMAT:FILE,FORMAT:FILE",
        ),
        (
            ["--output-format", "text:a,json:a"],
            "--output-format: 2 formats go to {root}/a; write FORMAT:FILE,FORMAT:FILE",
        ),
        (
            ["--output-format", "text,json", "--output-file", "a"],
            "--output-format: 2 formats go to {root}/a; write FORMAT:FILE,FORMAT:FILE",
        ),
    ],
)
def test_a_wish_that_cannot_be_granted_is_told(project: Path, options: list[str], told: str) -> None:
    assert call(project, "check", *options) == (2, "", f"quality-kit: {told.format(root=project)}\n")


@pytest.mark.parametrize(
    ("env", "begin"),
    [
        ({}, "x.py\n  1:1 "),
        ({"GITLAB_CI": "true"}, "x.py\n  1:1 "),
        ({"GITHUB_ACTIONS": "true"}, "::error title=QK401 "),
    ],
    ids=["a plain shell", "GitLab", "GitHub"],
)
def test_auto_picks_the_format_of_the_surroundings(project: Path, env: dict[str, str], begin: str) -> None:
    ran = call(project, "check", *RULES, "--output-format", "auto,json:r.json", env=env)
    assert (ran.code, ran.out.startswith(begin), ran.err) == (1, True, "")
    assert is_json((project / "r.json").read_text())
    report = project / "gl-code-quality-report.json"
    assert report.exists() == ("GITLAB_CI" in env)
    if report.exists():
        assert [problem["check_name"] for problem in json.loads(report.read_text())] == ["QK401"]


def test_auto_writes_text_to_a_file_and_no_report_twice(project: Path) -> None:
    to_file = ("--output-file", "r.txt")
    call(project, "check", *RULES, "--output-format", "auto", *to_file, env={"GITHUB_ACTIONS": "true"})
    assert is_text((project / "r.txt").read_text())
    both = ("--output-format", "auto,gitlab:gl-code-quality-report.json")
    ran = call(project, "check", *RULES, *both, env={"GITLAB_CI": "true"})
    assert (ran.code, is_text(ran.out)) == (1, True)


def test_auto_names_no_file(project: Path) -> None:
    told = "quality-kit: --output-format: 'auto:x' is no format; write auto, or FORMAT:FILE\n"
    assert call(project, "check", "--output-format", "auto:x") == (2, "", told)


def test_a_file_is_written_whole_or_not_at_all(project: Path) -> None:
    (project / "folder").mkdir()
    (project / "file").write_text("kept")
    for target, reason in (("folder", "Is a directory"), ("file/r.txt", f"{project}/file is no folder")):
        ran = call(project, "check", *RULES, "--output-file", target)
        assert ran == (2, "", f"quality-kit: cannot write {project}/{target}: {reason}\n")
    assert (project / "file").read_text() == "kept"
    assert sorted(os.listdir(project)) == [".git", ".quality-kit-cache", "file", "folder", "x.py"]


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(project: Path) -> None:
    (project / "old.txt").write_text("old")
    (project / "old.txt").chmod(0o640)
    before = os.umask(0o027)
    try:
        call(project, "check", *RULES, "--output-file", "old.txt")
        call(project, "check", *RULES, "--output-file", "new.txt")
    finally:
        os.umask(before)
    assert is_text((project / "old.txt").read_text())
    assert [stat.S_IMODE((project / name).stat().st_mode) for name in ("old.txt", "new.txt")] == [
        0o640,
        0o640,
    ]


def test_a_link_stays_a_link(project: Path) -> None:
    (project / "real.txt").write_text("old")
    (project / "link.txt").symlink_to("real.txt")
    call(project, "check", *RULES, "--output-file", "link.txt")
    assert (project / "link.txt").is_symlink()
    assert is_text((project / "real.txt").read_text())


def test_a_device_or_a_pipe_is_written_to_as_it_is(project: Path) -> None:
    done = run("check", *RULES, "--output-format", "json:/dev/stderr,text", cwd=project)
    assert (is_text(done.stdout), is_json(done.stderr), done.returncode) == (True, True, 1)
    assert call(project, "check", *RULES, "--output-file", "/dev/null").code == 1
    assert not Path("/dev/null").is_file()


def test_failures_are_told_on_standard_error_when_standard_output_is_for_a_machine(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": "", ".flake8": "[flake8]\nmax-line-length = long\n"})
    ran = call(project, "check", "--linters", "flake8", "--output-format", "json")
    [failure] = json.loads(ran.out)["failures"]
    assert ran.err.splitlines() == [
        f"failed: flake8: {failure['reason'].splitlines()[0]}",
        *(f"    {line}" for line in failure["reason"].splitlines()[1:]),
    ]


def test_verbose_says_on_standard_error_what_is_read_and_run(tmp_path: Path) -> None:
    files = {"pyproject.toml": "[tool.quality-kit]\n", "x.py": "", "y.py": "", "tests/z.py": ""}
    project = make_project(tmp_path, files)
    ran = call(project, "check", "tests", "--select", "QK4", "-v")
    assert ran.out.startswith("No findings in 1 file in ")
    assert ran.err.splitlines() == [
        f"root: {project}",
        f"configuration: {project}/pyproject.toml",
        f"cache: {project}/.quality-kit-cache/results.sqlite",
        "linters: none",
        "files: 1 of 3",
    ]
    ran = call(project, "check", "--select", "QK4", "-v", "--no-cache", "--jobs", "2")
    assert "cache: none\n" in ran.err


def test_the_cache_goes_where_it_is_told(project: Path, tmp_path: Path) -> None:
    for number, (arguments, env) in enumerate(
        [(["--cache-dir", str(tmp_path / "0")], {}), ([], {"QUALITY_KIT_CACHE_DIR": str(tmp_path / "1")})]
    ):
        call(project, "check", *RULES, *arguments, env=env)
        assert (tmp_path / str(number) / "results.sqlite").is_file()
    call(project, "check", *RULES, "--no-cache")
    assert not (project / ".quality-kit-cache").exists()
    call(project, "check", *RULES)
    assert (project / ".quality-kit-cache" / "results.sqlite").is_file()
