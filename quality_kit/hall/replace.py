"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from quality_kit.files import UsageError

_READABLE_BY_ALL = 0o666


def replace(file: Path, content: str) -> None:
    """Put the content in the place of what the file holds; folders above it are made.

    What is no regular file (a pipe, a device) is written to as it is.

    Raises:
        UsageError: It cannot be written.
    """
    data = content.encode("utf-8", "backslashreplace")
    try:
        if file.exists() and not file.is_file() and not file.is_dir():
            file.write_bytes(data)
        else:
            target = Path(os.path.realpath(file))  # a link stays a link
            target.parent.mkdir(parents=True, exist_ok=True)
            _swap(target, data)
    except FileExistsError as error:
        raise UsageError(f"cannot write {file}: {error.filename} is no folder") from error
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error


def _swap(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with open(handle, "wb") as stream:
            stream.write(data)
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The permissions that the file has, or that a new one gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return _READABLE_BY_ALL & ~umask
