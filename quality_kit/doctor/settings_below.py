"""Settings of ours in subfolders, which a run from here does not read."""

from __future__ import annotations

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.files import UsageError, leads_out

_OWN_FILE, _PYPROJECT = "quality-kit.toml", "pyproject.toml"
_TABLE = "[tool.quality-kit"


def check(site: Site) -> list[Diagnosis]:
    """Each folder of a monorepo that has settings of its own is a project of its own."""
    return [_diagnosis(path) for path in site.others if "/" in path and _has_settings(path, site)]


def _has_settings(path: str, site: Site) -> bool:
    root, name = site.documents.root, path.rpartition("/")[2]
    if name not in (_OWN_FILE, _PYPROJECT) or leads_out(root, path):
        return False
    return name == _OWN_FILE or _TABLE in _text(path, site)


def _text(path: str, site: Site) -> str:
    """Nothing where it cannot be read: it may be a sample of a damaged file, and no run from here reads it."""
    try:
        return site.documents.text(site.documents.root / path) or ""
    except UsageError:
        return ""


def _diagnosis(path: str) -> Diagnosis:
    folder = path.rpartition("/")[0]
    what = f"the settings of quality-kit in {folder} are not read from here: it is a project of its own"
    return Diagnosis("warning", what, path, f"quality-kit check {folder}")
