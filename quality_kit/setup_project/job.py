"""What a CI job has to do here, whatever the CI system."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from quality_kit.neighbours.documents import Documents
from quality_kit.neighbours.installation import commands, manager

#: The command of the job: with annotations where the platform shows them.
CHECK = "quality-kit check --output-format auto"
#: A CI file that runs us, whatever the job is called.
RUNS_US = re.compile(r"quality[-_]kit")

_LOWEST_PYTHON, _USUAL_PYTHON = (3, 11), (3, 12)
_VERSION = re.compile(r"(?:>=|==|~=|\^)\s*3\.(\d+)")


class Job(NamedTuple):
    """One job."""

    python: str
    #: The project's root as seen from the repository's; empty where they are the same.
    folder: str
    install: tuple[str, ...]


def describe_job(documents: Documents, folder: str) -> Job:
    """Install the project's dependencies into an environment that the linters find, then check."""
    program = manager(documents)
    own = (f"pip install {program}",) if program != "pip" else ()
    return Job(_python(documents), folder, (*own, *commands(documents, None)))


def _python(documents: Documents) -> str:
    """The lowest version that the project and we support."""
    content: Any = documents.toml(documents.root / "pyproject.toml")
    project = content.get("project")
    wanted = project.get("requires-python") if isinstance(project, dict) else None
    found = _VERSION.search(wanted) if isinstance(wanted, str) else None
    version = max((3, int(found[1])), _LOWEST_PYTHON) if found else _USUAL_PYTHON
    return ".".join(map(str, version))
