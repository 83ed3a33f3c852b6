"""The corpus as a git repository, with a change of twenty files in its work tree."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from benchmarks import corpus

#: Files of the change; their size in lines.
FILES = 20
_LEAST, _MOST = 300, 900
#: A statement in the first function that has one is edited, too.
_RETURN = re.compile(r"^( +)return ", re.MULTILINE)
_CACHE = ".quality-kit-cache"
_IDENTITY = ("-c", "user.name=n", "-c", "user.email=n@example.org")
#: What each of them gains: a setting, a print, a number and a public function.
_ADDED = """

def added_by_the_change(user, amount):
    import os
    print(amount, os.environ.get("ADDED_{number}", "x"))
    return user.seconds * 86400
"""


def repository(folder: Path, source: Path) -> Path:
    """A repository in the folder, its only commit the source; in the work tree up to twenty files are edited."""
    root = folder / "repository"
    shutil.copytree(source, root, ignore=shutil.ignore_patterns(".*"))
    (root / ".gitignore").write_text(f"{_CACHE}/\n", encoding="utf-8")
    for arguments in (("init", "--quiet"), ("add", "--all"), (*_IDENTITY, "commit", "--quiet", "-m", "x")):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    fitting = [path for path in corpus.files(root) if _LEAST <= corpus.count_lines([path]) <= _MOST]
    for number, path in enumerate(fitting[:: max(1, len(fitting) // FILES)][:FILES]):
        text = _RETURN.sub(r"\1changed = 1\n\1return ", path.read_text(encoding="utf-8"), count=1)
        path.write_text(text + _ADDED.format(number=number), encoding="utf-8")
    return root


def forget_everything(root: Path) -> None:
    """As after a fresh clone."""
    shutil.rmtree(root / _CACHE, ignore_errors=True)


def forget_base(root: Path) -> None:
    """As if the commit that is compared with had never been looked at."""
    with closing(sqlite3.connect(root / _CACHE / "results.sqlite")) as cache, cache:
        cache.execute("delete from entries where section like '%:base'")
