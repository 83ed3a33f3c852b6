"""What the CI server that runs us wants: its format, and GitHub's page about a step."""

from __future__ import annotations

import os
from pathlib import Path

from quality_kit.finding import Report
from quality_kit.hall.talk import say
from quality_kit.reporters import View, render

#: The name by which the format of the surroundings is asked for.
AUTO = "auto"
GITHUB = "github"
#: Where GitLab's documentation lets jobs leave their report.
GITLAB_FILE = "gl-code-quality-report.json"

#: GitHub refuses the summary of a step above 1 MiB altogether.
_SUMMARY_BYTES = 1024 * 1024


def formats_here(to_file: bool) -> tuple[str, ...]:
    """What ``auto`` stands for; commands to GitHub's log are of no use in a file."""
    if os.environ.get("GITHUB_ACTIONS"):
        return ("text",) if to_file else (GITHUB,)
    if os.environ.get("GITLAB_CI"):
        return ("text", f"gitlab:{GITLAB_FILE}")
    return ("text",)


def append_step_summary(report: Report, view: View) -> None:
    """Append the findings to GitHub's page about the step, if there is one; no more than it takes."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    file = Path(name)
    try:
        used = file.stat().st_size if file.exists() else 0
        text = render("markdown", report, view._replace(room=_SUMMARY_BYTES - used - 1))
        with file.open("ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        say(f"cannot write the summary of the step to {file}: {error.strerror}")
