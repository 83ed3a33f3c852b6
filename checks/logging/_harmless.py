"""Values that are no secrets although they are called so."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.frameworks.receivers import Receivers
from quality_kit.tree import Binding, ParsedFile, last_name
from quality_kit.tree.texts import text_of

from ._exposed_values import Exposed
from ._sensitive_names import speaks_of_other_tokens, words_of

_TOKEN = "token"
_BARE = frozenset((_TOKEN, "new_token"))
_TEXT_TYPES = frozenset(("builtins.str", "builtins.bytes", "pydantic.SecretStr", "pydantic.EmailStr"))
_NUMBERS = frozenset(("builtins.bool", "builtins.int", "builtins.float"))
_MASKING = frozenset("""
    mask masked redact hide obfuscate sanitize scrub anonymize hash sha256 md5 hexdigest fingerprint
    truncate shorten censor encrypt preview strip len bool
    """.split())
#: ``token = variable.set(value)``, ``token = await lock.acquire()``.
_TOKEN_MAKERS = frozenset(
    ("set", "acquire", "acquire_nowait", "attach", "borrow", "subscribe", "lock", "next")
)
#: Constants like ``"OPENAI_API_KEY"``, ``"X-Api-Key"``, ``"password"``: the name of a place, not what is in it.
_PLACE = re.compile(r"[A-Z][A-Z0-9_]*|[A-Za-z]+(?:-[A-Za-z]+)+|[a-z_]+|\*+")
_CONFIGURATION = ("settings", "config", "env", "conf", "secrets")


def is_harmless(file: ParsedFile, receivers: Receivers, value: Exposed, kind: str) -> bool:
    """Whether what the file shows of the value tells that it is nothing to hide."""
    node = value.node
    if isinstance(node, cst.Attribute) and _is_member(node):
        return True
    if isinstance(node, cst.Name) and any(_is_safe(each) for each in file.names.bindings(node)):
        return True
    known = receivers.type_of(node)
    if known in _NUMBERS:
        return True
    return kind == _TOKEN and value.name.lower() in _BARE and _is_other_token(file, node, known)


def _is_member(node: cst.Attribute) -> bool:
    """Whether it is a member of an enum: ``GrantType.PASSWORD``."""
    owner = last_name(node.value)
    is_class = owner[:1].isupper() and not owner.isupper()
    return node.attr.value.isupper() and is_class and not owner.lower().endswith(_CONFIGURATION)


def _is_safe(binding: Binding) -> bool:
    value = binding.value
    if isinstance(value, (cst.Comparison, cst.UnaryOperation)):
        return True
    if isinstance(value, cst.Call):
        return not _MASKING.isdisjoint(words_of(last_name(value.func)))
    text = text_of(value)
    return text is not None and _PLACE.fullmatch(text) is not None


def _is_other_token(file: ParsedFile, node: cst.BaseExpression, known: str | None) -> bool:
    if known is not None and known not in _TEXT_TYPES and not known.endswith("()"):
        return True
    if isinstance(node, cst.Name) and any(map(_is_unit, file.names.bindings(node))):
        return True
    around = (
        each.name.value
        for each in file.tree.ancestors(node)
        if isinstance(each, (cst.FunctionDef, cst.ClassDef))
    )
    return speaks_of_other_tokens(file.path.rpartition("/")[2]) or any(map(speaks_of_other_tokens, around))


def _is_unit(binding: Binding) -> bool:
    if isinstance(binding.node, (cst.For, cst.CompFor)):
        return True
    value = binding.value
    value = value.expression if isinstance(value, cst.Await) else value
    return isinstance(value, cst.Call) and last_name(value.func) in _TOKEN_MAKERS
