"""The values that somebody can read in a message, with the name by which the code calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import last_name
from quality_kit.tree.texts import text_of

#: Functions whose result shows their arguments.
_SHOWING = frozenset(
    ("str", "repr", "bytes", "list", "tuple", "dict", "set", "sorted", "dumps", "pformat", "join", "format")
    + ("b64encode", "b64decode", "quote", "unquote", "escape", "urlencode", "ascii")
)
#: Methods whose result shows the object.
_CHANGING = frozenset(
    ("strip", "lstrip", "rstrip", "lower", "upper", "title", "encode", "decode", "hex", "casefold")
    + ("get_secret_value", "model_dump", "dict", "json", "reveal", "expandtabs", "zfill")
)
_READING = frozenset(("get", "pop", "getenv", "setdefault", "getattr", "get_secret", "getfirst"))
#: ``get_password()`` gives a password; ``check_password()`` does not.
_GIVING = frozenset(
    ("get", "load", "read", "fetch", "generate", "create", "make", "issue", "decrypt", "build")
)
#: ``key.get_plaintext_or_error()``, ``token.to_string()``: what the object hides, or all of it as text.
_REVEALING = re.compile(
    r"(?:get|as|to|reveal|unmask|expose)_(?:\w+_)?(?:plain|plaintext|cleartext|unmasked|secret|raw|str|string)(?:_|\Z)"
)
_CUT = re.compile(r"\.\d+")
_CONTAINERS_ABOUT = re.compile(
    r"count|usage|stat|error|flag|type|name|label|field|length|limit|config_key", re.I
)


class Exposed(NamedTuple):
    """One value that can be read."""

    node: cst.BaseExpression
    #: As its last part is written: ``password`` of ``user.password`` and of ``data["password"]``.
    name: str
    #: The key under which a dictionary or a keyword gives it; empty without one.
    key: str = ""


def exposed(node: cst.BaseExpression, key: str = "") -> Iterator[Exposed]:
    """The values in an expression that is turned into text."""
    if isinstance(node, (cst.Name, cst.Attribute)):
        yield Exposed(node, last_name(node), key)
    elif isinstance(node, cst.Subscript):
        yield from _of_subscript(node, key)
    elif isinstance(node, cst.Call):
        yield from _of_call(node, key)
    elif isinstance(node, cst.Dict):
        for element in node.elements:
            if isinstance(element, cst.DictElement):
                yield from exposed(element.value, text_of(element.key) or "")
    else:
        for part in _parts(node):
            yield from exposed(part, key)


def _parts(node: cst.BaseExpression) -> list[cst.BaseExpression]:
    """What of an expression without a name of its own can be read in its result."""
    if isinstance(node, cst.FormattedString):
        fields = [part for part in node.parts if isinstance(part, cst.FormattedStringExpression)]
        return [field.expression for field in fields if not _is_cut(field)]
    if isinstance(node, cst.ConcatenatedString):
        return [node.left, node.right]
    if isinstance(node, cst.BinaryOperation):
        return _operands(node)
    if isinstance(node, cst.BooleanOperation):
        return [node.left, node.right] if isinstance(node.operator, cst.Or) else [node.right]
    if isinstance(node, cst.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, cst.Await):
        return [node.expression]
    if isinstance(node, cst.NamedExpr):
        return [node.value]
    if isinstance(node, (cst.Tuple, cst.List, cst.Set)):
        return [element.value for element in node.elements if isinstance(element, cst.Element)]
    return []


def _operands(node: cst.BinaryOperation) -> list[cst.BaseExpression]:
    if isinstance(node.operator, cst.Add):
        return [node.left, node.right]
    return [node.right] if isinstance(node.operator, cst.Modulo) else []


def _is_cut(field: cst.FormattedStringExpression) -> bool:
    """Whether the format shows only so many characters: ``{token:.4}``."""
    spec = field.format_spec or ()
    return any(isinstance(part, cst.FormattedStringText) and _CUT.search(part.value) for part in spec)


def _of_subscript(node: cst.Subscript, key: str) -> Iterator[Exposed]:
    index = node.slice[0].slice
    text = text_of(index.value) if isinstance(index, cst.Index) else None
    if text is not None and not _CONTAINERS_ABOUT.search(last_name(node.value)):
        yield Exposed(node, text, key)


def _of_call(node: cst.Call, key: str) -> Iterator[Exposed]:
    name = last_name(node.func)
    if name in _SHOWING:
        for arg in node.args:
            yield from exposed(arg.value, arg.keyword.value if arg.keyword else key)
    elif name in _READING:
        texts = [text for text in (text_of(arg.value) for arg in node.args[:2]) if text]
        owner = last_name(node.func.value) if isinstance(node.func, cst.Attribute) else ""
        if texts and not _CONTAINERS_ABOUT.search(owner):
            yield Exposed(node, texts[0], key)
    elif isinstance(node.func, cst.Attribute) and (name in _CHANGING or _REVEALING.match(name)):
        yield from exposed(node.func.value, key)
    else:
        verb, _, rest = name.lstrip("_").partition("_")
        if verb in _GIVING and rest:
            yield Exposed(node, rest, key)
