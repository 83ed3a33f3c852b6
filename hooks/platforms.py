"""What CI platforms tell about a run, as arguments for the command line; then runs it."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quality_kit.hall.talk import explained_mistakes

from .known_baseline import has_baseline

_CODE_QUALITY = "gl-code-quality-report.json"
#: The review as the comment that a later step puts under the change.
REVIEW_FILE = "quality-review.md"
_REVIEW = "review"
_SUMMARY = "GITHUB_STEP_SUMMARY"
#: What git calls the commit before the first one of a branch.
_NO_COMMIT = "0" * 40


class Surroundings(NamedTuple):
    """What the door looks at."""

    environment: Mapping[str, str]
    #: Whether the project has a baseline: then old findings are known already.
    has_baseline: bool


def run() -> None:
    """Run ``quality-kit`` as fits the platform, and exit with its code."""
    given = sys.argv[1:]
    with explained_mistakes():
        if given[:1] == [_REVIEW]:
            _run(_REVIEW, review_arguments(os.environ, given[1:]), given[1:])
        else:
            known = bool(_base_to_add(os.environ, given)) and has_baseline(given)
            _run("check", arguments(Surroundings(os.environ, known), given), given)


def _run(verb: str, added: Sequence[str], given: Sequence[str]) -> None:
    # The log shows what ran.
    sys.stderr.write(f"quality-kit {' '.join([verb, *added, *given])}\n")
    sys.argv[1:] = [verb, *added, *given]
    try:
        importlib.import_module("quality_kit.cli.app").run()  # by name: doors know nothing of each other
    finally:
        if verb == _REVIEW:
            _append_summary()


def _append_summary() -> None:
    """The page of the step on GitHub shows the review, too."""
    summary, made = os.environ.get(_SUMMARY), Path(REVIEW_FILE)
    if summary and made.is_file():
        with open(summary, "a", encoding="utf-8") as page:
            page.write(made.read_text(encoding="utf-8"))


def review_arguments(environment: Mapping[str, str], given: Sequence[str]) -> list[str]:
    """What to add to the options of a review."""
    base = base_of(environment)
    names_change = _names(given, "--commit", "--staged", "--patch") or any(
        not each.startswith("-") for each in given[:1]
    )
    added = [base] if base and not names_change else []
    if not _names(given, "--output-format"):
        added += ["--output-format", f"text,markdown:{REVIEW_FILE}"]
    return added


def arguments(around: Surroundings, given: Sequence[str]) -> list[str]:
    """What to add to the options that were given."""
    added: list[str] = []
    if not _names(given, "--output-format"):
        added += ["--output-format", _formats(around.environment)]
    base = _base_to_add(around.environment, given)
    if base and not around.has_baseline:
        added += ["--new-since", base]
    return added


def _base_to_add(environment: Mapping[str, str], given: Sequence[str]) -> str:
    """The revision to compare with, empty where the arguments decide that themselves."""
    return "" if _names(given, "--new-since", "--staged", "--baseline") else base_of(environment)


def base_of(environment: Mapping[str, str]) -> str:
    """The revision that the change is compared with; empty on a branch that is checked as a whole."""
    if target := environment.get("GITHUB_BASE_REF"):  # set for pull requests only
        return f"origin/{target}"
    if commit := environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "").replace(_NO_COMMIT, ""):
        return commit
    if target := environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"):
        return f"origin/{target}"
    return ""


def _formats(environment: Mapping[str, str]) -> str:
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    if environment.get("GITLAB_CI") == "true":
        return f"text,gitlab:{_CODE_QUALITY}"
    return "text"


def _names(given: Sequence[str], *options: str) -> bool:
    return any(
        argument == option or argument.startswith(f"{option}=") for argument in given for option in options
    )
