"""Names of a function whose values are records about a secret, or from which the secret was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree.texts import text_of
from quality_kit.tree.walk import subtree

from ._sensitive_names import words_of

#: The last words of fields that hold what the record is about.
_SECRET_FIELDS = frozenset("""
    value values key keys secret secrets password passwd pwd passphrase token jwt text raw data content
    plaintext credential credentials email emails address authorization code
    """.split())
#: What an authorization server says beside the token, in the same answer.
_WITH_TOKEN = frozenset(("expires_in", "expires_at", "token_type"))
_TAKING_OUT = "pop"
_READING = "get"


class _Field(NamedTuple):
    """A field of a name that is read, or taken out."""

    name: str
    field: str
    is_taken_out: bool


def records(function: cst.FunctionDef) -> frozenset[str]:
    """The names of which the function reads other fields only, as of ``secret.name`` and ``secret["provider"]``.

    So are those from which it takes the secret out: ``credentials.pop("token")``.
    """
    fields = [*_fields(function)]
    stripped = {each.name for each in fields if each.is_taken_out and _is_secret(each.field)}
    read = {each.name for each in fields if not each.is_taken_out}
    telling = {each.name for each in fields if not each.is_taken_out and _is_secret(each.field)}
    return frozenset(stripped | (read - telling))


def _is_secret(field: str) -> bool:
    return field in _WITH_TOKEN or not _SECRET_FIELDS.isdisjoint(words_of(field)[-1:])


def _fields(function: cst.FunctionDef) -> Iterator[_Field]:
    called = set()
    for node in subtree(function.body):
        if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
            called.add(id(node.func))
            text = text_of(node.args[0].value) if node.args else None
            method = node.func.attr.value
            if (
                text is not None
                and method in (_TAKING_OUT, _READING)
                and isinstance(node.func.value, cst.Name)
            ):
                yield _Field(node.func.value.value, text, method == _TAKING_OUT)
        elif isinstance(node, cst.Subscript) and isinstance(node.value, cst.Name):
            index = node.slice[0].slice
            text = text_of(index.value) if isinstance(index, cst.Index) else None
            if text is not None:
                yield _Field(node.value.value, text, False)
        elif isinstance(node, cst.Attribute) and isinstance(node.value, cst.Name) and id(node) not in called:
            yield _Field(node.value.value, node.attr.value, False)
