"""What one field of a settings class says: its names, whether it has a default, and its type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import libcst as cst

from quality_kit.tree import ParsedFile, dotted

from ._evaluate import value_of
from ._os_reads import argument
from ._scopes import qualified_name
from ._values import Value, text_of

_NO_FIELDS = frozenset(("model_config", "Config"))
_TRANSPARENT = frozenset(("Optional", "Union", "Final", "Required"))
#: Types whose variable is one plain text, so that no ``NAME__PART`` belongs to it.
_SCALARS = frozenset("""
    str int float bool bytes complex None Any Literal Path Decimal UUID datetime date time timedelta Enum
    Pattern SecretStr SecretBytes EmailStr NameEmail AnyUrl AnyHttpUrl HttpUrl PostgresDsn RedisDsn
    MongoDsn AmqpDsn KafkaDsn MySQLDsn ClickHouseDsn NatsDsn FilePath DirectoryPath NewPath IPvAnyAddress
    IPv4Address IPv6Address StrictStr StrictBool StrictInt StrictFloat PositiveInt NonNegativeInt
    PositiveFloat NonNegativeFloat ByteSize ImportString UUID4
    """.split())


def field_of(file: ParsedFile, statement: cst.CSTNode) -> dict[str, Any] | None:
    """The facts of one statement of a class body; None when it defines no field.

    ``field``, ``default`` (True when it has one), ``bare`` (no annotation: a field for pydantic v1 only),
    ``alias`` and ``env`` (lists of values), ``types`` (references, for a type that may have parts),
    ``optional`` (None is allowed, which is a default for v1).
    """
    if isinstance(statement, cst.AnnAssign):
        return _annotated(file, statement)
    if isinstance(statement, cst.Assign) and len(statement.targets) == 1:
        name = dotted(statement.targets[0].target) or ""
        if _is_field_name(name) and _is_plain(statement.value):
            return {"field": name, "default": True, "bare": True, **_of_call(file, statement.value)}
    return None


def _annotated(file: ParsedFile, statement: cst.AnnAssign) -> dict[str, Any] | None:
    name = dotted(statement.target) or ""
    annotation = _parsed(statement.annotation.annotation)
    outer = _last(annotation)
    is_constant = outer == "ClassVar" or (outer == "Final" and statement.value is not None)
    if not _is_field_name(name) or is_constant:
        return None
    found: dict[str, Any] = {"field": name}
    for call in (*_metadata(annotation), statement.value):
        told = _of_call(file, call)
        if told.pop("init", True) is False:
            return None
        found |= told
    types = list(_types(file, annotation))
    if types:
        found["types"] = types
    if _allows_none(annotation):
        found["optional"] = True
    return found


def _allows_none(annotation: cst.BaseExpression | None) -> bool:
    if isinstance(annotation, cst.BinaryOperation):
        return _allows_none(annotation.left) or _allows_none(annotation.right)
    return _last(annotation) in ("Optional", "None", "Any")


def _is_field_name(name: str) -> bool:
    return bool(name) and not name.startswith("_") and "." not in name and name not in _NO_FIELDS


def _is_plain(value: cst.BaseExpression) -> bool:
    """Whether pydantic v1 would make a field of ``name = value``; it does not of functions and classes."""
    is_field = isinstance(value, cst.Call) and _last(value.func) == "Field"
    return is_field or not isinstance(value, (cst.Call, cst.Lambda, cst.Name, cst.Attribute))


def _of_call(file: ParsedFile, value: cst.BaseExpression | None) -> dict[str, Any]:
    """What the right side, or a ``Field(...)`` in the annotation, tells."""
    if value is None or isinstance(value, cst.Ellipsis):
        return {}
    if not isinstance(value, cst.Call) or _last(value.func) != "Field":
        return {"default": True}
    return dict(_of_field(file, value))


def _of_field(file: ParsedFile, call: cst.Call) -> Iterator[tuple[str, Any]]:
    default = argument(call, 0, ("default",)) or argument(call, len(call.args), ("default_factory",))
    if default is not None and not isinstance(default, cst.Ellipsis):
        yield "default", True
    init = argument(call, len(call.args), ("init",))
    if dotted(init) == "False":
        yield "init", False
    alias = argument(call, len(call.args), ("validation_alias",)) or argument(
        call, len(call.args), ("alias",)
    )
    if alias is not None and dotted(alias) != "None":
        yield "alias", list(_choices(file, alias))
    env = argument(call, len(call.args), ("env",))
    if env is not None and dotted(env) != "None":
        yield "env", names_in(file, env)


def names_in(file: ParsedFile, node: cst.BaseExpression) -> list[Value]:
    """The values of one name or of several in a list."""
    if isinstance(node, (cst.List, cst.Tuple, cst.Set)):
        return [value_of(file, element.value) for element in node.elements]
    return [value_of(file, node)]


def _choices(file: ParsedFile, node: cst.BaseExpression) -> Iterator[Value]:
    """The variables of an alias: one name, those of ``AliasChoices``, the first part of an ``AliasPath``."""
    kind = _last(node.func) if isinstance(node, cst.Call) else ""
    if not isinstance(node, cst.Call) or kind not in ("AliasChoices", "AliasPath"):
        yield value_of(file, node)
        return
    args = [arg.value for arg in (node.args[:1] if kind == "AliasPath" else node.args)]
    # A path is how nested data are given; where there is a plain name, that is the variable to speak of.
    for arg in sorted(args, key=lambda item: isinstance(item, cst.Call)):
        yield from _choices(file, arg)


def _metadata(annotation: cst.BaseExpression | None) -> Iterator[cst.BaseExpression]:
    """The ``Field(...)`` calls of ``Annotated[type, Field(...)]``."""
    for index, item in enumerate(_slices(annotation)):
        if (
            index
            and _last(annotation) == "Annotated"
            and isinstance(item, cst.Call)
            and _last(item.func) == "Field"
        ):
            yield item
        elif not index or _last(annotation) in _TRANSPARENT:
            yield from _metadata(item)


def _types(file: ParsedFile, annotation: cst.BaseExpression | None) -> Iterator[str | None]:
    """The types that may have parts: references to classes, None for a list or a dict."""
    annotation = _parsed(annotation)
    name = _last(annotation)
    if isinstance(annotation, cst.BinaryOperation):
        yield from _types(file, annotation.left)
        yield from _types(file, annotation.right)
    elif name in _TRANSPARENT or name == "Annotated":
        slices = _slices(annotation)
        for item in slices[:1] if name == "Annotated" else slices:
            yield from _types(file, item)
    elif name and name not in _SCALARS:
        yield _class_reference(
            file, annotation.value if isinstance(annotation, cst.Subscript) else annotation
        )


def _class_reference(file: ParsedFile, node: cst.BaseExpression | None) -> str | None:
    return class_reference(file, node) if node is not None else None


def class_reference(file: ParsedFile, node: cst.BaseExpression) -> str | None:
    """How other facts name a class: ``:Name`` for one of this file; None for builtins and what is unknown."""
    if isinstance(node, cst.Subscript):
        node = node.value
    if isinstance(node, cst.Name):
        found = file.names.bindings(node)
        own = next((binding.node for binding in found if isinstance(binding.node, cst.ClassDef)), None)
        if own is not None:
            return f":{qualified_name(file, own)}"
        if not found and file.names.has_star_import:
            return f":{node.value}"
    name = file.names.qualified(node)
    return None if name is None or name.startswith("builtins.") else name


def _slices(annotation: cst.BaseExpression | None) -> list[cst.BaseExpression]:
    if not isinstance(annotation, cst.Subscript):
        return []
    return [item.slice.value for item in annotation.slice if isinstance(item.slice, cst.Index)]


def _parsed(annotation: cst.BaseExpression | None) -> cst.BaseExpression | None:
    """The expression in an annotation that is written as a string."""
    if not isinstance(annotation, cst.SimpleString):
        return annotation
    try:
        return cst.parse_expression(text_of(annotation) or "None")
    except cst.ParserSyntaxError:
        return None


def _last(node: cst.CSTNode | None) -> str:
    """The last part of a name, also of one with parameters: ``ClassVar`` for ``typing.ClassVar[str]``."""
    if isinstance(node, cst.Subscript):
        node = node.value
    if isinstance(node, cst.Attribute):
        return node.attr.value
    return node.value if isinstance(node, cst.Name) else ""
