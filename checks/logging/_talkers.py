"""Functions that talk to somebody at a terminal: one of their prints shows it for all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import libcst as cst

from quality_kit.tree import ParsedFile
from quality_kit.tree.functions import docstring_of

from ._manners import is_laid_out, is_staged, is_staged_before
from ._outputs import Outputs
from ._terminals import functions_around

#: One text with an empty line before it is no layout.
_FEWEST_LAID_OUT = 2
#: A docstring that says where the function writes.
_WRITES = re.compile(
    r"\b(?:print|show|writ|list|display|echo|dump)\w*\b.*"
    r"\b(?:to|on) (?:the |your |a )?(?:std(?:ard)? ?out(?:put)?|terminal|console|screen)\b",
    re.IGNORECASE,
)


def talkers(file: ParsedFile, prints: Iterable[cst.CSTNode]) -> frozenset[int]:
    """The identities of what talks to a terminal, whatever else it prints.

    These are functions with a print that is staged (an empty line, a ruler, ``end=""``, a colour) or their output,
    and those whose docstring says that they write to a terminal.
    """
    prints = list(prints)
    calls = [each for each in prints if isinstance(each, cst.Call)]
    outputs = Outputs(file)
    laid_out = (each for each in calls if is_laid_out(each))
    known: dict[tuple[str, int], bool] = {}
    staged = (
        each for each in calls if is_staged(each) or is_staged_before(file, each, known) or outputs.has(each)
    )
    around = {id(function): function for each in prints for function in functions_around(file, each)}
    return frozenset(
        (
            *(id(function) for call in staged for function in functions_around(file, call)),
            *(key for key, function in around.items() if _says_so(function)),
            *(function for function, number in _counted(file, laid_out) if number >= _FEWEST_LAID_OUT),
        )
    )


def _counted(file: ParsedFile, calls: Iterable[cst.Call]) -> Iterable[tuple[int, int]]:
    return Counter(id(function) for call in calls for function in functions_around(file, call)).items()


def _says_so(function: cst.FunctionDef) -> bool:
    return _WRITES.search(docstring_of(function) or "") is not None
