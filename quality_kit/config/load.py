"""Finds and reads the configuration file, and the files that it extends."""

from __future__ import annotations

import importlib.util
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quality_kit.config.problems import ConfigurationError, Problem

_OWN_FILE = "quality-kit.toml"
_PYPROJECT = "pyproject.toml"


class Table(NamedTuple):
    """The settings of one file, as read; the paths of packs are absolute, ``extends`` is taken out."""

    file: str
    values: Mapping[str, Any]
    #: Why the file that it extends is not among the tables; told together with its other mistakes.
    problems: tuple[Problem, ...] = ()

    @property
    def packs(self) -> tuple[str, ...]:
        """The absolute paths of the rule packages that it names."""
        packs = self.values.get("packs")
        return tuple(pack for pack in packs if isinstance(pack, str)) if isinstance(packs, list) else ()


def find_file(root: Path) -> Path | None:
    """The configuration file of a project: ``quality-kit.toml``, else a ``pyproject.toml``."""
    return next((root / name for name in (_OWN_FILE, _PYPROJECT) if (root / name).is_file()), None)


def read_tables(file: Path) -> tuple[Table, ...]:
    """The table of a configuration file, after those of the files that it extends.

    Raises:
        ConfigurationError: The file is missing or is no TOML. Of a file that it extends the table says so.
    """
    return _read(file, ())


def _read(file: Path, readers: tuple[Path, ...]) -> tuple[Table, ...]:
    if file.resolve() in readers:
        raise _error(readers[-1], "extends", f"{file} extends itself in a loop")
    values = _with_absolute_packs(_values(file, readers), file.parent)
    extended = values.pop("extends", None)
    table = Table(str(file), values)
    if extended is None:
        return (table,)
    try:
        return (*_read(_extended_file(extended, file), (*readers, file.resolve())), table)
    except ConfigurationError as error:
        return (table._replace(problems=error.problems),)


def _values(file: Path, readers: tuple[Path, ...]) -> Mapping[str, Any]:
    try:
        content = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = f"{file} cannot be read: {error.strerror}"
        raise _error(readers[-1], "extends", reason) if readers else _error(file, "file", reason) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _error(file, "file", f"is not valid TOML: {error}") from error
    if file.name == _PYPROJECT or list(content) == ["tool"]:  # some write the prefix in files of our own too
        tool = content.get("tool", {})
        content = tool.get("quality-kit", {}) if isinstance(tool, dict) else {}
    if not isinstance(content, dict):
        raise _error(file, "tool.quality-kit", "must be a table")
    return content


def _with_absolute_packs(values: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    packs = values.get("packs")
    if not isinstance(packs, list):
        return dict(values)
    paths = [os.path.normpath(folder / pack) if isinstance(pack, str) else pack for pack in packs]
    return {**values, "packs": paths}


def _extended_file(extended: object, file: Path) -> Path:
    if not isinstance(extended, str):
        raise _error(file, "extends", "must be a string: a file, or package:preset")
    package, colon, preset = extended.partition(":")
    if not colon:
        return file.parent / extended
    try:
        spec = None if "." in package else importlib.util.find_spec(package)  # runs nothing of the package
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        reason = f"there is no installed top-level package {package!r} to read {preset}.toml from"
        raise _error(file, "extends", reason)
    return Path(spec.submodule_search_locations[0], f"{preset}.toml")


def _error(file: Path, key: str, reason: str) -> ConfigurationError:
    return ConfigurationError([Problem(key, reason, str(file))])
