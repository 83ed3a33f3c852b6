"""Which class a bound expression is an instance of: ``Cls()``, ``Cls.create()``, ``Cls().configured()``."""

from __future__ import annotations

import re
from typing import NamedTuple

from quality_kit.definitions.ancestry import lineage
from quality_kit.definitions.makers import ITSELF
from quality_kit.definitions.origins import Definition, Origins
from quality_kit.definitions.references import CALL

#: How a class looks by its name, when nothing more is known of it.
_LIKE_A_CLASS = re.compile(r"_*[A-Z]\w*[a-z]\w*|_*CRUD\w+\Z")
#: What gives an instance by its name, when nothing more is known of its class.
_LIKE_A_MAKER = re.compile(
    r"(?:create|build|make|new|get_?instance|instance|default|shared|singleton|from|with|configured?|setup"
    r"|init|connect|connected|start|started|load|open)(?:_\w*)?\Z"
)
_METHOD_CALL = re.compile(r"\.?(\w+)\(\)")
_METHOD_CALLS = re.compile(r"(?:\.\w+\(\))*\Z")
#: Functions of other packages that stand for the class of what they give.
_CLIENT_FUNCTIONS = ("boto3.client", "boto3.resource")
#: How many parts of a dotted name a class and its method are.
_WITH_METHOD = 2
#: A factory may give what another factory gives, but not for ever.
_MOST_HOPS = 5


class Instance(NamedTuple):
    """An instance of a class."""

    #: The class: a definition of the kind class, unread or foreign, without a rest.
    made: Definition

    @property
    def class_name(self) -> str:
        """The class's own name."""
        return self.made.name.rpartition(".")[2]


def instance(origins: Origins, path: str, reference: str) -> Instance | None:
    """The instance that a bound expression of the file at ``path`` stands for; None for anything else."""
    return _instance(origins, path, reference, _MOST_HOPS) if CALL in reference else None


def _instance(origins: Origins, path: str, reference: str, hops: int) -> Instance | None:
    found = origins.definition(path, reference)
    if found.kind == "class":
        return _of_class(origins, found, hops)
    return _of_unread(found) if found.kind in ("unread", "foreign") else None


def _of_class(origins: Origins, found: Definition, hops: int) -> Instance | None:
    made: Instance | None = Instance(found._replace(rest=""))
    rest = found.rest.removeprefix(CALL)
    while rest and made is not None:
        step = _METHOD_CALL.match(rest)
        if step is None or not hops:
            return None
        rest = rest[step.end() :]
        made = _step(origins, made, step[1], hops - 1)
    return made


def _step(origins: Origins, before: Instance, method: str, hops: int) -> Instance | None:
    """What a method of an instance's class gives."""
    if before.made.kind != "class":
        return before if _LIKE_A_MAKER.match(method) else None
    for ancestor in lineage(origins, before.made):
        makes = origins.class_fact(ancestor)["makes"]
        if method in makes:
            other = makes[method]
            return before if other == ITSELF else _instance(origins, ancestor.path, f"{other}{CALL}", hops)
    return before if _has_unread_base(origins, before.made) and _LIKE_A_MAKER.match(method) else None


def _has_unread_base(origins: Origins, definition: Definition) -> bool:
    return any(
        origins.definition(ancestor.path, base).kind == "unread"
        for ancestor in lineage(origins, definition)
        for base in origins.class_fact(ancestor)["bases"]
    )


def _of_unread(found: Definition) -> Instance | None:
    """Of a class that cannot be read its name, and those of its methods, must tell."""
    dotted, _, behind = found.name.partition(CALL)
    parts = dotted.split(".")
    if dotted in _CLIENT_FUNCTIONS and not behind:
        return Instance(found._replace(name=dotted))
    last = max((place for place, part in enumerate(parts) if _LIKE_A_CLASS.match(part)), default=None)
    if last is None or len(parts) - last > _WITH_METHOD or not _METHOD_CALLS.match(behind):
        return None
    methods = [*parts[last + 1 :], *_METHOD_CALL.findall(behind)]
    if not all(map(_LIKE_A_MAKER.match, methods)):
        return None
    return Instance(found._replace(name=".".join(parts[: last + 1])))
