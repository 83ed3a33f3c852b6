"""A log message that is an f-string, written with arguments."""

from __future__ import annotations

import libcst as cst

from quality_kit.finding import Edit, Fix
from quality_kit.frameworks.loggers import LogCall
from quality_kit.tree import ParsedFile

_PREFIX = frozenset("fF")
_CONVERSIONS = {None: "%s", "s": "%s", "r": "%r", "a": "%a"}
#: Expressions that need no brackets as an argument.
_PLAIN = (cst.Name, cst.Attribute, cst.Subscript, cst.Call)


def with_arguments(file: ParsedFile, call: LogCall) -> Fix:
    """The edit of the message; nothing for another library, for formats and for what would read worse."""
    message = call.message
    if call.library != "logging" or call.values or not isinstance(message, cst.FormattedString):
        return ()
    if message.start[0] not in _PREFIX or message.start[1:] != message.end or message.lpar:
        return ()
    text, values = "", list[str]()
    for part in message.parts:
        if isinstance(part, cst.FormattedStringText):
            text += part.value.replace("{{", "{").replace("}}", "}").replace("%", "%%")
        elif isinstance(part, cst.FormattedStringExpression) and _is_simple(part):
            text += _CONVERSIONS[part.conversion]
            values.append(file.module.code_for_node(part.expression))
        else:
            return ()
    place = file.places([message])[id(message)]
    written = ", ".join([f"{message.end}{text}{message.end}", *values])
    return (Edit(*place, written),)


def _is_simple(part: cst.FormattedStringExpression) -> bool:
    is_bare = part.format_spec is None and part.equal is None and part.conversion in _CONVERSIONS
    return is_bare and isinstance(part.expression, _PLAIN)
