"""Objects of libraries that read variables by name: decouple, starlette, environs, django-environ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, import_origin

from ._env_libraries import DEFAULT_NAMES, DJANGO_NAMES, LIBRARIES, MODULES, default_position, reads
from ._evaluate import value_of
from ._os_reads import argument
from ._values import Value

_MOST_HOPS = 4


class Reader(NamedTuple):
    """An object that reads variables by name."""

    library: str
    #: What stands before each name.
    prefix: Value
    #: The names for which the object knows a default.
    with_default: tuple[str, ...] = ()


class NamedRead(NamedTuple):
    """A read by such an object."""

    node: cst.CSTNode
    name: Value
    is_optional: bool


def library_reads(file: ParsedFile) -> Iterator[NamedRead]:
    """The variables that a file reads through objects it makes or imports from the libraries."""
    if _is_imported(file):
        for call in file.tree.of(cst.Call):
            found = _reader_called(file, call)
            read = _read(file, call, *found) if found is not None else None
            if read is not None:
                yield read


def module_readers(file: ParsedFile) -> Iterator[tuple[str, Reader]]:
    """The objects that other files can import from this one."""
    if _is_imported(file):
        for name, bindings in file.names.module_bindings().items():
            found = [_made(file, binding.value) for binding in bindings if binding.value is not None]
            yield from ((name, reader) for reader in found[:1] if reader is not None)


def _is_imported(file: ParsedFile) -> bool:
    if not any(name in file.source.text for name in MODULES):
        return False
    plain = (dotted(alias.name) for statement in file.tree.of(cst.Import) for alias in statement.names)
    sources = (import_origin(statement) for statement in file.tree.of(cst.ImportFrom))
    return not MODULES.isdisjoint((*plain, *sources))


def _read(file: ParsedFile, call: cst.Call, reader: Reader, method: str) -> NamedRead | None:
    name = argument(call, 0, ("option", "key", "name", "var"))
    value = value_of(file, name) if name is not None else DJANGO_NAMES.get(method)
    if (name is None and value is None) or not reads(reader.library, method):
        return None
    default = argument(call, default_position(reader.library, method), DEFAULT_NAMES)
    optional = default is not None or value in reader.with_default
    prefixes = [prefix for prefix in (reader.prefix, *_contexts(file, call)) if prefix != ""]
    return NamedRead(call, {"join": [*prefixes, value]} if prefixes else value, optional)


def _contexts(file: ParsedFile, node: cst.CSTNode) -> list[Value]:
    """The prefixes of ``with env.prefixed("APP_"):`` around a read, the outermost first."""
    found: list[Value] = []
    for around in file.tree.ancestors(node):
        if isinstance(around, cst.With):
            calls = [item.item for item in around.items if isinstance(item.item, cst.Call)]
            found[:0] = [value_of(file, call.args[0].value) for call in calls if _is_prefixed(call)]
    return found


def _is_prefixed(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Attribute) and call.func.attr.value == "prefixed" and bool(call.args)


def _reader_called(file: ParsedFile, call: cst.Call) -> tuple[Reader, str] | None:
    reader = _reader(file, call.func, _MOST_HOPS)
    if reader is not None:
        return reader, ""
    if isinstance(call.func, cst.Attribute):
        reader = _reader(file, call.func.value, _MOST_HOPS)
        return (reader, call.func.attr.value) if reader is not None else None
    return None


def _reader(file: ParsedFile, node: cst.CSTNode, hops: int) -> Reader | None:
    """The reader that a name stands for."""
    if isinstance(node, cst.Call):
        return _made(file, node)
    if not hops or dotted(node) is None:
        return None
    name = file.names.qualified(node)
    ready = next((key for key, library in LIBRARIES.items() if name in library.objects), None)
    if ready is not None:
        return Reader(ready, "")
    if not isinstance(node, cst.Name):
        return None
    for binding in file.names.bindings(node):
        made = _made(file, binding.value) if binding.value is not None else _entered(file, binding.node, hops)
        if made is not None:
            return made
    return None


def _entered(file: ParsedFile, node: cst.CSTNode, hops: int) -> Reader | None:
    """``with env.prefixed("APP_") as app:`` gives the object another name."""
    item = file.tree.parent(node)
    if isinstance(node, cst.AsName) and isinstance(item, cst.WithItem) and isinstance(item.item, cst.Call):
        func = item.item.func
        return _reader(file, func.value, hops - 1) if isinstance(func, cst.Attribute) else None
    return None


def _made(file: ParsedFile, value: cst.BaseExpression) -> Reader | None:
    """The reader that a call of one of the classes makes."""
    if not isinstance(value, cst.Call):
        return None
    name = file.names.qualified(value.func)
    library = next((key for key, found in LIBRARIES.items() if name in found.classes), None)
    if library is None:
        return None
    prefix = argument(value, len(value.args), LIBRARIES[library].prefix)
    defaults = [
        arg.keyword.value
        for arg in value.args
        if arg.keyword is not None and isinstance(arg.value, cst.Tuple)
    ]
    return Reader(library, value_of(file, prefix) if prefix is not None else "", tuple(defaults))
