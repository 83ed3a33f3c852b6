"""The standard linters, each in processes of its own, all side by side.

``start`` looks up what is known from earlier runs and starts the tools for the rest; the caller does
its own work meanwhile; ``collect`` waits and reads what they have found. A linter is a module of
this package without an underscore: a further one is one more file. What runs them is imported when
one is to run: a hook without linters has no time for it.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from quality_kit.cache import Cache
from quality_kit.finding import Failure, Finding, NotChecked
from quality_kit.project import Project

if TYPE_CHECKING:
    from quality_kit.linters._adapter import Linter
    from quality_kit.linters._running import RunningLinters as RunningLinters


class LinterRequest(NamedTuple):
    """What to check, and with what."""

    project: Project
    #: Which linters, e.g. ``("black", "mypy")``.
    names: tuple[str, ...]
    #: ``auto``, or the path of an interpreter.
    python: str
    #: The content digest (``quality_kit.cache.digest``) of every target that can be read.
    digests: Mapping[str, bytes]
    #: Seconds for each start of a linter; most are started once.
    timeout: float
    #: Where the project's environment is, when the checked files are a copy and not the project itself.
    home: Path | None = None


class LinterResults(NamedTuple):
    """What they said about the targets, sorted by place."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    not_checked: tuple[NotChecked, ...]


def available() -> tuple[str, ...]:
    """The names of all linters."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")))


def file_by_file() -> tuple[str, ...]:
    """Those whose findings in a file depend on that file only."""
    return tuple(name for name in available() if _load(name).scope == "file")


def silent_on_unparsable() -> tuple[str, ...]:
    """Those that say nothing about a file that does not parse: it is up to the caller to tell that."""
    return tuple(name for name in available() if _load(name).silent_on_unparsable)


def across_files(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the named whose findings about a file depend on other files."""
    return tuple(name for name in names if _load(name).scope != "file")


def start(request: LinterRequest, cache: Cache) -> RunningLinters:
    """Start the linters that have something to do; there are no threads, so the caller may fork."""
    from quality_kit.linters._running import started  # brings what runs processes

    linters = [_load(name) for name in request.names]
    return started(request, linters, cache)


def interpreter_for(python: str, root: Path, tool: str) -> str:
    """The interpreter that runs a tool, by the value of ``linter-python``."""
    from quality_kit.linters._interpreters import choose

    return choose(python, root, tool)


def project_interpreter(root: Path) -> str | None:
    """The Python of the project's virtual environment in its root."""
    from quality_kit.linters._interpreters import project_interpreter as found

    return found(root)


def committed_environments(python: str, root: Path) -> tuple[str, ...]:
    """What git tracks of the environments that a value of ``linter-python`` means: their linters are not run."""
    from quality_kit.linters._interpreters import committed

    return tuple(name for name, _ in committed(python, root))


def _load(name: str) -> Linter:
    return cast("Linter", importlib.import_module(f"{__name__}.{name}").LINTER)
