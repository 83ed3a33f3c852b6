"""Functions that talk to somebody at a terminal: one of their prints shows it for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import libcst as cst

from quality_kit.tree import ParsedFile

from ._manners import is_laid_out, is_staged, is_staged_before
from ._outputs import Outputs

#: One text with an empty line before it is no layout.
_FEWEST_LAID_OUT = 2


def talkers(file: ParsedFile, prints: Iterable[cst.CSTNode]) -> frozenset[int]:
    """The identities of what talks to a terminal, whatever else it prints.

    These are functions with a print that is staged (an empty line, a ruler, ``end=""``, a colour) or their output.
    """
    calls = [each for each in prints if isinstance(each, cst.Call)]
    outputs = Outputs(file)
    laid_out = (each for each in calls if is_laid_out(each))
    staged = (each for each in calls if is_staged(each) or is_staged_before(file, each) or outputs.has(each))
    return frozenset(
        (
            *(id(function) for call in staged for function in _functions(file, call)),
            *(function for function, number in _counted(file, laid_out) if number >= _FEWEST_LAID_OUT),
        )
    )


def _counted(file: ParsedFile, calls: Iterable[cst.Call]) -> Iterable[tuple[int, int]]:
    return Counter(id(function) for call in calls for function in _functions(file, call)).items()


def _functions(file: ParsedFile, node: cst.CSTNode) -> Iterator[cst.FunctionDef]:
    return (each for each in file.tree.ancestors(node) if isinstance(each, cst.FunctionDef))
