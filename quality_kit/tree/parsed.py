"""What a rule is given to look at: one parsed file."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

import libcst as cst

from quality_kit.finding import Place
from quality_kit.source import SourceFile
from quality_kit.tree.names import Names
from quality_kit.tree.positions import Positions
from quality_kit.tree.walk import Tree


class UnparsableError(ValueError):
    """The text is not Python in any version that LibCST knows."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.place = Place(line, column, line, column)


Answer = TypeVar("Answer")


class ParsedFile:
    """A source file with its tree and the meaning of its names."""

    def __init__(self, source: SourceFile, module: cst.Module) -> None:
        self.source = source
        self.tree = Tree(module)
        self.names = Names(self.tree)
        self._positions = Positions(source, self.tree)
        #: What was asked with ``once_per_file``, by the function.
        self.known: dict[Callable[[ParsedFile], Any], Any] = {}

    @property
    def path(self) -> str:
        """Relative to the project's root, with slashes."""
        return self.source.path

    @property
    def module(self) -> cst.Module:
        """The root of the tree."""
        return self.tree.module

    def places(self, nodes: Iterable[cst.CSTNode]) -> dict[int, Place]:
        """The places of the nodes by ``id``, found together because that is cheaper."""
        return self._positions.places(nodes)


def once_per_file(ask: Callable[[ParsedFile], Answer]) -> Callable[[ParsedFile], Answer]:
    """Keep with each file what the function says of it, for the next rule that asks.

    The answer must not refer to the file itself: such a circle would keep the tree for long.
    """

    @wraps(ask)
    def answer(file: ParsedFile) -> Answer:
        if ask not in file.known:
            file.known[ask] = ask(file)
        found: Answer = file.known[ask]
        return found

    return answer


def parse(source: SourceFile) -> ParsedFile:
    """Parse a file that was read.

    Raises:
        UnparsableError: It is no Python that LibCST can read.
        UndecodableError: It is no text.
    """
    try:
        return ParsedFile(source, cst.parse_module(source.text))
    except cst.ParserSyntaxError as error:
        raise _explained(source.text, error) from error


_PLACE = re.compile(r"error at (\d+):(\d+): ")


def _explained(text: str, error: cst.ParserSyntaxError) -> UnparsableError:
    """CPython's words where it refuses the text too: they are made for people."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError as known:
        return UnparsableError(known.msg, max(known.lineno or 1, 1), max(known.offset or 1, 1))
    except (ValueError, MemoryError, RecursionError):
        pass
    found = _PLACE.search(error.message)
    line, column = (int(found[1]), int(found[2])) if found else (error.raw_line, error.raw_column)
    return UnparsableError(_PLACE.sub("", error.message), max(line, 1), column + 1)
