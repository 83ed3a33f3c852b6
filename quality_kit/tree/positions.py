"""Places of the few nodes that are reported, without the price of LibCST's position metadata.

The text's logical lines and the module's statements are counted side by side: that gives the line
of every statement. There most nodes are found by their text (``quality_kit.tree.unique_texts``); for the
others the statement is turned back into code, up to the node. Where the two counts differ (nested quotes
that fool the splitter), the whole module is turned back into code, which is slow, and right unless a form
feed stands before the statement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import accumulate, chain
from types import TracebackType
from typing import Any

import libcst as cst
from libcst._nodes.internal import CodegenState

from quality_kit.finding import Place
from quality_kit.logical_lines import LogicalLine
from quality_kit.source import SourceFile
from quality_kit.tree.unique_texts import Span, place_of, place_of_name
from quality_kit.tree.walk import Tree

_NEWLINE = re.compile(r"\r\n?|\n")
_HEADED = (
    cst.If,
    cst.For,
    cst.While,
    cst.With,
    cst.Try,
    cst.TryStar,
    cst.Match,
    cst.FunctionDef,
    cst.ClassDef,
    cst.Else,
    cst.ExceptHandler,
    cst.ExceptStarHandler,
    cst.Finally,
    cst.MatchCase,
)
_OWNERS = frozenset((*_HEADED, cst.SimpleStatementLine, cst.Module))


class Positions:
    """Finds the places of nodes of one file; the count of the statements is made once."""

    def __init__(self, source: SourceFile, tree: Tree) -> None:
        self._source = source
        self._tree = tree
        #: The first and the last logical line of every statement: decorators come before its own.
        self._lines: dict[int, tuple[LogicalLine, LogicalLine]] | None = None

    def places(self, nodes: Iterable[cst.CSTNode]) -> dict[int, Place]:
        """The place of each node by ``id``; of a function or class only its ``def`` line, up to the name."""
        wanted = {id(node): _reported_part(node) for node in nodes}
        by_owner: defaultdict[int, list[cst.CSTNode]] = defaultdict(list)
        owners: dict[int, cst.CSTNode] = {}
        for node in wanted.values():
            owner = self._owner(node)
            owners[id(owner)] = owner
            by_owner[id(owner)].append(node)
        found: dict[int, Place] = {}
        for key, owner in owners.items():
            found.update(self._within(owner, by_owner[key]))
        return {key: self._of_definition(found[id(node)], key, node) for key, node in wanted.items()}

    def _owner(self, node: cst.CSTNode) -> cst.CSTNode:
        if self._statement_lines():
            return next(
                each for each in chain((node,), self._tree.ancestors(node)) if each.__class__ in _OWNERS
            )
        return self._tree.module

    def _within(self, owner: cst.CSTNode, nodes: list[cst.CSTNode]) -> dict[int, Place]:
        lines = self._statement_lines().get(id(owner))
        if lines is None or owner is self._tree.module:
            return _generate(_State(self._tree.module, nodes, ""), self._tree.module, nodes, 1, {})
        first, last = lines
        text, written = self._source.text, self._source.line(first.first)
        indent = written[: len(written) - len(written.lstrip(" \t\f"))]
        header = Span(last.start, last.end, last.first, indent)
        whole = Span(first.start, last.end, first.first, indent)
        found: dict[int, Place] = {}
        others = []
        for node in nodes:
            is_name = node is getattr(owner, "name", None)
            place = (
                place_of_name(text, header, node)
                if is_name and isinstance(node, cst.Name)
                else place_of(text, whole, node, self._tree.module)
            )
            if place is None:
                others.append(node)
            else:
                found[id(node)] = place
        return {**found, **self._generated(owner, others, first.first, indent)} if others else found

    def _generated(
        self, owner: cst.CSTNode, nodes: list[cst.CSTNode], line: int, indent: str
    ) -> dict[int, Place]:
        around = self._tree.parent(owner)
        is_elif = owner.__class__ is cst.If and around.__class__ is cst.If
        state = _State(self._tree.module, nodes, indent)
        first_line = line - len(_leading_lines(owner))
        return _generate(state, owner, nodes, first_line, {"is_elif": True} if is_elif else {})

    def _of_definition(self, place: Place, key: int, node: cst.CSTNode) -> Place:
        if key == id(node):
            return place
        text = self._source.line(place.line)
        return place._replace(column=len(text) - len(text.lstrip(" \t\f")) + 1)

    def _statement_lines(self) -> dict[int, tuple[LogicalLine, LogicalLine]]:
        """The logical lines of every statement; empty when the counts differ."""
        if self._lines is None:
            owners = list(_owners_in_order(self._tree.module.body))
            logical = self._source.logical_lines.lines
            same = len(owners) == len(logical)
            self._lines = {}
            for owner, line in zip(owners, logical, strict=True) if same else ():
                first, _ = self._lines.get(id(owner), (line, line))
                self._lines[id(owner)] = first, line
        return self._lines


def _reported_part(node: cst.CSTNode) -> cst.CSTNode:
    return node.name if isinstance(node, (cst.FunctionDef, cst.ClassDef)) else node


def _leading_lines(owner: Any) -> Sequence[cst.EmptyLine]:
    return owner.leading_lines  # type: ignore[no-any-return]


def _owners_in_order(body: Iterable[cst.CSTNode]) -> Iterator[cst.CSTNode]:
    """What each logical line belongs to; one with decorators comes once for each of them too."""
    stack: list[Any] = list(body)[::-1]
    while stack:
        node = stack.pop()
        kind = node.__class__
        if kind is cst.FunctionDef or kind is cst.ClassDef:
            for _ in node.decorators:
                yield node
        yield node
        if kind is not cst.SimpleStatementLine:
            stack.extend(_parts(node)[::-1])


def _parts(node: Any) -> list[Any]:
    """The statements and clauses directly below a compound statement, in source order."""
    if node.__class__ is cst.Match:
        return list(node.cases)
    body = node.body
    parts = list(body.body) if body.__class__ is cst.IndentedBlock else []
    parts.extend(getattr(node, "handlers", ()))
    for name in ("orelse", "finalbody"):
        clause = getattr(node, name, None)
        if clause is not None:
            parts.append(clause)
    return parts


class _AllFoundError(Exception):
    """Ends the code generation early."""


class _Recorder(AbstractContextManager[None]):
    """Notes the first and last token of a node without the white space around it."""

    def __init__(
        self, state: _State, node: cst.CSTNode, start: cst.CSTNode | None, end: cst.CSTNode | None
    ) -> None:
        self._state, self._node, self._start, self._end = state, node, start, end
        self._first = 0

    def __enter__(self) -> None:
        self._first = len(self._state.tokens)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        spans = self._state.spans
        first = spans[id(self._start)][0] if self._start is not None else self._first
        last = spans[id(self._end)][1] if self._end is not None else len(self._state.tokens)
        spans[id(self._node)] = (first, last)


class _State(CodegenState):
    """Code generation that notes where the wanted nodes begin and end, and stops after the last one."""

    def __init__(self, module: cst.Module, nodes: list[cst.CSTNode], indent: str) -> None:
        super().__init__(default_indent=module.default_indent, default_newline=module.default_newline)
        if indent:
            self.increase_indent(indent)
        self._wanted = {id(node) for node in nodes}
        self._missing = len(self._wanted)
        self._begun: dict[int, int] = {}
        self.spans: dict[int, tuple[int, int]] = {}

    def before_codegen(self, node: cst.CSTNode) -> None:
        if id(node) in self._wanted:
            self._begun[id(node)] = len(self.tokens)

    def after_codegen(self, node: cst.CSTNode) -> None:
        key = id(node)
        if key in self._wanted:
            self.spans.setdefault(key, (self._begun[key], len(self.tokens)))
            self._missing -= 1
            if not self._missing:
                raise _AllFoundError

    def record_syntactic_position(
        self, node: cst.CSTNode, *, start_node: cst.CSTNode | None = None, end_node: cst.CSTNode | None = None
    ) -> Any:
        if id(node) not in self._wanted:
            return nullcontext()
        for border in (start_node, end_node):
            if border is not None and id(border) not in self._wanted:
                self._wanted.add(id(border))
                self._missing += 1
        return _Recorder(self, node, start_node, end_node)


def _generate(
    state: _State, owner: cst.CSTNode, nodes: list[cst.CSTNode], first_line: int, options: dict[str, bool]
) -> dict[int, Place]:
    try:
        owner._codegen(state, **options)
    except _AllFoundError:
        pass
    offsets = [0, *accumulate(map(len, state.tokens))]
    starts = [0, *(found.end() for found in _NEWLINE.finditer("".join(state.tokens)))]

    def place(first: int, last: int) -> Place:
        begin, end = offsets[first], offsets[last]
        line, end_line = bisect_right(starts, begin) - 1, bisect_right(starts, end) - 1
        return Place(
            line + first_line, begin - starts[line] + 1, end_line + first_line, end - starts[end_line] + 1
        )

    return {id(node): place(*state.spans[id(node)]) for node in nodes}
