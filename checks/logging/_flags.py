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


def is_asked_for(
    file: ParsedFile, node: cst.CSTNode, wanted: Collection[str], *, must_hold: bool = False
) -> bool:
    """Whether an ``if`` around asks for a flag.

    Args:
        file: The file of the print.
        node: The print.
        wanted: The first or last words of the names of such flags.
        must_hold: Whether it has to be the branch in which the flag is set; either one otherwise.
    """
    inner = node
    for around in file.tree.ancestors(node):
        if isinstance(around, cst.ClassDef):
            return False
        if (
            isinstance(around, (cst.If, cst.IfExp))
            and around.test is not inner
            and _asks(around, inner, wanted, must_hold)
        ):
            return True
        inner = around
    return False


def _asks(around: cst.If | cst.IfExp, branch: cst.CSTNode, wanted: Collection[str], must_hold: bool) -> bool:
    flags = [node for node, name in _names(around.test) if _is_flag(words_of(name), wanted)]
    if not must_hold:
        return bool(flags)
    denied = _denied(around.test)
    return any((id(flag) in denied) == (around.orelse is branch) for flag in flags)


def _denied(test: cst.BaseExpression) -> set[int]:
    """The identities of what stands below a ``not``."""
    nots = (
        each
        for each, _ in zip((test, *subtree(test)), range(_MOST_NODES))
        if isinstance(each, cst.UnaryOperation) and isinstance(each.operator, cst.Not)
    )
    return {id(inner) for each in nots for inner in subtree(each)}


def asks_to_print(name: str) -> bool:
    """Whether a parameter of this name says whether to print: ``print_results``, but not ``print_job``."""
    words = words_of(name)
    return words[:1] == [_PRINT] and words[-1] not in _VALUES


def _is_flag(words: list[str], wanted: Collection[str]) -> bool:
    if not words or words[-1] in _VALUES or words == [_PRINT]:  # print itself is no flag
        return False
    said = {words[0], words[-1], "_".join(words[:2]), "_".join(words[-2:]), *_ANYWHERE.intersection(words)}
    return not said.isdisjoint(wanted)


def _names(node: cst.CSTNode) -> Iterator[tuple[cst.CSTNode, str]]:
    """The variables, attributes and environment variables in an expression, without the owners of attributes."""
    owners: set[int] = set()
    for each, _ in zip((node, *subtree(node)), range(_MOST_NODES)):
        if isinstance(each, cst.Attribute):
            owners.add(id(each.value))
        elif isinstance(each, cst.Name) and id(each) not in owners:
            yield each, last_name(each)
        elif isinstance(each, cst.SimpleString) and (text := text_of(each) or "").isupper():
            yield each, text
