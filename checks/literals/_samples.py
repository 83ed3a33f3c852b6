"""Functions that make data up: their numbers are as good as any others."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import subtree

from ._names import last_name
from ._spelt import makes_samples

#: Calls that draw by chance; a function with so many makes data up. A delay that varies takes one.
_DRAWS = frozenset(("randint", "randrange", "random", "uniform", "choice", "choices", "sample", "gauss"))
_FEWEST = 3
_COMPARISON = "comparison"
_SECRETS = "secrets"


class Samples:
    """Which functions make data up, by their names or by what they draw; each is read once."""

    def __init__(self) -> None:
        self._known: dict[int, bool] = {}

    def are_made_in(self, function: cst.FunctionDef | None, kind: str) -> bool:
        """Whether a function is named for samples, or draws several values by chance: then it compares in earnest."""
        if function is None or makes_samples(function):
            return function is not None
        if id(function) not in self._known:
            self._known[id(function)] = _draws(function) >= _FEWEST
        return kind != _COMPARISON and self._known[id(function)]


def _draws(function: cst.FunctionDef) -> int:
    calls = (node for node in subtree(function) if isinstance(node, cst.Call))
    return sum(last_name(call.func) in _DRAWS and not _is_serious(call) for call in calls)


def _is_serious(call: cst.Call) -> bool:
    """``secrets.choice`` makes a password."""
    return isinstance(call.func, cst.Attribute) and last_name(call.func.value) == _SECRETS
