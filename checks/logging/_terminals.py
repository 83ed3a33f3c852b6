"""Prints that are surely meant for somebody at a terminal: what is around them leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.frameworks.decided import is_decided
from quality_kit.frameworks.programs import imported_packages
from quality_kit.tree import ParsedFile, last_name
from quality_kit.tree.functions import enclosing_class, is_async, parameters

from ._commands import is_command
from ._displays import is_display, is_forwarded, is_gap
from ._flags import asks_to_print, is_asked_for
from ._product import is_surely_service
from ._sensitive_names import words_of

#: The first words of functions that do nothing but print.
_PRINTING = frozenset(("print", "prints", "pprint"))
#: Those of functions that do so, or stand beside the product, in code that is no service.
_BESIDE = frozenset(
    ("pretty", "echo", "usage", "banner", "visualize", "visualise", "explain", "demo", "benchmark")
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
#: First or last words in the names of flags by which somebody at a terminal asks for the output.
_ASKED = frozenset(
    (
        *("print", "interactive", "isatty", "tty", "ipython", "notebook", "colab", "jupyter"),
        *("dry_run", "dryrun", "animation", "animate"),
    )
)
#: Decorators that give a command its arguments.
_ARGUMENTS = frozenset(("args", "arg", "argument", "option"))
#: A comment that says where a print goes, and one that says where it shall not or not yet.
_TOLD = re.compile(
    r"\b(?:print|show|writ|list|display|echo|emit|send|dump|go)\w*\b.*"
    r"\b(?:to|on|in|at) (?:the |your |a )?(?:std(?:ard)? ?out(?:put)?|terminal|console|screen)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|todo|fixme|xxx|instead|don't|cannot)\b", re.IGNORECASE)
#: The codes of flake8-print and ruff in a comment that silences them on a line, and in a file.
_ACCEPTED = ("T20*",)
_ALLOWED_IN_FILE = re.compile(rb"^[ \t]*#[ \t]*(?:ruff|flake8):[ \t]*noqa:[\w\t ,]*\bT20\d?\b", re.MULTILINE)


def are_allowed(file: ParsedFile) -> bool:
    """Whether another linter was told to let all prints of the file pass: ``# ruff: noqa: T201``."""
    return _ALLOWED_IN_FILE.search(file.source.data) is not None


def at_terminal(file: ParsedFile, nodes: list[cst.CSTNode]) -> frozenset[int]:
    """The identities of those prints that speak to a terminal, as nobody would doubt.

    They stand in a function that is named for printing or has a parameter like ``print_results``, that asks for an
    answer, or opens a browser; in a class or module that is a console, or that draws on a terminal; in a command;
    where the keyboard ends a program; below a flag like ``dry_run``; a comment allows them, ``# noqa: T201``; or
    they are mere gaps beside other prints, or tables. Where surely no service is at work, it is also enough that a
    function reads a command line or is called ``usage`` or ``demo``, that a class looks like a command, that a
    comment says that they go to the terminal, and that they hand on a line.
    """
    stem = file.path.rpartition("/")[2].removesuffix(".py")
    if not (_TERMINAL - {_PROGRAM}).isdisjoint(words_of(stem)) or not _SEATS.isdisjoint(
        imported_packages(file.tree)
    ):
        return frozenset(map(id, nodes))
    serves = is_surely_service(file)
    has_text = any(not isinstance(node, cst.Call) or not is_gap(node) for node in nodes)
    asking = {
        id(function)
        for call in file.tree.of(cst.Call)
        if _asks(call, serves)
        for function in functions_around(file, call)
    }
    return frozenset(
        id(node)
        for node in nodes
        if is_decided(file, node, _ACCEPTED)
        or (isinstance(node, cst.Call) and _is_shown(node, serves) and (has_text or not is_gap(node)))
        or any(id(around) in asking or _speaks(file, around, serves) for around in file.tree.ancestors(node))
        or is_asked_for(file, node, _ASKED, must_hold=True)
        or (not serves and _is_told(file, node))
    )


def is_in_log_handler(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether a print stands in a class that extends one of ``logging``, which cannot log what befalls itself."""
    around = enclosing_class(file.tree, node)
    if around is None:
        return False
    return any((file.names.qualified(base.value) or "").startswith(_LOGGING) for base in around.bases)


def functions_around(file: ParsedFile, node: cst.CSTNode) -> Iterator[cst.FunctionDef]:
    """The functions in which a node stands, from the inside."""
    return (each for each in file.tree.ancestors(node) if isinstance(each, cst.FunctionDef))


def _is_shown(call: cst.Call, serves: bool) -> bool:
    return is_display(call) and not (serves and is_forwarded(call))


def _speaks(file: ParsedFile, around: cst.CSTNode, serves: bool) -> bool:
    if isinstance(around, cst.FunctionDef):
        return _is_named(around, serves) or _is_asked(around) or _has_arguments(around)
    if isinstance(around, cst.ClassDef):
        words = words_of(around.name.value)
        is_device = not _TERMINAL.isdisjoint(words) or words[:1] == [_DEBUG]
        return is_device or is_command(file, around, serves)
    return isinstance(around, cst.ExceptHandler) and _is_keyboard(around)


def _is_named(function: cst.FunctionDef, serves: bool) -> bool:
    """Whether a function is called for what it does: to print, or something for whoever works on the code."""
    words = words_of(function.name.value)
    if not words or words[0] in _PRINTING or _PRINT in words or words == [_TRIAL]:
        return bool(words)
    return not serves and not is_async(function) and (words[0] in _BESIDE or _BANNER in words)


def _is_asked(function: cst.FunctionDef) -> bool:
    """Whether a parameter says whether to print: ``print_results=False``."""
    return any(asks_to_print(name) for name, _ in parameters(function) if name[:1] != "*")


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
    told = (each.value for each in comments if each is not None)
    return any(_TOLD.search(text) and not _DENIED.search(text) for text in told)


def _asks(call: cst.Call, serves: bool) -> bool:
    name = last_name(call.func)
    if name in _PARSING:  # a service parses the arguments of a request
        return not serves
    if name == _OPEN:
        return isinstance(call.func, cst.Attribute) and last_name(call.func.value) == _BROWSER
    words = words_of(name)
    if words == [_ASK]:
        return isinstance(call.func, cst.Attribute) and last_name(call.func.value) in _PROMPTS
    return name == _SHELL or (len(words) > 1 and words[-1] == _ANSWER and words[0] in _ASKING)


def _is_keyboard(handler: cst.ExceptHandler) -> bool:
    caught = handler.type
    types = [each.value for each in caught.elements] if isinstance(caught, cst.Tuple) else [caught]
    return bool(types) and all(last_name(each) in _KEYBOARD for each in types)
