"""What one file tells the others about names: constants that may name variables, and what it passes on."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from posixpath import basename

import libcst as cst

from quality_kit.rule import Collector
from quality_kit.tree import dotted, import_origin

from ._evaluate import value_of
from ._values import Value, text_of

#: Names of variables, and prefixes of names.
_NAMES_A_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{1,99}\Z|[A-Za-z0-9]\w{0,98}_\Z", re.ASCII)
#: Names worth following through a module that imports them; a package's ``__init__`` passes on anything.
_PASSED_ON = re.compile(r"[A-Z][A-Z0-9_]*\Z|(?i:.*(?:env|conf|setting|base|secret|var|param))")
#: So many elements tell what a container holds.
_LOOKED_AT = 3
_MOST_NESTED = 4


class ModuleConstants(Collector):
    """One fact a file: ``{"constants": {name: value}, "imports": {name: origin}, "stars": [origin]}``.

    A class with constants is one itself: ``{"class": [[name, value], ...]}``.
    """

    def visit_Module(self, node: cst.Module) -> None:
        constants = dict(self._constants(node.body))
        imports, stars = dict(self._imports()), list(self._stars())
        found = {"constants": constants, "imports": imports, "stars": stars}
        if any(found.values()):
            self.fact({kind: content for kind, content in found.items() if content})

    def _constants(self, body: Iterable[cst.CSTNode]) -> Iterator[tuple[str, Value]]:
        for statement in body:
            if statement.__class__ is cst.SimpleStatementLine:
                yield from self._assigned(statement)
            elif isinstance(statement, cst.ClassDef):
                members = [[name, value] for name, value in self._constants(statement.body.body)]
                if members:
                    yield statement.name.value, {"class": members}
            elif isinstance(statement, (cst.If, cst.Try)):
                yield from self._constants(statement.body.body)

    def _assigned(self, line: cst.SimpleStatementLine) -> Iterator[tuple[str, Value]]:
        for statement in line.body:
            targets: list[cst.BaseExpression] = []
            if isinstance(statement, cst.Assign):
                targets = [target.target for target in statement.targets]
            elif isinstance(statement, cst.AnnAssign):
                targets = [statement.target]
            names = [target.value for target in targets if isinstance(target, cst.Name)]
            if names and _looks_useful(statement.value):  # type: ignore[attr-defined]
                value = _useful(value_of(self.file, statement.value))  # type: ignore[attr-defined]
                yield from ((name, value) for name in names if value is not None)

    def _imports(self) -> Iterator[tuple[str, str]]:
        everything = basename(self.file.path) == "__init__.py"
        for statement in self.file.tree.of(cst.ImportFrom):
            origin = import_origin(statement)
            if isinstance(statement.names, cst.ImportStar) or _is_standard(origin):
                continue
            for alias in statement.names:
                name, imported = alias.evaluated_alias or alias.evaluated_name, alias.evaluated_name
                if everything or _PASSED_ON.match(name):
                    yield name, f"{origin}{'' if origin.endswith('.') else '.'}{imported}"

    def _stars(self) -> Iterator[str]:
        for statement in self.file.tree.of(cst.ImportFrom):
            if isinstance(statement.names, cst.ImportStar) and not _is_standard(import_origin(statement)):
                yield import_origin(statement)


def _is_standard(origin: str) -> bool:
    return origin.split(".", 1)[0] in sys.stdlib_module_names


def _looks_useful(node: cst.CSTNode | None, nested: int = 0) -> bool:
    """Whether it is worth evaluating: a string that names a variable, another name, a container of such."""
    if isinstance(node, cst.SimpleString):
        return _names_a_variable(text_of(node))
    if isinstance(node, (cst.Tuple, cst.List, cst.Set)):
        first = [element.value for element in node.elements[:_LOOKED_AT]]
        return nested < _MOST_NESTED and any(_looks_useful(item, nested + 1) for item in first)
    if isinstance(node, cst.Dict):
        pairs = node.elements[:_LOOKED_AT]
        either = [
            *(pair.value for pair in pairs),
            *(pair.key for pair in pairs if isinstance(pair, cst.DictElement)),
        ]
        return nested < _MOST_NESTED and any(_looks_useful(item, nested + 1) for item in either)
    if isinstance(node, (cst.Name, cst.Attribute)):
        return (dotted(node) or "").rpartition(".")[2].isupper()
    if isinstance(node, cst.Call):
        return len(node.args) == 1 and _looks_useful(node.args[0].value, nested + 1)
    return isinstance(node, (cst.FormattedString, cst.ConcatenatedString, cst.BinaryOperation))


def _names_a_variable(text: str | None) -> bool:
    return text is not None and _NAMES_A_VARIABLE.match(text) is not None


def _useful(value: Value) -> Value:
    """The value without the strings that cannot name a variable; None when nothing is left."""
    if isinstance(value, str):
        return value if _names_a_variable(value) else None
    if not isinstance(value, dict):
        return None
    kind, content = next(iter(value.items()))
    if kind in ("map", "class"):
        content = [pair for pair in map(_useful_pair, content) if pair[0] is not None or pair[1] is not None]
    elif kind in ("seq", "any"):
        content = [_useful(item) for item in content]
        content = content if any(item is not None for item in content) else []
    elif kind == "join":
        content = [] if None in content else content
    return {kind: content} if content else None


def _useful_pair(pair: list[Value]) -> list[Value]:
    """Keys are looked up, so they are kept beside a name of a variable."""
    key, value = pair[0], _useful(pair[1])
    return [key if value is not None else _useful(key), value]
