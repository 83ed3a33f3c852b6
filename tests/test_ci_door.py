"""The door for CI, and the steps of action.yml and of the GitLab template, run as the platforms run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from ruamel.yaml import YAML

from hooks.known_baseline import VALUED, has_baseline
from hooks.platforms import REVIEW_FILE, Surroundings, arguments, review_arguments
from quality_kit.cli.checking import Arguments
from tests.projects import make_project, run_git, write

ROOT = Path(__file__).parent.parent
DOOR = (sys.executable, "-m", "quality_kit.hooks.ci")
GITHUB = {"GITHUB_ACTIONS": "true"}
GITLAB = {"GITLAB_CI": "true"}
GITLAB_FORMATS = "text,gitlab:gl-code-quality-report.json"
PROJECT = {"pyproject.toml": "[tool.quality-kit]\nlinters = []\n", "app/a.py": 'print("old")\n'}
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*}}")


@pytest.mark.parametrize(
    ("environment", "given", "added"),
    [
        ({}, [], ["--output-format", "text"]),
        (GITHUB, [], ["--output-format", "github"]),
        (
            {**GITHUB, "GITHUB_BASE_REF": "main"},
            [],
            ["--output-format", "github", "--new-since", "origin/main"],
        ),
        ({**GITHUB, "GITHUB_BASE_REF": ""}, [], ["--output-format", "github"]),
        (GITLAB, [], ["--output-format", GITLAB_FORMATS]),
        (
            {**GITLAB, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc"},
            [],
            ["--output-format", GITLAB_FORMATS, "--new-since", "abc"],
        ),
        (
            {**GITLAB, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"},
            [],
            ["--output-format", GITLAB_FORMATS, "--new-since", "origin/main"],
        ),
        ({**GITHUB, "GITHUB_BASE_REF": "main"}, ["--output-format=json", "--new-since", "x"], []),
        ({**GITHUB, "GITHUB_BASE_REF": "main"}, ["--output-format", "sarif", "--staged"], []),
    ],
)
def test_what_the_platform_tells_is_added_to_what_was_given(
    environment: Mapping[str, str], given: list[str], added: list[str]
) -> None:
    assert arguments(Surroundings(environment, has_baseline=False), given) == added


def test_with_a_baseline_a_change_is_checked_as_a_whole() -> None:
    around = Surroundings({**GITHUB, "GITHUB_BASE_REF": "main"}, has_baseline=True)
    assert arguments(around, []) == ["--output-format", "github"]


def test_a_baseline_is_found_where_the_configuration_has_it(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"quality-kit.toml": "linters = []\n", "app/sub/a.py": ""}, git=False)
    with chdir(root / "app/sub"):
        assert not has_baseline([])
        write(root, ".quality-kit-baseline.jsonl", "")
        assert has_baseline([])
        write(root, "quality-kit.toml", 'baseline = "quality/old.jsonl"\n')
        assert not has_baseline([])
        write(root, "quality/old.jsonl", "")
        assert has_baseline([])


def test_a_baseline_is_looked_for_as_the_arguments_say(tmp_path: Path) -> None:
    files = {"api/quality-kit.toml": "", "api/.quality-kit-baseline.jsonl": "", "web/quality-kit.toml": ""}
    root = make_project(tmp_path, {**files, "other.toml": 'baseline = "api/.quality-kit-baseline.jsonl"\n'})
    with chdir(root):
        assert not has_baseline([])
        assert has_baseline(["--quiet", "api"])
        assert not has_baseline(["--select", "api", "web"])
        assert has_baseline(["--config", "other.toml", "--no-cache"])
        assert has_baseline(["--config=other.toml"])


def test_every_option_with_a_value_is_known() -> None:
    valued = [name for name in Arguments._fields if Arguments._field_defaults[name] is not False]
    assert VALUED == {f"--{name.replace('_', '-')}" for name in valued if name != "paths"}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (f'baseline = "{"x" * 300}"', f"cannot read the baseline {'x' * 300}: File name too long"),
        ("baseline = ", "quality-kit.toml: the configuration has mistakes"),
    ],
)
def test_a_configuration_with_mistakes_ends_with_2(tmp_path: Path, table: str, told: str) -> None:
    root = pull_request(tmp_path)
    write(root, "quality-kit.toml", f"{table}\n")
    done = ci(root, {**GITHUB, "GITHUB_BASE_REF": "main"})
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr and "Traceback" not in done.stderr


def test_modules_of_the_project_are_not_taken_for_ours(tmp_path: Path) -> None:
    trap = "raise SystemExit('shadowed')\n"
    done = ci(make_project(tmp_path, {**PROJECT, "typer.py": trap, "json.py": trap}), {})
    assert (done.returncode, "shadowed" in done.stdout + done.stderr) == (1, False)


def test_a_review_is_told_where_the_change_began() -> None:
    forms = ["--output-format", "text,markdown:quality-review.md"]
    merge_request = {**GITLAB, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc"}
    assert review_arguments({**GITHUB, "GITHUB_BASE_REF": "main"}, []) == ["origin/main", *forms]
    assert review_arguments(merge_request, ["--no-linters"]) == ["abc", *forms]
    assert review_arguments(merge_request, ["main..HEAD", "--output-format", "json"]) == []
    assert review_arguments({}, []) == forms


def test_in_a_plain_shell_it_is_the_ordinary_check(tmp_path: Path) -> None:
    done = ci(make_project(tmp_path, PROJECT), {})
    assert (done.returncode, done.stderr) == (1, "quality-kit check --output-format text\n")
    assert "app/a.py\n  1:1" in done.stdout


def test_a_pull_request_fails_for_what_is_new_in_it_only(tmp_path: Path) -> None:
    root = pull_request(tmp_path)
    done = ci(root, {**GITHUB, "GITHUB_BASE_REF": "main"})
    assert done.returncode == 1
    annotated = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(annotated) == 1 and "file=app/b.py,line=1" in annotated[0]
    run_git(root, "rm", "--quiet", "--force", "app/b.py")
    assert ci(root, {**GITHUB, "GITHUB_BASE_REF": "main"}).returncode == 0


def test_the_steps_of_the_action(tmp_path: Path) -> None:
    root = pull_request(tmp_path)
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "change", root.as_uri(), str(clone))
    values = {
        **{f"inputs.{name}": entry["default"] for name, entry in action()["inputs"].items()},
        "inputs.python": str(environment_like_ours(tmp_path)),
        "github.action_path": str(ROOT),
        "github.base_ref": "main",
    }
    summary = tmp_path / "summary.md"
    surroundings = {**GITHUB, "GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(summary)}
    install, fetch, check, review, _ = action()["runs"]["steps"]
    for step in (install, fetch):
        done = bash(step["run"], clone, {**surroundings, **filled(step["env"], values)})
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    done = bash(check["run"], clone, {**surroundings, **filled(check["env"], values)})
    assert done.returncode == 1, done.stderr
    assert "file=app/b.py,line=1" in done.stdout
    assert "app/b.py" in summary.read_text(encoding="utf-8")
    done = bash(review["run"], clone, {**surroundings, **filled(review["env"], values)})
    assert done.returncode == 1, done.stderr
    comment = (clone / REVIEW_FILE).read_text(encoding="utf-8")
    assert comment.startswith("<!-- quality-kit review -->\n## quality-kit: FAIL: 1 new, 0 fixed")
    assert summary.read_text(encoding="utf-8").endswith(comment)


def test_the_script_of_the_gitlab_template(tmp_path: Path) -> None:
    root = pull_request(tmp_path)
    job = YAML(typ="safe").load((ROOT / "hooks" / "gitlab-ci.yml").read_text(encoding="utf-8"))["quality-kit"]
    base = run_git(root, "rev-parse", "main").strip()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {**GITLAB, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "PATH": path}
    done = bash("\n".join(job["script"]), root, surroundings)
    assert done.returncode == 1
    report = json.loads((root / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert [entry["location"]["path"] for entry in report] == ["app/b.py"]


def test_the_review_of_the_gitlab_template(tmp_path: Path) -> None:
    root = pull_request(tmp_path)
    jobs = YAML(typ="safe").load((ROOT / "hooks" / "gitlab-ci.yml").read_text(encoding="utf-8"))
    job = jobs["quality-kit-review"]
    base = run_git(root, "rev-parse", "main").strip()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with gitlab() as (address, notes):
        surroundings = {
            **GITLAB,
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
            "CI_MERGE_REQUEST_IID": "7",
            "CI_PROJECT_ID": "3",
            "CI_API_V4_URL": address,
            "QUALITY_KIT_TOKEN": "t",
            "PATH": path,
        }
        assert bash("\n".join(job["script"]), root, surroundings).returncode == 1
        for _ in range(2):
            done = bash("\n".join(job["after_script"]), root, surroundings)
            assert (done.returncode, done.stderr) == (0, "")
        assert [(number, body.splitlines()[0]) for number, body in notes.items()] == [
            (1, "a person's words"),
            (2, "<!-- quality-kit review -->"),
        ]
        write(root, REVIEW_FILE, "<!-- quality-kit review -->\nbetter\n")
        assert bash("\n".join(job["after_script"]), root, surroundings).returncode == 0
        assert notes[2] == "<!-- quality-kit review -->\nbetter\n"
        without = {name: value for name, value in surroundings.items() if name != "QUALITY_KIT_TOKEN"}
        done = bash("\n".join(job["after_script"]), root, without)
        assert (done.returncode, done.stderr) == (
            0,
            "no note: it needs QUALITY_KIT_TOKEN, a merge request, and a review\n",
        )


@contextmanager
def gitlab() -> Iterator[tuple[str, dict[int, str]]]:
    """As much of GitLab's API as notes need, and the notes that it has."""
    notes = {1: "a person's words"}

    class Handler(BaseHTTPRequestHandler):
        def answer(self, content: object) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

        def body(self) -> str:
            text: str = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
            return text

        def do_GET(self) -> None:
            assert self.path.startswith("/projects/3/merge_requests/7/notes?")
            self.answer([{"id": number, "body": body} for number, body in notes.items()])

        def do_POST(self) -> None:
            notes[len(notes) + 1] = self.body()
            self.answer({})

        def do_PUT(self) -> None:
            notes[int(self.path.rpartition("/")[2])] = self.body()
            self.answer({})

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", notes
        server.shutdown()


