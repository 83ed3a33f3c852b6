"""Facts about the variables that a file reads by name, wherever the name comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.rule import Collector
from quality_kit.tree import ParsedFile, dotted

from ._command_line import command_line_reads
from ._env_calls import default_of, foreign_calls, functions_in, own_calls
from ._env_readers import library_reads, module_readers
from ._env_writes import written_names
from ._evaluate import value_of
from ._optional import question_around
from ._os_reads import Read, os_reads
from ._strings import strings_of
from ._values import Value, is_closed


class _Found(NamedTuple):
    node: cst.CSTNode
    value: Value
    is_optional: bool
    default: cst.BaseExpression | None = None
    #: Whether one of several variables is enough.
    is_choice: bool = False
    #: Whether None is handed on when the variable is missing.
    is_handed_on: bool = False
    #: Whether a missing variable raises there.
    is_bare: bool = False


class _Early(NamedTuple):
    """A question by which a function ends early, or takes another way."""

    function: cst.FunctionDef
    #: The name of the variable.
    key: str
    node: cst.Comparison


class EnvironmentReads(Collector):
    """Facts of these kinds, each at its place; ``optional`` says that the code goes on without the variable.

    - ``{"names": ["DB_URL", None], "optional": true}`` a read; None is a name that cannot be known;
      with ``"choice"`` one of the names is enough, with ``"unsure"`` None is handed on when it is missing,
      with ``"bare"`` the read itself raises when it is missing;
    - ``{"value": ..., "optional": ...}`` a read whose name needs other files to be known;
    - ``{"value": ..., "function": "env", "default": [1, "default", false]}`` a read on behalf of
      the function's caller: where the function takes a default and whether it has one itself;
    - ``{"call": ":env", "args": [...], "named": {...}}`` a call of such a function, with ``"callers"`` when
      it only hands on what the function around it is told: that function and its default, as above;
    - ``{"writes": ["DB_URL"]}`` the variables that the file sets;
    - ``{"reader": "env", "library": "environs", "prefix": ...}`` an object other files may read through.
    """

    def visit_Module(self, node: cst.Module) -> None:
        found = [*_through_os(self.file), *_through_libraries(self.file), *_through_commands(self.file)]
        for read in found:
            self._keep(read)
        wrappers = {name for read in found for name in functions_in(read.value)}
        for call in (*own_calls(self.file, wrappers), *foreign_calls(self.file)):
            self.fact(*call)
        for name, reader in module_readers(self.file):
            self.fact({"reader": name, **reader._asdict()})
        if written := written_names(self.file):
            self.fact({"writes": written})

    def _keep(self, read: _Found) -> None:
        functions = functions_in(read.value)
        optional = {"optional": True} if read.is_optional else {}
        if read.is_choice:
            optional["choice"] = True
        if read.is_handed_on:
            optional["unsure"] = True
        if read.is_bare:
            optional["bare"] = True
        for function in functions:
            default = default_of(self.file, read.node, read.default, function)
            is_handed_on = default is not None and default[1] == dotted(read.default)
            said = {} if is_handed_on else optional
            self.fact({"value": read.value, "function": function, "default": default, **said}, read.node)
        if not functions and is_closed(read.value):
            self.fact({"names": strings_of(read.value, "", _nothing), **optional}, read.node)
        elif not functions:
            self.fact({"value": read.value, **optional}, read.node)


def _nothing(path: str, name: str) -> None:
    return None


def _through_os(file: ParsedFile) -> Iterator[_Found]:
    reads = [(read, _named(file, read)) for read in os_reads(file)]
    asked, early = set(_questions(file, reads)), list(_early_questions(file, reads))
    for read, value in reads:
        optional = (
            read.is_optional
            or (bool(asked) and _is_asked_before(file, read.node, value, asked))
            or (bool(early) and _is_asked_earlier(file, read.node, value, early))
        )
        asked_here = optional and not read.is_optional
        yield _Found(
            read.node,
            value,
            optional,
            read.default,
            is_handed_on=read.is_handed_on and not asked_here,
            is_bare=read.is_bare and not optional,
        )


def _named(file: ParsedFile, read: Read) -> Value:
    value = value_of(file, read.name)
    return {"each": value} if read.is_each else value


def _questions(file: ParsedFile, reads: Iterable[tuple[Read, Value]]) -> Iterator[tuple[int, str]]:
    """The ``if`` statements that ask for a variable before its use, with its name."""
    for read, value in reads:
        if read.is_optional and (read.is_question or not isinstance(read.node, cst.Comparison)):
            test = question_around(file, read.node)
            if test is not None:
                yield id(test), repr(value)


def _early_questions(file: ParsedFile, reads: Iterable[tuple[Read, Value]]) -> Iterator[_Early]:
    """The questions ``if "X" not in os.environ: return`` of functions."""
    for read, value in reads:
        if read.is_optional and isinstance(read.node, cst.Comparison) and not read.is_question:
            around = (each for each in file.tree.ancestors(read.node) if isinstance(each, cst.FunctionDef))
            function = next(around, None)
            if function is not None:
                yield _Early(function, repr(value), read.node)


def _is_asked_earlier(file: ParsedFile, node: cst.CSTNode, value: Value, early: list[_Early]) -> bool:
    """Whether the function around asks before the node; what comes before the question goes unasked."""
    key, around = repr(value), {id(each) for each in file.tree.ancestors(node)}
    asking = [each.node for each in early if each.key == key and id(each.function) in around]
    places = file.places([node, *asking]) if asking else {}
    return any(places[id(each)] < places[id(node)] for each in asking)


def _is_asked_before(file: ParsedFile, node: cst.CSTNode, value: Value, asked: set[tuple[int, str]]) -> bool:
    key = repr(value)
    return any((id(around), key) in asked for around in file.tree.ancestors(node))


def _through_commands(file: ParsedFile) -> Iterator[_Found]:
    """Whoever starts the program may give the option instead, so that no variable is needed."""
    for node, value in command_line_reads(file):
        is_choice = isinstance(value, dict) and "seq" in value
        yield _Found(node, {"each": value} if is_choice else value, is_optional=True, is_choice=is_choice)


def _through_libraries(file: ParsedFile) -> Iterator[_Found]:
    for read in library_reads(file):
        yield _Found(read.node, read.name, read.is_optional)
