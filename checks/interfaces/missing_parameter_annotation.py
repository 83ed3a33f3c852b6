"""QK101 missing-parameter-annotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import libcst as cst

from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree.functions import implicit_parameter, parameters


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs",
    ] = ("tests", "migrations", "scripts")


class MissingParameterAnnotation(FileRule[Options]):
    """A parameter without a type.

    A signature is the contract between a function and its callers. A parameter without a type can
    be given anything: a type checker takes it as `Any` and does not look further, an editor offers
    nothing, and a reader has to search the callers to learn what may be passed.

    Every function counts: nested ones and wrappers, methods of local classes, the implementation
    behind overloads, stubs of protocols and abstract classes, special methods, `async` functions.
    So does every kind of parameter, `*args` and `**kwargs` and names that begin with an underscore
    too. The first parameter of a method is filled by Python and needs no type, whatever its name;
    in a staticmethod it is a parameter like the others. Lambdas cannot have annotations.

    There is one finding for each function, and it names the parameters. Write the types that the
    function can take; `object` says honestly that anything will do.
    """

    code = "QK101"
    message = "no type annotation for {parameters} of {function}; say what callers may pass"
    default = True
    statements = ("SG8", "RP21", "BP3", "AR3")
    examples = (
        Bad("def load(user_id, *, limit: int = 10) -> list[str]:  # finding: QK101\n    return []\n"),
        Good("def load(user_id: int, *, limit: int = 10) -> list[str]:\n    return []\n"),
        Bad(
            "from functools import wraps\n\n\n"
            "def traced(function: Callable[..., object]) -> Callable[..., object]:\n"
            "    @wraps(function)\n"
            "    def wrapper(*args, **kwargs) -> object:  # finding: QK101\n"
            "        return function(*args, **kwargs)\n\n"
            "    return wrapper\n",
            why="A wrapper hides the parameters of what it wraps: all the more its own need types.",
        ),
        Good(
            "class Users:\n"
            "    def get(self, key: int) -> str:\n"
            '        return ""\n\n'
            "    @classmethod\n"
            "    def empty(cls) -> Users:\n"
            "        return cls()\n",
            why="Python itself passes the first parameter of a method.",
        ),
        Bad(
            "class Users:\n"
            "    @staticmethod\n"
            "    def normalized(name) -> str:  # finding: QK101\n"
            "        return name.strip()\n",
            why="A staticmethod has no such parameter.",
        ),
    )

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        missing = [(name, param) for name, param in parameters(node) if param.annotation is None]
        if not missing:
            return
        implicit = implicit_parameter(self.file, node)
        named = [f"`{name}`" for name, param in missing if param is not implicit]
        if named:
            self.report(
                node, self.message.format(parameters=", ".join(named), function=f"`{node.name.value}`")
            )