def pull_request(tmp_path: Path) -> Path:
    """A repository with a branch ``change`` that adds one more finding to what ``main`` has."""
    root = make_project(tmp_path, PROJECT)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    run_git(root, *who, "commit", "--quiet", "--message", "old")
    run_git(root, "branch", "--move", "main")
    run_git(root, "checkout", "--quiet", "-b", "change")
    write(root, "app/b.py", 'print("new")\n')
    run_git(root, "add", "--all")
    run_git(root, *who, "commit", "--quiet", "--message", "new")
    run_git(root, "update-ref", "refs/remotes/origin/main", "main")
    return root


def ci(root: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(DOOR, cwd=root, env=plain(environment), capture_output=True, text=True)


def bash(script: str, root: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """As GitHub runs a step with ``shell: bash``."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=root, env=plain(environment), capture_output=True, text=True)


def plain(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables of this process without those of the CI in which the tests may run."""
    ours = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GITLAB_", "CI"))
    }
    return {**ours, **environment}


def action() -> dict[str, Any]:
    document: dict[str, Any] = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return document


def filled(environment: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    return {
        name: _EXPRESSION.sub(lambda found: values[found[1]], str(text)) for name, text in environment.items()
    }


def environment_like_ours(tmp_path: Path) -> Path:
    """The interpreter of an environment of its own that finds what quality-kit needs in this one."""
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    ours, theirs = (
        Path(subprocess.run([each, "-c", where], capture_output=True, text=True, check=True).stdout.strip())
        for each in (sys.executable, str(python))
    )
    (theirs / "ours.pth").write_text(f"{ours}\n", encoding="utf-8")
    return python
