"""Functions and classes that talk to somebody at a terminal: one of their prints shows it for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, last_name
from quality_kit.tree.functions import enclosing_class

from ._manners import is_laid_out, is_staged
from ._outputs import Outputs
from ._sensitive_names import words_of

#: Bases of commands, by their endings; a program of traitlets, or of a module that wraps it.
_COMMANDS = ("Command", "Subcommand", "App")
_APPLICATION, _TRAITLETS = "Application", "traitlets"
_LOGGING = "logging."
#: One text with an empty line before it is no layout.
_FEWEST_LAID_OUT = 2
#: ``prompt_for_input``, ``ask_user_input``: whoever answers reads the terminal.
_ASKING, _ANSWER = frozenset(("prompt", "ask", "read")), "input"
#: Whoever ends a program with the keyboard sits before it.
_KEYBOARD = frozenset(("KeyboardInterrupt", "EOFError"))
_ASK, _PROMPTS = "ask", frozenset(("Prompt", "Confirm", "IntPrompt"))


def talkers(file: ParsedFile, prints: Iterable[cst.CSTNode]) -> frozenset[int]:
    """The identities of what talks to a terminal, whatever else it prints.

    These are functions with a print that is staged (an empty line, a ruler, ``end=""``, a colour) or their output,
    functions that ask for an answer, classes of commands, and handlers of the keyboard.
    """
    calls = [each for each in prints if isinstance(each, cst.Call)]
    outputs = Outputs(file)
    laid_out = (each for each in calls if is_laid_out(each))
    staged = (each for each in calls if is_staged(each) or outputs.has(each))
    asking = (each for each in file.tree.of(cst.Call) if _asks(each))
    return frozenset(
        (
            *(id(function) for call in (*staged, *asking) for function in _functions(file, call)),
            *(function for function, number in _counted(file, laid_out) if number >= _FEWEST_LAID_OUT),
            *(id(each) for each in file.tree.of(cst.ClassDef) if _is_command(file, each)),
            *(id(each) for each in file.tree.of(cst.ExceptHandler) if _is_keyboard(each)),
        )
    )


def is_in_log_handler(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether a print stands in a class that extends one of ``logging``, which cannot log what befalls itself."""
    around = enclosing_class(file.tree, node)
    if around is None:
        return False
    return any((file.names.qualified(base.value) or "").startswith(_LOGGING) for base in around.bases)


def _counted(file: ParsedFile, calls: Iterable[cst.Call]) -> Iterable[tuple[int, int]]:
    return Counter(id(function) for call in calls for function in _functions(file, call)).items()


def _functions(file: ParsedFile, node: cst.CSTNode) -> Iterator[cst.FunctionDef]:
    return (each for each in file.tree.ancestors(node) if isinstance(each, cst.FunctionDef))


def _asks(call: cst.Call) -> bool:
    words = words_of(last_name(call.func))
    if words == [_ASK]:
        return isinstance(call.func, cst.Attribute) and last_name(call.func.value) in _PROMPTS
    return len(words) > 1 and words[-1] == _ANSWER and words[0] in _ASKING


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
