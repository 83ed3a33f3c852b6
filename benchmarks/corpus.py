"""The code that is measured: released packages, pinned, fetched from PyPI once."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

#: Everything the benchmark fetches or writes lies below this folder.
HOME = Path(__file__).resolve().parent.parent / ".benchmarks"
PACKAGES = ("django==5.2.19", "langflow-base==1.13.0", "open-webui==0.12.4")
#: Tools that cost minutes on the whole corpus are measured on this many lines.
SMALL_LINES = 20_000


def whole() -> Path:
    """All packages side by side, as one project of about 475,000 lines."""
    folder = HOME / "corpus"
    if not (folder / "pyproject.toml").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        for wheel in _wheels():
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder, [name for name in archive.namelist() if name.endswith(".py")])
        (folder / "pyproject.toml").write_text("[tool.quality-kit]\n", encoding="utf-8")
    return folder


def small() -> Path:
    """The first files of open-webui, as one project of about 20,000 lines."""
    folder = HOME / "small"
    if not (folder / "pyproject.toml").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        source = whole()
        room = SMALL_LINES
        for path in sorted((source / "open_webui").rglob("*.py")):
            lines = count_lines([path])
            if lines <= room:
                target = folder / path.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)
                room -= lines
        (folder / "pyproject.toml").write_text("[tool.quality-kit]\n", encoding="utf-8")
    return folder


def files(folder: Path) -> list[Path]:
    """The Python files of a corpus."""
    return sorted(folder.rglob("*.py"))


def count_lines(paths: list[Path]) -> int:
    """Physical lines."""
    return sum(path.read_bytes().count(b"\n") for path in paths)


def _wheels() -> Iterator[Path]:
    folder = HOME / "wheels"
    folder.mkdir(parents=True, exist_ok=True)
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    for package in PACKAGES:
        name, _, version = package.partition("==")
        pattern = f"{name.replace('-', '_')}-{version}-*.whl"
        if not list(folder.glob(pattern)):
            subprocess.run([*download, package], check=True)
        yield from folder.glob(pattern)
