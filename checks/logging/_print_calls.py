"""Finds calls of print functions in one file, whatever name they are called by there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import libcst as cst

from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.frameworks.programs import program_libraries
from quality_kit.rule import Collector
from quality_kit.tree import Binding, ParsedFile, Tree, import_origin, last_name

from ._conversations import asks_at_terminal, is_last_word
from ._main_only import main_only
from ._manners import is_for_terminal, is_in_doubt
from ._product import Product
from ._streams import Stream, stream_of
from ._talkers import talkers
from ._terminals import are_allowed, at_terminal, is_in_log_handler

#: A file without these bytes calls none of the functions: every one of them, or its module, is named so.
_SIGN = b"print"
_PPRINT = "pprint"
_SHORT_PPRINT = "pp"
_PRETTY_PRINTER = "pprint.PrettyPrinter"
_PARTIAL = "functools.partial"
#: The index of the stream among the positional arguments.
_STREAM_POSITIONS = {"pprint.pprint": 1, "pprint.pp": 1, _PRETTY_PRINTER: 3}


class Use(NamedTuple):
    """One use of a print function."""

    node: cst.CSTNode
    #: Its dotted name: ``builtins.print``, ``pprint.pprint``, ``.debugging.print_state``.
    function: str
    stream: Stream
    #: False when the function is handed over for somebody else to call.
    called: bool = True


class PrintCalls(Collector):
    """The uses of print functions that write to a standard stream, but those in the main guard and last words.

    A fact is ``{"function", "stream", "called"}`` with a place, ``"main_only"`` where only the main guard
    leads to it, ``"for_terminal"`` where it seems meant for a terminal, and ``"worth_a_word"`` where something
    speaks for a service, or little for a terminal. Facts without place tell the top-level packages with which
    the module may build a command-line program, ``{"libraries"}``, and that it asks at the terminal, ``{"asks"}``.
    """

    def visit_Module(self, node: cst.Module) -> None:
        """Read the whole file; most files are done after one look at their bytes."""
        if _SIGN not in self.file.source.data or are_allowed(self.file):
            return
        uses = [
            use
            for use in _uses(self.file)
            if use.stream != "other"
            and not is_guarded(self.file.tree, use.node)
            and not is_last_word(self.file, use.node)
            and not is_in_log_handler(self.file, use.node)
        ]
        libraries = program_libraries(self.file) if uses else []
        if libraries:
            self.fact({"libraries": libraries})
        if uses and asks_at_terminal(self.file):
            self.fact({"asks": True})
        nodes = [use.node for use in uses]
        meant = at_terminal(self.file, nodes) if uses else frozenset()
        if left := [use for use in uses if id(use.node) not in meant]:
            self._tell(left, talkers(self.file, nodes))

    def _tell(self, uses: list[Use], talking: frozenset[int]) -> None:
        programs, product = main_only(self.file), Product(self.file)
        for use in uses:
            data: dict[str, Any] = {"function": use.function, "stream": use.stream, "called": use.called}
            if any(id(around) in programs for around in self.file.tree.ancestors(use.node)):
                data["main_only"] = True
            if is_for_terminal(self.file, use.node, talking):
                data["for_terminal"] = True
            if product.has(use.node) or is_in_doubt(self.file, use.node):
                data["worth_a_word"] = True
            self.fact(data, use.node)


def _uses(file: ParsedFile) -> Iterator[Use]:
    known = _local_names(file.tree)
    for call in file.tree.of(cst.Call):
        if _may_print(call.func, known):
            yield from _calls(file, call)
        for argument in call.args:
            if _may_print(argument.value, known):
                yield from _handed_over(file, call, argument)


def _local_names(tree: Tree) -> frozenset[str]:
    """The names under which this file may know a print function, apart from those that say so."""
    aliases = list(_aliases(tree))
    names: frozenset[str] = frozenset()
    while more := {new for new, old in aliases if _says_print(old) or old in names} - names:
        names |= more
    return names


def _aliases(tree: Tree) -> Iterator[tuple[str, str]]:
    for source in tree.of(cst.ImportFrom):
        for alias in () if isinstance(source.names, cst.ImportStar) else source.names:
            if alias.asname is not None:
                yield last_name(alias.asname.name), last_name(alias.name)
    for statement in tree.of(cst.Assign):
        for target in statement.targets:
            yield last_name(target.target), last_name(statement.value)
    bindings: list[cst.AnnAssign | cst.NamedExpr] = [*tree.of(cst.AnnAssign), *tree.of(cst.NamedExpr)]
    for binding in bindings:
        if binding.value is not None:
            yield last_name(binding.target), last_name(binding.value)


def _says_print(name: str) -> bool:
    return _SIGN.decode() in name.lower() or name == _SHORT_PPRINT


def _may_print(node: cst.BaseExpression, known: frozenset[str]) -> bool:
    name = last_name(node)
    return _says_print(name) or name in known


def _calls(file: ParsedFile, call: cst.Call) -> Iterator[Use]:
    maker = _pretty_printer(file, call.func)
    if maker is not None:
        stream = stream_of(file, maker.args, _STREAM_POSITIONS[_PRETTY_PRINTER])
        yield Use(call, f"{_PRETTY_PRINTER}.{_PPRINT}", stream)
    elif function := _function(file, call.func):
        yield Use(call, function, stream_of(file, call.args, _STREAM_POSITIONS.get(function)))


def _handed_over(file: ParsedFile, call: cst.Call, argument: cst.Arg) -> Iterator[Use]:
    function = _function(file, argument.value)
    # ``render(print=print)`` offers it under its own name, which says nothing about a call.
    if function is None or (
        argument.keyword is not None and argument.keyword.value == last_name(argument.value)
    ):
        return
    is_partial = file.names.qualified(call.func) == _PARTIAL
    yield Use(argument.value, function, stream_of(file, call.args, None) if is_partial else "stdout", False)


def _function(file: ParsedFile, node: cst.BaseExpression) -> str | None:
    """The dotted name of what is called; None for what this file defines and for methods."""
    name = last_name(node)
    if isinstance(node, cst.Attribute) and last_name(node.value) == "__builtins__":
        return f"builtins.{name}"
    if found := file.names.qualified(node):
        return found
    is_open = (
        isinstance(node, cst.Name) and name in (_PPRINT, _SHORT_PPRINT) and not file.names.bindings(node)
    )
    return f"{_PPRINT}.{name}" if is_open and _PPRINT in _star_imports(file.tree) else None


def _star_imports(tree: Tree) -> Iterator[str]:
    return (import_origin(node) for node in tree.of(cst.ImportFrom) if isinstance(node.names, cst.ImportStar))


def _pretty_printer(file: ParsedFile, function: cst.BaseExpression) -> cst.Call | None:
    """The ``PrettyPrinter(...)`` whose ``pprint`` is called."""
    if not isinstance(function, cst.Attribute) or function.attr.value != _PPRINT:
        return None
    made = function.value
    if isinstance(made, cst.Name):
        made = _only_value(file.names.bindings(made)) or made
    if isinstance(made, cst.Call) and file.names.qualified(made.func) == _PRETTY_PRINTER:
        return made
    return None


def _only_value(bindings: list[Binding]) -> cst.BaseExpression | None:
    return bindings[0].value if len(bindings) == 1 else None
