"""Prints that are surely meant for somebody at a terminal: what is around them leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.frameworks.decided import is_decided
from quality_kit.tree import ParsedFile, last_name
from quality_kit.tree.functions import enclosing_class

from .._docstrings import docstring_of
from ._displays import is_display, is_gap
from ._flags import is_asked_for
from ._product import imported_packages
from ._sensitive_names import words_of

#: The first words of functions that do nothing but print, or stand beside the product.
_PRINTING = frozenset(
    (
        *("print", "prints", "pprint", "pretty", "echo", "usage", "banner"),
        *("visualize", "visualise", "explain", "demo", "benchmark"),
    )
)
_TRIAL = "test"
_PRINT, _BANNER = "print", "banner"
#: A device for debugging, put in by who wants to see what it prints: ``class Debug(Middleware)``.
_DEBUG = "debug"
#: Words in the names of classes and modules that are nothing but a terminal's other end.
_TERMINAL = frozenset(("console", "stdout", "tty", "cli", "repl", "spinner"))
#: Of modules the option tells which are command-line modules.
_PROGRAM = "cli"
#: Packages that draw on a terminal or read its keys.
_SEATS = frozenset(
    (
        "blessed",
        "blessings",
        "curses",
        "prompt_toolkit",
        "ptpython",
        "textual",
        "readline",
        "questionary",
        "inquirer",
    )
)
#: Bases of commands, by their endings; a program of traitlets, or of a module that wraps it.
_COMMANDS = ("Command", "Commands", "Subcommand", "App")
_APPLICATION, _TRAITLETS = "Application", "traitlets"
_LOGGING = "logging."
#: ``prompt_for_input``, ``ask_user_input``: whoever answers reads the terminal.
_ASKING, _ANSWER = frozenset(("prompt", "ask", "read")), "input"
_ASK, _PROMPTS = "ask", frozenset(("Prompt", "Confirm", "IntPrompt"))
#: A browser opens, and a shell of IPython is at work, where somebody sits.
_OPEN, _BROWSER, _SHELL = "open", "webbrowser", "get_ipython"
#: Who reads a command line is a program.
_PARSING = frozenset(("parse_args", "parse_known_args"))
#: Whoever ends a program with the keyboard sits before it.
_KEYBOARD = frozenset(("KeyboardInterrupt", "EOFError"))
#: Flags by which somebody at a terminal asks for the output, and their first words in names of parameters.
_ASKED = frozenset(
    (
        *("print", "interactive", "isatty", "tty", "ipython", "notebook", "colab", "jupyter"),
        *("dry_run", "dryrun", "animation", "animate"),
    )
)
#: Decorators that give a command its arguments.
_ARGUMENTS = frozenset(("args", "arg", "argument", "option"))
#: A comment that says where a print goes.
_TOLD = re.compile(
    r"\bstd(?:ard)? ?out(?:put)?\b|\b(?:to|on|in|at) (?:the |your |a )?(?:terminal|console|screen)\b",
    re.IGNORECASE,
)
#: The codes of flake8-print and ruff in a comment that silences them on a line, and in a file.
_ACCEPTED = ("T20*",)
_ALLOWED_IN_FILE = re.compile(rb"^[ \t]*#[ \t]*(?:ruff|flake8):[ \t]*noqa:[\w\t ,]*\bT20\d?\b", re.MULTILINE)


def are_allowed(file: ParsedFile) -> bool:
    """Whether another linter was told to let all prints of the file pass: ``# ruff: noqa: T201``."""
    return _ALLOWED_IN_FILE.search(file.source.data) is not None


