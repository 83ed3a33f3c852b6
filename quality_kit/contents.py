"""The bytes of the project's files, read only when somebody needs them.

Reading and hashing every file is a good part of a run in which nothing has changed. So the cache also
keeps what the file system said of a file when it was hashed: as long as size, inode and the times of
change are the same, the digest is. A file that changed within the last moments is not trusted that
way, because file systems tell times in steps.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping

from quality_kit import files
from quality_kit.cache import Cache, Entry, digest
from quality_kit.project import Project

_SECTION = "stat"
#: Younger than this a file may change again without its times showing it, in nanoseconds.
_YOUNG = 2_000_000_000


class FileContents(Mapping[str, bytes]):
    """The content of each readable file by path; ``digests`` are known at once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._read: dict[str, bytes] = {}
        #: By path; follows the content where a file changes while it is waiting to be read.
        self.digests: dict[str, bytes] = {}
        #: Why files cannot be read, by path.
        self.closed: dict[str, str] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._read:
            if path not in self.digests:
                raise KeyError(path)
            # One that has vanished since is an empty file: nothing in it can be found.
            self.add(path, files.read(self._project.absolute(path)) or b"")
        return self._read[path]

    def __contains__(self, path: object) -> bool:
        return path in self.digests  # what Mapping does would read the file

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)

    def add(self, path: str, data: bytes) -> None:
        """Take over a content that was read."""
        self._read[path] = data
        self.digests[path] = digest(data)

    def trust(self, path: str, known: bytes) -> None:
        """Take over a digest; the content is read when it is asked for."""
        self.digests[path] = known


def look_at(project: Project, paths: Iterable[str], cache: Cache) -> FileContents:
    """The files that are there, in the order of the paths; those whose digest is not known are read."""
    contents = FileContents(project)
    known = cache.fetch(_SECTION)
    fresh: dict[str, Entry] = {}
    now = time.time_ns()
    for path in paths:
        if project.stdin is not None and path == project.stdin[0]:
            contents.add(path, project.stdin[1])
            continue
        seen = signature(project.absolute(path), now)
        entry = known.get(path)
        if entry is not None and entry.payload == seen:
            contents.trust(path, entry.digest)
        elif _take_in(contents, project, path) and seen:
            fresh[path] = Entry(contents.digests[path], seen)
    cache.store(_SECTION, fresh)
    return contents


def _take_in(contents: FileContents, project: Project, path: str) -> bool:
    try:
        data = files.read(project.absolute(path))
    except OSError as error:
        contents.closed[path] = str(error.strerror)
        return False
    if data is None:
        return False
    contents.add(path, data)
    return True


def signature(path: str, now: int) -> str:
    """What changes when the file does; empty for one that may still be changing, and for no regular file.

    Args:
        path: As the operating system wants it.
        now: The time, in nanoseconds since 1970.
    """
    try:
        found = os.stat(path)
    except OSError:
        return ""
    if not stat.S_ISREG(found.st_mode) or now - max(found.st_mtime_ns, found.st_ctime_ns) < _YOUNG:
        return ""
    return f"{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_size}:{found.st_ino}"
