"""Module names and files: which file an import of this tree means.

Source roots are the project's root, ``src`` and the first folder above each package that has no
``__init__.py``; with those, ``backend/app/main.py`` is ``app.main`` for the code beside it. Folders
without ``__init__.py`` leave open where the imports of their files begin: then every folder that is
no package may be the root, and the file nearest to the importer is meant.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from posixpath import dirname, normpath
from typing import NamedTuple

_PACKAGE_FILE = "__init__.py"
_SUFFIX = ".py"


class _Candidate(NamedTuple):
    """A file that an import may mean."""

    #: Whether the folder where the import begins may be a source root; a package is none unless forced.
    is_proper: bool
    path: str


class Modules:
    """The modules of one tree, by file and by name."""

    def __init__(self, paths: Sequence[str], source_roots: Iterable[str] = ()) -> None:
        #: The files, as given.
        self.paths = tuple(paths)
        self._paths = frozenset(paths)
        self._names: dict[str, str] = {}
        self._configured = frozenset(
            "" if root == "." else root.strip("/") for root in map(normpath, source_roots)
        )
        self._packages = frozenset(dirname(path) for path in paths if path.endswith(f"/{_PACKAGE_FILE}"))

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Folders whose children are top-level modules, relative to the project's root ("" is that root)."""
        if self._configured:
            return tuple(sorted(self._configured))
        return tuple(sorted({"", "src", *map(self._above_package, self._packages)}))

    @cached_property
    def top_level(self) -> frozenset[str]:
        """The names that an absolute import of this tree's own code can begin with."""
        begins = (parts[start] for _, parts, start, is_proper in self._imports() if is_proper)
        return frozenset(begins) - sys.stdlib_module_names

    def is_own(self, module: str) -> bool:
        """Whether a dotted name (absolute) belongs to this tree, also when its file cannot be found.

        A name of the standard library never does: Python has imported much of it before any code runs.
        """
        return module.split(".", 1)[0] in self.top_level

    def absolute(self, path: str, name: str) -> str:
        """A dotted name as written in the file at ``path``, with its leading dots resolved."""
        rest = name.lstrip(".")
        ups = len(name) - len(rest) - 1
        if ups < 0:
            return name
        package = [part for part in self.name(path).split(".") if part]
        if not path.endswith(_PACKAGE_FILE):
            package = package[:-1]
        base = package[: max(len(package) - ups, 0)]
        return ".".join([*base, rest] if rest else base)

    def name(self, path: str) -> str:
        """The module's dotted name below its nearest source root; empty for ``__init__.py`` in the root."""
        if path not in self._names:
            around = (root for root in self.roots if not root or path.startswith(f"{root}/"))
            root = max(around, key=len, default="")
            self._names[path] = ".".join(_parts(path[len(root) + 1 :] if root else path))
        return self._names[path]

    def find(self, module: str, importer: str = "") -> str | None:
        """The file of a module (a package's ``__init__.py``) that is nearest to the importer."""

        def rank(candidate: _Candidate) -> tuple[bool, int, str]:
            return candidate.is_proper, _common_folders(candidate.path, importer), candidate.path

        best = max(self._by_name.get(module, ()), key=rank, default=None)
        return best.path if best is not None else None

    def split(self, name: str, importer: str = "") -> tuple[str, str] | None:
        """Divide an absolute dotted name into the file that defines its first attribute and the attributes.

        ``app.users.service.UserService.create`` becomes ``("app/users/service.py", "UserService.create")``.
        """
        parts = name.split(".")
        for length in range(len(parts), 0, -1):
            path = self.find(".".join(parts[:length]), importer)
            if path is not None:
                return path, ".".join(parts[length:])
        return None

    @cached_property
    def _by_name(self) -> Mapping[str, list[_Candidate]]:
        """Files by each dotted name under which an import could reach them."""
        table: dict[str, list[_Candidate]] = {}
        for path, parts, start, is_proper in self._imports():
            if is_proper or len(parts) - start > 1:
                table.setdefault(".".join(parts[start:]), []).append(_Candidate(is_proper, path))
        return table

    def _imports(self) -> Iterable[tuple[str, list[str], int, bool]]:
        """Each file, the parts of its name, where an import of it may begin, and if that is proper."""
        for path in self._paths:
            parts = _parts(path)
            is_in_package = False
            for start in range(len(parts)):
                folder = "/".join(parts[:start])
                is_in_package = is_in_package or folder in self._packages
                yield path, parts, start, (
                    folder in self._configured if self._configured else not is_in_package
                )

    def _above_package(self, folder: str) -> str:
        while folder in self._packages:
            folder = dirname(folder)
        return folder


def _parts(path: str) -> list[str]:
    """``app/users/__init__.py`` is made of ``app`` and ``users``."""
    parts = path.removesuffix(_SUFFIX).split("/")
    return parts[:-1] if parts[-1] == "__init__" else parts


def _common_folders(one: str, other: str) -> int:
    pairs = zip(one.split("/")[:-1], other.split("/")[:-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
