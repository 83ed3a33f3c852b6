"""QK706 error-outside-hierarchy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated

from quality_kit.definitions.ancestry import outside_names
from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.origins import Definition, Origins
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._error_classes import ErrorClasses
from ._hierarchy import ErrorRoot, Errors, base_of, errors_by_package, unused_base_of

#: Builtin bases of what is no error of the application.
_NO_ERRORS = (
    *("*Warning", "BaseException", "SystemExit", "KeyboardInterrupt", "GeneratorExit"),
    *("StopIteration", "StopAsyncIteration"),
)
#: Exceptions that steer the program.
SIGNALS = tuple("""
    Stop* Abort* Skip* *Skipped Retry* *Retry TryAgain* Delay* Break* Pause* *Requested Cancel* *Cancelled *Canceled
    *Signal *Interrupt Interrupt* *Exit *Done *Paused *Stopped *Redirect Redirect* Reschedule* Shutdown*
    """.split())
#: Bases and decorators that do not make a class an error of somebody else.
_NEUTRAL = (
    "builtins.*",
    "typing.*",
    "typing_extensions.*",
    "abc.*",
    "enum.*",
    "dataclasses.*",
    "attr.*",
    "attrs.*",
)
#: Builtin bases that nobody asks for by their name.
_PLAIN = frozenset(("Exception", "RuntimeError"))

_BASE = """
class AppError(Exception):
    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class NotFound(AppError): ...


class Conflict(AppError): ...
"""


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[tuple[str, ...], "where the rule is silent: classes of paths or globs"] = (
        "tests",
        "migrations",
        "scripts",
    )
    bases: Annotated[
        tuple[str, ...], "names of the application's base errors; empty: they are found by name and use"
    ] = ()
    signals: Annotated[
        tuple[str, ...], "names (globs) of exceptions that steer the program and tell of no error"
    ] = SIGNALS
    speaking_builtins: Annotated[
        bool,
        "whether classes that derive from a builtin which says what is wrong (`ValueError`) are found as well, as"
        " warnings: those who call such code often catch the builtin",
    ] = False
    most_without_base: Annotated[
        int, "how many error classes a package may have before it needs a base error"
    ] = 2


class ErrorOutsideHierarchy(ProjectRule[Options]):
    """An own error class that does not derive from the application's base error.

    What turns errors into answers (an exception handler, a middleware, a worker's loop) catches the base.
    An error beside it passes there as unknown: the client reads "internal server error" although the
    code knew better, and message, code and details are lost.

    The base is a class of the project with the name of one (`AppError`, `BaseError`, `APIError`,
    `ShopError` in the package `shop`, if any of the others derives from it), else the class that at least
    half of the others derive from; each top-level package has its own. Found are classes that derive from
    `Exception` or `RuntimeError` only, of each family the topmost, because with it the others come in; with
    the option `speaking-builtins` those that derive from a builtin which says what is wrong (`ValueError`), too,
    as warnings. A package with several error classes and
    no base at all, or with a class of such a name from which too few derive, gets one warning, at
    the first of them.

    Left alone are errors of frameworks and libraries (`class LoginRequired(HTTPException)`) and those
    whose bases cannot be read, warnings, subclasses of `BaseException`, private classes, exceptions that
    only steer (`StopConsumer`, `TransferSkipped`), those that their own module raises and catches, tests,
    migrations and scripts.

    Derive the class from the base; a builtin may stay beside it: `class UnknownCode(AppError, ValueError)`.
    """

    code = "QK706"
    message = "error class `{name}` is no `{base}`, so what handles those does not know it; {cure}"
    statements = ("SG5", "CS10")
    collectors = (ErrorClasses, Classes, ModuleBindings, Imports)
    examples = (
        Bad(
            "class RefundFailed(Exception): ...  # finding: QK706\n",
            path="shop/payments/refunds.py",
            beside={"shop/errors.py": _BASE},
        ),
        Good(
            "from shop.errors import AppError\n\n\nclass RefundFailed(AppError): ...\n",
            path="shop/payments/refunds.py",
            beside={"shop/errors.py": _BASE},
        ),
        Bad(
            "class RefundFailed(Exception): ...  # finding: QK706\n\n\n"
            "class CardDeclined(Exception): ...\n\n\n"
            "class Overdrawn(Exception): ...\n",
            why="Three errors and no base: one remark, at the first.",
        ),
        Good(
            "from fastapi import HTTPException\n\n\nclass LoginRequired(HTTPException): ...\n",
            path="shop/api/errors.py",
            beside={"shop/errors.py": _BASE},
            why="FastAPI answers it by itself.",
        ),
    )

    def conclude(self) -> None:
        """Compare the errors of each package with its base."""
        origins = Origins(self.project)
        for errors in errors_by_package(self.project, origins):
            found = [root for root in errors.roots if self._is_judged(origins, root)]
            bases = self._bases(errors)
            if bases:
                for root in (each for each in found if each not in bases):
                    if not _speaking(root) or self.options_at(root.path).speaking_builtins:
                        self._report_outside(root, bases)
            elif found and len(found) > self.options_at(found[0].path).most_without_base:
                self._report_no_base(found, errors)

    def _is_judged(self, origins: Origins, root: ErrorRoot) -> bool:
        if root.own_name.startswith("_") or root.is_caught_here:
            return False
        if _matches(root.own_name, self.options_at(root.path).signals):
            return False
        if any(_matches(name, _NO_ERRORS) for name in root.builtins):
            return False
        outside = outside_names(origins, Definition("class", root.name, root.path))
        return all(_matches(name, _NEUTRAL) for name in outside)

    def _bases(self, errors: Errors) -> list[ErrorRoot]:
        named = [root for root in errors.roots if root.own_name in self.options_at(root.path).bases]
        found = base_of(errors)
        return named or ([found] if found is not None else [])

    def _report_outside(self, root: ErrorRoot, bases: Sequence[ErrorRoot]) -> None:
        base = bases[0].own_name
        speaking = _speaking(root)
        beside = f"derive it from `{base}` and `{speaking[0]}`" if speaking else f"derive it from `{base}`"
        message = self.message.format(name=root.own_name, base=base, cure=beside)
        self.report(root.path, root.place, message, "warning" if speaking else None)

    def _report_no_base(self, roots: Sequence[ErrorRoot], errors: Errors) -> None:
        """One remark, in the file with most of them; a class that is only called like a base is named in it."""
        named = unused_base_of(errors)
        others = [root for root in roots if root != named] or roots
        plain = [root for root in others if _PLAIN.issuperset(root.builtins)] or others
        path = max(Counter(root.path for root in sorted(plain)).items(), key=lambda pair: pair[1])[0]
        first = min((root for root in plain if root.path == path), key=lambda root: root.place)
        cure = "give them one with" if named is None else f"derive them from `{named.own_name}`, with"
        message = (
            f"{_listed(first, len(others) - 1)} no base error in common; "
            f"{cure} message, code and details, for one handler to answer"
        )
        self.report(first.path, first.place, message, "warning", identity=f"base-error {errors.package}")


def _speaking(root: ErrorRoot) -> list[str]:
    """The builtin bases that say what is wrong."""
    return [name for name in root.builtins if name not in _PLAIN]


def _listed(first: ErrorRoot, others: int) -> str:
    name = f"error class `{first.own_name}`"
    return f"{name} and {others} other{'s' if others > 1 else ''} have" if others else f"{name} has"


def _matches(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
