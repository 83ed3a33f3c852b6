"""Where each tool keeps its settings, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quality_kit.neighbours.documents import Documents

#: The files and sections in which a tool looks, in its order; in each folder from the root upwards.
_PLACES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "autoflake": (("pyproject.toml", "tool.autoflake"), ("setup.cfg", "autoflake")),
    "black": (("pyproject.toml", "tool.black"),),
    "flake8": (
        ("setup.cfg", "flake8"),
        ("tox.ini", "flake8"),
        (".flake8", "flake8"),
        ("pyproject.toml", "tool.flake8"),
    ),
    "isort": (
        (".isort.cfg", "settings"),
        (".isort.cfg", "isort"),
        ("pyproject.toml", "tool.isort"),
        ("setup.cfg", "isort"),
        ("setup.cfg", "tool:isort"),
        ("tox.ini", "isort"),
    ),
    "mypy": (
        ("mypy.ini", "mypy"),
        (".mypy.ini", "mypy"),
        ("pyproject.toml", "tool.mypy"),
        ("setup.cfg", "mypy"),
    ),
    "ruff": ((".ruff.toml", ""), ("ruff.toml", ""), ("pyproject.toml", "tool.ruff")),
    "vulture": (("pyproject.toml", "tool.vulture"),),
}
#: Where a tool that has no settings yet should get them, if it is not in pyproject.toml.
_NEW_PLACES: Mapping[str, tuple[str, str]] = {"flake8": (".flake8", "flake8")}

_BETWEEN_WORDS = re.compile(r"[,\s]+")
#: What stands behind such a sign in a list of flake8 is a comment.
_INI_COMMENT = re.compile(r"(^|\s)#.*")


class Settings(NamedTuple):
    """What one file says to one tool."""

    #: None where the tool has no settings yet: then the place is where they should go.
    path: Path | None
    #: How the file is called in messages.
    file: str
    #: The table or section; empty where the whole file is the table.
    section: str
    #: Names with underscores.
    values: Mapping[str, Any]

    @property
    def place(self) -> str:
        """The file and the section, for messages."""
        return f"{self.file} [{self.section}]" if self.section else self.file


def settings_of(tool: str, documents: Documents) -> Settings:
    """The settings that a tool would find from the project's root; without values where there are none."""
    found = next(_found(tool, documents), None)
    if found is not None:
        return found
    file, section = _NEW_PLACES.get(tool, ("pyproject.toml", f"tool.{tool}"))
    return Settings(None, file, section, {})


def words(value: object) -> tuple[str, ...]:
    """A list, also one that an ini file has on one or several lines."""
    if isinstance(value, str):
        text = "\n".join(_INI_COMMENT.sub("", line) for line in value.splitlines())
        return tuple(word for word in _BETWEEN_WORDS.split(text) if word)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def number(value: object, default: int) -> int:
    """A whole number, also one that an ini file has as text; the default for anything else."""
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() else default


def _found(tool: str, documents: Documents) -> Iterator[Settings]:
    for folder in documents.folders:
        for name, section in _PLACES[tool]:
            file = folder / name
            if (table := _table(file, section, documents)) is not None:
                values = {key.replace("-", "_"): value for key, value in table.items()}
                yield Settings(file, documents.label(file), section, values)


def _table(file: Path, section: str, documents: Documents) -> Mapping[str, Any] | None:
    if not file.is_file():
        return None
    if file.suffix != ".toml":
        return documents.ini(file).get(section)
    table: Any = documents.toml(file)
    for name in section.split(".") if section else ():
        table = table.get(name) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None
