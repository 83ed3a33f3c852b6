"""Which files make up the project, and which of them a run is about."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from quality_kit import git
from quality_kit.config.globs import matches

#: Folders that hold no code of the project, also when git tracks them; so do all dot-folders.
_FOREIGN_FOLDERS = frozenset(
    (
        "venv",
        "node_modules",
        "build",
        "dist",
        "__pycache__",
        "site-packages",
        "_vendor",
        "_vendored",
        "vendored",
    )
)
_PYTHON = ".py"
_MARKERS = ("quality-kit.toml", "pyproject.toml", ".git")


class UsageError(Exception):
    """A command line that cannot be obeyed; says what and how to mend it."""


class Listing(NamedTuple):
    """The files of a project, relative to its root and sorted."""

    python: tuple[str, ...]
    #: Everything else that git or the walk found: project rules read some of them.
    others: tuple[str, ...]
    #: Python files that are none of the project: links that lead out of it.
    foreign: tuple[str, ...] = ()


def find_root(paths: Sequence[Path]) -> Path:
    """The root of the project that holds the paths (absolute).

    That is the nearest folder at or above them with our configuration, else with a pyproject.toml, else
    the top of the git repository, else the one folder that was given, else the working directory when it
    holds all paths.
    """
    common = Path(os.path.commonpath(paths))
    start = common if common.is_dir() else common.parent
    above = list(_up_to_repository(start))
    configured = (folder for folder in above if _is_configured(folder))
    marked = (folder for name in _MARKERS for folder in above if (folder / name).exists())
    alone = len(paths) == 1 and common.is_dir()
    fallback = start if alone or Path.cwd() not in (start, *start.parents) else Path.cwd()
    return next(configured, None) or next(marked, None) or fallback


def is_marked(root: Path) -> bool:
    """Whether the folder is the root of a project, not just any folder."""
    return any((root / name).exists() for name in _MARKERS)


def below_repository(root: Path) -> str:
    """The way from the top of the git repository to the root, with a slash at its end; empty at its top."""
    top = [*_up_to_repository(root)][-1]
    way = root.relative_to(top).as_posix() if (top / ".git").exists() else "."
    return "" if way == "." else f"{way}/"


def _up_to_repository(start: Path) -> Iterator[Path]:
    for folder in (start, *start.parents):
        yield folder
        if (folder / ".git").exists():
            return


def _is_configured(folder: Path) -> bool:
    if (folder / "quality-kit.toml").is_file():
        return True
    try:
        return b"[tool.quality-kit" in (folder / "pyproject.toml").read_bytes()
    except OSError:
        return False


def list_files(root: Path, exclude: tuple[str, ...]) -> Listing:
    """All files of the project but the excluded ones: what git knows or would add, else what a walk finds."""
    found = _from_git(root)
    if found is None:
        found = list(_from_walk(root, ""))
    listing = sorted_out(found, exclude)
    python = _regular(root, listing.python)
    foreign = sorted(path for path in {*listing.python}.difference(python) if leads_out(root, path))
    return listing._replace(python=python, foreign=tuple(foreign))


def sorted_out(paths: Iterable[str], exclude: tuple[str, ...]) -> Listing:
    """The paths of a tree but the excluded ones, the Python files apart."""
    kept = sorted({path for path in paths if not is_left_out(path, exclude)})
    python = tuple(path for path in kept if path.endswith(_PYTHON))
    return Listing(python, tuple(path for path in kept if not path.endswith(_PYTHON)))


def list_folder(root: Path, exclude: tuple[str, ...]) -> Listing:
    """The files right in a folder that is no project's root: what lies below it is nobody's business."""
    try:
        names = [entry.name for entry in os.scandir(root) if entry.is_file()]
    except OSError:
        names = []
    kept = sorted(name for name in names if not is_left_out(name, exclude))
    return Listing((), tuple(name for name in kept if not name.endswith(_PYTHON)))


def is_left_out(path: str, exclude: tuple[str, ...]) -> bool:
    """Whether a path is excluded or in a folder without code of the project; folders end in a slash."""
    return _is_in_foreign(path.rpartition("/")[0]) or matches(exclude, path)


@lru_cache(maxsize=None)
def _is_in_foreign(folder: str) -> bool:
    return any(_is_foreign(name) for name in folder.split("/"))


def chosen_files(
    root: Path, paths: Sequence[Path], listing: Listing, exclude: tuple[str, ...], force_exclude: bool
) -> tuple[str, ...]:
    """The files that the paths (absolute) name; what is named wins over excludes unless they are forced.

    Raises:
        UsageError: A path does not exist, or is neither a folder nor a regular file.
    """
    chosen: list[str] = []
    for path in paths:
        relative = _relative(path, root)
        if path.is_dir():
            chosen += _in_folder(root, relative, listing, exclude, force_exclude)
        elif not path.exists():
            raise UsageError(f"{path} does not exist")
        elif not path.is_file():
            raise UsageError(f"{path} is no regular file")
        elif not (force_exclude and is_left_out(relative, exclude)):
            chosen.append(relative)
    return _each_once(root, chosen, listing)


def foreign_below(root: Path, paths: Sequence[Path], listing: Listing) -> tuple[str, ...]:
    """The links of a listing that lead out of the project and lie in folders that the paths (absolute) name."""
    folders = [_relative(path, root) for path in paths if path.is_dir()]
    return tuple(
        path
        for path in listing.foreign
        if any(not folder or path.startswith(f"{folder}/") for folder in folders)
    )


def chosen_names(
    root: Path, paths: Sequence[Path], names: Iterable[str], exclude: tuple[str, ...], force_exclude: bool
) -> tuple[str, ...]:
    """As ``chosen_files``, of a tree that is not on the disk and has these files.

    Raises:
        UsageError: The tree has nothing by the name of a path.
    """
    known = frozenset(names)
    python = sorted(name for name in known if name.endswith(_PYTHON))
    chosen: set[str] = set()
    for relative in (_relative(path, root) for path in paths):
        below = [name for name in python if not relative or name.startswith(f"{relative}/")]
        if relative in known:
            chosen |= set() if force_exclude and is_left_out(relative, exclude) else {relative}
        elif below:
            is_named_in_spite = is_left_out(f"{relative}/", exclude) and not force_exclude
            chosen |= {name for name in below if is_named_in_spite or not is_left_out(name, exclude)}
        elif not (root / relative).is_dir():
            raise UsageError(f"{relative} is not staged: `git add` it, or leave out --staged")
    return tuple(sorted(chosen))


def _in_folder(
    root: Path, relative: str, listing: Listing, exclude: tuple[str, ...], force_exclude: bool
) -> Iterable[str]:
    below = [path for path in listing.python if not relative or path.startswith(relative + "/")]
    is_named_in_spite = is_left_out(relative + "/", exclude)
    if below or not relative or (is_named_in_spite and force_exclude):
        return below
    # Git ignores the folder or the configuration excludes it, but it was named: its files count.
    python = [path for path in _from_walk(root, relative) if path.endswith(_PYTHON)]
    return _regular(root, [path for path in python if is_named_in_spite or not is_left_out(path, exclude)])


def _each_once(root: Path, chosen: Iterable[str], listing: Listing) -> tuple[str, ...]:
    """A file that was named by way of a link goes by the name that it has in the listing."""
    files = set(chosen)
    unlisted = files.difference(listing.python)
    if unlisted:
        known = {_real(root, path): path for path in listing.python}
        named = {known.setdefault(_real(root, path), path) for path in sorted(unlisted)}
        files = files - unlisted | named
    return tuple(sorted(files))


def _relative(path: Path, root: Path) -> str:
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    return "" if relative == "." else relative


def _real(root: Path, path: str) -> str:
    return os.path.realpath(os.path.join(root, path))


def _from_git(root: Path) -> list[str] | None:
    """None where git has no say: outside of repositories, and in a folder that the repository ignores."""
    names = git.ask(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if names is None and any((folder / ".git").exists() for folder in (root, *root.parents)):
        _explain_refusal(root)
    if names is None or (not names and git.ask(root, "check-ignore", "--quiet", ".") is not None):
        return None
    return [os.fsdecode(name) for name in names.split(b"\0") if name]


def _explain_refusal(root: Path) -> None:
    """Git is there and will not answer, e.g. in a folder of another owner: a walk would check other files."""
    with suppress(OSError):
        done = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, errors="replace")
        if done.returncode and "not a git repository" not in done.stderr:
            raise UsageError(f"git cannot list the files of {root}: {done.stderr.strip()}")


def _from_walk(root: Path, below: str) -> Iterator[str]:
    start = os.path.join(root, below) if below else str(root)
    for parent, folders, names in os.walk(start):
        folders[:] = sorted(name for name in folders if not _is_foreign(name))
        prefix = _relative(Path(parent), root)
        for name in names:
            yield f"{prefix}/{name}" if prefix else name


def _is_foreign(folder: str) -> bool:
    return folder in _FOREIGN_FOLDERS or folder.startswith(".")


def _regular(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Regular files, each once; a link counts only when what it points to is ours and not listed itself."""
    regular: set[str] = set()
    links: set[str] = set()
    above = os.path.join(root, "")
    for path in paths:
        mode = _mode(above + path)
        if stat.S_ISREG(mode):
            regular.add(path)
        elif stat.S_ISLNK(mode):
            links.add(path)
    known = {_real(root, path) for path in regular} if links else set()
    for path in sorted(links):
        real = _real(root, path)
        if real not in known and os.path.isfile(real) and not leads_out(root, path):
            known.add(real)
            regular.add(path)
    return tuple(sorted(regular))


def leads_out(root: Path, path: str) -> bool:
    """Whether a path is a link to what lies outside of the repository, or of a root without one.

    Git keeps such a link as it is: who has written it decides what is read, and that may be anything.
    """
    file = os.path.join(root, path)
    if not os.path.islink(file) or not os.path.isfile(file):
        return False
    top = [*_up_to_repository(root)][-1]
    return not Path(_real(root, path)).is_relative_to(
        os.path.realpath(top if (top / ".git").exists() else root)
    )


def _mode(path: str) -> int:
    try:
        return os.lstat(path).st_mode
    except OSError:  # listed by git, deleted from the work tree
        return 0


def read(path: str) -> bytes | None:
    """The bytes of a regular file; None when it has vanished or is something that could block.

    Raises:
        OSError: It is there but cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with open(descriptor, "rb") as file:
        return file.read()