def at_terminal(file: ParsedFile, nodes: list[cst.CSTNode]) -> frozenset[int]:
    """The identities of those prints that speak to a terminal, as nobody would doubt.

    They stand in a function that is named for printing, that asks for an answer, or opens a browser; in a class or
    module that is a console; in a command; where the keyboard ends a program; below a flag like ``print_results``;
    a comment allows them, ``# noqa: T201``, or says that they go to the terminal; or they are mere gaps beside
    other prints.
    """
    stem = file.path.rpartition("/")[2].removesuffix(".py")
    if not (_TERMINAL - {_PROGRAM}).isdisjoint(words_of(stem)) or not _SEATS.isdisjoint(
        imported_packages(file.tree)
    ):
        return frozenset(map(id, nodes))
    has_text = any(not isinstance(node, cst.Call) or not is_gap(node) for node in nodes)
    asking = {
        id(function) for call in file.tree.of(cst.Call) if _asks(call) for function in _functions(file, call)
    }
    return frozenset(
        id(node)
        for node in nodes
        if is_decided(file, node, _ACCEPTED)
        or (isinstance(node, cst.Call) and is_display(node) and (has_text or not is_gap(node)))
        or any(id(around) in asking or _speaks(file, around) for around in file.tree.ancestors(node))
        or is_asked_for(file, node, _ASKED)
        or _is_told(file, node)
    )


def is_in_log_handler(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether a print stands in a class that extends one of ``logging``, which cannot log what befalls itself."""
    around = enclosing_class(file.tree, node)
    if around is None:
        return False
    return any((file.names.qualified(base.value) or "").startswith(_LOGGING) for base in around.bases)


def _functions(file: ParsedFile, node: cst.CSTNode) -> Iterator[cst.FunctionDef]:
    return (each for each in file.tree.ancestors(node) if isinstance(each, cst.FunctionDef))


def _speaks(file: ParsedFile, around: cst.CSTNode) -> bool:
    if isinstance(around, cst.FunctionDef):
        words = words_of(around.name.value)
        is_named = bool(words) and (words[0] in _PRINTING or not {_PRINT, _BANNER}.isdisjoint(words))
        is_named = is_named or words == [_TRIAL]
        return is_named or _is_asked(around) or _has_arguments(around) or _says_so(around)
    if isinstance(around, cst.ClassDef):
        words = words_of(around.name.value)
        return not _TERMINAL.isdisjoint(words) or words[:1] == [_DEBUG] or _is_command(file, around)
    return isinstance(around, cst.ExceptHandler) and _is_keyboard(around)


def _says_so(function: cst.FunctionDef) -> bool:
    """Whether the docstring of a function says where it writes."""
    return _TOLD.search(docstring_of(function) or "") is not None


def _is_asked(function: cst.FunctionDef) -> bool:
    """Whether a parameter says whether to print: ``print_results=False``."""
    names = (words_of(each.name.value) for each in (*function.params.params, *function.params.kwonly_params))
    return any(words[:1] == [_PRINT] for words in names)


def _has_arguments(function: cst.FunctionDef) -> bool:
    made_by = (each.decorator for each in function.decorators)
    return any(isinstance(each, cst.Call) and last_name(each.func) in _ARGUMENTS for each in made_by)


def _is_told(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the comment of a line says that it goes to the terminal."""
    line = next(
        (each for each in file.tree.ancestors(node) if isinstance(each, cst.SimpleStatementLine)), None
    )
    if line is None:
        return False
    comments = (*(each.comment for each in line.leading_lines), line.trailing_whitespace.comment)
    return any(each is not None and _TOLD.search(each.value) for each in comments)


def _asks(call: cst.Call) -> bool:
    name = last_name(call.func)
    if name in _PARSING:
        return True
    if name == _OPEN:
        return isinstance(call.func, cst.Attribute) and last_name(call.func.value) == _BROWSER
    words = words_of(name)
    if words == [_ASK]:
        return isinstance(call.func, cst.Attribute) and last_name(call.func.value) in _PROMPTS
    return name == _SHELL or (len(words) > 1 and words[-1] == _ANSWER and words[0] in _ASKING)


def _is_command(file: ParsedFile, definition: cst.ClassDef) -> bool:
    for base in definition.bases:
        if last_name(base.value).endswith(_COMMANDS):
            return True
        made_by = (file.names.qualified(base.value) or "").split(".")
        if made_by[-1] == _APPLICATION and _TRAITLETS in made_by:
            return True
    return False


def _is_keyboard(handler: cst.ExceptHandler) -> bool:
    caught = handler.type
    types = [each.value for each in caught.elements] if isinstance(caught, cst.Tuple) else [caught]
    return all(last_name(each) in _KEYBOARD for each in types)
