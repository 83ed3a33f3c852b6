"""QK703 generic-raise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import libcst as cst

from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree.names import Binding

_BUILTINS = "builtins."
#: Methods of an exception that give the exception itself.
_SELF_GIVING = frozenset(("with_traceback",))


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[tuple[str, ...], "where the rule is silent: classes of paths or globs"] = (
        "tests",
        "migrations",
        "scripts",
    )
    classes: Annotated[
        tuple[str, ...], "names of the builtin exceptions that say nothing about what went wrong"
    ] = ("Exception", "BaseException")


class GenericRaise(FileRule[Options]):
    """`raise Exception(...)` in place of an error class that says what went wrong.

    Who calls the function can only catch such an error together with every mistake in the code below:
    `except Exception` also takes a `KeyError` and a `TypeError`. A handler that turns errors into answers
    cannot tell a missing record from a broken connection, and the text is all that is left to compare.

    Found are `Exception` and `BaseException`, called or not, raised directly, under another name, with
    `.with_traceback(...)`, or from a local variable that holds a new one.

    Left alone are subclasses of any kind (`ValueError` says more than nothing), a caught or received error
    that is raised again, classes of that name that the file defines or imports itself, and tests,
    migrations and scripts.

    Raise a class of the application's own hierarchy, with message, code and details:
    `raise PaymentRefused(order_id)`.
    """

    code = "QK703"
    message = "generic `raise {name}`, which no caller can tell from a mistake; raise an error class of the application"
    statements = ("SG5", "CS10", "BP8")
    examples = (
        Bad(
            "def find(users: dict[int, str], user_id: int) -> str:\n"
            "    if user_id not in users:\n"
            '        raise Exception(f"no user {user_id}")  # finding: QK703\n'
            "    return users[user_id]\n"
        ),
        Good(
            "class UserMissing(AppError): ...\n\n\n"
            "def find(users: dict[int, str], user_id: int) -> str:\n"
            "    if user_id not in users:\n"
            "        raise UserMissing(user_id)\n"
            "    return users[user_id]\n"
        ),
        Good(
            "def run(job: Job) -> None:\n"
            "    try:\n"
            "        job.start()\n"
            "    except Exception as error:\n"
            "        job.failed = True\n"
            "        raise error\n",
            why="What was caught goes on as it is: its class is not lost.",
        ),
    )

    def visit_Raise(self, node: cst.Raise) -> None:
        """Report what is raised if its class is generic."""
        name = self._generic(node.exc) if node.exc is not None else None
        if name is not None:
            self.report(node, self.message.format(name=name))

    def _generic(self, raised: cst.BaseExpression) -> str | None:
        """The generic class that is raised, or an instance of it."""
        if isinstance(raised, cst.Call):
            called = raised.func
            if isinstance(called, cst.Attribute) and called.attr.value in _SELF_GIVING:
                return self._generic(called.value)
            return self._named(called)
        return self._named(raised) or self._held(raised)

    def _named(self, node: cst.BaseExpression) -> str | None:
        qualified = self.file.names.qualified(node) or ""
        name = qualified.removeprefix(_BUILTINS)
        return name if qualified != name and name in self.options.classes else None

    def _held(self, node: cst.BaseExpression) -> str | None:
        """The generic class of what a variable holds, when every assignment to it makes such an error."""
        bound = self.file.names.bindings(node) if isinstance(node, cst.Name) else []
        made = {self._made(binding) for binding in bound}
        return made.pop() if len(made) == 1 else None

    def _made(self, binding: Binding) -> str | None:
        return self._named(binding.value.func) if isinstance(binding.value, cst.Call) else None
