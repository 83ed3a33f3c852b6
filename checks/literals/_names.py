"""The last word of an expression: what a reader would call the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import libcst as cst

from quality_kit.tree.texts import text_of

#: Calls that look up or set something by a name given as a string, and where that string stands.
_LOOKUPS: Mapping[str, int] = {
    "get": 0,
    "pop": 0,
    "setdefault": 0,
    "getenv": 0,
    "getattr": 1,
    "setattr": 1,
    "__setattr__": 1,
}
#: Calls that read a setting, given its name first: ``get_env_int("PORT", 8000)``, ``config("PORT", 8000)``.
_SETTING = re.compile(
    r"env|config|setting|option|default|param|get_?(int|float|number)|^(register|define|declare)(_|$)",
    re.IGNORECASE,
)
_SETTING_NAME = re.compile(r"[A-Za-z_][\w.-]*")
#: Names are looked for this deep in nested calls, in so many arguments of each.
_MOST_DEPTH, _MOST_ARGUMENTS = 8, 3
_WITH_DEFAULT = 2


def last_name(node: cst.CSTNode) -> str:
    """The name of a variable, attribute or called function; empty for other expressions."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        return node.attr.value
    if isinstance(node, cst.Subscript):
        return last_name(node.value)
    return last_name(node.func) if isinstance(node, cst.Call) else ""


def subject_name(node: cst.CSTNode) -> str:
    """What is looked at: like ``last_name``, but the key of ``d["key"]``, ``d.get("key")``, ``getattr``."""
    if isinstance(node, cst.Await):
        return subject_name(node.expression)
    if isinstance(node, cst.Call):
        return looked_up_name(node) or last_name(node)
    if isinstance(node, cst.Subscript) and isinstance(node.slice[0].slice, cst.Index):
        key = node.slice[0].slice.value
        return text_of(key) or (last_name(key) if last_name(key).isupper() else last_name(node))
    return last_name(node)


def looked_up_name(call: cst.Call, argument: cst.Arg | None = None) -> str:
    """The string by which a call looks something up; with an argument only when that is the default."""
    called = last_name(call.func)
    place = _LOOKUPS.get(called)
    if place is None:
        return _setting_name(called, call, argument)
    if len(call.args) <= place:
        return ""
    if argument is not None and (len(call.args) <= place + 1 or call.args[place + 1] is not argument):
        return ""
    return text_of(call.args[place].value) or ""


def _setting_name(called: str, call: cst.Call, argument: cst.Arg | None) -> str:
    """The setting whose default the last argument is: ``get_default(config, "web", "port", 9000)``."""
    if argument is None or len(call.args) < _WITH_DEFAULT:
        return ""
    if argument is not call.args[1] and argument is not call.args[-1]:
        return ""
    before = call.args[0].value if argument is call.args[1] else call.args[-_WITH_DEFAULT].value
    name = looked_up_name(before) if isinstance(before, cst.Call) else text_of(before) or ""
    return name if _SETTING.search(called) and _SETTING_NAME.fullmatch(name) else ""


def names_inside(node: cst.CSTNode, depth: int = 0) -> Iterator[str]:
    """The names in an expression of calls and attributes: ``tuple(map(int, lib.version.split(".")))``."""
    if depth == _MOST_DEPTH:
        return
    if isinstance(node, (cst.Attribute, cst.Subscript)):
        yield last_name(node)
        yield from names_inside(node.value, depth + 1)
    elif isinstance(node, cst.Call):
        for part in (node.func, *(argument.value for argument in node.args[:_MOST_ARGUMENTS])):
            yield from names_inside(part, depth + 1)
    elif isinstance(node, (cst.GeneratorExp, cst.ListComp)):
        yield from names_inside(node.for_in.iter, depth + 1)
    else:
        yield last_name(node)
