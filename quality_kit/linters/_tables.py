"""The project's own table for a tool, read as far as an adapter must know it.

A file that cannot be read is not our business: the tool reads it again and says so.
"""

from __future__ import annotations

import configparser
import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_REPOSITORY_MARKS = (".git", ".hg")


def read_table(path: Path, tool: str) -> dict[str, Any] | None:
    """``[tool.TOOL]`` of a TOML file, ``[TOOL]`` of an ini file; None: none. Its keys have underscores."""
    try:
        text = path.read_text(encoding="utf-8")
        table = _from_toml(text, tool) if path.suffix == ".toml" else _from_ini(text, tool)
    except (OSError, ValueError, configparser.Error):
        return None
    return None if table is None else {key.replace("-", "_"): value for key, value in table.items()}


def nearest(
    folder: Path, tool: str, names: tuple[str, ...], *, within_repository: bool
) -> tuple[Path, dict[str, Any]] | None:
    """The first table from a folder upwards, and the file it stands in."""
    for around in (folder, *folder.parents):
        for name in names:
            if (table := read_table(around / name, tool)) is not None:
                return around / name, table
        if within_repository and is_repository(around):
            break
    return None


def is_repository(folder: str | Path) -> bool:
    """Whether tools that stay within a repository look no higher than this folder."""
    return any(os.path.exists(os.path.join(folder, mark)) for mark in _REPOSITORY_MARKS)


def toml_table(tool: str, table: Mapping[str, Any]) -> str:
    """The table as a TOML file: such tables are flat, and JSON's strings, lists and numbers are TOML's."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in table.items())
    return "\n".join([f"[tool.{tool}]", *lines, ""])


def words(value: object) -> list[str]:
    """A list that may be written as one string with commas."""
    items = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return [item.strip() for item in items if isinstance(item, str) and item.strip()]


def folders_above(path: str) -> list[str]:
    """The folders between the root and a file, outermost first: a tool that walks would meet each of them."""
    names = path.split("/")
    return ["/".join(names[:depth]) for depth in range(1, len(names))]


def _from_toml(text: str, tool: str) -> dict[str, Any] | None:
    table = tomllib.loads(text).get("tool", {})
    found = table.get(tool) if isinstance(table, dict) else None
    return found if isinstance(found, dict) else None


def _from_ini(text: str, tool: str) -> dict[str, Any] | None:
    parser = configparser.RawConfigParser()
    parser.read_string(text)
    return dict(parser[tool]) if parser.has_section(tool) else None
