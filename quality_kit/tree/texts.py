"""The texts that string literals mean."""

from __future__ import annotations

import libcst as cst


def text_of(node: cst.CSTNode | None) -> str | None:
    """The string that a plain literal means, also a concatenated one; bytes are taken as ASCII.

    None for f-strings, for what is no literal, and for escapes that Python rejects.
    """
    if isinstance(node, cst.ConcatenatedString):
        left, right = text_of(node.left), text_of(node.right)
        return None if left is None or right is None else left + right
    if not isinstance(node, cst.SimpleString):
        return None
    raw = node.value
    if "\\" not in raw and raw[0] in "'\"" and raw[1:3] != raw[0] * 2:
        return raw[1:-1]
    try:
        value = node.evaluated_value
    except (ValueError, SyntaxError):
        return None
    return value.decode("ascii", "replace") if isinstance(value, bytes) else value
