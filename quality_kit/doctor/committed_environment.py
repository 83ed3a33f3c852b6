"""A virtual environment that is committed to git."""

from __future__ import annotations

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.linters import committed_environments


def check(site: Site) -> list[Diagnosis]:
    """What is in it came with the code: its linters are not run."""
    return [
        Diagnosis(
            "error",
            f"{name} is committed to git, so its linters are not run",
            name,
            f"git rm -r --cached {name}",
        )
        for name in committed_environments(site.linter_python, site.documents.root)
    ]
