"""Small trees on which the real linters run."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from quality_kit import linters
from quality_kit.cache import Cache, digest
from quality_kit.finding import Finding
from quality_kit.project import Project

#: Notes each start with the files given to the tool, then is the real interpreter.
_NOTING_PYTHON = r"""#!/bin/sh
files=$(tr '\0' '\n' < "$3" | sed '1,/^--$/d' | tr '\n' ' ')
echo "$2 $files" >> {log}
exec {python} "$@"
"""


class Tree:
    """A project in a temporary folder, and the cache of its runs."""

    def __init__(self, root: Path) -> None:
        self.root = root / "project"
        self.log = root / "starts.log"
        self.cache_folder: Path | None = None
        self._caches: list[Cache] = []
        (self.root / ".git").mkdir(parents=True)

    def write(self, path: str, text: str | bytes) -> None:
        """Make or replace a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def start(
        self,
        *names: str,
        targets: Sequence[str] | None = None,
        python: str = "auto",
        timeout: float = 60,
        stdin: tuple[str, bytes] | None = None,
    ) -> linters.RunningLinters:
        """Start linters on all files, or on some targets."""
        paths = (path for path in self.root.rglob("*.py") if ".venv" not in path.parts)
        files = tuple(sorted(str(path.relative_to(self.root)) for path in paths))
        wanted = files if targets is None else tuple(targets)
        project = Project(self.root, files, wanted, stdin=stdin)
        digests = {path: digest((self.root / path).read_bytes()) for path in wanted}
        request = linters.LinterRequest(project, names, python, digests, timeout)
        self._caches.append(Cache(self.cache_folder))
        return linters.start(request, self._caches[-1])

    def close(self) -> None:
        """End the use of the caches."""
        for cache in self._caches:
            cache.close()

    def check(
        self, *names: str, targets: Sequence[str] | None = None, python: str = "auto"
    ) -> linters.LinterResults:
        """Start linters and wait for them."""
        return self.start(*names, targets=targets, python=python).collect()

    def noting_python(self, *distributions: str) -> str:
        """An interpreter that notes in ``log`` what it is started for, with these ``*.dist-info`` folders."""
        prefix = self.root.parent / "noting"
        for name in distributions:
            (prefix / "lib" / "python3.11" / "site-packages" / f"{name}.dist-info").mkdir(
                parents=True, exist_ok=True
            )
        python = prefix / "bin" / "python"
        if python.exists():  # a new one would be another interpreter
            return str(python)
        python.parent.mkdir(parents=True, exist_ok=True)
        script = _NOTING_PYTHON.format(log=shlex.quote(str(self.log)), python=shlex.quote(sys.executable))
        python.write_text(script)
        python.chmod(0o755)
        return str(python)

    def starts(self) -> list[str]:
        """What was started since the last call: the tool and its files."""
        lines = [line.strip() for line in self.log.read_text().splitlines()] if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return sorted(lines)


@pytest.fixture
def tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tree]:
    """An empty project; what the user of this machine has configured does not count."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    # One for all tests: a cold mypy parses the stubs of the standard library first.
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "mypy"))
    made = Tree(tmp_path)
    yield made
    made.close()


def brief(findings: Sequence[Finding]) -> list[tuple[str, int, int, str]]:
    """Path, line, column and code of each."""
    return [(*finding.location[:3], finding.code) for finding in findings]
