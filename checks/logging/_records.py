"""Names of a function whose values are records about a secret, or from which the secret was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import last_name
from quality_kit.tree.functions import parameters
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
#: Fields that stand beside the secret in the same object, where that is called after the secret as a whole.
_WITH_SECRET = frozenset(("username", "user", "login", "host"))
#: Names that say the whole object is the secret, by their last words, and what tells a record of one.
_WHOLE = frozenset("""
    password passwords passwd secret secrets credential credentials passphrase
    """.split())
_IDENTITY = frozenset(("id", "name", "pk", "uuid"))
_FEWEST_FIELDS = 2
_TEXTS = frozenset(("str", "bytes", "dict", "Any", "object", "Mapping", "Dict"))
_TAKING_OUT = "pop"
_READING = "get"


class _Field(NamedTuple):
    """A field of a name that is read, or taken out."""

    #: The name as it stands there.
    owner: cst.Name
    field: str
    is_taken_out: bool

    @property
    def name(self) -> str:
        return self.owner.value


class Records(NamedTuple):
    """The names of one function whose values are records about a secret."""

    names: frozenset[str]
    #: The identities of names that stand behind the line that takes the secret out.
    stripped: frozenset[int]


def records(function: cst.FunctionDef) -> Records:
    """The names of which the function reads other fields only, as of ``secret.name`` and ``secret["provider"]``.

    So are those from which it has taken the secret out: ``credentials.pop("token")``. Of what is called after the
    secret as a whole, one field proves little: it must be two, or the id or name of an object of a class or loop.
    """
    fields = list(_fields(function))
    read: dict[str, set[str]] = {}
    for each in fields:
        if not each.is_taken_out:
            read.setdefault(each.name, set()).add(each.field)
    objects = _objects(function)
    names = (name for name, found in read.items() if _is_record(name, found, name in objects))
    return Records(frozenset(names), _stripped(function, fields))


def _is_record(name: str, fields: set[str], is_object: bool) -> bool:
    if any(map(_is_secret, fields)):
        return False
    if _WHOLE.isdisjoint(words_of(name)[-1:]):
        return True
    if not _WITH_SECRET.isdisjoint(fields):
        return False
    return len(fields) >= _FEWEST_FIELDS or (is_object and not _IDENTITY.isdisjoint(fields))


def _objects(function: cst.FunctionDef) -> set[str]:
    """The names of what a loop runs over, and of parameters that are objects of a class."""
    loops = (each.target for each in subtree(function.body) if isinstance(each, (cst.For, cst.CompFor)))
    typed = (
        name
        for name, each in parameters(function)
        if each.annotation is not None and last_name(_bare(each.annotation.annotation)) not in _TEXTS
    )
    return {last_name(each) for each in loops}.union(typed)


def _bare(annotation: cst.BaseExpression) -> cst.BaseExpression:
    return annotation.value if isinstance(annotation, cst.Subscript) else annotation


def _stripped(function: cst.FunctionDef, fields: list[_Field]) -> frozenset[int]:
    taken = {id(each.owner) for each in fields if each.is_taken_out and _is_secret(each.field)}
    if not taken:
        return frozenset()
    clean: set[str] = set()
    behind = set()
    for node in subtree(function.body):
        if not isinstance(node, cst.Name):
            continue
        if id(node) in taken:
            clean.add(node.value)
        elif node.value in clean:
            behind.add(id(node))
    return frozenset(behind)


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
                yield _Field(node.func.value, text, method == _TAKING_OUT)
        elif isinstance(node, cst.Subscript) and isinstance(node.value, cst.Name):
            index = node.slice[0].slice
            text = text_of(index.value) if isinstance(index, cst.Index) else None
            if text is not None:
                yield _Field(node.value, text, False)
        elif isinstance(node, cst.Attribute) and isinstance(node.value, cst.Name) and id(node) not in called:
            yield _Field(node.value, node.attr.value, False)
