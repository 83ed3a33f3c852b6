"""Caught errors that answer what the guarded block asks for, although their class says little by itself."""

from __future__ import annotations

from fnmatch import fnmatchcase

import libcst as cst

from quality_kit.frameworks.handlers import Handler, caught, own_nodes
from quality_kit.tree import Tree, last_name

#: Caught together with a ``TypeError`` around ``int(value)`` or ``json.loads(text)``.
_CONVERSION = ("ValueError", "*Decode*", "*Parse*", "*Validation*")


def beside_answers(tree: Tree, handler: Handler) -> list[str]:
    """The last parts of the caught classes' names, without those that are such an answer."""
    around = tree.parent(handler)
    asked = _asked(around.body) if isinstance(around, (cst.Try, cst.TryStar)) else ""
    return [name for name in _beside_conversion(caught(handler)) if name != asked]


def _beside_conversion(names: list[str]) -> list[str]:
    """The classes without the ``TypeError`` that tells, with another, of a value that cannot be converted."""
    last = [name.rpartition(".")[2] for name in names]
    converts = any(fnmatchcase(name, pattern) for name in last for pattern in _CONVERSION)
    return [name for name in last if name != "TypeError" or not converts]


def _asked(block: cst.BaseSuite) -> str:
    """The class that is the answer to what the block asks for: by ``assert``, or by nothing but ``getattr``."""
    nodes = list(own_nodes(block))
    if any(isinstance(node, cst.Assert) for node in nodes):
        return "AssertionError"
    calls = {last_name(node.func) for node in nodes if isinstance(node, cst.Call)}
    return "AttributeError" if calls == {"getattr"} else ""
