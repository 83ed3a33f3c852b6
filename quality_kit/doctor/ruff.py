"""A ruff that takes our suppressions for mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quality_kit.doctor._diagnosis import Diagnosis, Site
from quality_kit.doctor._write import line
from quality_kit.neighbours.documents import Documents
from quality_kit.neighbours.linters_in_use import linters_in_use
from quality_kit.neighbours.settings import Settings, settings_of, words

_OURS = "QK"
_UNUSED_NOQA = "RUF100"


def check(site: Site) -> list[Diagnosis]:
    """``lint.external`` names our codes wherever ruff is used."""
    settings = settings_of("ruff", site.documents)
    if not linters_in_use(("ruff",), site.documents):
        return []
    lint = _lint(settings, site.documents)
    external = words(lint.get("external"))
    if _OURS in external:
        return []
    place = settings._replace(section=f"{settings.section}.lint".lstrip("."))
    mend = line(settings, "external", [*external, _OURS])
    if _reports_unused_noqa(lint):
        what = f"ruff reports {_UNUSED_NOQA} for our codes in noqa comments, and --fix deletes them"
        return [Diagnosis("error", what, place.place, mend)]
    what = f"ruff does not know our codes: with {_UNUSED_NOQA} its --fix would delete them from noqa comments"
    return [Diagnosis("warning", what, place.place, mend)]


def _lint(settings: Settings, documents: Documents) -> Mapping[str, Any]:
    """The settings of the linter over those of the files that are extended; old files have them at the top."""
    layers, values, path = list[Mapping[str, Any]](), settings.values, settings.path
    while len(layers) < _MOST_EXTENDED:
        lint = values.get("lint")
        layers.append({**values, **(lint if isinstance(lint, dict) else {})})
        if path is None or not isinstance(values.get("extend"), str):
            break
        path = path.parent / Path(values["extend"]).expanduser()
        values = _ruff_table(path, documents)
    return {key: value for layer in reversed(layers) for key, value in layer.items()}


#: Files that extend each other further are a loop.
_MOST_EXTENDED = 10


def _ruff_table(path: Path, documents: Documents) -> Mapping[str, Any]:
    content = documents.toml(path)
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("ruff", {})
    return content


def _reports_unused_noqa(lint: Mapping[str, Any]) -> bool:
    selected = (*words(lint.get("select")), *words(lint.get("extend-select")))
    ignored = (*words(lint.get("ignore")), *words(lint.get("extend-ignore")))
    return _strength(selected) > _strength(ignored)


def _strength(selectors: tuple[str, ...]) -> int:
    lengths = (0 if selector == "ALL" else len(selector) for selector in selectors if _means(selector))
    return max(lengths, default=-1)


def _means(selector: str) -> bool:
    return selector == "ALL" or _UNUSED_NOQA.startswith(selector)
