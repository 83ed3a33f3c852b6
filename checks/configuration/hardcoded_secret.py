"""QK504 hardcoded-secret."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.frameworks.decided import is_decided, is_decided_at_start
from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.rule import Bad, FileRule, Good
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

from ._secret_names import Kind, kind_of, words_of
from ._secret_options import Options
from ._secret_places import Named, named_texts
from ._secret_shapes import credentials_in, issuer_of, may_be_secret
from ._secret_surroundings import is_key_of_statistics, is_name_in_table, is_of_tests, is_pretended
from ._secret_values import (
    is_name_of_secret,
    is_placeholder,
    is_secret_default,
    is_secret_value,
    is_weak,
    pattern_of_words,
)

#: Of templates and regular expressions.
_NO_PASSWORD = re.compile(r"[{<$%*]|\[|\(\?")
#: What is named so opens nothing real; but a key of an issuer does, whatever its name.
_PRETENDED = frozenset(("test", "tests", "dummy", "fake", "mock", "sample", "demo", "simulated"))
_PRIVATE_KEY = "private key"
_NO_DEFAULT = "leave the default out, so that a missing secret is noticed at the start"
_OUT = "read it from the environment, through a field of the settings without a default"


class HardcodedSecret(FileRule[Options]):
    """A key, token, password or URL with a password in code, or as the default of a setting.

    Whoever can read the repository has the secret, its history keeps it for ever, and a default like
    `secret_key: str = "secret"` signs real tokens on the day when somebody forgets to set the variable.

    Found are texts with the shape of a known key or token (OpenAI, Anthropic, GitHub, AWS, Slack, Google,
    Stripe, JSON web tokens, private keys ...) anywhere; URLs with a name and a password; and texts under
    a name like `password`, `client_secret`, `api_key` or `auth_token`: assigned, given by keyword, as the
    default of a parameter or of `os.getenv`, in a dictionary, in a comparison, as the key of `jwt.encode`.
    The default of a setting counts also if it is a plain word; elsewhere the text must look like a secret.

    Left alone are empty texts and placeholders (`changeme`, `your-key`, `xxx`, `<token>`), keys that are
    made to be public (`pk_live_...`) or only write statistics (`MIXPANEL_TOKEN`, modules of telemetry; not
    the default of a setting),
    names of variables, headers, fields and columns, templates, paths, addresses, hashes, members of enums,
    descriptions of fields (`{"password": "string"}`) and examples, lines that silence the same finding of
    bandit or ruff (`# nosec B105`, `# noqa: S105`), what mocks and dummies hold, weak passwords below
    `if __name__ == "__main__":`, and tests. The message never holds the secret; a report that shows the line
    of code does.

    Way out: a field of the settings without a default, filled from the environment or a secret store.
    What was committed is known: change it where it is used.
    """

    code = "QK504"
    message = f"hardcoded {{kind}} in {{name}}; {_OUT}"
    statements = ("SG20", "CS9", "RP6", "RP9")
    examples = (
        Bad(
            """\
import os

JWT_SECRET = os.getenv("JWT_SECRET", "t0p-s3cr3t")  # finding: QK504


class Settings(BaseSettings):
    secret_key: str = "secret"  # finding: QK504
    database_url: str = "postgresql://shop:kh37Qd@db/shop"  # finding: QK504


def connect() -> Connection:
    return Connection(user="shop", password="kh37Qd")  # finding: QK504
""",
        ),
        Good(
            """\
class Settings(BaseSettings):
    secret_key: SecretStr
    database_url: str = "postgresql://db/shop"
    api_key: str = ""
    smtp_password: str = "changeme"
    token_url: str = "/auth/token"


def connect(settings: Settings) -> Connection:
    return Connection(user="shop", password=settings.smtp_password)
""",
            why="Secrets come from the environment; empty texts and placeholders open nothing.",
        ),
        Good(
            """\
