"""Prints that seem meant for somebody at a terminal: what is around them says so."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.tree import ParsedFile, last_name, subtree
from quality_kit.tree.scopes import COMPREHENSIONS
from quality_kit.tree.texts import text_of

from ._commands import COMMANDS
from ._displays import is_display, is_gap, is_ruler, rules
from ._flags import is_asked_for
from ._sensitive_names import words_of

#: The first words of functions that may be there to print, and names of those that start a program.
_PRINTING = frozenset(
    (
        *("dump", "output", "pretty", "echo", "usage", "banner"),
        *("visualize", "visualise", "explain", "demo", "benchmark"),
    )
)
_SHOWING = frozenset(("show", "display"))
_STARTING = frozenset(("main", "cli_main", "run_cli"))
#: Words in the names of classes and modules that may be a terminal's other end.
_TERMINAL = frozenset(
    (
        *("cli", "printer", "terminal", "wizard", "interactive", "progress", "banner", "display"),
        *("notebook", "jupyter", "ipython", "logger"),
    )
)
#: No module can import a file of another name, so somebody starts it: ``99-custom.py``.
_STARTED = re.compile(r"\w+(?:-\w+)+")
#: First or last words in the names of flags by which a user asks to be told: ``is_verbose``, ``show_progress``.
_ASKED = frozenset(
    (*("verbose", "verbosity", "debug", "quiet", "silent", "suppress", "show", "display", "console"),)
)
#: Escapes of terminals, and the marks of rich.
_ESCAPE = re.compile(
    r"\\033\[|\\x1b\[|\\u001b\[|\\e\[|\[/?(?:bold|dim|italic|red|green|yellow|blue|cyan|magenta)\b[^\]]*\]",
    re.IGNORECASE,
)
_COLOURING = frozenset(("colored", "colorize", "cprint", "style", "Fore", "Back", "Style"))
_COLOURS = frozenset(("ansi", "color", "colors", "colour", "colours"))
#: Indented, or set off by an empty line: laid out for a reader's eyes.
_LAID_OUT = re.compile(r"(?:[rbuf]*['\"]+)?(?:\\n|  | ?\* )", re.IGNORECASE)
#: One of several steps: ``[2/5] Packing``.
_STEP = re.compile(r"\[\d+/\d+\]")
#: Calls that colour a text, as packages and helpers of modules have them.
_COLOURERS = frozenset(("red", "green", "yellow", "blue", "cyan", "magenta", "bold", "dim"))
_KEYS = re.compile(r"\b(?:ctrl|control)[-+ ][a-z]\b|\bpress\b", re.IGNORECASE)
_END = "end"
_SCOPES: tuple[type[cst.CSTNode], ...] = (cst.FunctionDef, cst.ClassDef, cst.Lambda, *COMPREHENSIONS)
_MOST_NODES = 200


def is_for_terminal(file: ParsedFile, node: cst.CSTNode, talking: frozenset[int]) -> bool:
    """Whether a print speaks to a terminal on purpose.

    That is one in a function, class or module that is named for it, one below a flag like ``verbose``, one that
    is laid out (an empty line, an indented text), one in a function that talks, and the output of a function.

    Args:
        file: The file of the print.
        node: The print.
        talking: What ``talkers`` says of the file.
    """
    stem = file.path.rpartition("/")[2].removesuffix(".py")
    return (
        not _TERMINAL.isdisjoint(words_of(stem))
        or _STARTED.fullmatch(stem) is not None
        or any(_is_named_so(around) or id(around) in talking for around in file.tree.ancestors(node))
        or is_asked_for(file, node, _ASKED)
        or (isinstance(node, cst.Call) and (is_staged(node) or is_laid_out(node)))
    )


def is_in_doubt(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether little speaks for a terminal: a gap alone, a function that shows something somewhere, a start."""
    if isinstance(node, cst.Call) and is_gap(node):
        return True
    names = (each.name.value for each in file.tree.ancestors(node) if isinstance(each, cst.FunctionDef))
    return any(name.strip("_") in _STARTING or not _SHOWING.isdisjoint(words_of(name)[:1]) for name in names)


