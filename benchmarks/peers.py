"""The other tools, pinned, in an environment of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import HOME

REQUIREMENTS = (
    "fixit==2.1.0",
    "flake8==7.5.0",
    "flake8-annotations==3.3.0",
    "flake8-print==5.0.0",
    "ruff==0.17.5",
    "setuptools<81",  # flake8-print still asks for pkg_resources' neighbours
)


def binary(name: str) -> str:
    """The path of a peer's command; installs all of them at the first call."""
    folder = HOME / "venv"
    stamp = folder / ".installed"
    wanted = "\n".join(REQUIREMENTS)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *REQUIREMENTS]
        subprocess.run(pip, check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return str(Path(folder, "bin", name))


def own() -> str:
    """The path of quality-kit's command, installed from this checkout as users install it."""
    folder = HOME / "own"
    if not (folder / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, str(HOME.parent)], check=True)
    subprocess.run([*pip, "--force-reinstall", "--no-deps", str(HOME.parent)], check=True)
    return str(folder / "bin" / "quality-kit")
