"""What the name of a value says about it: a password, a token, an address, or only something about one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
#: Beside these words a name is about the value and not the value, or the value is made safe.
_ABOUT = frozenset("""
    has have had is are was no not num number n count max min total hashed hash masked mask redacted
    redact encrypted cipher obfuscated hidden safe sanitized anonymized anonymised truncated fake dummy
    test example sample missing required requires require needs need use uses using should with without
    supports allow allows enable enabled disable disabled send verify verified show include check
    validate validated can must want skip public short shortened abbreviated partial preview header
    field column param route attr attribute claim path location
    """.split())
#: Beside these words a token is a unit of text or a mark of a position, a lock or a context.
_OTHER_TOKENS = frozenset("""
    prompt completion input output reasoning cached generated used remaining budget next page
    continuation continue sync cursor stop eos bos pad special unk sep cls lock lease fencing cancel
    cancellation delta previous prev current start end first last lexer parser state context limit
    slot queue reservation per cost price scope ctx text word vocab resume watermark resumption version
    design shift progress idempotency correlation checkpoint position offset scroll iterator sort
    image video audio placeholder decoded sampled draft
    """.split())
_TOKEN = "token"
#: With these words it is something that is done: ``reset_password``, ``UPDATE_EMAIL``.
_ACTIONS = frozenset(
    ("update", "change", "reset", "set", "forgot", "create", "delete", "ask", "prompt", "on")
)
#: With these words it is the address of no person.
_OF_NOBODY = frozenset(("service", "bot", "robot", "noreply", "support", "system"))
#: Where names like these stand around it, a bare ``token`` is a unit of text, or a place in a queue.
_OTHER_PLACES = frozenset("""
    llm tokenizer tokenize tokenise tokens tokenization lexer lex parse parser grammar syntax stream
    streaming vocab vocabulary generate generation sql css limit limiter semaphore lock locks lease
    leases pagination paginate
    """.split())


def words_of(name: str) -> list[str]:
    """The words of a name in any style, in lower case."""
    return [word.lower() for word in _WORD.findall(name)]


def said_by(name: str, kinds: Sequence[str]) -> str | None:
    """The kind of secret that the name says its value is; None if it says nothing of that sort.

    Args:
        name: A variable, attribute, key or header: ``user_password``, ``X-Api-Key``.
        kinds: The last words of such names, with spaces between them: ``password``, ``api key``.
    """
    words = words_of(name)
    for kind in kinds:
        ending = kind.split()
        if words[-len(ending) :] == ending:
            return None if _is_about(words[: -len(ending)], kind) else kind
    return None


def _is_about(before: Sequence[str], kind: str) -> bool:
    others = _OTHER_TOKENS if kind == _TOKEN else _ACTIONS
    if "mail" in kind:
        others |= _OF_NOBODY
    return not (_ABOUT | others).isdisjoint(before)


def is_about(name: str) -> bool:
    """Whether a name tells of a count, a flag or a masked value."""
    return not _ABOUT.isdisjoint(words_of(name))


def speaks_of_other_tokens(name: str) -> bool:
    """Whether a function, class or module of this name works with tokens that open nothing."""
    return not _OTHER_PLACES.isdisjoint(words_of(name))
