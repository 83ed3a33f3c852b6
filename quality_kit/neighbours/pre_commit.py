"""The hooks that ``.pre-commit-config.yaml`` names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quality_kit.neighbours.documents import Documents

CONFIGURATION = ".pre-commit-config.yaml"

#: The tool behind a hook, where the hook has another name.
_TOOLS: Mapping[str, str] = {
    "black-jupyter": "black",
    "ruff-check": "ruff",
    "ruff-format": "ruff",
    "ruff-lint": "ruff",
}


class Hook(NamedTuple):
    """One hook."""

    id: str
    #: The address of its repository, or ``local`` or ``meta``.
    repository: str
    #: As written; empty for local hooks.
    revision: str

    @property
    def tool(self) -> str:
        """The tool that it runs, as far as its name tells."""
        return _TOOLS.get(self.id, self.id)


def hooks(documents: Documents) -> tuple[Hook, ...]:
    """All hooks, in order; what is no hook is passed over.

    Raises:
        UsageError: The configuration is not valid YAML.
    """
    file = documents.find(CONFIGURATION)
    content = documents.yaml(file) if file is not None else None
    return tuple(_hooks(content.get("repos"))) if isinstance(content, dict) else ()


def _hooks(repositories: object) -> Iterator[Hook]:
    for repository in repositories if isinstance(repositories, list) else ():
        entries = repository.get("hooks") if isinstance(repository, dict) else None
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                address, revision = repository.get("repo", ""), repository.get("rev", "")
                yield Hook(entry["id"], str(address), str(revision))
