"""The door for CI: ``python -m quality_kit.hooks.ci [review] [OPTIONS]``.

Finds out where it runs, and adds to ``quality-kit check`` (or ``review``) what makes sense there: the formats
that the platform shows, and the revision that a change is compared with. What is given on the command line wins.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__" and sys.path[0] in ("", os.getcwd()) and not sys.flags.safe_path:
    # With -m the working directory comes first on the path: a checked project's own modules would be imported.
    del sys.path[0]

from collections.abc import Mapping, Sequence  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import NamedTuple  # noqa: E402

from quality_kit.baseline import DEFAULT_FILE  # noqa: E402
from quality_kit.config import ConfigurationError, find_file, read_tables  # noqa: E402
from quality_kit.hall.start import start  # noqa: E402

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


def main() -> None:
    """Run ``quality-kit check`` as fits the platform, and exit with its code."""
    given = sys.argv[1:]
    if given[:1] == [_REVIEW]:
        _run(_REVIEW, review_arguments(os.environ, given[1:]), given[1:])
    else:
        around = Surroundings(os.environ, has_baseline(Path.cwd()))
        _run("check", arguments(around, given), given)


def has_baseline(root: Path) -> bool:
    """Whether the project has one, at its usual place or where its configuration says."""
    file = find_file(root)
    try:
        named = [table.values.get("baseline") for table in read_tables(file)] if file else []
    except ConfigurationError:  # the run tells it better
        named = []
    wanted = next((name for name in reversed(named) if isinstance(name, str)), DEFAULT_FILE)
    return (root / wanted).is_file()


def _run(verb: str, added: Sequence[str], given: Sequence[str]) -> None:
    # The log shows what ran.
    sys.stderr.write(f"quality-kit {' '.join([verb, *added, *given])}\n")
    sys.argv[1:] = [verb, *added, *given]
    try:
        start("quality_kit.cli.app")
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
    base = base_of(around.environment)
    if base and not around.has_baseline and not _names(given, "--new-since", "--staged", "--baseline"):
        added += ["--new-since", base]
    return added


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


if __name__ == "__main__":
    main()
