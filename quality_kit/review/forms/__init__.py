"""Forms of a review: one module for each, ``render(review, view) -> str``, found by its name.

Modules with an underscore are parts that forms share.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from pathlib import Path
from typing import cast

from quality_kit.reporters import View
from quality_kit.review.model import Review


@lru_cache
def forms() -> tuple[str, ...]:
    """The names of all forms."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")))


def render(name: str, review: Review, view: View) -> str:
    """The review in the form of that name."""
    module = importlib.import_module(f"{__name__}.{name}")
    return cast(str, module.render(review, view))
