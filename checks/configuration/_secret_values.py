"""Whether a text may be a real secret, or only holds the place of one, names one, or describes one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ._secret_names import Kind, words_of

#: What everybody tries first.
_WEAK = frozenset("""
    admin administrator root postgres mysql redis guest master secret topsecret supersecret mysecret secretkey
    mysecretkey supersecretkey letmein qwerty minioadmin minio rabbitmq neo4j hunter sa password passw0rd
    password1 password123 admin123 123456 12345678 123456789 1234 12345
    """.split())
_LETTER, _DIGIT, _SIGN = re.compile(r"[A-Za-z]"), re.compile(r"[0-9]"), re.compile(r"[!@#$%^&*?+=]")
_SEPARATORS = re.compile(r"[-_.:/ ]+")
#: References, templates, options, paths, hashes, addresses: no secrets themselves.
_OTHER_THING = re.compile(
    r"""[-@$%&#/.~\[({<\\].* | .*(?:\$\{|\{|\}|%\(|%s|://|\s|\*\*|\.\.\.).* | [A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+
    | [A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+ | [A-Za-z_]+=[A-Za-z_]+ | [0-9]+/[a-z/,0-9]+ | [A-Za-z]+(?:-[A-Za-z]+)*:?""",
    re.VERBOSE | re.DOTALL,
)
_TEMPLATE = re.compile(r".*(?:\$\{|\{\{|\{\w*\}|%\(|%s|://|\*\*\*|\.\.\.).*|<.*>|\[.*\]|[/~.].*", re.DOTALL)
_VARIABLE_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_PLAIN_WORDS = frozenset(
    ("base64", "sha256", "sha512", "sha1", "md5", "oauth2", "oauth1", "hs256", "rs256", "utf8")
)
_SECRET_WORDS = frozenset(
    ("password", "secret", "token", "key", "pass", "pwd", "apikey", "credential", "auth")
)
#: How a password is called.
_SPELLINGS = frozenset(("password", "passwd", "pass", "pwd", "pw", "passphrase", "passcode"))
#: Different characters of a text that means anything: not so ``------``.
_LEAST_OF_ANY = 3
_LEAST_PASSWORD, _LEAST_KEY, _LEAST_DIGITS, _LEAST_DIFFERENT = 6, 12, 2, 6


def is_placeholder(text: str, placeholders: re.Pattern[str]) -> bool:
    """Whether the text only says that a secret belongs here."""
    return len(set(text)) < _LEAST_OF_ANY or placeholders.search(text) is not None


def is_secret_default(text: str, kind: Kind, name: str) -> bool:
    """Whether the text as the default of a setting would be used as the secret."""
    if _TEMPLATE.fullmatch(text) or _VARIABLE_NAME.fullmatch(text):
        return False
    if kind in ("password", "secret"):
        return " " not in text
    return _is_weak(text, name) or (_has(text, _LETTER, _DIGIT) and len(text) >= _LEAST_PASSWORD)


def is_secret_value(text: str, kind: Kind, name: str) -> bool:
    """Whether the text anywhere in code is rather a secret than a name, a label or a type."""
    if _is_same_name(text, name):
        return False
    if kind in ("password", "secret") and (_is_weak(text, name) or _is_phrase(text, kind, name)):
        return True
    if _OTHER_THING.fullmatch(text) or text.lower() in _PLAIN_WORDS:
        return False
    if kind in ("key", "token"):
        return _is_random(text)
    has_mix = _has(text, _LETTER, _DIGIT) or _has(text, _LETTER, _SIGN)
    return has_mix and len(text) >= _LEAST_PASSWORD and not _is_identifier(text)


def is_name_of_secret(text: str) -> bool:
    """``PASSWORD``, ``SHOP_DB_PASSWORD`` in ``postgresql://name:PASSWORD@host``: where a real one belongs."""
    words = words_of(text)
    return bool(words) and text.isupper() and words[-1] in _SECRET_WORDS and not _DIGIT.search(text)


def is_weak(text: str) -> bool:
    """Whether it is one of those that everybody tries first."""
    return text.lower() in _WEAK


def _is_weak(text: str, name: str) -> bool:
    return is_weak(text) and not _is_same_name(text, name)


def _is_phrase(text: str, kind: Kind, name: str) -> bool:
    """``SECRET_KEY = "my-super-secret-key"``: several words, written as nobody writes a name in code."""
    is_signing = kind == "secret" and words_of(name)[-1] == "key"
    return is_signing and "-" in text and "secret" in text.lower() and text[0].isalpha()


def is_name_of_field(text: str, name: str) -> bool:
    """``{"DB_USER": "user", "DB_PWD": "password"}``: the text says which field the variable fills."""
    last = words_of(name)[-1:]
    return words_of(text)[-1:] == last or (text.lower() in _SPELLINGS and _SPELLINGS.issuperset(last))


def _is_same_name(text: str, name: str) -> bool:
    """``PASSWORD = "password"``, ``new_password = "newPassword"``: the name of a field or a column."""
    value, own = words_of(text), words_of(name)
    return value == own[-len(value) :] and not (value == ("secret",) and own[-1] != "secret")


def _is_identifier(text: str) -> bool:
    """``client_secret_2``, ``password2``: a word of code, perhaps numbered."""
    words = words_of(text.rstrip("0123456789"))
    is_word = text.replace("_", "").isalnum() and text.lower() == text
    digits = len(_DIGIT.findall(text))
    return is_word and digits < _LEAST_DIGITS and not _SECRET_WORDS.isdisjoint(words)


def _is_random(text: str) -> bool:
    """Letters and digits mixed within a part, not words and numbers one after the other."""
    parts = _SEPARATORS.split(text)
    mixed = [part for part in parts if _has(part, _LETTER, _DIGIT) and len(part) >= _LEAST_PASSWORD]
    is_long = len(text) >= _LEAST_KEY and len(set(text)) >= _LEAST_DIFFERENT
    return is_long and any(len(_DIGIT.findall(part)) >= _LEAST_DIGITS for part in mixed)


def _has(text: str, *patterns: re.Pattern[str]) -> bool:
    return all(pattern.search(text) for pattern in patterns)


def pattern_of_words(words: Iterable[str]) -> re.Pattern[str]:
    """One expression for all placeholders, in any case."""
    return re.compile("|".join(words) or r"(?!)", re.IGNORECASE)
