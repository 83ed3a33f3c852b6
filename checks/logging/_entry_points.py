"""The modules that a project installs as commands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from quality_kit.modules import Modules

PYPROJECT = "pyproject.toml"
#: Tables of pyproject.toml whose values are ``package.module:function``.
_TABLES = (("project", "scripts"), ("project", "gui-scripts"), ("tool", "poetry", "scripts"))
#: Where poetry keeps the target if the value is a table.
_TARGET_KEYS = ("reference", "callable")


def entry_point_files(inputs: Mapping[str, str], modules: Modules) -> frozenset[str]:
    """The files of this tree that the scripts of its pyproject.toml files start.

    Args:
        inputs: The text of each pyproject.toml by path.
        modules: The modules of the tree.
    """
    found = (modules.find(module, path) for path, text in inputs.items() for module in _script_modules(text))
    return frozenset(path for path in found if path is not None)


def _script_modules(text: str) -> Iterator[str]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # other tools tell; here it only means that no script is known
        return
    for keys in _TABLES:
        for target in _table(data, keys).values():
            if isinstance(target, dict):
                target = next((target[key] for key in _TARGET_KEYS if key in target), None)
            if isinstance(target, str):
                yield target.partition(":")[0].strip()


def _table(data: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    for key in keys:
        inner = data.get(key)
        data = inner if isinstance(inner, dict) else {}
    return data
