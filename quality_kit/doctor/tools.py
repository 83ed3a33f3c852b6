"""Linters that would not run, or are too old for us."""

from __future__ import annotations

import importlib.metadata
import re

from quality_kit.doctor._diagnosis import Diagnosis, Site, Tool

_MINIMUM = re.compile(r"([\w.-]+?)\s*>=\s*([\d.]+)")
_OWN_FILE, _TABLE = "quality-kit.toml", "pyproject.toml [tool.quality-kit]"


def check(site: Site) -> list[Diagnosis]:
    """Interpreters that do not start, and tools that are missing or older than what we can read."""
    minimum = _minimum_versions()
    tools = [site.tools[name] for name in site.linters]
    place = _OWN_FILE if (site.documents.root / _OWN_FILE).is_file() else _TABLE
    dead = dict.fromkeys(tool.python for tool in tools if site.packages_of(tool.python) is None)
    found = [
        Diagnosis("error", f"{python} is no Python that starts", place, 'linter-python = "auto"')
        for python in dead
    ]
    for tool in tools:
        if tool.python not in dead:
            found += _examined(tool, minimum.get(tool.name, ""))
    return found


def _examined(tool: Tool, minimum: str) -> list[Diagnosis]:
    install = f'{tool.python} -m pip install "{tool.name}{f">={minimum}" if minimum else ""}"'
    if tool.version is None:
        return [Diagnosis("error", f"{tool.name} is not installed", tool.python, install)]
    if _numbers(tool.version) < _numbers(minimum):
        what = f"{tool.name} {tool.version} is too old: {minimum} or newer is needed"
        return [Diagnosis("error", what, tool.python, install)]
    return []


def _minimum_versions() -> dict[str, str]:
    """As our own installation requires them."""
    try:
        required = importlib.metadata.requires("quality-kit") or []
    except importlib.metadata.PackageNotFoundError:  # run from a folder that nobody installed
        return {}
    return {found[1]: found[2] for text in required if (found := _MINIMUM.match(text))}


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0]))
