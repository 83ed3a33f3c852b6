"""The text files of a repository, read and parsed once."""

from __future__ import annotations

import configparser
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from quality_kit.files import UsageError


class Documents:
    """Files by name, looked for in the project's root and above it, up to the top of the git repository."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders = tuple(_up_to_repository(root))
        self._read: dict[tuple[str, Path], Any] = {}

    @property
    def top(self) -> Path:
        """The top of the git repository; without one the root."""
        return self.folders[-1]

    def find(self, name: str) -> Path | None:
        """The nearest file of a name."""
        return next((folder / name for folder in self.folders if (folder / name).is_file()), None)

    def label(self, file: Path) -> str:
        """The path as messages show it: relative to the root."""
        return Path(os.path.relpath(file, self.root)).as_posix()

    def text(self, file: Path) -> str | None:
        """The content without a byte order mark; None where there is no file.

        Raises:
            UsageError: It cannot be read, or is no UTF-8.
        """
        text: str | None = self._once("text", file, lambda: _text(file, self.label(file)))
        return text

    def toml(self, file: Path) -> Mapping[str, Any]:
        """The content of a TOML file; nothing where there is none.

        Raises:
            UsageError: It is not valid TOML.
        """
        content: Mapping[str, Any] = self._parsed("TOML", file, tomllib.loads, {})
        return content

    def ini(self, file: Path) -> Mapping[str, Mapping[str, str]]:
        """The sections of an ini file; nothing where there is none.

        Raises:
            UsageError: It is not a valid ini file.
        """
        content: Mapping[str, Mapping[str, str]] = self._parsed("ini", file, _ini, {})
        return content

    def yaml(self, file: Path) -> Any:
        """The content of a YAML file; None where there is none.

        Raises:
            UsageError: It is not valid YAML.
        """
        return self._parsed("YAML", file, _yaml, None)

    def _parsed(self, kind: str, file: Path, parse: Callable[[str], Any], nothing: Any) -> Any:
        def parsed() -> Any:
            text = self.text(file)
            try:
                return nothing if text is None else parse(text)
            except (ValueError, configparser.Error) as error:
                reason = f"{self.label(file)} is not valid {kind}: {' '.join(str(error).split())}"
                raise UsageError(f"{reason}; correct it first") from error

        return self._once(kind, file, parsed)

    def _once(self, kind: str, file: Path, read: Callable[[], Any]) -> Any:
        if (kind, file) not in self._read:
            self._read[kind, file] = read()
        return self._read[kind, file]


def _up_to_repository(root: Path) -> Iterator[Path]:
    """A folder outside of any repository stands alone: what lies above it is somebody else's."""
    above = [root, *root.parents]
    tops = [number for number, folder in enumerate(above) if (folder / ".git").exists()]
    yield from above[: tops[0] + 1] if tops else [root]


def _text(file: Path, label: str) -> str | None:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"{label} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{label} is not UTF-8 (byte {error.start}); correct it first") from error


def _ini(text: str) -> Mapping[str, Mapping[str, str]]:
    parser = configparser.RawConfigParser()
    parser.read_string(text)
    return {name: dict(parser[name]) for name in parser.sections()}


def _yaml(text: str) -> Any:
    from ruamel.yaml import YAML  # 70 ms that other commands do not pay
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise ValueError(str(error)) from error
