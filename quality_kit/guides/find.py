"""Where guides lie: ours in this folder, a team's wherever the configuration names them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_SUFFIX = ".toml"


def names() -> tuple[str, ...]:
    """The names of the guides that come with us."""
    return tuple(sorted(file.stem for file in _HERE.glob(f"*{_SUFFIX}")))


def find(reference: str, folder: Path) -> Path | None:
    """The file of a guide: of one of ours by its name, else by a path that ends in ``.toml``.

    Args:
        reference: The name or path; a path is relative to ``folder``.
        folder: Where the file lies that refers to it.

    Returns:
        The file, which need not exist if it was given as a path; None for a name that is none of ours.
    """
    if reference.endswith(_SUFFIX):
        return folder / reference
    return _HERE / f"{reference}{_SUFFIX}" if reference in names() else None


def read(file: Path) -> Mapping[str, Any]:
    """The tables of a guide's file.

    Raises:
        ValueError: It cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ValueError(f"{file} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{file} is not valid TOML: {error}") from error
