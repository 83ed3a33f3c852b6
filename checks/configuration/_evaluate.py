"""The value of an expression, as far as its own file tells."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile

from ._literals import LITERAL_READERS
from ._meanings import NAME_READERS
from ._values import Evaluation, Value

_READERS = {**LITERAL_READERS, **NAME_READERS}


def value_of(file: ParsedFile, node: cst.CSTNode | None) -> Value:
    """What an expression may stand for; ``None`` for what no constant, loop or import explains."""
    return Evaluation(file, _READERS).of(node)
