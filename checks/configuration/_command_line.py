"""Variables that stand in for an option or argument of a command: ``envvar=`` of click and typer."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, dotted

from ._evaluate import value_of
from ._values import Value

#: The argument that names the variable, or a list of variables of which the first that is set counts.
_ARGUMENT = "envvar"
#: How the names of what declares a parameter of a command end, in click, typer and what builds on them.
_DECLARING = ("option", "Option", "argument", "Argument")


def command_line_reads(file: ParsedFile) -> Iterator[tuple[cst.CSTNode, Value]]:
    """The declarations of parameters that may come from a variable, with its name."""
    if _ARGUMENT not in file.source.text:
        return
    for call in file.tree.of(cst.Call):
        for arg in call.args:
            if arg.keyword is not None and arg.keyword.value == _ARGUMENT:
                if (dotted(call.func) or "").endswith(_DECLARING):
                    yield call, value_of(file, arg.value)
