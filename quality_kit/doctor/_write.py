"""Settings as they are written in a TOML or an ini file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from quality_kit.neighbours.settings import Settings


def line(settings: Settings, key: str, value: str | int | Sequence[str]) -> str:
    """``key = value`` in the language of the file."""
    return f"{key} = {_toml(value) if settings.file.endswith('.toml') else _ini(value)}"


def _toml(value: str | int | Sequence[str]) -> str:
    return json.dumps(value if isinstance(value, (str, int)) else list(value), ensure_ascii=False)


def _ini(value: str | int | Sequence[str]) -> str:
    return str(value) if isinstance(value, (str, int)) else ",".join(value)
