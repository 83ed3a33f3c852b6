"""Texts of files as they are, with their line ends and their byte order mark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from quality_kit.files import UsageError

_MARK = "\ufeff"


class TextEdit(NamedTuple):
    """A change of one file's text."""

    label: str
    #: Knows line feeds only; raises ValueError where the text allows no such change, with the words for the user.
    change: Callable[[str], str]


def read_exactly(path: Path, label: str) -> str | None:
    """The text with all its line ends; None where there is no file.

    Raises:
        UsageError: It cannot be read, or is no UTF-8.
    """
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{label} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{label} is not UTF-8 (byte {error.start}); correct it first") from error


def edited(text: str, edit: TextEdit) -> str:
    """The text after the edit; what is new has the line ends of what is there.

    Raises:
        UsageError: The text allows no such change.
    """
    mark, body = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    has_carriage_returns = "\r\n" in body and body.count("\r\n") == body.count("\n")
    try:
        after = edit.change(body.replace("\r\n", "\n") if has_carriage_returns else body)
    except ValueError as error:
        raise UsageError(f"{edit.label}: {error}") from error
    return mark + (after.replace("\n", "\r\n") if has_carriage_returns else after)


def with_block(text: str, block: str) -> str:
    """The text with a block at its end, after one blank line."""
    kept = text.rstrip("\n")
    return f"{kept}\n\n{block}" if kept else block
