"""Names of a file that frameworks use, though nothing in the code mentions them: routes, fixtures, fields ...

What the file alone tells is decided here. Of its classes only the members and the bases are noted: a base may
lie in another file, so whoever knows the tree decides what such members are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import libcst as cst

from quality_kit.finding import Place
from quality_kit.frameworks.annotations import reference
from quality_kit.frameworks.names import ClassUse, FileUses, Member, MemberKind, Use
from quality_kit.frameworks.receivers import receivers_of
from quality_kit.frameworks.registrations import (
    is_application,
    is_dictated,
    is_hook,
    is_registered,
    is_settings_file,
    is_test_parameter_list,
    keeps_its_signature,
)
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.functions import enclosing_class, implicit_parameter, is_stub, parameters

_MIGRATION_NAMES = frozenset(
    ("revision", "down_revision", "branch_labels", "depends_on", "upgrade", "downgrade", "replaces")
)
_MODULE_NAMES = frozenset(
    (
        *("pytest_plugins", "pytestmark", "collect_ignore", "collect_ignore_glob", "urlpatterns", "app_name"),
        *("application", "handler404", "handler500", "register", "default_app_config", "lambda_handler"),
    )
)
#: A class in another one that tells its framework how.
_INNER_CLASSES = frozenset(("Config", "Meta", "Arguments", "Settings", "Params", "Media"))
_CLASS_NAMES = frozenset(("model_config", "__tablename__", "metadata", "abstract"))
_DATA_DECORATOR = re.compile(
    r"^(?:dataclass|define|frozen|mutable|attrs|attributes|s|type|input|interface|as_declarative)$"
)


def file_uses(file: ParsedFile) -> FileUses:
    """The names of a file that frameworks use, and what has to be known of its classes."""
    return _Reader(file).read()


class _Reader:
    def __init__(self, file: ParsedFile) -> None:
        self._file, self._tree = file, file.tree
        self._receivers = receivers_of(file)
        self._used: list[tuple[str, cst.CSTNode, cst.CSTNode]] = []
        self._members: dict[int, list[tuple[str, MemberKind, str, cst.CSTNode, cst.CSTNode]]] = {}
        plain = (node.value for node in self._tree.of(cst.Name) if self._is_value(node))
        methods = (node.attr.value for node in self._tree.of(cst.Attribute) if self._is_value(node))
        self._values = frozenset((*plain, *methods))

    def read(self) -> FileUses:
        for function in self._tree.of(cst.FunctionDef):
            self._read_function(function)
        for definition in self._tree.of(cst.ClassDef):
            self._read_class(definition)
        for lambda_ in self._tree.of(cst.Lambda):
            self._used += ((param.name.value, param, param) for param in lambda_.params.params)
        self._read_module_names()
        self._read_attributes()
        return self._result()

    def _is_value(self, name: cst.Name | cst.Attribute) -> bool:
        """Whether the name is handed over or assigned, not called: what it names may be a callback."""
        parent = self._tree.parent(name)
        if isinstance(parent, cst.Arg):
            return parent.value is name
        if isinstance(parent, cst.IfExp):
            return name is parent.body or name is parent.orelse
        kinds = (cst.Assign, cst.AnnAssign, cst.Element, cst.DictElement, cst.Return)
        return isinstance(parent, kinds) and getattr(parent, "value", None) is name

    def _read_function(self, function: cst.FunctionDef) -> None:
        name, owner = function.name.value, enclosing_class(self._tree, function)
        first = function.decorators[0] if function.decorators else function.name
        registered = is_registered(self._file, function) or is_hook(name)
        if registered or name.startswith("__"):
            self._used.append((name, first, function.name))
        dictated = (
            registered
            or not keeps_its_signature(function)
            or (name.startswith("__") and name not in ("__init__", "__new__"))
            or is_test_parameter_list(function)
            or name in self._values
            or is_stub(function)
            or is_dictated(self._file, function)
        )
        implicit = implicit_parameter(self._file, function)
        for written, param in parameters(function):
            if dictated or written.startswith("*") or param is implicit:
                self._used.append((param.name.value, param, param))
            elif owner is not None and name != "__init__":
                self._member(owner, param.name.value, "parameter", name, param, param)
        if owner is not None and not registered:
            self._member(owner, name, "method", "", first, function.name)

    def _read_class(self, definition: cst.ClassDef) -> None:
        owner = enclosing_class(self._tree, definition)
        if owner is not None and definition.name.value in _INNER_CLASSES:
            self._used.append((definition.name.value, definition.name, definition.name))
        if is_registered(self._file, definition):
            self._used.append((definition.name.value, definition.decorators[0], definition.name))
        is_inner = owner is not None and definition.name.value in _INNER_CLASSES
        for name, node in _body_names(definition):
            if is_inner or name in _CLASS_NAMES:
                self._used.append((name, node, node))
            self._member(definition, name, "field", "", node, node)

    def _read_module_names(self) -> None:
        known = self._file.names.module_bindings()
        is_migration = "revision" in known and ("upgrade" in known or "down_revision" in known)
        everything = is_settings_file(self._file.path)
        wanted = _MODULE_NAMES | _MIGRATION_NAMES if is_migration else _MODULE_NAMES
        for name, bound in known.items():
            for each in bound:
                is_named = everything or name in wanted
                if each.imported is None and (is_named or is_application(self._receivers, each.value)):
                    if isinstance(each.node, cst.FunctionDef):
                        self._used.append((name, each.node.name, each.node.name))
                    elif isinstance(each.node, (cst.Assign, cst.AnnAssign)):
                        self._used.append((name, each.node, each.node))

    def _read_attributes(self) -> None:
        """Attributes that are set on an object of another package are read there."""
        for target in self._assigned_attributes():
            owner, name = target.value, target.attr.value
            if (dotted(owner) or "").partition(".")[0] in ("self", "cls"):
                around = enclosing_class(self._tree, target)
                if around is not None:
                    self._member(around, target.attr.value, "attribute", "", target, target)
            elif self._is_foreign(owner) or name.startswith("__"):
                self._used.append((target.attr.value, target, target))

    def _assigned_attributes(self) -> Iterator[cst.Attribute]:
        for assign in self._tree.of(cst.Assign):
            for each in assign.targets:
                if isinstance(each.target, cst.Attribute):
                    yield each.target
        others: list[cst.AnnAssign | cst.AugAssign] = [
            *self._tree.of(cst.AnnAssign),
            *self._tree.of(cst.AugAssign),
        ]
        for node in others:
            if isinstance(node.target, cst.Attribute):
                yield node.target

    def _is_foreign(self, owner: cst.BaseExpression) -> bool:
        """Whether the object, or one that it is a part of, is an instance of an imported class."""
        while True:
            known = self._receivers.type_of(owner) or self._file.names.qualified(owner)
            if known is not None:
                return not known.startswith((":", "builtins."))
            if not isinstance(owner, cst.Attribute):
                return False
            owner = owner.value

    def _member(
        self, owner: cst.ClassDef, name: str, kind: MemberKind, of: str, first: cst.CSTNode, last: cst.CSTNode
    ) -> None:
        self._members.setdefault(id(owner), []).append((name, kind, of, first, last))

    def _result(self) -> FileUses:
        nodes = [node for _, *pair in self._used for node in pair]
        nodes += [
            node
            for members in self._members.values()
            for *_, first, last in members
            for node in (first, last)
        ]
        classes = self._tree.of(cst.ClassDef)
        heads = [each.decorators[0] if each.decorators else each.name for each in classes]
        places = self._file.places([*nodes, *heads, *(each.name for each in classes)])
        return FileUses(
            tuple(Use(places[id(one)].line, places[id(two)].line, name) for name, one, two in self._used),
            tuple(self._class_use(each, head, places) for each, head in zip(classes, heads, strict=True)),
            self._names(),
        )

    def _class_use(self, definition: cst.ClassDef, head: cst.CSTNode, places: dict[int, Place]) -> ClassUse:
        members = (
            Member(places[id(one)].line, places[id(two)].line, name, kind, of)
            for name, kind, of, one, two in self._members.get(id(definition), ())
        )
        bases = (
            base.value.value if isinstance(base.value, cst.Subscript) else base.value
            for base in definition.bases
        )
        return ClassUse(
            definition.name.value,
            places[id(head)].line,
            places[id(definition.name)].line,
            tuple(self._base(base) for base in bases),
            any(_DATA_DECORATOR.match(name) for name in _decorator_names(definition)),
            tuple(members),
        )

    def _base(self, base: cst.BaseExpression) -> str:
        called = base.func if isinstance(base, cst.Call) else base
        return reference(self._file.names, called) or dotted(called) or ""

    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, bound in self._file.names.module_bindings().items():
            for each in bound:
                if each.imported is not None:
                    found[name] = each.imported
                elif isinstance(each.value, cst.Call):
                    found.setdefault(name, reference(self._file.names, each.value.func) or "")
        return found


def _body_names(definition: cst.ClassDef) -> Iterator[tuple[str, cst.CSTNode]]:
    for line in definition.body.body:
        for small in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
                yield small.target.value, small
            elif isinstance(small, cst.Assign):
                for target in small.targets:
                    if isinstance(target.target, cst.Name):
                        yield target.target.value, small


def _decorator_names(node: cst.FunctionDef | cst.ClassDef) -> Iterable[str]:
    for decorator in node.decorators:
        called = (
            decorator.decorator.func if isinstance(decorator.decorator, cst.Call) else decorator.decorator
        )
        yield (dotted(called) or "").rpartition(".")[2]
