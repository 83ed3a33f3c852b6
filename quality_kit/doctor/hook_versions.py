"""Versions of linters that differ between hooks, requirements, CI and what is installed."""

from __future__ import annotations

from quality_kit.doctor._diagnosis import Diagnosis, Site, Tool
from quality_kit.finding import Severity
from quality_kit.neighbours.pre_commit import CONFIGURATION, Hook, hooks
from quality_kit.neighbours.requirements import Pin, pins

#: Two versions of these rewrite each other's work; two of the others only find different things.
_FORMATTERS = ("black", "isort")


def check(site: Site) -> list[Diagnosis]:
    """Every file that names a version names the same; the first of the requirements is right, if any."""
    found = list[Diagnosis]()
    for name in site.linters:
        tool, pinned = site.tools[name], pins(name, site.documents)
        right = pinned[0].version if pinned else tool.version
        if right is not None and tool.version is not None:
            own = [hook for hook in hooks(site.documents) if hook.tool == name and hook.revision]
            found += _installed(tool, pinned)
            found += [_pinned(name, pin, right) for pin in pinned if pin.version != right]
            found += [_hook(hook, right) for hook in own if _version(hook) != right]
    return found


def _installed(tool: Tool, pinned: tuple[Pin, ...]) -> list[Diagnosis]:
    if not pinned or pinned[0].version == tool.version:
        return []
    what = f"{tool.name} {tool.version} is installed, but {pinned[0].file} pins {pinned[0].version}"
    mend = f"{tool.python} -m pip install {tool.name}=={pinned[0].version}"
    return [Diagnosis(_severity(tool.name), what, tool.python, mend)]


def _pinned(tool: str, pin: Pin, right: str) -> Diagnosis:
    what = f"{tool} is pinned to {pin.version} here and to {right} elsewhere"
    return Diagnosis(_severity(tool), what, f"{pin.file}:{pin.line}", f"{tool}=={right}")


def _hook(hook: Hook, right: str) -> Diagnosis:
    what = f"the hook {hook.id} runs {hook.tool} {_version(hook)}, everything else {right}"
    prefix = "v" if hook.revision.startswith("v") else ""
    where = f"{CONFIGURATION} {hook.repository}"
    return Diagnosis(_severity(hook.tool), what, where, f"rev: {prefix}{right}")


def _version(hook: Hook) -> str:
    return hook.revision.removeprefix("v")


def _severity(tool: str) -> Severity:
    return "error" if tool in _FORMATTERS else "warning"
