"""Which codes flake8 reports with some settings; decided as flake8 6 and newer decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quality_kit.neighbours.settings import words

_IGNORED_BY_DEFAULT = ("E121", "E123", "E126", "E226", "E24", "E704", "W503", "W504")


def is_on(code: str, values: Mapping[str, Any]) -> bool:
    """Whether a code of pycodestyle or pyflakes is reported in a file without settings of its own."""
    selected = (*words(values.get("select")), *words(values.get("extend_select")))
    ignored = (*words(values.get("ignore")), *words(values.get("extend_ignore")))
    chosen, dropped = _longest(selected, code), _longest(ignored, code)
    if chosen and dropped:
        return chosen > dropped
    if chosen or dropped:
        return bool(chosen)
    by_default = "ignore" in values or not code.startswith(_IGNORED_BY_DEFAULT)
    return by_default and "select" not in values


def _longest(prefixes: tuple[str, ...], code: str) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=0)
