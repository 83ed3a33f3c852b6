"""Signs that a module builds a command-line program."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, Tree, dotted, last_name

#: Calls and base classes that make a program or a part of one, in the words of typer, click and argparse.
_MAKERS = frozenset(
    ("Typer", "ArgumentParser", "Command", "Group", "MultiCommand", "CommandCollection")
    + ("add_argument", "add_argument_group", "add_command", "add_parser", "add_subparsers", "add_typer")
    + ("parse_args", "parse_known_args", "OptionParser", "Fire", "docopt", "Cmd")
)
#: Decorators that turn a function into a command of a program.
_REGISTRARS = frozenset(("command", "group", "callback"))
#: Decorators of task runners, by their full names: queues have tasks too.
_TASKS = frozenset(("invoke.task", "invoke.tasks.task", "nox.session"))
_RUNNER = "run"
#: Where Django and others look for commands, and where programs keep theirs.
_COMMAND_PATH = re.compile(
    r"(?:^|/)(?:cli|cmdline|management/commands)/|(?:^|[/_])cli\.py\Z|(?:^|/)__main__\.py\Z"
)


def is_program(file: ParsedFile) -> bool:
    """Whether the module is a command-line program or a part of one, by what it builds or by where it lies."""
    return bool(_COMMAND_PATH.search(file.path) or program_libraries(file))


def program_libraries(file: ParsedFile) -> list[str]:
    """The top-level packages with which the module may build a program; none without a sign of one."""
    imported = sorted(set(imported_packages(file.tree)))
    if any(name in _MAKERS for name in _made(file.tree)) or any(map(_registers, file.tree.of(cst.Decorator))):
        return imported
    tasked = {library for decorator in file.tree.of(cst.Decorator) for library in _tasks(file, decorator)}
    # ``typer.run(main)`` makes a program of a plain function.
    run = {
        file.names.qualified(call.func) for call in file.tree.of(cst.Call) if last_name(call.func) == _RUNNER
    }
    return [library for library in imported if library in tasked or f"{library}.{_RUNNER}" in run]


def imported_packages(tree: Tree) -> Iterator[str]:
    """The top-level packages that a module imports, relative imports left out."""
    for statement in tree.of(cst.Import):
        for alias in statement.names:
            yield (dotted(alias.name) or "").split(".", 1)[0]
    for source in tree.of(cst.ImportFrom):
        if not source.relative:
            yield (dotted(source.module) or "").split(".", 1)[0]


def _made(tree: Tree) -> Iterator[str]:
    for call in tree.of(cst.Call):
        yield last_name(call.func)
    for definition in tree.of(cst.ClassDef):
        for base in definition.bases:
            yield last_name(base.value)


def _registers(decorator: cst.Decorator) -> bool:
    made_by = decorator.decorator
    return last_name(made_by.func if isinstance(made_by, cst.Call) else made_by) in _REGISTRARS


def _tasks(file: ParsedFile, decorator: cst.Decorator) -> Iterator[str]:
    """The package whose own decorator makes a task of a function: ``@invoke.task``, ``@nox.session``."""
    made_by = decorator.decorator
    name = file.names.qualified(made_by.func if isinstance(made_by, cst.Call) else made_by) or ""
    if name in _TASKS:
        yield name.partition(".")[0]
