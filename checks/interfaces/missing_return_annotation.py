"""QK102 missing-return-annotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

import libcst as cst

from quality_kit.code_tokens import end_of_header
from quality_kit.finding import Edit, Fix, Place
from quality_kit.rule import Bad, FileRule, Good, RuleOptions, no_fix
from quality_kit.source import lines_of
from quality_kit.tree import Tree
from quality_kit.tree.functions import is_method, parameters

#: Lines of a header that are looked through for its end.
_LONGEST_HEADER = 200


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs",
    ] = ("tests", "migrations", "scripts")
    init_return: Annotated[
        Literal["optional", "when-typed", "required"],
        "`-> None` of `__init__`: never asked for (optional), asked for unless a parameter is annotated"
        " (when-typed, as in mypy), or asked for like any other return type (required)",
    ] = "when-typed"


class MissingReturnAnnotation(FileRule[Options]):
    """A function without a return type.

    What a function gives back is half of its contract. Without a return type a type checker takes
    the result as `Any`, so that a mistake travels on to every caller, and FastAPI cannot derive a
    response model from the signature.

    Every function counts: nested ones and wrappers, methods of local classes, the implementation
    behind overloads, stubs of protocols and abstract classes, special methods, properties, `async`
    functions. Lambdas cannot have annotations.

    The `__init__` of a class always returns None, and mypy takes it as annotated as soon as one of
    its parameters is (an annotated `self` is enough). So by default `-> None` may be left out there;
    an `__init__` without any annotation is found. The option `init-return` is stricter or milder. No
    other special method may leave its return type out.

    Write the type of the value, `-> None` where there is none, `-> NoReturn` where the function
    never comes back, and `-> Iterator[...]` or `-> AsyncIterator[...]` for a generator.
    """

    code = "QK102"
    message = "no return annotation on {function}; add {annotation}"
    default = True
    statements = ("SG8", "RP21", "BP3", "AR3")
    examples = (
        Bad('async def name_of(user_id: int):  # finding: QK102\n    return "Ada"\n'),
        Good('async def name_of(user_id: int) -> str:\n    return "Ada"\n'),
        Bad(
            "class Repository(Protocol):\n    def count(self): ...  # finding: QK102\n",
            why="A protocol is nothing but its signatures.",
        ),
        Bad(
            "async def forget(  # finding: QK102\n"
            "    user_id: int, reason: dict[str, str] = {'why': '):'}\n"
            "):  # nothing to give back\n"
            "    await users.delete(user_id)\n",
            fixed="async def forget(\n"
            "    user_id: int, reason: dict[str, str] = {'why': '):'}\n"
            ") -> None:  # nothing to give back\n"
            "    await users.delete(user_id)\n",
            why="Nothing is returned, so it is known what to write.",
        ),
        Good(
            "class Users:\n    def __init__(self, limit: int):\n        self.limit = limit\n",
            why="One annotated parameter makes mypy check an `__init__`, and its result is known.",
        ),
        Bad(
            "class Users:\n    def __init__(self):  # finding: QK102\n        self.limit = 10\n",
            why="Without any annotation mypy passes over the whole body.",
        ),
        Bad(
            "class Users:\n"
            "    def __init__(self, limit: int):  # finding: QK102\n"
            "        self.limit = limit\n",
            options={"init-return": "required"},
        ),
        Good(
            "class Users:\n    def __init__(self):\n        self.limit = 10\n",
            options={"init-return": "optional"},
        ),
    )

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        if node.returns is None and not self._may_omit(node):
            is_none = self._returns_nothing(node)
            annotation = "`-> None`" if is_none else "the type it returns"
            message = self.message.format(function=f"`{node.name.value}`", annotation=annotation)
            self.report(node, message, mend=self._with_none if is_none else no_fix)

    def _with_none(self, place: Place) -> Fix:
        """``-> None`` behind the brackets of the parameters."""
        lines = self.file.source.lines[place.line - 1 : place.line - 1 + _LONGEST_HEADER]
        code = "".join(lines)
        colon = end_of_header(code)
        head = code[:colon].rstrip() if colon is not None else "\\"
        if head.endswith("\\"):
            return ()
        before = lines_of(head)
        line, column = place.line + len(before) - 1, len(before[-1]) + 1
        return (Edit(line, column, line, column, " -> None"),)

    def _may_omit(self, node: cst.FunctionDef) -> bool:
        policy = self.options.init_return
        if policy == "required" or node.name.value != "__init__" or not is_method(self.file.tree, node):
            return False
        return policy == "optional" or any(param.annotation is not None for _, param in parameters(node))

    def _returns_nothing(self, node: cst.FunctionDef) -> bool:
        return id(node) not in self._giving_functions and not _is_stub(node)

    @cached_property
    def _giving_functions(self) -> frozenset[int]:
        """The functions of the file with a ``return`` of something or a ``yield``, by ``id``."""
        return frozenset(id(function) for function in _functions_that_give(self.file.tree))


def _functions_that_give(tree: Tree) -> Iterator[cst.CSTNode]:
    returns = [node for node in tree.of(cst.Return) if node.value is not None and not _is_none(node.value)]
    for node in (*returns, *tree.of(cst.Yield)):
        yield from _function_around(tree, node)


def _function_around(tree: Tree, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for around in tree.ancestors(node):
        if isinstance(around, (cst.FunctionDef, cst.Lambda)):
            yield around
            return


def _is_none(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value == "None"


def _is_stub(function: cst.FunctionDef) -> bool:
    """Whether no statement tells what is returned: only text, ``...``, ``pass`` and ``raise``."""
    return all(_tells_nothing(small) for line in function.body.body for small in _small_statements(line))


def _small_statements(line: cst.CSTNode) -> tuple[cst.CSTNode, ...]:
    return tuple(line.body) if isinstance(line, cst.SimpleStatementLine) else (line,)


def _tells_nothing(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.Expr):
        return isinstance(node.value, (cst.Ellipsis, cst.SimpleString, cst.ConcatenatedString))
    return isinstance(node, (cst.Pass, cst.Raise))
