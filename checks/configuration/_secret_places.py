"""Texts of a file that stand under a name: assigned, given by keyword, as a default, in a dictionary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

#: What hands on the text that it is given.
_WRAPPERS = frozenset(("SecretStr", "SecretBytes", "Secret", "Field", "str", "bytes", "Optional"))
#: Calls that read a setting by its name and take a default.
_READERS = re.compile(r"getenv|env|config|setting|environ", re.IGNORECASE)
_MAPPING_READS = frozenset(("get", "pop", "setdefault", "str"))
#: Calls whose second argument is the secret.
_SIGNERS = frozenset(("encode", "decode"))
_SETTINGS_NAME = re.compile(r".*(?:Settings|Config|Configuration)\Z")
_ENUM = re.compile(r".*Enum\Z|Flag\Z")
_CONTENT = "default"
_TYPES = frozenset(
    ("string", "str", "int", "integer", "bool", "boolean", "float", "number", "text", "object", "list")
)
_MOST_DEPTH = 4
_MAY_HOLD_TEXT = frozenset(
    (cst.SimpleString, cst.ConcatenatedString, cst.Call, cst.BooleanOperation, cst.IfExp)
)


class Named(NamedTuple):
    """A text under a name."""

    name: str
    literal: cst.BaseExpression
    text: str
    #: Whether it is what is used when nothing else is set.
    is_default: bool


def named_texts(file: ParsedFile, is_wanted: Callable[[str], bool]) -> Iterator[Named]:
    """Those under a wanted name; a text may come twice."""
    found = (_assigned(file, is_wanted), _arguments(file), _parameters(file), _others(file))
    for name, value, is_default in (one for each in found for one in each):
        if name and value is not None and is_wanted(name):
            for literal in _literals(value):
                text = text_of(literal)
                if text:
                    yield Named(name, literal, text, is_default)


_Found = tuple[str, cst.BaseExpression | None, bool]


def _assigned(file: ParsedFile, is_wanted: Callable[[str], bool]) -> Iterator[_Found]:
    for assign in file.tree.of(cst.Assign):
        if _may_hold_text(assign.value):
            for name in filter(is_wanted, (_name(target.target) for target in assign.targets)):
                if not _is_member(file, assign):
                    yield name, assign.value, _is_setting(file, assign)
    for annotated in file.tree.of(cst.AnnAssign):
        if annotated.value is not None and _may_hold_text(annotated.value):
            if is_wanted(_name(annotated.target)):
                yield _name(annotated.target), annotated.value, _is_setting(file, annotated)


def _arguments(file: ParsedFile) -> Iterator[_Found]:
    for call in file.tree.of(cst.Call):
        for arg in call.args:
            if arg.keyword is not None and _may_hold_text(arg.value):
                yield arg.keyword.value, arg.value, False
        read = _read_name(call)
        if read:
            yield read, _default(call), True
        elif _is_signer(call):
            yield "secret_key", call.args[1].value, False


def _parameters(file: ParsedFile) -> Iterator[_Found]:
    for param in file.tree.of(cst.Param):
        if param.default is not None and _may_hold_text(param.default):
            yield param.name.value, param.default, False


def _others(file: ParsedFile) -> Iterator[_Found]:
    for element in file.tree.of(cst.DictElement):
        if _may_hold_text(element.value) and not _is_of_types(file.tree.parent(element)):
            yield text_of(element.key) or _name(element.key), element.value, False
    for comparison in file.tree.of(cst.Comparison):
        first = comparison.comparisons[0]
        if isinstance(first.operator, (cst.Equal, cst.NotEqual)):
            yield _name(comparison.left), first.comparator, False


def _is_of_types(table: cst.CSTNode | None) -> bool:
    """Whether a dictionary says of which types fields are: ``{"user": "string", "secret": "password"}``."""
    elements = table.elements if isinstance(table, cst.Dict) else ()
    return any(text_of(each.value) in _TYPES for each in elements if isinstance(each.value, cst.SimpleString))


def _may_hold_text(value: cst.CSTNode) -> bool:
    return value.__class__ in _MAY_HOLD_TEXT


def _literals(value: cst.BaseExpression, depth: int = 0) -> Iterator[cst.BaseExpression]:
    """The literals that the expression may come down to."""
    if depth == _MOST_DEPTH:
        return
    if isinstance(value, (cst.SimpleString, cst.ConcatenatedString)):
        yield value
    elif isinstance(value, cst.BooleanOperation):
        yield from _literals(value.right, depth + 1)
    elif isinstance(value, cst.IfExp):
        yield from _literals(value.body, depth + 1)
        yield from _literals(value.orelse, depth + 1)
    elif isinstance(value, cst.Call):
        yield from _wrapped(value, depth)


def _wrapped(call: cst.Call, depth: int) -> Iterator[cst.BaseExpression]:
    """``SecretStr("...")``, ``Field(default="...")``, ``"...".encode()``."""
    func = call.func
    if isinstance(func, cst.Attribute) and func.attr.value == "encode":
        yield from _literals(func.value, depth + 1)
    elif _name(func) in _WRAPPERS:
        for index, arg in enumerate(call.args):
            if (arg.keyword is None and index == 0) or (
                arg.keyword is not None and arg.keyword.value == _CONTENT
            ):
                yield from _literals(arg.value, depth + 1)


def _name(node: cst.CSTNode) -> str:
    """The last part of a name, or the text that is the key."""
    if isinstance(node, cst.Subscript):
        index = node.slice[0].slice
        return (text_of(index.value) if isinstance(index, cst.Index) else None) or ""
    return (dotted(node) or "").rpartition(".")[2]


def _read_name(call: cst.Call) -> str:
    """The setting that a call reads by name: ``os.getenv("SECRET_KEY", "...")``, ``env("SECRET_KEY")``."""
    first = call.args[0] if call.args else None
    if first is None or first.keyword is not None or not isinstance(first.value, cst.SimpleString):
        return ""
    name = text_of(first.value)
    whole = dotted(call.func) or ""
    owner, _, method = whole.rpartition(".")
    is_read = _READERS.search(owner if method in _MAPPING_READS else method)
    return name if name and is_read else ""


def _default(call: cst.Call) -> cst.BaseExpression | None:
    named = (arg.value for arg in call.args if arg.keyword is not None and arg.keyword.value == _CONTENT)
    second = (arg.value for arg in call.args[1:2] if arg.keyword is None)
    return next(named, next(second, None))


def _is_signer(call: cst.Call) -> bool:
    """``jwt.encode(payload, "...")``."""
    owner, _, method = (dotted(call.func) or "").rpartition(".")
    return (
        method in _SIGNERS and "jwt" in owner.lower() and len(call.args) > 1 and call.args[1].keyword is None
    )


def _class_of(file: ParsedFile, statement: cst.CSTNode) -> cst.ClassDef | None:
    around = file.names.scope_of(statement)
    return around if isinstance(around, cst.ClassDef) else None


def _is_setting(file: ParsedFile, statement: cst.CSTNode) -> bool:
    """Whether it is a field of a class of settings: by its base or its name."""
    around = _class_of(file, statement)
    if around is None:
        return False
    names = [around.name.value, *(_name(base.value) for base in around.bases)]
    return any(map(_SETTINGS_NAME.match, names))


def _is_member(file: ParsedFile, statement: cst.CSTNode) -> bool:
    around = _class_of(file, statement)
    return around is not None and any(_ENUM.match(_name(base.value)) for base in around.bases)
