"""Facts about the reads of ``os.environ`` and ``os.getenv`` that stand in a file itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import libcst as cst

from quality_kit.frameworks.main_guard import is_guarded
from quality_kit.frameworks.programs import program_libraries
from quality_kit.rule import Collector
from quality_kit.tree import ParsedFile, dotted, last_name, once_per_file
from quality_kit.tree.texts import text_of

from ._child_environments import entries_set, entry_of, handed_names, is_update
from ._environment import Environment
from ._evaluate import value_of
from ._os_reads import Read, is_written, os_reads
from ._strings import strings_of

#: Classes that are there to read the environment, whatever they are made of.
_SETTINGS_CLASS = re.compile(r".*(?:Settings|Config|Configuration|Environment)\Z")
#: Unit tests that a package ships, or the base of such tests.
_TEST_CLASS = re.compile(r"Test(?:Case|Suite)s?\Z")
#: A module that works with one of them puts settings together.
_SETTINGS_LIBRARIES = frozenset(("dynaconf", "environs", "decouple"))
#: A module that declares options with this one: ``cfg.StrOpt("host", default=os.getenv("HOST"))``.
_OPTIONS_LIBRARY, _OPTION = "oslo_config", re.compile(r"[a-z]Opt\Z")
_MAIN = re.compile(r"_?(?:a|async_)?main")
#: Decorates the default of a field of configuration.
_DEFAULT = "default"
#: A variable of such a name may hold the settings, or say where they are: then one of the calls takes it.
_OF_SETTINGS = re.compile(r".+_(?:CONFIG|SETTINGS)")
_OPENERS = frozenset(("from_object", "from_pyfile", "from_file", "open", "Path"))
_SETTING_METHODS = frozenset(("setdefault", "pop"))


class DirectReads(Collector):
    """``{"names": [...]}`` for each read, at its place; ``{"libraries": [...]}`` if the file builds a program.

    ``{"handed": [...]}`` has the variables that the file sets for a process which it starts. Names that cannot
    be known are left out, and so is what the file sets itself, what the block of ``if __name__ == "__main__":``
    and the ``main()`` that it calls read, and what a class of settings or the default of a field reads.
    """

    def visit_Module(self, node: cst.Module) -> None:
        handed = handed_names(self.file)
        if handed:
            self.fact({"handed": handed})
        found = [(read, _names(self.file, read.name, read.is_each)) for read in os_reads(self.file)]
        if not found or _puts_settings_together(self.file):
            return
        written = set(_written(self.file))
        passed = _passed_on(self.file)
        for read, names in found:
            left = [
                name
                for name in names
                if name not in written
                and not _is_handed_on(self.file, read, name, passed)
                and not _is_opened(self.file, read, name)
            ]
            if left and not _is_at_home(self.file, read):
                self.fact({"names": left}, read.node)
        libraries = program_libraries(self.file)
        if libraries:
            self.fact({"libraries": libraries})


def _names(file: ParsedFile, node: cst.BaseExpression, is_each: bool = False) -> list[str]:
    value = value_of(file, node)
    found = strings_of({"each": value} if is_each else value, "", lambda path, name: None)
    return [name for name in found if name]


def _written(file: ParsedFile) -> Iterator[str]:
    """The names of variables that the file sets, or takes away for a while."""
    environment = Environment(file)
    for node in file.tree.of(cst.Subscript):
        index = node.slice[0].slice
        if isinstance(index, cst.Index) and environment.is_mapping(node.value) and is_written(file, node):
            yield from _names(file, index.value)
    for call in file.tree.of(cst.Call):
        func = call.func
        if isinstance(func, cst.Attribute) and func.attr.value in _SETTING_METHODS and call.args:
            if environment.is_mapping(func.value):
                yield from _names(file, call.args[0].value)


def _passed_on(file: ParsedFile) -> frozenset[tuple[str | None, str]]:
    """Variables that a name is handed on for: ``("OPTS", "options")`` for ``env["OPTS"] = options``."""
    found = ((text_of(key), last_name(value)) for key, value in entries_set(file))
    return frozenset((key, name) for key, name in found if name)


def _is_handed_on(
    file: ParsedFile, read: Read, name: str, passed: Collection[tuple[str | None, str]]
) -> bool:
    """Whether the value goes on under its name: ``{"OPTS": os.getenv("OPTS")}``, ``env["OPTS"] = ...``."""
    for around in file.tree.ancestors(read.node):
        if isinstance(around, cst.DictElement):
            return text_of(around.key) == name
        if isinstance(around, cst.Arg) and around.keyword is not None:
            return around.keyword.value == name and is_update(file.tree.parent(around))
        if isinstance(around, cst.Assign):
            return any(
                text_of(entry_of(each.target)) == name or (name, last_name(each.target)) in passed
                for each in around.targets
            )
        if not isinstance(around, (cst.BooleanOperation, cst.IfExp)):
            return False
    return False


def _is_opened(file: ParsedFile, read: Read, name: str) -> bool:
    """Whether the variable says where the settings are: ``from_object(os.environ["SHOP_SETTINGS"])``."""
    argument = file.tree.parent(read.node)
    call = file.tree.parent(argument) if isinstance(argument, cst.Arg) else None
    is_taken = isinstance(call, cst.Call) and last_name(call.func) in _OPENERS
    return is_taken and _OF_SETTINGS.fullmatch(name) is not None


def _puts_settings_together(file: ParsedFile) -> bool:
    modules = [dotted(each.module) or "" for each in file.tree.of(cst.ImportFrom)]
    modules += [dotted(alias.name) or "" for each in file.tree.of(cst.Import) for alias in each.names]
    if any(module.partition(".")[0] in _SETTINGS_LIBRARIES for module in modules):
        return True
    declares = _OPTIONS_LIBRARY in {module.partition(".")[0] for module in modules}
    return declares and any(_OPTION.search(last_name(call.func)) for call in file.tree.of(cst.Call))


def _is_at_home(file: ParsedFile, read: Read) -> bool:
    around = list(file.tree.ancestors(read.node))
    if any(isinstance(each, cst.ClassDef) and _SETTINGS_CLASS.match(each.name.value) for each in around):
        return True
    if any(isinstance(each, cst.ClassDef) and _TEST_CLASS.search(each.name.value) for each in around):
        return True
    functions = [each for each in around if isinstance(each, cst.FunctionDef)]
    if functions and isinstance(file.tree.parent(functions[-1]), cst.Module):
        if functions[-1].name.value in _started(file):
            return True
    decorators = (each.decorator for function in functions for each in function.decorators)
    called = (each.func for each in decorators if isinstance(each, cst.Call))
    return is_guarded(file.tree, read.node) or any(last_name(each) == _DEFAULT for each in called)


@once_per_file
def _started(file: ParsedFile) -> frozenset[str]:
    """Each ``main`` that the block of ``if __name__ == "__main__":`` calls."""
    names = ((call, call.func.value) for call in file.tree.of(cst.Call) if isinstance(call.func, cst.Name))
    return frozenset(name for call, name in names if _MAIN.fullmatch(name) and is_guarded(file.tree, call))