def is_staged(call: cst.Call) -> bool:
    """Whether a print is made for eyes: an empty line, a ruler, ``end=""``, a colour, a constant, keys to press."""
    if is_display(call) or _stays_on_line(call) or _is_prepared(call):
        return True
    return _is_coloured(call) or _speaks_to_eyes(call) or is_ruler(call)


def _is_named_so(around: cst.CSTNode) -> bool:
    if isinstance(around, cst.ClassDef):
        is_command = any(last_name(base.value).endswith(COMMANDS) for base in around.bases)
        return is_command or not _TERMINAL.isdisjoint(words_of(around.name.value))
    if not isinstance(around, cst.FunctionDef):
        return False
    words = words_of(around.name.value)
    return around.name.value.strip("_") in _STARTING or (bool(words) and words[0] in (_PRINTING | _SHOWING))


def _stays_on_line(call: cst.Call) -> bool:
    return any(each.keyword is not None and each.keyword.value == _END for each in call.args)


def _is_prepared(call: cst.Call) -> bool:
    """Whether it prints a text that the module keeps for that: ``print(QUICK_START, flush=True)``."""
    texts = [each.value for each in call.args if each.keyword is None]
    return len(texts) == 1 and last_name(texts[0]).isupper()


def _speaks_to_eyes(call: cst.Call) -> bool:
    """Whether it counts its steps, or tells somebody at a keyboard what to press: ``"Press Ctrl-C to quit"``."""
    texts = (text_of(each.value) or "" for each in call.args)
    return any(_KEYS.search(text) or _STEP.match(text) for text in texts)


def is_laid_out(call: cst.Call) -> bool:
    """Whether it prints a text that begins with an empty line or is indented."""
    if not call.args:
        return False
    text = call.args[0].value
    while isinstance(text, (cst.ConcatenatedString, cst.BinaryOperation)):
        text = text.left
    if isinstance(text, cst.FormattedString):
        first = text.parts[0] if text.parts else None
        return isinstance(first, cst.FormattedStringText) and _LAID_OUT.match(first.value) is not None
    return isinstance(text, cst.SimpleString) and _LAID_OUT.match(text.value) is not None


def _is_coloured(call: cst.Call) -> bool:
    return any(_colours(argument.value) for argument in call.args)


def is_staged_before(file: ParsedFile, call: cst.Call, known: dict[tuple[str, int], bool]) -> bool:
    """Whether a text that it prints is a ruler or was coloured under a name: ``line = "-" * 40; print(line)``.

    Args:
        file: The file of the print.
        call: The print.
        known: The answers of this file so far, by the name and the scope: no value is read twice.
    """
    names = [each.value for each in call.args if isinstance(each.value, cst.Name)]
    scope = next((id(each) for each in file.tree.ancestors(call) if isinstance(each, _SCOPES)), 0)
    for name in names:
        if (name.value, scope) not in known:
            known[name.value, scope] = _is_bound_to_stage(file, name)
    return any(known[name.value, scope] for name in names)


def _is_bound_to_stage(file: ParsedFile, name: cst.Name) -> bool:
    values = (each.value for each in file.names.bindings(name))
    return any(value is not None and (_colours(value) or rules(value)) for value in values)


def _colours(text: cst.BaseExpression) -> bool:
    for node, _ in zip((text, *subtree(text)), range(_MOST_NODES)):
        if isinstance(node, (cst.SimpleString, cst.FormattedStringText)) and _ESCAPE.search(node.value):
            return True
        if isinstance(node, (cst.Name, cst.Attribute)) and _names_colour(last_name(node)):
            return True
        if isinstance(node, cst.Call) and last_name(node.func) in _COLOURERS:
            return True
    return False


def _names_colour(name: str) -> bool:
    words = words_of(name)
    return name in _COLOURING or (bool(words) and not _COLOURS.isdisjoint((words[0], words[-1])))
