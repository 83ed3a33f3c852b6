"""A job in ``.gitlab-ci.yml``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quality_kit.setup_project.job import CHECK, RUNS_US, Job
from quality_kit.setup_project.text import with_block
from quality_kit.setup_project.yaml_text import composed, entries_of, is_sequence, plain

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

FILE = ".gitlab-ci.yml"
_NAME = "quality-kit"

#: Where a job runs that names no stage; and where ours may run, best first, when a team has other stages.
_USUAL_STAGE = "test"
_FITTING_STAGES = ("lint", "quality", "check", "checks", "static", "verify", "validate", "tests")


def with_job(text: str, job: Job) -> str:
    """The pipeline with our job at its end; as it is where it runs us already.

    Raises:
        ValueError: It is not valid YAML, or no job can be added at its end.
    """
    before = entries_of(composed(text))
    if RUNS_US.search(text):
        return text
    after = with_block(text, "".join(f"{line}\n" for line in _job(job, _stage(before))))
    try:
        known = entries_of(composed(after))
    except ValueError:
        known = {}
    if list(known) != [*before, _NAME]:
        raise ValueError("no job can be added at its end; add the job quality-kit by hand and run init again")
    return after


def _stage(entries: dict[str, Node]) -> str | None:
    """The stage to name; None where the usual one is there."""
    stages = entries.get("stages")
    names = plain(stages) if stages is not None and is_sequence(stages) else []
    if not names or _USUAL_STAGE in names:
        return None
    return next((name for name in _FITTING_STAGES if name in names), str(names[0]))


def _job(job: Job, stage: str | None) -> Iterator[str]:
    yield f"{_NAME}:"
    if stage is not None:
        yield f"  stage: {stage}"
    yield f"  image: python:{job.python}"
    yield from (
        "  variables:",
        '    GIT_DEPTH: "0"  # a change is compared with the commit that it starts from',
    )
    yield "  script:"
    if job.folder:
        yield f"    - cd {job.folder}"
    if job.install:
        yield "    # mypy and the plugins of flake8 must see what the project is built on."
    yield from (f"    - {command}" for command in (*job.install, "pip install quality-kit", CHECK))
