"""QK611 project-structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname
from typing import Annotated

from quality_kit.finding import FILE_START
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._layout import Layout, divided, filled, is_about_modules, modules, on_condition

_PYPROJECT = "pyproject.toml"
_PYTHON = ".py"
_PACKAGE_FILE = "__init__.py"


@dataclass(frozen=True)
class Options(RuleOptions):
    modules: Annotated[
        tuple[str, ...],
        "globs of the folders that are modules in the guide's sense (`app/*/`); `!` in front takes some out",
    ] = ()
    never_modules: Annotated[
        tuple[str, ...],
        "names of folders that are no modules, whatever `modules` says",
    ] = (
        "tests",
        "tests_*",
        "docs",
        "docs_*",
        "migrations",
        "alembic",
        "scripts",
        "__pycache__",
    )
    required: Annotated[
        tuple[str, ...],
        "what has to exist, relative to the root: files, or folders with a slash at the end; `{module}` is"
        " the folder of each module, `{name}` its name, ` | ` stands between alternatives; behind ` when ` what"
        " must be there for it to be asked for (a package with nothing but `__init__.py` is not):"
        " `alembic/env.py when app/models/`",
    ] = ()
    forbidden: Annotated[
        tuple[str, ...],
        "what must not be where it is, and where it belongs: `tests/test_*.py -> tests_<name>/`",
    ] = ()


class ProjectStructure(ProjectRule[Options]):
    """A folder or file of the guide's layout that is missing, or lies elsewhere.

    In a layout that all modules share everybody finds the documentation, the tests and the entry of a
    module that he has never seen.

    The layout comes from the options, which a guide sets: `modules` says which folders count as
    modules, `required` what each of them or the project must have, `forbidden` what lies in a wrong
    place. Without them nothing is required. There is one finding for each path that is missing, at the
    module's `__init__.py` (else at its first file, or at `pyproject.toml`), and it stays the same
    finding wherever it is shown. A folder that holds no file does not exist: git does not keep it.

    Left alone are the folders of the option `never-modules` (tests, documentation, migrations, scripts)
    and what lies in folders whose names begin with a dot.

    Add the file or the folder, or move what lies elsewhere.
    """

    code = "QK611"
    message = "missing `{path}`; the layout of the guide asks for it"
    statements = ("SG12", "CS2", "CS13", "CS19", "CS24", "RP1", "RP15", "BP1", "AR1")
    inputs = (f"/{_PYPROJECT}",)
    sees_others = True
    examples = (
        Bad(
            '"""Orders."""  # finding: QK611\n',
            path="app/orders/__init__.py",
            beside={"app/orders/tests_orders/test_service.py": "", "app/orders/service.py": "ORDERS = 1\n"},
            options={
                "modules": ("app/*/",),
                "required": ("{module}/README_{name}.md", "{module}/tests_{name}/"),
            },
            why="`README_orders.md` is missing, the tests are there.",
        ),
        Good(
            '"""Orders."""\n',
            path="app/orders/__init__.py",
            beside={
                "app/orders/README_orders.md": "# Orders\n",
                "app/orders/tests_orders/test_service.py": "",
            },
            options={
                "modules": ("app/*/",),
                "required": ("{module}/README_{name}.md", "{module}/tests_{name}/"),
            },
        ),
        Good(
            '"""Orders."""\n',
            path="app/orders.py",
            options={"required": ("alembic/env.py when app/models/ | app/db/models.py",)},
            why="Without tables there is nothing to migrate.",
        ),
        Bad(
            "def test_orders() -> None: ...  # finding: QK611\n",
            path="tests/test_orders.py",
            options={"forbidden": ("tests/test_*.py -> tests_<name>/ beside the source",)},
            why="The guide wants tests beside what they test.",
        ),
    )

    def conclude(self) -> None:
        """Report what is missing and what is misplaced."""
        python = sorted(path for path in self.project.paths if path not in self.project.inputs)
        first = self._first(python)
        if first is None:
            return
        layout = Layout((*python, *self.project.others))
        for path, anchor in self._missing(first, python, layout):
            self.report(anchor, FILE_START, self.message.format(path=path), identity=path)
        self._report_misplaced(first, layout)

    def _missing(self, first: str, python: list[str], layout: Layout) -> Iterator[tuple[str, str]]:
        """Paths that are missing, each with the file where that is said."""
        for pattern in self._required(first, "", layout):
            if not is_about_modules(pattern) and not layout.has(pattern):
                yield pattern, first
        options = self.options_at(first)
        never = tuple(f"!{name}" for name in options.never_modules)
        for folder in modules(python, (*options.modules, *never)):
            anchor = _file_of(folder, python)
            if self.project.applies_to(anchor):
                for pattern in self._required(anchor, folder, layout):
                    path = filled(pattern, folder)
                    if is_about_modules(pattern) and not layout.has(path):
                        yield path, anchor

    def _required(self, path: str, folder: str, layout: Layout) -> Iterator[str]:
        """The patterns whose condition is met, as it is for those without one."""
        for pattern in self.options_at(path).required:
            wanted, condition = on_condition(pattern)
            if not condition or layout.has_content(filled(condition, folder)):
                yield wanted

    def _report_misplaced(self, first: str, layout: Layout) -> None:
        for entry in self.options_at(first).forbidden:
            glob, place = divided(entry)
            for path in layout.matching(glob):
                anchor = path if path.endswith(_PYTHON) else first
                where = f"it belongs in {place}" if place else "move it"
                message = f"misplaced `{path}`; the layout of the guide has no place for it there, {where}"
                self.report(anchor, FILE_START, message, identity=f"misplaced {path}")

    def _first(self, python: list[str]) -> str | None:
        """Where is said what the whole project lacks; None where the rule is on for no file."""
        candidates = (_PYPROJECT, *python)
        return next((path for path in candidates if self.project.applies_to(path)), None)


def _file_of(folder: str, python: list[str]) -> str:
    inside = [path for path in python if dirname(path) == folder]
    package = f"{folder}/{_PACKAGE_FILE}"
    return package if package in inside else inside[0]
