"""The cache of earlier results: whether it can be used, and whether it is sound."""

from __future__ import annotations

import os
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

from quality_kit.doctor._diagnosis import Diagnosis, Site

#: Bytes. The results of half a million lines take a tenth of it.
_LARGE = 1_000_000_000
_SOUND = "ok"
#: Somebody is writing at this moment: nothing can be said, and nothing is wrong.
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
#: Extended result codes have the primary one in the low byte.
_PRIMARY_CODE = 0xFF


def check(site: Site) -> list[Diagnosis]:
    """A cache that does not work makes runs slow, not wrong: warnings."""
    file = site.cache
    if not file.parent.exists():
        return []
    folder = shlex.quote(str(file.parent))
    usable = os.access(file.parent, os.W_OK | os.X_OK) and (
        not file.exists() or os.access(file, os.R_OK | os.W_OK)
    )
    if not usable:
        what = "the cache cannot be read or written: every run starts from nothing"
        return [Diagnosis("warning", what, str(file.parent), f"chmod -R u+rwX {folder}")]
    if not file.exists():
        return []
    damage = _damage(file)
    if damage:
        what = f"the cache is damaged ({damage}): the next run throws it away"
        return [Diagnosis("warning", what, str(file), f"rm -r {folder}")]
    if file.stat().st_size > _LARGE:
        what = f"the cache has {file.stat().st_size // 1_000_000} MB"
        return [Diagnosis("warning", what, str(file), f"rm -r {folder}")]
    return []


def _damage(file: Path) -> str:
    """What sqlite finds wrong with its file; empty for nothing."""
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            answer = str(connection.execute("pragma integrity_check(1)").fetchone()[0])
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
        return "" if code in _BUSY else str(error)
    return "" if answer == _SOUND else " ".join(answer.split())
