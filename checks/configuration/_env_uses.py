"""All variables that the code of a tree takes from the environment, made of the facts of its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from quality_kit.finding import Fact, Place
from quality_kit.rule import Collector, ProjectView

from ._constants import ModuleConstants
from ._definitions import Definitions, Target
from ._env_libraries import DEFAULT_NAMES, default_position, reads
from ._env_reads import EnvironmentReads
from ._settings_classes import SettingsClasses
from ._settings_names import SettingsNames
from ._strings import strings_of
from ._uses import Use, merged
from ._values import Value

COLLECTORS: tuple[type[Collector], ...] = (EnvironmentReads, SettingsClasses, ModuleConstants)
#: A chain of functions that hand on a name to one another is followed so far.
_MOST_HOPS = 3
_VARIABLE = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


class _Wrapper(NamedTuple):
    """A read that a function makes on behalf of its callers."""

    value: Value
    #: Position, name and own default of the parameter that takes a default; None when there is none.
    default: list[Any] | None
    is_optional: bool


class _Call(NamedTuple):
    """A call of such a function, or of an object that reads."""

    path: str
    fact: Fact


class EnvUses:
    """The uses of a tree, and the places where a name cannot be known."""

    def __init__(self, project: ProjectView) -> None:
        self._facts = sorted(project.facts(EnvironmentReads).items())
        self._definitions = Definitions(project.modules, project.facts(ModuleConstants))
        self._wrappers: dict[Target, list[_Wrapper]] = {}
        self._readers: dict[Target, Mapping[str, Any]] = {}
        self._calls: dict[Target, list[_Call]] = {}
        #: Where a name cannot be known, by path.
        self.unknown: list[tuple[str, Place]] = []
        settings = SettingsNames(self._definitions, project.facts(SettingsClasses))
        #: What the code sets itself: the names in upper case, by path.
        self.written: dict[str, set[str]] = {
            path: {name.upper() for fact in facts for name in fact.data.get("writes", ())}
            for path, facts in self._facts
        }
        self._index()
        fields = settings.uses()
        self.unknown += [(field.path, field.place) for field in settings.unknown]
        reads = dict.fromkeys((*self._direct(), *self._through_functions(), *self._through_readers()))
        self.uses: list[Use] = merged(fields, reads)

    def _index(self) -> None:
        each = [(path, fact) for path, facts in self._facts for fact in facts]
        for path, fact in each:
            if "reader" in fact.data:
                self._readers[Target(path, fact.data["reader"])] = fact.data
            elif "function" in fact.data:
                wrapper = _Wrapper(fact.data["value"], fact.data["default"], "optional" in fact.data)
                self._wrappers.setdefault(Target(path, fact.data["function"]), []).append(wrapper)
        for target in (*self._readers, *self._wrappers):
            self._definitions.add(target.path, (target.name,))
        for path, fact in each:
            if "call" in fact.data:
                target = self._definitions.target(path, fact.data["call"])
                self._calls.setdefault(target, []).append(_Call(path, fact))

    def _direct(self) -> Iterator[Use]:
        for path, facts in self._facts:
            for fact in facts:
                data = fact.data
                if "function" in data:
                    yield from self._own_default(path, fact)
                elif "names" in data or "value" in data:
                    names = data["names"] if "names" in data else self._strings(data["value"], path)
                    uses = [
                        use._replace(is_unsure="unsure" in data, is_bare="bare" in data)
                        for use in self._named(names, path, fact.place, "optional" in data)
                    ]
                    yield from _as_one(uses) if "choice" in data else uses

    def _own_default(self, path: str, fact: Fact) -> Iterator[Use]:
        """The name that a function reads when its caller gives none; unknown when nobody calls it."""
        names = [name for name in self._strings(fact.data["value"], path) if name is not None]
        is_called = Target(path, fact.data["function"]) in self._calls
        yield from self._named(
            names if names or is_called else [None], path, fact.place, "optional" in fact.data
        )

    def _through_functions(self) -> Iterator[Use]:
        waiting = [(target, wrapper, 0) for target, found in self._wrappers.items() for wrapper in found]
        for target, wrapper, hops in waiting:
            for call in self._calls.get(target, ()):
                value = {"in": [target.path, _filled(wrapper.value, call, target.name)]}
                optional = wrapper.is_optional or _gives_default(wrapper, call.fact.data)
                callers = call.fact.data.get("callers", {})
                if not callers:
                    yield from self._named(
                        self._strings(value, call.path), call.path, call.fact.place, optional
                    )
                elif hops < _MOST_HOPS:
                    # The caller only hands on what its own callers say.
                    for caller, default in callers.items():
                        new = Target(call.path, caller)
                        waiting += (
                            [(new, _Wrapper(value, default, optional), hops + 1)] if new != target else []
                        )

    def _through_readers(self) -> Iterator[Use]:
        for target, calls in sorted(self._calls.items()):
            name, _, method = target.name.partition(".")
            reader = self._readers.get(Target(target.path, name))
            if reader is not None and reads(reader["library"], method):
                for call in calls:
                    yield from self._read_by(reader, method, target.path, call)

    def _read_by(self, reader: Mapping[str, Any], method: str, path: str, call: _Call) -> Iterator[Use]:
        data = call.fact.data
        if data["args"]:
            value = {"join": [{"in": [path, reader["prefix"]]}, data["args"][0]]}
            given = len(data["args"]) > default_position(reader["library"], method)
            optional = given or any(name in data["named"] for name in DEFAULT_NAMES)
            optional = optional or data["args"][0] in reader["with_default"]
            yield from self._named(self._strings(value, call.path), call.path, call.fact.place, optional)

    def _named(self, names: Iterable[str | None], path: str, place: Place, optional: bool) -> Iterator[Use]:
        for name in names:
            if name is None:
                self.unknown.append((path, place))
            elif _VARIABLE.fullmatch(name):
                yield Use((name,), path, place, is_required=not optional)

    def _strings(self, value: Value, path: str) -> list[str | None]:
        return strings_of(value, path, self._definitions.constant)


def _as_one(uses: list[Use]) -> list[Use]:
    """One use with all the names."""
    return [uses[0]._replace(names=tuple(name for use in uses for name in use.names))] if uses else []


def _gives_default(wrapper: _Wrapper, call: Mapping[str, Any]) -> bool:
    if wrapper.default is None or "optional" in call:
        return "optional" in call
    position, name, has_own = wrapper.default
    given = [call["named"][name]] if name in call["named"] else []
    if position >= 0:
        given += call["args"][position : position + 1]
    return has_own or any(not _is_handed_on(value) for value in given)


def _is_handed_on(value: Value) -> bool:
    """Whether a function gives what its own caller gives, or leaves out."""
    return isinstance(value, dict) and "param" in value


def _filled(value: Value, call: _Call, function: str) -> Value:
    """The value with the arguments of a call in place of the function's parameters."""
    if isinstance(value, list):
        return [_filled(item, call, function) for item in value]
    if not isinstance(value, dict):
        return value
    if "param" not in value:
        return {kind: _filled(content, call, function) for kind, content in value.items()}
    owner, position, name, default = value["param"]
    args, named = call.fact.data["args"], call.fact.data["named"]
    if owner != function:
        return value
    if name in named:
        return {"in": [call.path, named[name]]}
    return {"in": [call.path, args[position]]} if 0 <= position < len(args) else default
