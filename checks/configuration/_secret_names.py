"""Names under which secrets are kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Kind = Literal["password", "secret", "key", "token"]

_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_PASSWORDS = frozenset(("password", "passwd", "passphrase", "passcode"))
#: Short words that mean a password behind another one only: ``db_pass``.
_SHORT_PASSWORDS = frozenset(("pass", "pwd", "pw"))
#: What makes a key a secret one; a cache or primary key is none.
_KEYS = frozenset(
    (
        "api",
        "access",
        "private",
        "encryption",
        "signing",
        "signature",
        "master",
        "auth",
        "jwt",
        "fernet",
        "hmac",
    )
    + ("crypto", "cipher", "webhook", "account", "storage", "admin", "security")
)
_WHOLE_KEYS = frozenset(("apikey", "secretkey", "accesskey", "privatekey", "authkey"))


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case: of ``dbPassword``, ``DB_PASSWORD`` and ``db-password``."""
    return tuple(word.lower() for word in _BOUNDARY.split(name) if word)


@lru_cache(maxsize=4096)
def kind_of(name: str, harmless: tuple[str, ...]) -> Kind | None:
    """What a value of that name is; None for one that is no secret.

    Args:
        name: Of a variable, field, parameter or key.
        harmless: Words that make it none: ``hashed_password``, ``pad_token``.
    """
    words = words_of(name)
    if not words or not harmless_free(words, harmless):
        return None
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last in _PASSWORDS or (before and last in _SHORT_PASSWORDS):
        return "password"
    if last == "secret" or (last in ("key", "token") and before == "secret"):
        return "secret"
    if last in _WHOLE_KEYS or (last == "key" and before in _KEYS):
        return "key"
    return "token" if last == "token" else None


def harmless_free(words: tuple[str, ...], harmless: tuple[str, ...]) -> bool:
    """Whether none of the words says that the value is no real secret."""
    return not any(word in harmless for word in words)
