"""Which files of a whole tree hold a word, found by git."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from quality_kit import git

#: More words than this in one search are too many for a command line.
_MOST = 500
_GREP = ("grep", "-o", "-w", "-F", "-I", "-z", "--no-color")


def mentions(root: Path, where: Sequence[str], words: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The paths below the root of Python files that hold the words, by word.

    Args:
        root: Paths are relative to it.
        where: What git looks at: ``--untracked``, ``--cached``, or a tree.
        words: Names of Python.
    """
    found: dict[str, dict[str, None]] = {}
    tree = "" if where[0].startswith("-") else f"{where[0]}:"
    for start in range(0, len(words), _MOST):
        patterns = [option for word in words[start : start + _MOST] for option in ("-e", word)]
        listed = git.ask(root, *_GREP, *patterns, *where, "--", "*.py") or b""
        for row in listed.split(b"\n"):
            path, _, word = row.partition(b"\0")
            if word:
                name = os.fsdecode(path).removeprefix(tree)
                found.setdefault(os.fsdecode(word), {}).setdefault(name)
    return {word: tuple(paths) for word, paths in found.items()}
