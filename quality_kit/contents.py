"""The bytes of the project's files, read only when somebody needs them.

Reading and hashing every file is a good part of a run in which nothing has changed. So the cache also
keeps what the file system said of a file when it was hashed: as long as size, inode and the times of
change are the same, the digest is. A file that changed within the last moments is not trusted that
way, because file systems tell times in steps. For files that come from git its object id does that.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack

from quality_kit import files
from quality_kit.cache import Cache, Entry, digest
from quality_kit.git_objects import Blobs
from quality_kit.project import Project, Snapshot

_SECTION = "stat"
_BLOB_SECTION = "blob"
#: Younger than this a file may change again without its times showing it, in nanoseconds.
_YOUNG = 2_000_000_000


class FileContents(Mapping[str, bytes]):
    """The content of each readable file by path; ``digests`` are known at once."""

    def __init__(self, read: Callable[[str], bytes | None], close: Callable[[], None] = lambda: None) -> None:
        self._source = read
        self._read: dict[str, bytes] = {}
        #: Ends what contents are read with; to be called when no more are wanted.
        self.close = close
        #: By path; follows the content where a file changes while it is waiting to be read.
        self.digests: dict[str, bytes] = {}
        #: Why files cannot be read, by path.
        self.closed: dict[str, str] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._read:
            if path not in self.digests:
                raise KeyError(path)
            # One that has vanished since is an empty file: nothing in it can be found.
            self.add(path, self._source(path) or b"")
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

    def take_in(self, path: str) -> bool:
        """Read a file; whether that can be done."""
        try:
            data = self._source(path)
        except OSError as error:
            self.closed[path] = str(error.strerror)
            return False
        if data is None:
            return False
        self.add(path, data)
        return True


def look_at(project: Project, paths: Iterable[str], cache: Cache) -> FileContents:
    """The files that are there, in the order of the paths; those whose digest is not known are read."""
    if project.snapshot is not None:
        return _look_at_snapshot(project, project.snapshot, paths, cache)
    contents = FileContents(lambda path: files.read(project.absolute(path)))
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
        elif contents.take_in(path) and seen:
            fresh[path] = Entry(contents.digests[path], seen)
    cache.store(_SECTION, fresh)
    return contents


def texts(project: Project) -> FileContents:
    """The contents of checked files that are not what the disk holds, to be shown: read when asked for."""
    snapshot = project.snapshot or Snapshot({})
    blobs = Blobs(project.root)
    contents = FileContents(lambda path: blobs.read(snapshot.blobs[path]), blobs.close)
    for path in project.targets if project.snapshot is not None else ():
        contents.trust(path, b"")
    if project.stdin is not None:
        contents.add(*project.stdin)
    return contents


def _look_at_snapshot(
    project: Project, snapshot: Snapshot, paths: Iterable[str], cache: Cache
) -> FileContents:
    blobs = Blobs(project.root)
    contents = FileContents(lambda path: blobs.read(snapshot.blobs[path]), blobs.close)
    known = cache.fetch(_BLOB_SECTION)
    fresh: dict[str, Entry] = {}
    with ExitStack() as on_error:
        on_error.callback(blobs.close)
        for path in paths:
            blob = snapshot.blobs.get(path)
            entry = known.get(path)
            if entry is not None and entry.payload == blob:
                contents.trust(path, entry.digest)
            elif blob is not None and contents.take_in(path):
                fresh[path] = Entry(contents.digests[path], blob)
        on_error.pop_all()
    cache.store(_BLOB_SECTION, fresh)
    cache.discard(_BLOB_SECTION, known.keys() - snapshot.blobs.keys())
    return contents


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
