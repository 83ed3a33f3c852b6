"""The command line called in the process of the tests, where a new process would tell no more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from quality_kit.cli.app import app

#: Nothing of this is taken over from whoever runs the tests.
_UNSET = dict.fromkeys(
    (
        "CI",
        "FORCE_COLOR",
        "NO_COLOR",
        "QUALITY_KIT_CACHE_DIR",
        "GITHUB_ACTIONS",
        "GITHUB_STEP_SUMMARY",
        "GITLAB_CI",
    )
)


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        """What it wrote as JSON."""
        return json.loads(self.out)

    @property
    def places(self) -> list[tuple[str, int, str]]:
        """Path, line and code of every finding in the JSON report that is not suppressed."""
        active = (finding for finding in self.report["findings"] if finding["suppressed_by"] is None)
        return [(finding["path"], finding["line"], finding["code"]) for finding in active]


def call(cwd: Path, *arguments: str, input: bytes | None = None, env: Mapping[str, str] | None = None) -> Ran:
    """Run a command in a folder; an exception that it does not handle is raised here."""
    with chdir(cwd):
        done = CliRunner().invoke(app, arguments, input=input, env={**_UNSET, **(env or {})})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def check(cwd: Path, *arguments: str, input: bytes | None = None) -> Ran:
    """``quality-kit check`` with a JSON report."""
    return call(cwd, "check", "--output-format", "json", *arguments, input=input)
