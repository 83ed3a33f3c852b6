"""QK403 sensitive-value-logged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import libcst as cst

from quality_kit.frameworks.loggers import LogCall, log_calls
from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.frameworks.programs import is_program, program_libraries
from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree import last_name
from quality_kit.tree.functions import enclosing_function

from ._exposed_values import Exposed, exposed
from ._harmless import Harmless
from ._product import is_surely_service
from ._sensitive_names import is_about, said_by
from ._streams import stream_of

_PRINTS = frozenset(("builtins.print", "pprint.pprint", "pprint.pp"))
#: Keywords of log calls that are no values of the message.
_OWN_KEYWORDS = frozenset(("exc_info", "stack_info", "stacklevel"))
#: How functions are called that print for whoever called them; the others may, where no service is at work.
_PRINTING, _SHOWING = "print_", ("show_", "display_")
#: Packages whose decorators make commands of functions, and what these are called.
_COMMAND_PACKAGES = frozenset(("click", "rich_click", "asyncclick", "typer", "cyclopts"))
_COMMANDS = frozenset(("command", "group", "callback"))
_TOKEN = "token"
#: A password, or as in a shell the folder that a program works in; ``db_pwd`` is always a password.
_PWD = "pwd"
#: A number of a person, or of anything else that a serial number is given to.
_SSN = "ssn"
_PERSON = re.compile(
    rb"social|birth|(?:first|last|full)_?name|surname|patient|citizen|employee|taxpayer|applicant",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(r"user|person|customer|member|client", re.IGNORECASE)
_WORKING_DIRECTORY = re.compile(rb"chdir|getcwd|\bcwd\b|working.?dir", re.IGNORECASE)


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs",
    ] = ("tests", "migrations", "scripts", "test-*/")
    secrets: Annotated[
        tuple[str, ...],
        "the last words of the names of values that nobody may read, with spaces between them",
    ] = (
        *(
            "password",
            "passwords",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "secret",
            "secrets",
            "credential",
        ),
        *("credentials", "authorization", "api key", "apikey", "api keys", "access key", "secret key"),
        *("private key", "signing key", "encryption key", "auth key", "master key", "token", "access tokens"),
        *("refresh tokens", "auth tokens", "api tokens", "jwt", "card number", "credit card", "cvv", "cvc"),
        *("ssn", "social security number", "otp"),
    )
    personal: Annotated[
        tuple[str, ...],
        "the same of values that tell who somebody is; to log one is a warning",
    ] = ("email", "emails", "e mail", "email address", "email addresses")


class SensitiveValueLogged(FileRule[Options]):
    """A password, token, key, card number or e-mail address given to a logger or to print.

    Logs are copied to many places, kept for long and read by many people, and nobody guards them like a
    database. A secret that was once in a log has to be changed; a person's data in it have to be found and
    deleted.

    Found are values whose name says what they are (`password`, `user.api_key`, `data["token"]`,
    `os.getenv("DB_PASSWORD")`) as arguments, in f-strings, `%`, `format` and `+`, in `extra=` and the
    keywords of structlog, and in a print to a standard stream. An e-mail address is a warning.

    Left alone is what only tells about such a value: lengths, counts, flags, comparisons, types, names
    and ids (`token_count`, `has_password`, `len(token)`, `token is None`), hashes, slices and texts made of
    them, modules and objects of classes, what goes through a function like `mask(...)`, the two texts of
    `"set" if token else "unset"`, members of enums, constants that hold the name of a variable or a header,
    tokens that are units of text or marks of a page, a lock or a context, records of which the function reads
    other fields only (several, or the id of an object: `secret.id`) or has taken the secret out
    (`credentials.pop("token")`), a bare `pwd` in a file that speaks of a working directory, an `ssn` in one
    that speaks of no people, prints of command-line programs, of functions called `print_...` and, outside
    services, `show_...`, and what a command of click or typer gives to a logger that the project made.

    Log an id in place of the value, whether it is there, or a masked form of it.
    """

    code = "QK403"
    message = "{kind} can be read in the {where}: `{name}`; {way_out}"
    default = False
    statements = ("BP15",)
    examples = (
        Bad(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def log_in(user: User, password: str) -> None:\n"
            '    logger.debug("log-in with %s", password)  # finding: QK403\n'
            '    logger.info(f"key {user.api_key}")  # finding: QK403\n'
            '    logger.info("user found", extra={"email": user.email})  # finding: QK403\n'
        ),
        Good(
            "import logging\n\n"
            "logger = logging.getLogger(__name__)\n\n\n"
            "def log_in(user: User, password: str) -> None:\n"
            '    logger.debug("log-in", extra={"user_id": user.id, "has_password": bool(password)})\n'
            '    logger.info("key %s", mask(user.api_key))\n'
        ),
        Bad(
            "def connect(settings: Settings) -> None:\n"
            '    print("connecting with", settings.secret_key)  # finding: QK403\n'
        ),
        Good(
            "def report(usage: Usage, logger: Logger) -> None:\n"
            '    logger.info("used %d of %d", usage.prompt_tokens, usage.max_tokens)\n'
            "    for token in usage.words:\n"
            '        logger.debug("token %s", token)\n',
            why="These tokens are units of text.",
        ),
    )

    @cached_property
    def _harmless(self) -> Harmless:
        return Harmless(self.file)

    def visit_Module(self, node: cst.Module) -> None:
        """Look at what log calls and prints show, and report the first of each."""
        data = self.file.source.data
        if b"log" in data.lower():
            for logged in log_calls(self.file):
                found = self._kinds(_shown(logged))
                if found and not (logged.library == "unknown" and self._is_shown_by_command(logged.node)):
                    self._report("log", found)
        if b"print" in data:
            for call in self.file.tree.of(cst.Call):
                if last_name(call.func) in ("print", "pprint", "pp") and self._is_print(call):
                    found = self._kinds([each for arg in call.args for each in exposed(arg.value)])
                    self._report("output", found)

    def _is_print(self, call: cst.Call) -> bool:
        file = self.file
        if file.names.qualified(call.func) not in _PRINTS or stream_of(file, call.args, None) == "other":
            return False
        function = enclosing_function(file.tree, call)
        if is_guarded(file.tree, call) or self._is_program:
            return False
        return function is None or not self._shows(function)

    def _shows(self, function: cst.FunctionDef) -> bool:
        name = function.name.value
        return name.startswith(_PRINTING) or (name.startswith(_SHOWING) and not is_surely_service(self.file))

    def _is_shown_by_command(self, call: cst.Call) -> bool:
        """Whether the function of a command tells its user something by what the project has for that."""
        logger = call.func.value if isinstance(call.func, cst.Attribute) else None
        if not isinstance(logger, cst.Name) or _COMMAND_PACKAGES.isdisjoint(program_libraries(self.file)):
            return False
        if not any(each.imported is not None for each in self.file.names.bindings(logger)):
            return False
        function = enclosing_function(self.file.tree, call)
        return function is not None and any(map(_makes_command, function.decorators))

    @cached_property
    def _is_program(self) -> bool:
        return is_program(self.file)

    @cached_property
    def _has_working_directory(self) -> bool:
        return bool(_WORKING_DIRECTORY.search(self.file.source.data))

    @cached_property
    def _has_person(self) -> bool:
        return bool(_PERSON.search(self.file.source.data))

    def _kinds(self, values: list[Exposed]) -> list[tuple[Exposed, str]]:
        return [(value, kind) for value in values if (kind := self._kind(value)) is not None]

    def _report(self, where: str, found: list[tuple[Exposed, str]]) -> None:
        if not found:
            return
        is_personal = all(kind in self.options.personal for _, kind in found)
        value, kind = next(each for each in found if is_personal or each[1] not in self.options.personal)
        way_out = "log an id in its place" if is_personal else "leave it out, or log whether it is set"
        name = self.file.module.code_for_node(value.node)
        text = self.message.format(name=name, kind=kind, where=where, way_out=way_out)
        self.report(value.node, text, "warning" if is_personal else None)

    def _kind(self, value: Exposed) -> str | None:
        kinds = (*self.options.secrets, *self.options.personal)
        kind = said_by(value.name, kinds)
        if value.name.lower().strip("_") == _PWD and self._has_working_directory:
            return None
        if kind == _SSN and not (self._has_person or _OF_PERSON.match(last_name(_owner(value.node)))):
            return None
        if kind is None and value.key and not is_about(value.name):
            kind = said_by(value.key, kinds)
            kind = None if kind == _TOKEN else kind
        if kind is None or self._harmless.has(value, kind):
            return None
        return kind


def _owner(node: cst.BaseExpression) -> cst.BaseExpression | None:
    return node.value if isinstance(node, (cst.Attribute, cst.Subscript)) else None


def _makes_command(decorator: cst.Decorator) -> bool:
    made_by = decorator.decorator
    return last_name(made_by.func if isinstance(made_by, cst.Call) else made_by) in _COMMANDS


def _shown(call: LogCall) -> list[Exposed]:
    return list(_values(call))


def _values(call: LogCall) -> Iterator[Exposed]:
    for value in (call.message, *call.values):
        if value is not None:
            yield from exposed(value)
    for name, value in call.keywords.items():
        if name not in _OWN_KEYWORDS and value is not call.message:
            yield from exposed(value, "" if name == "extra" else name)
