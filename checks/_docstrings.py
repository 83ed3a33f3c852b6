"""The docstring of a function, also of one that Python would reject."""

from __future__ import annotations

import libcst as cst


def docstring_of(function: cst.FunctionDef) -> str | None:
    """What a function says of itself; None without a docstring, and for one with an escape that Python rejects."""
    try:
        return function.get_docstring()
    except (ValueError, SyntaxError):
        return None
