"""What the project needs from other packages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import Any

from quality_kit.neighbours.requirements import normalized
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange

_REQUIREMENTS = re.compile(r"(?:^|/)(?:requirements[^/]*\.(?:txt|in)|requirements/[^/]+\.(?:txt|in))\Z")
_REQUIREMENT = re.compile(r"\s*(?P<name>[A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?P<version>[^;#\s][^;#]*)?")
_PYPROJECT = "pyproject.toml"


def dependencies(evidence: Evidence) -> Iterator[ContractChange]:
    """By package and file; of lock files, which nobody writes by hand, nothing."""
    for file in evidence.change.files:
        if file.kind == "text" and (basename(file.path) == _PYPROJECT or _REQUIREMENTS.search(file.path)):
            before = _listed(file.path, evidence.change.base.text(file.before))
            now = _listed(file.path, evidence.change.head.text(file.path) if file.status != "deleted" else "")
            for name in sorted({*before, *now}):
                if before.get(name) != now.get(name):
                    line = _line(evidence, file.path, name) if name in now else 0
                    yield _change(name, before.get(name), now.get(name), file.path, line)


def _change(name: str, old: str | None, new: str | None, path: str, line: int) -> ContractChange:
    if old is None:
        return ContractChange("dependency", "added", name, new or "any version", path, line)
    if new is None:
        return ContractChange("dependency", "removed", name, "", path, line)
    return ContractChange(
        "dependency", "changed", name, f"{old or 'any version'} -> {new or 'any version'}", path, line
    )


def _listed(path: str, text: str) -> Mapping[str, str]:
    if basename(path) == _PYPROJECT:
        return dict(_of_pyproject(text))
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith(("#", "-")))
    return dict(_requirement(line) for line in lines if "://" not in line)


def _of_pyproject(text: str) -> Iterator[tuple[str, str]]:
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    project, groups = content.get("project"), content.get("dependency-groups")
    project = project if isinstance(project, dict) else {}
    optional = project.get("optional-dependencies")
    tables = [{"": project.get("dependencies")}, optional, groups]
    for table in tables:
        for listed in table.values() if isinstance(table, dict) else ():
            for entry in listed if isinstance(listed, list) else ():
                if isinstance(entry, str):
                    yield _requirement(entry)
    yield from _of_poetry(content)


def _of_poetry(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    tool = content.get("tool")
    poetry = tool.get("poetry") if isinstance(tool, dict) else None
    listed = poetry.get("dependencies") if isinstance(poetry, dict) else None
    for name, version in listed.items() if isinstance(listed, dict) else ():
        if name != "python":
            yield normalized(name), version if isinstance(version, str) else str(version)


def _requirement(entry: str) -> tuple[str, str]:
    found = _REQUIREMENT.match(entry)
    if found is None:
        return entry.strip(), ""
    return normalized(found["name"]), "".join((found["version"] or "").split())


def _line(evidence: Evidence, path: str, name: str) -> int:
    source = evidence.change.head.source(path)
    pattern = re.compile(re.escape(name).replace(r"\-", "[-_.]"), re.IGNORECASE)
    lines = source.lines if source is not None else []
    return next((number for number, line in enumerate(lines, start=1) if pattern.search(line)), 0)
