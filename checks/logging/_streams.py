"""Where a print call writes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import libcst as cst

from quality_kit.tree import ParsedFile

#: ``other`` is a stream that the code chose by itself: a file, a buffer, a parameter.
Stream = Literal["stdout", "stderr", "other"]

_STANDARD: dict[str, Stream] = {
    "sys.stdout": "stdout",
    "sys.__stdout__": "stdout",
    "sys.stderr": "stderr",
    "sys.__stderr__": "stderr",
}
_KEYWORDS = frozenset(("file", "stream"))


def stream_of(file: ParsedFile, arguments: Sequence[cst.Arg], position: int | None) -> Stream:
    """The stream that the arguments of a call name, standard output if they name none.

    Args:
        file: The file of the call.
        arguments: The arguments of the call.
        position: The index of the stream among the positional arguments, None if it must be named.
    """
    for index, argument in enumerate(arguments):
        is_named = argument.keyword is not None and argument.keyword.value in _KEYWORDS
        if is_named or (index == position and argument.keyword is None and not argument.star):
            return _stream(file, argument.value)
    return "stdout"


def _stream(file: ParsedFile, value: cst.BaseExpression) -> Stream:
    if isinstance(value, cst.Name) and value.value == "None":
        return "stdout"
    if isinstance(value, cst.IfExp):
        return _worst(_stream(file, value.body), _stream(file, value.orelse))
    return _STANDARD.get(file.names.qualified(value) or "", "other")


def _worst(one: Stream, two: Stream) -> Stream:
    """A choice between the standard streams may be standard output; with any other it is the caller's."""
    if "other" in (one, two):
        return "other"
    return "stdout" if "stdout" in (one, two) else "stderr"
