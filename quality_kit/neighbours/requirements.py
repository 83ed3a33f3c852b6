"""What the project depends on, and which versions of tools it pins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from quality_kit.neighbours.documents import Documents

#: The files that name what the application needs to run; others name tools, too.
_RUN_TIME_FILES = (
    "requirements.txt",
    "requirements/base.txt",
    "requirements/main.txt",
    "requirements/prod.txt",
    "requirements/production.txt",
)
_FILES = ("requirements*.txt", "requirements*.in", "requirements/*.txt", "requirements/*.in")
_CI_FILES = (".github/workflows/*.yml", ".github/workflows/*.yaml", ".gitlab-ci.yml")

_NAME = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)")
_PIN = r"(?<![\w.-]){}(?:\[[\w,\s-]*\])?\s*==\s*(\d[\w.]*)(?![\w.*])"


class Pin(NamedTuple):
    """A version of a tool that a file fixes."""

    version: str
    file: str
    #: From 1.
    line: int


def normalized(name: str) -> str:
    """The one spelling of a distribution's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def run_time_dependencies(documents: Documents) -> tuple[str, ...]:
    """What the application needs on every platform, by normalized name, sorted.

    Requirements with a condition (``; sys_platform == ...``), addresses and paths are left out.
    """
    pyproject = documents.toml(documents.root / "pyproject.toml")
    listed = [*_strings(_at(pyproject, "project", "dependencies"))]
    for name in _RUN_TIME_FILES:
        listed += (documents.text(documents.root / name) or "").splitlines()
    poetry = [name for name in _names(_at(pyproject, "tool", "poetry", "dependencies")) if name != "python"]
    return tuple(sorted({*map(normalized, poetry), *_required(listed)}))


def development_dependencies(documents: Documents) -> frozenset[str]:
    """Everything that any list of requirements names, by normalized name."""
    pyproject = documents.toml(documents.root / "pyproject.toml")
    listed = list[str]()
    for table in (_at(pyproject, "project", "optional-dependencies"), _at(pyproject, "dependency-groups")):
        listed += [entry for entries in _values(table) for entry in _strings(entries)]
    listed += _strings(_at(pyproject, "tool", "uv", "dev-dependencies"))
    for file in _glob(documents.root, _FILES):
        listed += (documents.text(file) or "").splitlines()
    groups = [_at(group, "dependencies") for group in _values(_at(pyproject, "tool", "poetry", "group"))]
    poetry = [*groups, _at(pyproject, "tool", "poetry", "dev-dependencies")]
    named = {normalized(name) for table in poetry for name in _names(table)}
    return frozenset({*run_time_dependencies(documents), *named, *_required(listed)})


def pins(tool: str, documents: Documents) -> tuple[Pin, ...]:
    """Where requirements and CI fix the version of a tool: the requirements first."""
    files = [documents.root / "pyproject.toml", *_glob(documents.root, _FILES)]
    files += _glob(documents.top, _CI_FILES)
    return tuple(pin for file in dict.fromkeys(files) for pin in _pins_in(tool, file, documents))


def ci_files(documents: Documents) -> tuple[Path, ...]:
    """The files that tell GitHub and GitLab what to run, sorted."""
    return tuple(_glob(documents.top, _CI_FILES))


def _pins_in(tool: str, file: Path, documents: Documents) -> Iterator[Pin]:
    pattern = re.compile(_PIN.format(re.escape(tool)), re.IGNORECASE)
    for number, line in enumerate((documents.text(file) or "").splitlines(), start=1):
        for found in pattern.finditer(line.split("#")[0]):
            yield Pin(found[1], documents.label(file), number)


def _glob(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted({file for pattern in patterns for file in folder.glob(pattern) if file.is_file()})


def _required(lines: list[str]) -> set[str]:
    plain = (line.split("#")[0] for line in lines if ";" not in line and "://" not in line)
    return {normalized(found[1]) for line in plain if "/" not in line and (found := _NAME.match(line))}


def _at(table: Any, *names: str) -> Any:
    for name in names:
        table = table.get(name) if isinstance(table, dict) else None
    return table


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _names(value: object) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def _values(value: object) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else []
