"""QK401 print-call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated, Any

from quality_kit.finding import Fact
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._entry_points import PYPROJECT, entry_point_files
from ._print_calls import PrintCalls

_BUILTINS = "builtins."
_MEANT = ", unless it is meant for a terminal"


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs, among them"
        " those of command-line modules",
    ] = (
        *("tests", "migrations", "scripts", "examples"),
        *(
            "test_*/",
            "*_tests/",
            "testutil*/",
            "testutil*.py",
            "*_testutil*.py",
            "test_util*.py",
            "*_test_util*.py",
            "testing/",
            "testing.py",
            "testing_*.py",
            "*_testing.py",
            "devtools/",
            "bench/",
            "bench.py",
        ),
        *("*benchmark*.py", "docs/source/", "train.py", "setup.py", "_version.py", "versioneer.py"),
        *(
            "cli.py",
            "cli/",
            "*_cli.py",
            "cli_*.py",
            "__main__.py",
            "manage.py",
            "commands/",
            "cmd/",
            "cmds/",
        ),
    )
    tool_folders: Annotated[
        tuple[str, ...],
        "names (globs) of folders that hold the tools of one project and product code of another: a print there"
        " is a warning in what seems a service",
    ] = (
        "command",
        "dev",
        "eval",
        "evals",
        "eval_*",
        "evaluate",
        "evaluation",
        "setup_*",
        "*_setup_*",
    )
    functions: Annotated[
        tuple[str, ...],
        "what counts as a print: builtins and dotted names (`rich.print`, `app.debugging.print_state`)"
        " whose last part holds `print` or is `pp`",
    ] = ("print", "pprint.pprint", "pprint.pp", "pprint.PrettyPrinter.pprint")
    entry_points: Annotated[
        bool,
        "whether modules that pyproject.toml names as scripts are command-line modules",
    ] = True
    main_guard: Annotated[
        bool,
        "whether functions may print that only the block of the main guard reaches (`main()` and what only"
        " it calls); the block itself always may",
    ] = True
    interactive: Annotated[
        bool, "whether modules that ask with `input` or `getpass` are command-line modules"
    ] = True
    program_libraries: Annotated[
        tuple[str, ...],
        "a module that builds a program with one of these packages is a command-line module",
    ] = (
        *("typer", "click", "argparse", "optparse", "fire", "docopt", "cmd", "cyclopts", "cleo"),
        *("setuptools", "distutils", "invoke", "nox"),
    )


class PrintCall(ProjectRule[Options]):
    """A print or pprint call in place of a logger.

    What is printed has no level, no time and no logger's name. It cannot be switched off, filtered or sent
    to where the other messages of a service go, and under a server it may be lost.

    Found are `print`, `pprint.pprint`, `pprint.pp` and the `pprint` of a `PrettyPrinter`, under any name by
    which the file imports or assigns them, in every place where a call can stand; also `print` that is
    handed to somebody who calls it (`map(print, rows)`).

    A print that nothing explains is an error. It is a warning where something says that it is meant for a
    terminal and something else that it stands in a service: there such a message is as lost as any other.
    Nobody can tell which of the two is right from the code alone. For a terminal speak a class or module
    named for a printer, a progress bar or a notebook, a folder of what may be tools (`dev`, `evals`), a
    flag like `verbose` or `settings.debug` around it, an indented text, and all prints of a function in
    which one has `end=""`, an empty line, a ruler, colour, a constant text, numbered steps or keys to
    press, or is the output that the function made, and a docstring that says "writes to stdout". For a
    service speak folders and modules like `api`, `services`, `tasks`, imports of web frameworks, queues,
    databases and clients, a logger in the same file, and a coroutine. A print to `sys.stderr` is a warning
    as well.

    Left alone are a `print` that the file itself binds in the scope (an import, a definition, a parameter,
    an assignment), methods of that name, `pformat`, and a print to a stream that the code chose
    (`file=report`). So are prints for a terminal in code that is no service, and everywhere those that
    nobody would take for a log: in a function that is there to print (`print_table`, or with a parameter
    `print_rows`), that asks for an answer or opens a browser; in a class or module named for a console; in
    a command of click, Django and the like; where the keyboard ends a program; where a flag like `dry_run`
    or `isatty` holds; in a module that draws on a terminal (curses, prompt_toolkit); gaps, rulers and
    tables; where a comment allows it (`# noqa: T201`). Where no server is imported and no folder is one of
    a service, so are prints in a function that reads a command line or is called `usage` or `demo`, in a
    class that looks like a command, `print(line)`, and where a comment says "print it to stdout". So are
    tests, migrations, scripts, examples (demos, tutorials, benchmarks, docs), files that widely used tools
    write into a project (`_version.py`, `versioneer.py`), and command-line modules: by their path, because
    pyproject.toml starts them as a script, because they build a program (typer, click, argparse ...) or an
    installer, or because they ask with `input`. So are the last words of a program (prints before a
    `sys.exit` in the same block), and what handlers of `logging` print of their own errors. So is the block
    below `if __name__ == "__main__":`, with the functions and classes that only it reaches (`main`, and
    what only `main` calls). In a module with public functions of which its program makes no use, others may
    call any public one: there only `main` and private functions are left alone.

    Make a module logger, `logger = logging.getLogger(__name__)`, and choose the level: `logger.debug` for
    what helped during development, `logger.info` for what an operator wants to know.
    """

    code = "QK401"
    message = "{function} writes past the log; use a module logger (`logging.getLogger(__name__)`)"
    default = True
    statements = ("SG21",)
    collectors = (PrintCalls,)
    inputs = (PYPROJECT,)
    examples = (
        Bad(
            "from pprint import pprint as show\n\n\n"
            "def charge(order: Order) -> None:\n"
            '    print("charging", order.id)  # finding: QK401\n'
            "    show(order.lines)  # finding: QK401\n"
        ),
        Good(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def charge(order: Order) -> None:\n"
            '    logger.info("charging", extra={"order_id": order.id})\n'
        ),
        Bad(
            "import sys\n\n\n"
            "def warn(text: str) -> None:\n"
            "    print(text, file=sys.stderr)  # finding: QK401\n",
            why="Standard error is at least not mixed with a program's output: a warning.",
        ),
        Bad(
            "import logging\n\n\n"
            "def load(rows: list[str], verbose: bool) -> None:\n"
            "    if verbose:\n"
            '        print("loading", len(rows))  # finding: QK401\n',
            why="Somebody asked for it, but the module logs: a warning.",
        ),
        Good(
            "def print_totals(totals: dict[str, int]) -> None:\n"
            "    for name, total in totals.items():\n"
            "        print(name, total)\n",
            why="Named for what it does.",
        ),
        Good(
            "def export(rows: list[str], target: TextIO) -> None:\n"
            "    for row in rows:\n"
            "        print(row, file=target)\n",
            why="This writes a file and is no message to anybody.",
        ),
        Good(
            "from rich import print\n\n\ndef show(text: str) -> None:\n    print(text)\n",
            why="Not the builtin; name `rich.print` in the option `functions` to find it too.",
        ),
        Good(
            'def main() -> None:\n    print("ready")\n',
            path="app/start.py",
            beside={"pyproject.toml": '[project.scripts]\nstart = "app.start:main"\n'},
            why="The project installs this module as a command: its user reads the terminal.",
        ),
        Good(
            "def show(rows: list[str]) -> None:\n    print(len(rows))\n\n\n"
            "def main() -> None:\n    show(load_rows())\n\n\n"
            'if __name__ == "__main__":\n    main()\n',
            why="Only the main guard leads to these functions: whoever starts the module reads the terminal.",
        ),
    )

    def conclude(self) -> None:
        """Report what was collected outside command-line modules."""
        started = entry_point_files(self.project.inputs, self.project.modules)
        for path, facts in self.project.facts(PrintCalls).items():
            if self.project.applies_to(path) and not self._is_program(path, facts, path in started):
                for fact in facts:
                    self._check_use(path, fact)

    def _is_program(self, path: str, facts: Sequence[Fact], is_started: bool) -> bool:
        options = self.options_at(path)
        if options.interactive and any("asks" in fact.data for fact in facts):
            return True
        libraries = {library for fact in facts for library in fact.data.get("libraries", ())}
        return (options.entry_points and is_started) or not libraries.isdisjoint(options.program_libraries)

    def _check_use(self, path: str, fact: Fact) -> None:
        if self._is_print(path, fact.data):
            to_stderr = fact.data["stream"] == "stderr"
            for_terminal = "for_terminal" in fact.data or self._may_be_tool(path)
            if for_terminal and "worth_a_word" not in fact.data:
                return
            message = self.message.format(function=_described(fact.data, to_stderr))
            message += _MEANT if for_terminal and not to_stderr else ""
            self.report(path, fact.place, message, "warning" if to_stderr or for_terminal else None)

    def _may_be_tool(self, path: str) -> bool:
        names = self.options_at(path).tool_folders
        return any(fnmatchcase(folder, name) for folder in path.split("/")[:-1] for name in names)

    def _is_print(self, path: str, data: dict[str, Any]) -> bool:
        if "function" not in data or ("main_only" in data and self.options_at(path).main_guard):
            return False
        names = (name if "." in name else _BUILTINS + name for name in self.options_at(path).functions)
        return self.project.modules.absolute(path, data["function"]) in names


def _described(data: dict[str, Any], to_stderr: bool) -> str:
    name = data["function"].removeprefix(_BUILTINS)
    return f"`{name}` {'call' if data['called'] else 'callback'}{' to stderr' if to_stderr else ''}"
