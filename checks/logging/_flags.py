"""Flags by which a user lets a program speak: ``if verbose:``, ``if self.print_results:``."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, last_name, subtree
from quality_kit.tree.texts import text_of

from ._sensitive_names import words_of

#: Last words of names that hold a value and are no flag: ``display_name``, ``show_id``.
_VALUES = frozenset("""
    name names id ids label labels title titles text type value values url path date order number
    queue job jobs price size status message
    """.split())
_PRINT = "print"
#: Words that mean a terminal wherever they stand in a name: ``in_ipython_frontend``.
_ANYWHERE = frozenset(("ipython", "jupyter", "notebook", "colab", "isatty"))
_MOST_NODES = 200


def is_asked_for(file: ParsedFile, node: cst.CSTNode, wanted: Collection[str]) -> bool:
    """Whether an ``if`` around, in either branch, asks for a flag.

    Args:
        file: The file of the print.
        node: The print.
        wanted: The first or last words of the names of such flags.
    """
    inner = node
    for around in file.tree.ancestors(node):
        if isinstance(around, cst.ClassDef):
            return False
        if (
            isinstance(around, (cst.If, cst.IfExp))
            and around.test is not inner
            and _asks(around.test, wanted)
        ):
            return True
        inner = around
    return False


def _asks(test: cst.BaseExpression, wanted: Collection[str]) -> bool:
    return any(_is_flag(words_of(name), wanted) for name in _names(test))


def _is_flag(words: list[str], wanted: Collection[str]) -> bool:
    if not words or words[-1] in _VALUES or words == [_PRINT]:  # print itself is no flag
        return False
    said = {words[0], words[-1], "_".join(words[:2]), "_".join(words[-2:]), *_ANYWHERE.intersection(words)}
    return not said.isdisjoint(wanted)


def _names(node: cst.CSTNode) -> Iterator[str]:
    """The variables, attributes and environment variables in an expression, without the owners of attributes."""
    owners: set[int] = set()
    for each, _ in zip((node, *subtree(node)), range(_MOST_NODES)):
        if isinstance(each, cst.Attribute):
            owners.add(id(each.value))
        elif isinstance(each, cst.Name) and id(each) not in owners:
            yield last_name(each)
        elif isinstance(each, cst.SimpleString) and (text := text_of(each) or "").isupper():
            yield text
