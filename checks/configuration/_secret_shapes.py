"""Texts that are secrets by their shape: keys and tokens of known issuers, private keys, URLs with a password."""

from __future__ import annotations

import re
from typing import NamedTuple

_SHAPES: dict[str, str] = {
    "OpenAI key": r"\bsk-(?:proj-|svcacct-|or-v1-)?[A-Za-z0-9]{20,}[\w-]*",
    "Anthropic key": r"\bsk-ant-[\w-]{20,}",
    "Stripe key": r"\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9+/]{24,}",
    "GitHub token": r"\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{40,}",
    "GitLab token": r"\bglpat-[\w-]{20,}",
    "AWS key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "Slack token": r"\bxox[abeprs]-[0-9A-Za-z-]{10,}|hooks\.slack\.com/services/T\w{6,}/B\w{6,}/\w{16,}",
    "Google key": r"\bAIza[\w-]{35}|\bya29\.[\w-]{30,}",
    "Hugging Face token": r"\bhf_[A-Za-z0-9]{30,}",
    "npm token": r"\bnpm_[A-Za-z0-9]{36}",
    "PyPI token": r"\bpypi-AgEI[\w-]{40,}",
    "SendGrid key": r"\bSG\.[\w-]{16,}\.[\w-]{16,}",
    "Telegram token": r"\b[0-9]{8,10}:AA[\w-]{33}",
    "JSON web token": r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}",
    "private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/=\s]{40,}",
}
_SHAPE = re.compile("|".join(f"(?P<s{index}>{shape})" for index, shape in enumerate(_SHAPES.values())))
_ISSUERS = tuple(_SHAPES)
#: A text without any of these has none of the shapes.
_SIGN = re.compile(
    r"sk-|k_live|k_test|whsec_|gh[pousr]_|github_pat|glpat|A[KS]IA|xox|slack|AIza|ya29|hf_|npm_|pypi-|SG\."
    r"|:AA|eyJ|BEGIN"
)
#: Fewer different characters make no random text: ``sk-xxxxxxxx``.
_LEAST_CHARACTERS = 9
_CREDENTIALS = re.compile(r"\A[a-z][\w+.-]*://(?P<user>[^\s:/@?#]*):(?P<password>[^\s/@?#]+)@", re.IGNORECASE)
_GENERIC_USERS = frozenset(("user", "username", "login", "name", "usr", "u", "id", "key", ""))
_GENERIC_PASSWORDS = frozenset(("password", "pass", "passwd", "pwd", "pw", "p", "secret", "token"))
_DEMO = "demo"


class Credentials(NamedTuple):
    """The name and the password in a URL."""

    user: str
    password: str

    @property
    def is_generic(self) -> bool:
        """Whether they only show where to write one's own: ``user:password``."""
        user, password = self.user.lower(), self.password.lower()
        return user == password == _DEMO or (user in _GENERIC_USERS and password in _GENERIC_PASSWORDS)


def may_be_secret(written: str) -> bool:
    """Whether a literal is worth a closer look: a quick answer for the many that are not."""
    return _SIGN.search(written) is not None or ("://" in written and "@" in written)


def issuer_of(text: str) -> str | None:
    """What kind of secret is in the text; None when nothing in it has such a shape."""
    found = _SHAPE.search(text)
    if found is None or len(set(found[0])) < _LEAST_CHARACTERS:
        return None
    return _ISSUERS[int((found.lastgroup or "s0")[1:])]


def credentials_in(url: str) -> Credentials | None:
    """The name and password that a URL starts with; None for a text that is no such URL."""
    found = _CREDENTIALS.match(url) if "://" in url and "@" in url else None
    return Credentials(found["user"], found["password"]) if found else None
