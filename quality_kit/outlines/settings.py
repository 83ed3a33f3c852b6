"""The environment variables that a file reads, and the fields of its settings classes."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.outlines.model import Setting
from quality_kit.outlines.parameters import written
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

_READERS = frozenset(("os.getenv", "os.environ.get"))
_MAPPING = "os.environ"
_SETTINGS = "BaseSettings"


def settings(file: ParsedFile) -> Iterator[Setting]:
    """Calls before subscripts before fields."""
    found = [*_reads(file), *_fields(file)]
    places = file.places([node for _, node, _ in found])
    for name, node, default in found:
        yield Setting(places[id(node)].line, name, default)


def _reads(file: ParsedFile) -> Iterator[tuple[str, cst.CSTNode, str | None]]:
    if b"environ" not in file.source.data and b"getenv" not in file.source.data:
        return
    for call in file.tree.of(cst.Call):
        if file.names.qualified(call.func) in _READERS and call.args:
            name = text_of(call.args[0].value)
            if name:
                default = written(file.module, call.args[1].value) if len(call.args) > 1 else "None"
                yield name, call, default
    for subscript in file.tree.of(cst.Subscript):
        index = subscript.slice[0].slice
        name = text_of(index.value) if isinstance(index, cst.Index) else None
        if name and file.names.qualified(subscript.value) == _MAPPING:
            yield name, subscript, None


def _fields(file: ParsedFile) -> Iterator[tuple[str, cst.CSTNode, str | None]]:
    for definition in file.tree.of(cst.ClassDef):
        if any((dotted(base.value) or "").endswith(_SETTINGS) for base in definition.bases):
            prefix = _prefix(definition)
            for statement in definition.body.body:
                for field in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
                    if isinstance(field, cst.AnnAssign) and isinstance(field.target, cst.Name):
                        name = f"{prefix}{field.target.value}".upper()
                        if not field.target.value.startswith("model_config"):
                            yield name, field, _default(file, field)


def _default(file: ParsedFile, field: cst.AnnAssign) -> str | None:
    """As written, or in a ``Field(...)``: texts about the field are no default."""
    value = field.value
    if not isinstance(value, cst.Call) or not (dotted(value.func) or "").endswith("Field"):
        return written(file.module, value) if value is not None else None
    for arg in value.args:
        if arg.keyword is None or arg.keyword.value in ("default", "default_factory"):
            given = written(file.module, arg.value)
            made = arg.keyword is not None and arg.keyword.value == "default_factory"
            return None if given == "..." else f"{given}()" if made else given
    return None


def _prefix(definition: cst.ClassDef) -> str:
    """``env_prefix`` of the model's configuration, where it is a literal."""
    for statement in definition.body.body:
        for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
            made = small.value if isinstance(small, (cst.Assign, cst.AnnAssign)) else None
            for arg in made.args if isinstance(made, cst.Call) else ():
                if arg.keyword is not None and arg.keyword.value == "env_prefix":
                    return text_of(arg.value) or ""
    return ""