API_KEY_HEADER = "X-API-Key"
OPENAI_KEY_VARIABLE = "OPENAI_API_KEY"
PASSWORD = "password"
labels = {"password": "Your password", "token": "string"}
""",
            why="Names of headers, variables and fields, labels and types.",
        ),
    )

    def __init__(self, file: ParsedFile, options: Options) -> None:
        super().__init__(file, options)
        self._placeholders = pattern_of_words((*options.placeholders, *options.public_keys))
        self._text_names = frozenset(options.text_names)
        self._reported: set[int] = set()
        self._telemetry_names = frozenset(options.telemetry_names)
        self._is_telemetry = not frozenset(options.telemetry_modules).isdisjoint(words_of(file.path))

    def visit_Module(self, node: cst.Module) -> None:
        if is_of_tests(self.file):
            return
        for literal in self.file.tree.of(cst.SimpleString):
            if may_be_secret(literal.value):
                self._look_at_shape(literal, text_of(literal))
        for part in self.file.tree.of(cst.FormattedStringText):
            if may_be_secret(part.value):
                self._look_at_shape(part, part.value)
        for named in named_texts(self.file, lambda name: self._kind_of(name) is not None):
            self._look_at_name(named)

    def _look_at_shape(self, node: cst.CSTNode, text: str | None) -> None:
        if not text:
            return
        what, issuer, credentials = "", issuer_of(text), credentials_in(text)
        if issuer is not None and not self._is_placeholder(text):
            what = f"hardcoded {issuer}"
        elif credentials is not None and not credentials.is_generic:
            password = credentials.password
            is_told = _NO_PASSWORD.search(password) is None
            is_placeholder = self._is_placeholder(password) or is_name_of_secret(password)
            what = "URL with a hardcoded password" if is_told and not is_placeholder else ""
        may_pretend = issuer is None or issuer == _PRIVATE_KEY
        if may_pretend and is_pretended(self.file, node):
            return
        if what and not self._is_for_readers(node, may_pretend):
            self._report_once(node, f"{what}; {_OUT}")

    def _look_at_name(self, named: Named) -> None:
        kind = self._kind_of(named.name)
        if kind is None or self._is_placeholder(named.text):
            return
        if is_weak(named.text) and is_guarded(self.file.tree, named.literal):
            return
        if kind in ("key", "token") and self._only_writes_statistics(named):
            return
        judge = is_secret_default if named.is_default else is_secret_value
        if not judge(named.text, kind, named.name) or is_pretended(self.file, named.literal):
            return
        if is_name_in_table(self.file, named):
            return
        if not self._is_for_readers(named.literal):
            message = self.message.format(kind=kind, name=named.name)
            if named.is_default:
                message = f"hardcoded {kind} as the default of {named.name}; {_NO_DEFAULT}"
            self._report_once(named.literal, message)

    def _only_writes_statistics(self, named: Named) -> bool:
        is_field = isinstance(self.file.names.scope_of(named.literal), cst.ClassDef)
        if named.is_default and is_field:  # a setting, which each installation has its own value for
            return False
        return self._is_telemetry or is_key_of_statistics(named.name, self._telemetry_names)

    def _kind_of(self, name: str) -> Kind | None:
        return kind_of(name, self.options.harmless_names)

    def _is_placeholder(self, text: str) -> bool:
        return is_placeholder(text, self._placeholders)

    def _is_for_readers(self, node: cst.CSTNode, may_pretend: bool = True) -> bool:
        """Whether it is a docstring, a description or an example, or opens nothing by its name."""
        for around in self.file.tree.ancestors(node):
            if isinstance(around, cst.Expr):
                return self.file.tree.parent(node) is around
            if isinstance(around, cst.BaseSmallStatement):
                return self._is_named_for_readers(around, may_pretend)
            name = around.keyword.value if isinstance(around, cst.Arg) and around.keyword else ""
            key = text_of(around.key) if isinstance(around, cst.DictElement) else ""
            if not self._text_names.isdisjoint((*words_of(name), *words_of(key or ""))):
                return True
        return False

    def _is_named_for_readers(self, statement: cst.BaseSmallStatement, may_pretend: bool) -> bool:
        """``connection_example = {...}``, ``SSL_TEST_KEY = "-----BEGIN ..."``."""
        targets = [each.target for each in statement.targets] if isinstance(statement, cst.Assign) else []
        if isinstance(statement, cst.AnnAssign):
            targets = [statement.target]
        words = self._text_names | (_PRETENDED if may_pretend else frozenset())
        return any(not words.isdisjoint(words_of(dotted(target) or "")) for target in targets)

    def _report_once(self, node: cst.CSTNode, message: str) -> None:
        if id(node) in self._reported:
            return
        self._reported.add(id(node))
        # A comment where the call begins speaks for its arguments.
        argument = self.file.tree.parent(node)
        call = self.file.tree.parent(argument) if isinstance(argument, cst.Arg) else None
        codes = self.options.accepted_codes
        if is_decided(self.file, node, codes) or (call and is_decided_at_start(self.file, call, codes)):
            return
        self.report(node, message)
